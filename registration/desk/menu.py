"""The desk's items in the menu of the admin, each only for who may use it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from registration.casework.permissions import (
    Predicate,
    can_answer_requests,
    can_export_cases,
    can_see_queue,
    can_see_retention,
    can_take_callbacks,
    can_view_access_log,
    can_view_figures,
    can_view_outgoing_mail,
)
from registration.desk.settings.calendar_viewsets import ClosedDayViewSet, OpeningHoursViewSet
from registration.desk.settings.mediator_viewset import MediatorViewSet
from registration.desk.settings.option_viewsets import OptionLabelViewSet, lookup_viewsets
from registration.desk.settings.text_viewsets import (
    CrisisLineViewSet,
    MailWordingViewSet,
    PrivacyStatementViewSet,
)


@dataclass(frozen=True)
class Entry:
    """One item: its words, the name of its address, its own name, icon, place and for whom."""

    label: Promise
    url_name: str
    name: str
    icon: str
    order: int
    predicate: Predicate

    def menu_item(self) -> "PredicateMenuItem":
        """Return the item as Wagtail has it; only when asked are all addresses known."""
        return PredicateMenuItem(
            self.label,
            reverse(self.url_name),
            name=self.name,
            icon_name=self.icon,
            order=self.order,
            predicate=self.predicate,
        )


class PredicateMenuItem(MenuItem):
    """A menu item for whom `predicate` is true."""

    def __init__(self, *args: Any, predicate: Predicate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.predicate = predicate

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user may use the screen behind this item."""
        return self.predicate(request.user)


class DeskSettingsGroup(ViewSetGroup):
    """What the coordinator edits: opening hours, texts and answers to choose from."""

    menu_label = _("Desk settings")
    menu_icon = "form"
    menu_order = 210
    items: tuple[ViewSet, ...] = (
        OpeningHoursViewSet(),
        ClosedDayViewSet(),
        MailWordingViewSet(),
        PrivacyStatementViewSet(),
        CrisisLineViewSet(),
        MediatorViewSet(),
        *lookup_viewsets(),
        OptionLabelViewSet(),
    )


#: By the hook of Wagtail that asks for them.
ENTRIES: Mapping[str, tuple[Entry, ...]] = {
    "register_admin_menu_item": (
        Entry(_("Callbacks"), "callbacks:index", "callbacks", "phone", 50, can_see_queue),
        Entry(
            _("Coming days"), "coming_days:index", "coming-days", "calendar", 60, can_take_callbacks
        ),
        Entry(
            _("Case system export"),
            "registration_case_export",
            "case-export",
            "download",
            211,
            can_export_cases,
        ),
        Entry(
            _("Requests about data"),
            "privacy_duties:find",
            "privacy-requests",
            "key",
            212,
            can_answer_requests,
        ),
        Entry(
            _("Outgoing mail"),
            "registration_outgoing_mail",
            "outgoing-mail",
            "mail",
            220,
            can_view_outgoing_mail,
        ),
    ),
    "register_reports_menu_item": (
        Entry(
            _("Not finished yet"),
            "registration_unfinished",
            "unfinished",
            "list-ul",
            90,
            can_see_queue,
        ),
        Entry(
            _("Recently closed"),
            "callbacks:closed",
            "recently-closed",
            "history",
            95,
            can_see_queue,
        ),
        Entry(_("Promises"), "promises:index", "promises", "time", 100, can_take_callbacks),
        Entry(
            _("Figures for a year"),
            "registration_figures",
            "figures-of-a-year",
            "table",
            800,
            can_view_figures,
        ),
        Entry(
            _("Access log"),
            "registration_access_log",
            "access-log",
            "view",
            900,
            can_view_access_log,
        ),
        Entry(
            _("How long data is kept"),
            "registration_retention",
            "retention",
            "bin",
            910,
            can_see_retention,
        ),
    ),
    "register_help_menu_item": (
        Entry(
            _("Guide for the registration desk"),
            "registration_desk_guide",
            "desk-guide",
            "help",
            50,
            can_see_queue,
        ),
    ),
}


def register_entries() -> None:
    """Tell Wagtail about them."""
    for hook, entries in ENTRIES.items():
        for entry in entries:
            hooks.register(hook, entry.menu_item)

"""The desk's items in the menu of the admin, each only for who may use it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
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
from registration.desk.settings.calendar_viewsets import ClosureViewSet, OpeningHoursViewSet
from registration.desk.settings.mediator_viewset import MediatorViewSet
from registration.desk.settings.option_viewsets import OptionLabelViewSet, lookup_viewsets
from registration.desk.settings.text_viewsets import (
    CrisisLineViewSet,
    MailWordingViewSet,
    PrivacyStatementViewSet,
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
        ClosureViewSet(),
        MailWordingViewSet(),
        PrivacyStatementViewSet(),
        CrisisLineViewSet(),
        MediatorViewSet(),
        *lookup_viewsets(),
        OptionLabelViewSet(),
    )


def callbacks_item() -> MenuItem:
    """Return the way to the queue, on top of the menu."""
    return PredicateMenuItem(
        _("Callbacks"),
        reverse("callbacks:index"),
        name="callbacks",
        icon_name="phone",
        order=50,
        predicate=can_see_queue,
    )


def coming_days_item() -> MenuItem:
    """Return the way to the coming days, below the queue."""
    return PredicateMenuItem(
        _("Coming days"),
        reverse("coming_days:index"),
        name="coming-days",
        icon_name="calendar",
        order=60,
        predicate=can_take_callbacks,
    )


def requests_item() -> MenuItem:
    """Return the way to what people may ask about their data."""
    return PredicateMenuItem(
        _("Requests about data"),
        reverse("privacy_duties:find"),
        name="privacy-requests",
        icon_name="key",
        order=212,
        predicate=can_answer_requests,
    )


def case_export_item() -> MenuItem:
    """Return the way to the file for the case system."""
    return PredicateMenuItem(
        _("Case system export"),
        reverse("registration_case_export"),
        name="case-export",
        icon_name="download",
        order=211,
        predicate=can_export_cases,
    )


def retention_item() -> MenuItem:
    """Return the way to what retention removes, among the reports."""
    return PredicateMenuItem(
        _("How long data is kept"),
        reverse("registration_retention"),
        name="retention",
        icon_name="bin",
        order=910,
        predicate=can_see_retention,
    )


def outgoing_mail_item() -> MenuItem:
    """Return the way to the mails that were not sent."""
    return PredicateMenuItem(
        _("Outgoing mail"),
        reverse("registration_outgoing_mail"),
        name="outgoing-mail",
        icon_name="mail",
        order=220,
        predicate=can_view_outgoing_mail,
    )


def unfinished_item() -> MenuItem:
    """Return the way to what is not finished yet, among the reports."""
    return PredicateMenuItem(
        _("Not finished yet"),
        reverse("registration_unfinished"),
        name="unfinished",
        icon_name="list-ul",
        order=90,
        predicate=can_see_queue,
    )


def promises_item() -> MenuItem:
    """Return the way to the report on promises, among the reports."""
    return PredicateMenuItem(
        _("Promises"),
        reverse("promises:index"),
        name="promises",
        icon_name="time",
        order=100,
        predicate=can_take_callbacks,
    )


def guide_item() -> MenuItem:
    """Return the way to the desk's guide, among the help."""
    return PredicateMenuItem(
        _("Guide for the registration desk"),
        reverse("registration_desk_guide"),
        name="desk-guide",
        icon_name="help",
        order=50,
        predicate=can_see_queue,
    )


def access_log_item() -> MenuItem:
    """Return the way to the access log, among the reports."""
    return PredicateMenuItem(
        _("Access log"),
        reverse("registration_access_log"),
        name="access-log",
        icon_name="view",
        order=900,
        predicate=can_view_access_log,
    )


def figures_item() -> MenuItem:
    """Return the way to the figures of a year, among the reports."""
    return PredicateMenuItem(
        _("Figures for a year"),
        reverse("registration_figures"),
        name="figures-of-a-year",
        icon_name="table",
        order=800,
        predicate=can_view_figures,
    )

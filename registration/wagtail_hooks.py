"""Adds the desk's screens to the Wagtail admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.registry import registry

from registration.casework import permissions
from registration.desk import menu, urls
from registration.models import (
    AttemptPolicy,
    PromiseClockSettings,
    PromiseSettings,
    RetentionSettings,
)
from registration.public_pages import permanence

ICONS = ("phone", "phone-withheld", "voicemail", "voicemail-no")

# Here and not on the models: django-modeltranslation has registered its fields by now.
registry.register(PromiseSettings, icon="time")
registry.register(AttemptPolicy, icon="phone")
registry.register(PromiseClockSettings, icon="time")
registry.register(RetentionSettings, icon="bin")

permanence.register_page_hooks()


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses of the desk."""
    return urls.admin_urls


@hooks.register("register_admin_menu_item")
def register_callbacks_item() -> MenuItem:
    """Return the menu item of the queue."""
    return menu.callbacks_item()


@hooks.register("register_admin_menu_item")
def register_coming_days_item() -> MenuItem:
    """Return the menu item of the coming days."""
    return menu.coming_days_item()


@hooks.register("register_admin_menu_item")
def register_outgoing_mail_item() -> MenuItem:
    """Return the menu item of outgoing mail."""
    return menu.outgoing_mail_item()


@hooks.register("register_admin_menu_item")
def register_requests_item() -> MenuItem:
    """Return the menu item of requests about data."""
    return menu.requests_item()


@hooks.register("register_admin_menu_item")
def register_case_export_item() -> MenuItem:
    """Return the menu item of the file for the case system."""
    return menu.case_export_item()


@hooks.register("register_reports_menu_item")
def register_retention_item() -> MenuItem:
    """Return the menu item of retention."""
    return menu.retention_item()


@hooks.register("register_reports_menu_item")
def register_unfinished_item() -> MenuItem:
    """Return the menu item of what is not finished yet."""
    return menu.unfinished_item()


@hooks.register("register_reports_menu_item")
def register_promises_item() -> MenuItem:
    """Return the menu item of the report on promises."""
    return menu.promises_item()


@hooks.register("register_help_menu_item")
def register_guide_item() -> MenuItem:
    """Return the menu item of the desk's guide."""
    return menu.guide_item()


@hooks.register("register_reports_menu_item")
def register_access_log_item() -> MenuItem:
    """Return the menu item of the access log."""
    return menu.access_log_item()


@hooks.register("register_reports_menu_item")
def register_figures_item() -> MenuItem:
    """Return the menu item of the figures of a year."""
    return menu.figures_item()


@hooks.register("register_admin_viewset")
def register_settings_group() -> menu.DeskSettingsGroup:
    """Return the screens in which the coordinator edits rows and texts."""
    return menu.DeskSettingsGroup()


@hooks.register("construct_homepage_panels")
def arrange_home(request: HttpRequest, panels: list[Any]) -> None:
    """Show the desk what waits."""
    panels.arrange_panels(request.user, panels)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet:
    """Return the desk's permissions, so that they can be given to groups."""
    return permissions.permissions_to_assign()


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    """Return Wagtail's icons and ours."""
    return [*icons, *(f"registration/desk/icons/{name}.svg" for name in ICONS)]

"""Adds the desk's screens to the Wagtail admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from wagtail import hooks
from wagtail.contrib.settings.registry import registry

from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.desk import menu, urls
from registration.desk.home.panels import arrange_panels
from registration.desk.settings.calendar_views import PromiseSettingsView
from registration.models import (
    AttemptPolicy,
    PromiseClockSettings,
    PromiseSettings,
    RetentionSettings,
)

ICONS = ("phone", "phone-withheld", "voicemail", "voicemail-no")

# Here and not on the models: django-modeltranslation has registered its fields by now.
registry.register(PromiseSettings, icon="time")
registry.register(AttemptPolicy, icon="phone")
registry.register(PromiseClockSettings, icon="time")
registry.register(RetentionSettings, icon="bin")

menu.register_entries()


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern | URLResolver]:
    """Return the addresses of the desk."""
    return urls.admin_urls


@hooks.register("register_admin_viewset")
def register_settings_group() -> menu.DeskSettingsGroup:
    """Return the screens in which the coordinator edits rows and texts."""
    return menu.DeskSettingsGroup()


@hooks.register("before_edit_setting")
def edit_promise(request: HttpRequest, setting: Any) -> HttpResponse | None:
    """Show our own screen for the numbers of the promise: storing them moves open promises."""
    if not isinstance(setting, PromiseSettings):
        return None
    names = {"app_name": setting._meta.app_label, "model_name": setting._meta.model_name}
    return PromiseSettingsView.as_view()(request, **names, pk=setting.pk)


@hooks.register("construct_homepage_panels")
def arrange_home(request: HttpRequest, panels: list[Any]) -> None:
    """Show the desk what waits."""
    arrange_panels(account_of(request), panels)


@hooks.register("register_permissions")
def register_permissions() -> QuerySet:
    """Return the desk's permissions, so that they can be given to groups."""
    return permissions.permissions_to_assign()


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    """Return Wagtail's icons and ours."""
    return [*icons, *(f"registration/desk/icons/{name}.svg" for name in ICONS)]

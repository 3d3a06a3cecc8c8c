"""What the project adds to the admin: what staff set for themselves, and safe work on accounts."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.utils.version import get_main_version

from perspectief.staff import account_history, request_views
from perspectief.staff.requests import account_of


@hooks.register("register_account_menu_item")
def password_menu_item(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page to the form for another password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change password"),
        "help_text": _("Choose a different password."),
    }


@hooks.register("register_account_menu_item")
def second_factor_menu_item(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page to the authenticator app, recovery codes and passkeys."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second step"),
        "help_text": _("Set up or change your authenticator app, recovery codes and passkeys."),
    }


@hooks.register("register_account_menu_item")
def sessions_menu_item(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page to the list of one's own sessions."""
    return {
        "url": reverse("staff_sessions"),
        "label": _("Where you are logged in"),
        "help_text": _(
            "See which devices you are logged in on, and end any session you do not recognise."
        ),
    }


@hooks.register("construct_reports_menu")
@hooks.register("construct_help_menu")
def name_in_language_of_reader(request: HttpRequest, items: list[MenuItem]) -> None:
    """Name what Wagtail and wagtail-localize name once, in the language of who looked first."""
    for item in items:
        if item.url == reverse("wagtail_localize:translations_report"):
            item.label = gettext_lazy("Translations")
        elif item.name.startswith("whats-new-in-wagtail"):
            version = get_main_version(include_patch=False)
            item.label = format_lazy(
                gettext_lazy("What is new in Wagtail {version}"), version=version
            )


@hooks.register("insert_global_admin_css")
def admin_styles() -> str:
    """Mend Wagtail's own screens where they cannot be read."""
    return format_html('<link rel="stylesheet" href="{}">', static("perspectief/css/admin.css"))


@hooks.register("insert_global_admin_js")
def admin_calls_script() -> str:
    """Make the calls of Wagtail's widgets; before them, so not as a module, which waits."""
    return format_html('<script src="{}"></script>', static("perspectief/js/admin_calls.js"))


@hooks.register("insert_global_admin_js")
def session_script() -> str:
    """Warn in every screen of the admin before a session ends."""
    context = {"idle_seconds": settings.STAFF_SESSION_IDLE_SECONDS}
    return render_to_string("staff/session_script.html", context)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name what is done with accounts in the history of the site."""
    account_history.register(actions)


@hooks.register("register_admin_urls")
def register_admin_urls() -> list[URLPattern]:
    """Return the addresses of what waits for a coordinator's yes."""
    return [
        path("access/", request_views.RequestsView.as_view(), name="staff_requests"),
        path("access/<int:pk>/", request_views.DecideView.as_view(), name="staff_request"),
    ]


@hooks.register("register_admin_menu_item")
def register_requests_item() -> MenuItem:
    """Return the menu item of what waits for a coordinator's yes."""
    return request_views.menu_item()


@hooks.register("construct_homepage_panels")
def add_requests_panel(request: HttpRequest, panels: list[Any]) -> None:
    """Show coordinators what waits for their yes."""
    request_views.add_panel(account_of(request), panels)


@hooks.register("before_bulk_action")
def refuse_bulk_action_on_users(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Change accounts one at a time, so that all are asked and told; raises PermissionDenied."""
    if action.model is get_user_model():
        raise PermissionDenied

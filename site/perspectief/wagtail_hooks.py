"""What the project adds to the admin: what staff set for themselves, and safe work on accounts."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from perspectief.staff import leaving, users


@hooks.register("register_account_menu_item")
def password_menu_item(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page to the form for another password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Change password"),
        "help_text": _("Choose another password for yourself."),
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


@hooks.register("insert_global_admin_js")
def session_script() -> str:
    """Warn in every screen of the admin before a session ends."""
    context = {"idle_seconds": settings.STAFF_SESSION_IDLE_SECONDS}
    return render_to_string("staff/session_script.html", context)


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    """Name what is done with accounts in the history of the site."""
    actions.register_action(
        leaving.LEFT, gettext_lazy("Colleague left"), gettext_lazy("Colleague left")
    )
    actions.register_action(
        leaving.SESSIONS_ENDED, gettext_lazy("End all sessions"), gettext_lazy("Sessions ended")
    )


@hooks.register("before_bulk_action")
def check_bulk_action_on_users(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """See `refuse_own_promotion`."""
    if action.model is get_user_model():
        users.refuse_own_promotion(request, objects)


@hooks.register("after_bulk_action")
def clear_inactive_accounts(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Treat accounts that were made inactive together as if each had been saved by itself."""
    if action.model is get_user_model() and action_type == "set_active_state":
        chosen = get_user_model().objects.filter(pk__in=[account.pk for account in objects])
        for account in chosen.filter(is_active=False):
            leaving.clear(account)

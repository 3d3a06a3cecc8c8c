"""What the project adds to the admin: the second factor in everybody's menu, safe bulk actions."""

from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from perspectief.staff import users


@hooks.register("register_account_menu_item")
def second_factor_menu_item(request: HttpRequest) -> dict[str, str]:
    """Lead from the account page to the authenticator app, recovery codes and passkeys."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("Set up or change your authenticator app, recovery codes and passkeys."),
    }


@hooks.register("before_bulk_action")
def check_bulk_action_on_users(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """See `refuse_own_promotion`."""
    if action.model is get_user_model():
        users.refuse_own_promotion(request, objects)

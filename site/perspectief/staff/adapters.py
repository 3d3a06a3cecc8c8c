"""How allauth behaves here: nobody signs up, secrets are encrypted, nobody is locked out."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from perspectief.client_address import client_address
from perspectief.encryption import decrypt_labelled, encrypt_labelled
from perspectief.site_address import absolute_url
from perspectief.staff import guesses, known_devices, starting
from perspectief.staff.staff_mail import Recipient, mail_written

# What the secrets of a second factor are bound to, as an encrypted field is to its column.
SECRET_LABEL = "allauth.mfa.secret"  # noqa: S105


#: The same whatever part of it is wrong: who guesses learns nothing from the words.
WRONG_PASSWORD = _("This user name or e-mail address and this password do not belong together.")
WRONG_CODE = _("This code is not right. Use the newest one that your app shows.")


def too_many_guesses(period: timedelta) -> ValidationError:
    """Return what somebody reads after too many guesses, which says when to try again."""
    minutes = max(1, round(period.total_seconds() / 60))
    message = ngettext(
        "Someone tried this too many times. Wait %(count)d minute, and then try again.",
        "Someone tried this too many times. Wait %(count)d minutes, and then try again.",
        minutes,
    )
    return ValidationError(message, code="too_many_login_attempts", params={"count": minutes})


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        **dict.fromkeys(
            ("invalid_login", "email_password_mismatch", "username_password_mismatch"),
            WRONG_PASSWORD,
        ),
        "account_inactive": _("This account is closed."),
        "incorrect_password": _("This password is not right."),
        "enter_current_password": _("This is not your password now."),
        "invalid_password_reset": _("This link no longer works."),
        "incorrect_code": WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: nobody makes an account for themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that a session is listed with."""
        address = client_address(request)
        if not address:
            raise PermissionDenied("The address of the visitor is not known.")
        return address

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Return whose password this is, or None; raises ValidationError after too many guesses."""
        login = credentials.get("email") or credentials.get("username") or ""
        guess = guesses.take(request, guesses.PASSWORD, login, guesses.find_account(login))
        if guess is None:
            raise too_many_guesses(guesses.PASSWORD.at_one_place.period)
        user = super().authenticate(request, **credentials)
        if user is not None:
            guess.give_back()
        return user

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Answer who has shown all there is to show, and know this browser from now on."""
        response = super().post_login(request, user, **kwargs)
        known_devices.remember(request, response, user)
        return response

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the link of the mail, at the site's own address and not what was asked for."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return absolute_url(path.replace("UID-KEY", quote(key)))

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """Mail a link for a new password; or, of an account that has none yet, how it starts.

        Only the owner of the address learns which of both it was.
        """
        name = "password_reset_key" if starting.has_been_started(user) else "not_started"
        with translation.override(Recipient.of(user).language):
            self.send_mail(f"account/email/{name}", email, context)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a mail about an account; it goes out as the others of this package do."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        mail_written.send(
            sender=None, recipient=email, subject=message.subject, body=f"{message.body}\n"
        )


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of TOTP and recovery codes encrypted, with the keys of the fields."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
        "cannot_delete_authenticator": _("This is your only second step, so it stays."),
    }

    def encrypt(self, text: str) -> str:
        """Return `text` encrypted."""
        return encrypt_labelled(SECRET_LABEL, text).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what `encrypt` was given; raises DecryptionError for another key."""
        return decrypt_labelled(SECRET_LABEL, encrypted_text)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """Return the user name: an address tells more than a phone should show."""
        return user.get_username()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return who asks for a passkey: this host, under the foundation's name."""
        return {
            **super().get_public_key_credential_rp_entity(),
            "name": settings.WAGTAIL_SITE_NAME,
        }

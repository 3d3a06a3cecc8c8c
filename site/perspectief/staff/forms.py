"""The forms of logging in, worded and marked up like the other forms of the site."""

from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as AllauthAddWebAuthnForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm as AllauthAuthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.forms import LoginWebAuthnForm as AllauthLoginWebAuthnForm
from allauth.mfa.webauthn.forms import (
    ReauthenticateWebAuthnForm as AllauthReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib.auth.models import User
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from perspectief import limits
from perspectief.limits import Taken
from perspectief.staff import guesses


class LoginForm(AllauthLoginForm):
    """User name or e-mail address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = _("User name or e-mail address")
        login.widget.attrs["autocomplete"] = "username webauthn"
        password.help_text = ""  # the link to a new password stands below the form
        login.error_messages["required"] = _("Enter your user name or e-mail address.")
        password.error_messages["required"] = _("Enter your password.")
        for field in (login, password):
            field.widget.attrs.pop("placeholder", None)  # says what the label says


def word_code_field(field: Field) -> None:
    """Say what the code is, and what is missing without it."""
    field.label = _("Code from the app")
    field.error_messages["required"] = _("Enter the code.")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs["class"] = "input--short"


class CountedCodeMixin:
    """Counts wrong codes for the account and the place they come from; put it first.

    allauth counts them for the account alone: who knows a password could lock its owner out.
    """

    user: User
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Return the code; raises ValidationError if it is wrong, or after too many of those."""
        guess = take_guess(guesses.CODE, self.user)
        code = self.cleaned_data["code"]
        with_code = Authenticator.objects.filter(user=self.user).exclude(
            type=Authenticator.Type.WEBAUTHN
        )
        for authenticator in with_code:
            if authenticator.wrap().validate_code(code):
                guess.give_back()
                authenticator.user = self.user
                self.authenticator = authenticator
                return code
        raise get_mfa_adapter().validation_error("incorrect_code")


class CountedPasskeyMixin:
    """Counts failed passkeys in the same way; put it first."""

    user: User
    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Authenticator:
        """Return the passkey; raises ValidationError if it does not fit."""
        guess = take_guess(guesses.CODE, self.user)
        credential = self.cleaned_data["credential"]
        webauthn.parse_authentication_response(credential)
        authenticator = webauthn.complete_authentication(self.user, credential)
        guess.give_back()
        return authenticator


def take_guess(kind: guesses.Guessable, user: User) -> Taken:
    """Count a guess at a secret of an account; raises ValidationError if there were too many."""
    guess = guesses.take(context.request, kind, user.get_username(), user)
    if guess is None:
        raise get_account_adapter().validation_error("too_many_login_attempts")
    return guess


class AuthenticatePasskeyForm(CountedPasskeyMixin, AllauthAuthenticateWebAuthnForm):
    """The second step of logging in, with a passkey."""


class ReauthenticatePasskeyForm(CountedPasskeyMixin, AllauthReauthenticateWebAuthnForm):
    """A passkey again, before something that matters."""


class LoginPasskeyForm(AllauthLoginWebAuthnForm):
    """A passkey instead of a password, which is counted by network only."""

    def clean_credential(self) -> Authenticator:
        """Return the passkey; raises ValidationError if it does not fit, or after too many."""
        counter = limits.counter_of_network(guesses.PASSKEYS_FROM_ONE_NETWORK, context.request)
        guess = limits.take([counter])
        if guess is None:
            raise get_account_adapter().validation_error("too_many_login_attempts")
        authenticator = super().clean_credential()
        guess.give_back()
        return authenticator


class AuthenticateForm(CountedCodeMixin, AllauthAuthenticateForm):
    """The second step of logging in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_code_field(self.fields["code"])
        self.fields["code"].label = _("Code")  # of the app, or a recovery code


class ReauthenticateForm(CountedCodeMixin, AllauthReauthenticateForm):
    """The second step again, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_code_field(self.fields["code"])
        self.fields["code"].label = _("Code")


class ChangePasswordForm(AllauthChangePasswordForm):
    """A new password, for who knows the old one; whoever sits at an open screen cannot guess it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)  # says what the label says

    def clean_oldpassword(self) -> str:
        """Return the old password; raises ValidationError if it is wrong, or after too many."""
        guess = take_guess(guesses.PASSWORD, self.user)
        password = super().clean_oldpassword()
        guess.give_back()
        return password


class ActivateTOTPForm(AllauthActivateForm):
    """The first code of a new authenticator app.

    It is not counted: the page itself shows what the code is made from.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_code_field(self.fields["code"])
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AddPasskeyForm(AllauthAddWebAuthnForm):
    """A new passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, passwordless = self.fields["name"], self.fields["passwordless"]
        name.label = _("Name of this passkey")
        name.help_text = _(
            "So that you recognise it later: for example, the phone or key it is on."
        )
        passwordless.label = _("Use this passkey to log in without a password too")
        passwordless.help_text = ""
        for field in (name, passwordless):
            field.hide_optional = True  # a name is filled in already

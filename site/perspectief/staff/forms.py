"""The forms of logging in, worded and marked up like the other forms of the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm as AllauthReauthenticatePasswordForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from allauth.account.forms import ResetPasswordKeyForm as AllauthResetPasswordKeyForm
from allauth.account.forms import UserTokenForm as AllauthUserTokenForm
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
from allauth.mfa.webauthn.forms import EditWebAuthnForm as AllauthEditWebAuthnForm
from allauth.mfa.webauthn.forms import LoginWebAuthnForm as AllauthLoginWebAuthnForm
from allauth.mfa.webauthn.forms import (
    ReauthenticateWebAuthnForm as AllauthReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.forms import Field
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from perspectief import limits
from perspectief.limits import Taken
from perspectief.staff import guesses, starting
from perspectief.staff.adapters import too_many_guesses
from perspectief.staff.password_requests import ask_for_link

WRONG_PASSKEY = _("This passkey does not fit. Try again, or use another way.")


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


@contextmanager
def in_words_about_passkeys() -> Iterator[None]:
    """Say of a passkey that it does not fit: allauth says of it what it says of a code."""
    try:
        yield
    except ValidationError as refused:
        if refused.code != "incorrect_code":
            raise
        raise ValidationError(WRONG_PASSKEY, code="wrong_passkey") from refused


class CountedPasskeyMixin:
    """Counts failed passkeys in the same way; put it first."""

    user: User
    cleaned_data: dict[str, Any]

    def clean_credential(self) -> Authenticator:
        """Return the passkey; raises ValidationError if it does not fit."""
        guess = take_guess(guesses.CODE, self.user)
        credential = self.cleaned_data["credential"]
        with in_words_about_passkeys():
            webauthn.parse_authentication_response(credential)
            authenticator = webauthn.complete_authentication(self.user, credential)
        guess.give_back()
        return authenticator


def take_guess(kind: guesses.Guessable, user: User) -> Taken:
    """Count a guess at a secret of an account; raises ValidationError if there were too many."""
    guess = guesses.take(context.request, kind, user.get_username(), user)
    if guess is None:
        raise too_many_guesses(kind.at_one_place.period)
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
            raise too_many_guesses(counter.limit.period)
        with in_words_about_passkeys():
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


class NewPasswordMixin:
    """Words a new password and its repetition as where an account starts; put it first."""

    fields: dict[str, Field]
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = _("Choose a password"), _("The same password again")
        first.help_text = _(
            "At least twelve characters, and not only digits. A short sentence that nobody else "
            "would use is easy to remember."
        )
        second.help_text = ""
        first.error_messages["required"] = _("Choose a password.")
        second.error_messages["required"] = _("Enter the same password again.")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)  # says what the label says

    def clean(self) -> dict[str, Any]:
        """Return what was typed; the same password twice, which is not seen."""
        first, second = map(self.cleaned_data.get, ("password1", "password2"))
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))  # type: ignore[attr-defined]
        return self.cleaned_data


class ResetPasswordForm(AllauthResetPasswordForm):
    """Where to send a link for a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label = _("E-mail address")
        email.error_messages["required"] = _("Enter your e-mail address.")
        email.widget.attrs.pop("placeholder", None)

    def clean_email(self) -> str:
        """Return the address as it was typed; nobody is looked up while somebody waits."""
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Have the worker look whose address it is, and mail them."""
        ask_for_link(self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


class NewPasswordForm(NewPasswordMixin, AllauthResetPasswordKeyForm):
    """A new password, for who followed a mailed link."""


class PasswordLinkForm(AllauthUserTokenForm):
    """A link for a new password; none begins an account, for which there is a link of its own."""

    reset_user: Any

    def clean(self) -> dict[str, Any]:
        """Return what stands in the link; raises ValidationError if it does not work."""
        cleaned = super().clean()
        if self.reset_user is not None and not starting.has_been_started(self.reset_user):
            self.reset_user = None
            raise get_account_adapter().validation_error("invalid_password_reset")
        return cleaned


class ReauthenticatePasswordForm(AllauthReauthenticatePasswordForm):
    """The password again, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        password = self.fields["password"]
        password.error_messages["required"] = _("Enter your password.")
        password.widget.attrs.pop("placeholder", None)


class ChangePasswordForm(NewPasswordMixin, AllauthChangePasswordForm):
    """A new password, for who knows the old one; whoever sits at an open screen cannot guess it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        old = self.fields["oldpassword"]
        old.label, old.help_text = _("Your password now"), ""
        old.error_messages["required"] = _("Enter your password.")

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
        word_passkey_name(name)
        passwordless.label = _("Use this passkey to log in without a password too")
        passwordless.help_text = ""
        for field in (name, passwordless):
            field.hide_optional = True  # a name is filled in already

    def clean(self) -> dict[str, Any]:
        """Return what was sent; raises ValidationError if the passkey is not what was asked for."""
        with in_words_about_passkeys():
            return super().clean()


class EditPasskeyForm(AllauthEditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_passkey_name(self.fields["name"])


def word_passkey_name(field: Field) -> None:
    """Say what the name of a passkey is for."""
    field.label = _("Name of this passkey")
    field.help_text = _("So that you recognise it later: for example, the phone or key it is on.")

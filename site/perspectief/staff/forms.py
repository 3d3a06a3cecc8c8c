"""The forms of logging in, worded and marked up like the other forms of the site."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as AllauthActivateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm as AllauthAddWebAuthnForm
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class LoginForm(AllauthLoginForm):
    """User name or e-mail address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = _("User name or e-mail address")
        login.widget.attrs["autocomplete"] = "username webauthn"
        password.help_text = ""  # the link to a new password stands below the form
        login.error_messages["required"] = _("Fill in your user name or e-mail address.")
        password.error_messages["required"] = _("Fill in your password.")
        for field in (login, password):
            field.widget.attrs.pop("placeholder", None)  # says what the label says


def word_code_field(field: Field) -> None:
    """Say what the code is, and what is missing without it."""
    field.label = _("Code of the app")
    field.error_messages["required"] = _("Fill in the code.")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs["class"] = "input--short"


class AuthenticateForm(AllauthAuthenticateForm):
    """The second step of logging in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_code_field(self.fields["code"])
        self.fields["code"].label = _("Code")  # of the app, or a recovery code


class ReauthenticateForm(AllauthReauthenticateForm):
    """The second step again, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_code_field(self.fields["code"])
        self.fields["code"].label = _("Code")


class ActivateTOTPForm(AllauthActivateForm):
    """The first code of a new authenticator app."""

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
        name.help_text = _("So that you recognise it later, such as the phone or the key it is on.")
        passwordless.label = _("Use this passkey to log in without a password too")
        passwordless.help_text = ""
        for field in (name, passwordless):
            field.hide_optional = True  # a name is filled in already

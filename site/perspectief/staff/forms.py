"""The login form, worded and marked up like the other forms of the site."""

from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django.utils.translation import gettext_lazy as _


class LoginForm(AllauthLoginForm):
    """User name or e-mail address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label = _("User name or e-mail address")
        login.widget.attrs["autocomplete"] = "username webauthn"
        password.help_text = ""  # the link to a new password stands below the form
        for field in (login, password):
            field.widget.attrs.pop("placeholder", None)  # says what the label says

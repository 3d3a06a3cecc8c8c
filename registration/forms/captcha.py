"""A check against robots that never refuses a person because Google is away.

It exists only where both reCAPTCHA keys are set, nothing of Google is loaded before a click on our
own page, and a registration without it is accepted and flagged.
"""

import http.client
from typing import Any

from csp.constants import SELF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django_recaptcha.fields import ReCaptchaField
from django_recaptcha.widgets import ReCaptchaBase

from registration.vocabulary.lifecycle import Flag

# What the check needs beyond our own site, for the one page that has it.
CAPTCHA_SOURCES = ["https://www.google.com", "https://www.gstatic.com"]
CAPTCHA_POLICY: dict[str, Any] = {
    "script-src": [SELF, *CAPTCHA_SOURCES],  # with its own rule, a script has no default any more
    "frame-src": CAPTCHA_SOURCES,
}


def is_captcha_in_use() -> bool:
    """Return whether both keys are set; with one of them the check could only fail."""
    return bool(settings.RECAPTCHA_PUBLIC_KEY and settings.RECAPTCHA_PRIVATE_KEY)


class ConsentedCheckbox(ReCaptchaBase):
    """A place for Google's checkbox; our own script fills it after a click."""

    template_name = "registration/captcha_widget.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the language in which Google is to speak."""
        context = super().get_context(name, value, attrs)
        context["language"] = get_language()
        return context


class FailOpenReCaptchaField(ReCaptchaField):
    """Verifies the answer with Google, and lets people pass where that cannot be done.

    After validation `flag` says why nothing was verified; None if Google confirmed.
    """

    widget = ConsentedCheckbox

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.flag: Flag | None = None

    def get_remote_ip(self) -> str:
        """Return nothing: a visitor's address is none of Google's business."""
        return ""

    def validate(self, value: str | None) -> None:
        """Ask Google, unless the check was not done.

        Raises:
            ValidationError: Google says that the answer is not right.
        """
        self.flag = None
        if not value:
            self.flag = Flag.CAPTCHA_MISSING
            return
        try:
            super().validate(value)
        except ValidationError as error:
            if error.code != "captcha_error":
                raise
            self.flag = Flag.CAPTCHA_UNAVAILABLE
        except (
            OSError,
            http.client.HTTPException,
            ValueError,
            KeyError,
            TypeError,
            AttributeError,
        ):
            # No connection, no answer in time, or an answer that is not Google's.
            self.flag = Flag.CAPTCHA_UNAVAILABLE

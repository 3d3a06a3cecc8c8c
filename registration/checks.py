"""System checks of settings that would quietly break a promise to registrants."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from registration.mail.delivery import LEASE, STEPS_OF_SENDING
from registration.mail.senders import neutral_mail_available


@register()
def check_neutral_sender(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A sender that is set as neutral gives nothing away; otherwise no neutral mail goes out."""
    if not settings.NEUTRAL_FROM_EMAIL or neutral_mail_available():
        return []
    return [
        Error(
            "NEUTRAL_FROM_EMAIL is not neutral.",
            hint="Give it a name and an address, as in 'Afspraken <bericht@example.net>', on a "
            "domain that is not the foundation's. Leave it empty to send no neutral mail.",
            id="registration.E001",
        )
    ]


@register()
def check_mail_timeout(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A slow mail server is given up before another worker takes the mail over."""
    timeout = settings.EMAIL_TIMEOUT
    if timeout is not None and 0 < timeout * STEPS_OF_SENDING < LEASE.total_seconds():
        return []
    return [
        Error(
            "EMAIL_TIMEOUT is missing or so long that a mail could be sent twice.",
            hint=f"Set it below {LEASE.total_seconds() / STEPS_OF_SENDING:.0f} seconds.",
            id="registration.E002",
        )
    ]

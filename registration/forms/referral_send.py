"""The end of a referral: what the professional declares before sending."""

from django.utils.translation import gettext_lazy as _

from registration.forms.fields import Statement
from registration.forms.send import SendForm
from registration.words.whose import Words


class ReferralSendForm(SendForm):
    """Consent to the privacy statement in words of a professional."""

    consent_note: Words = _("Your client can stop at any time. So can you.")

    consent = Statement(
        label=_(
            "I have read what Perspectief Herstelbemiddeling does with this data. My client knows "
            "what I send, and agrees."
        ),
        error_messages={
            "required": _(
                "Tick the box to say that your client agrees. Otherwise we are not allowed to use "
                "this."
            )
        },
    )

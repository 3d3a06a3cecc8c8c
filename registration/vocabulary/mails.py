"""The mails that the site sends."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailCode(models.TextChoices):
    """The mails that the site sends."""

    CONFIRMATION = "confirmation", _("Confirmation")
    CONFIRMATION_NEUTRAL = "confirmation_neutral", _("Confirmation, neutral")
    CONFIRMATION_NEUTRAL_OTHER = (
        "confirmation_neutral_other",
        _("Confirmation, neutral, to someone others wrote for"),
    )
    CONFIRMATION_HELPER = "confirmation_helper", _("Confirmation, to who helps and is called")
    QUESTION_RECEIVED = "question_received", _("Confirmation of a question")
    REFERRAL_RECEIVED = "referral_received", _("Referral received, to the professional")
    CONTINUE_LINK = "continue_link", _("Link to continue a form later")
    DESK_NOTICE = "desk_notice", _("Notice to the registration desk")
    DESK_CHANGE = "desk_change", _("Notice to the desk that a person changed something")
    DESK_INFORMED = "desk_informed", _("Notice to the desk that a mediator has to be told")
    PROMISE_DIGEST = "promise_digest", _("Promises that end or were not kept, to the desk")
    REMINDER = "reminder", _("Reminder that someone asked for")
    REMINDER_NEUTRAL = "reminder_neutral", _("Reminder that someone asked for, neutral")
    TRIED = "tried", _("We tried to reach you")
    TRIED_NEUTRAL = "tried_neutral", _("We tried to reach you, neutral")
    WITHDRAWN = "withdrawn", _("Confirmation that someone stopped")
    WITHDRAWN_NEUTRAL = "withdrawn_neutral", _("Confirmation that someone stopped, neutral")
    ERASED = "erased", _("Confirmation that data was deleted")
    ERASED_NEUTRAL = "erased_neutral", _("Confirmation that data was deleted, neutral")
    # Worded where accounts are (perspectief/staff); the coordinator edits none of it.
    ACCOUNT = "account", _("E-mail to a colleague about an account")

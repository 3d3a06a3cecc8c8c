"""Asking for one e-mail later: one page, and nothing reaches the desk."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.journey.definition import FormStep, Journey, ThankYou, Wording
from registration.models import Draft
from registration.reminder.asking import ask_reminder
from registration.reminder.forms import ReminderForm, ReminderSendForm
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag

WHEN = FormStep(
    "reminder",
    _("Remind me later"),
    {"nl": "herinnering", "en": "reminder"},
    forms=(ReminderForm,),
    asks=("when", "email", "identify"),
    lead=_("We send you one e-mail on a day that you choose. You only give an e-mail address."),
)


def submit(answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]) -> Receipt:
    """Keep the address until the day of the mail.

    The flags are for the desk, which has nothing to do here: a limit per address protects whoever
    did not ask for a reminder.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    return ask_reminder(**answers, language=language, draft=draft)


REMINDER = Journey(
    code=JourneyCode.REMINDER,
    form_steps=(WHEN,),
    send_form_class=ReminderSendForm,
    thank_you=ThankYou(
        # Not "thank-you": the other form on the same page has that address.
        slugs={"nl": "herinnering-staat-klaar", "en": "reminder-is-set"},
        title=_("Your reminder is set"),
        template="registration/reminder/thank_you.html",
        promise=_(
            "We will send you one message on %(due_date)s. After that you will not hear from us "
            "again, unless you want to."
        ),
        code_note=_(
            "With this code you can cancel the reminder. Only write it down if that is safe."
        ),
        mail_note=_(
            "You will not get an e-mail before that day. An address gets at most three reminders "
            "in thirty days."
        ),
        next_steps=[
            _("Your e-mail address is encrypted. Nobody at the registration desk sees it."),
            _("On the day you chose, you will get one e-mail. It says nothing about you."),
            _("Once it is sent, we delete your address."),
        ],
        again_question=_("Would someone else like a reminder?"),
        again_label=_("Ask for a new reminder"),
    ),
    wording=Wording(
        send=_("Set my reminder"),
        already_received=_(
            "We had already set this reminder. You do not need to do anything else."
        ),
        already_sent=_(
            "If you have already asked for a reminder and seen a code, it is set. You do not need "
            "to do anything else."
        ),
        captcha_skip=_("If it does not work, or you do not want this, just set your reminder."),
        captcha_again=_("Please do the check again. Or set your reminder without it."),
    ),
    submit=submit,
    rail_template="registration/includes/reminder_rail.html",
)

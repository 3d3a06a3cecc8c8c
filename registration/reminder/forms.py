"""The questions to who wants a reminder, and the way to cancel it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.date_fields import day_as_typed
from perspectief.typed_dates import YearMeant
from registration.forms.base import StepForm
from registration.forms.contact_fields import EmailField
from registration.forms.day_field import TypedDayField
from registration.forms.fields import ExactText, OneOf, Statement
from registration.forms.send import SendForm
from registration.mail.senders import neutral_mail_available, neutral_sender_name
from registration.reminder.dates import MOST_MONTHS, first_day, last_day, months_after, today
from registration.vocabulary.channels import Identify
from registration.words.dates import date_in_words
from registration.words.whose import Words

ON_DAY = "on_day"
MONTHS = {"in_1_month": 1, "in_3_months": 3, "in_6_months": MOST_MONTHS}
MONTHS_IN_WORDS = {
    1: _("In one month, on %(date)s"),
    3: _("In three months, on %(date)s"),
    MOST_MONTHS: _("In six months, on %(date)s"),
}


class ReminderForm(StepForm):
    """An address, a day within six months, and whether the mail may say who we are."""

    when = OneOf(
        "",
        label=_("When may we get in touch?"),
        help_text=_("The message comes between 10am and 8pm, Dutch time."),
        error=_("Choose when we may get in touch"),
        sub_fields={ON_DAY: ["day"]},
    )
    day = TypedDayField(
        year_meant=YearMeant.AHEAD,
        required=False,
        hide_optional=True,
        label=_("On which day?"),
    )
    email = EmailField(
        label=_("What e-mail address can we use?"),
        help_text=_("If possible, an address that nobody else reads."),
        why=_("We send one message to this address. Then we delete it."),
        error_messages={"required": _("Enter an e-mail address")},
    )
    identify = OneOf(
        "",
        required=False,
        label=_("May the e-mail say who it is from?"),
        why=_("Our name shows what it is about."),
        choices=[
            (Identify.ORGANISATION, _("Yes, it may say the name Perspectief Herstelbemiddeling")),
            (Identify.FIRST_NAME_ONLY, _("No, send a message that does not show who we are")),
        ],
    )

    def offer_choices(self) -> None:
        """Offer real dates, and say what we cannot do."""
        super().offer_choices()
        day = today(self.now)
        self.choices_field("when").choices = [
            *(
                (
                    code,
                    MONTHS_IN_WORDS[months] % {"date": date_in_words(months_after(day, months))},
                )
                for code, months in MONTHS.items()
            ),
            (ON_DAY, str(_("On another day"))),
        ]
        self.fields["day"].help_text = _(
            "For example %(example)s. No later than %(last)s: we keep your address for at most "
            "six months."
        ) % {
            "example": day_as_typed(months_after(day, 2)),
            "last": date_in_words(last_day(self.now)),
        }
        self.fields["identify"].help_text = (
            _("If you choose ‘No’ or nothing, it comes from ‘%(sender)s’, without our name.")
            % {"sender": neutral_sender_name()}
            if neutral_mail_available()
            else _("We can only send an e-mail that shows who we are.")
        )

    def clean(self) -> dict[str, Any]:
        """Look at the day, and at whether a mail can go out as the person wants it."""
        cleaned = super().clean() or {}
        if cleaned.get("when") == ON_DAY and "day" not in self.errors:
            self._check_day(cleaned["day"])
        says_who = cleaned.get("identify") == Identify.ORGANISATION
        if not says_who and "identify" not in self.errors and not neutral_mail_available():
            self.add_error(
                "identify",
                _(
                    "We cannot send an e-mail that does not show who we are. "
                    "Choose ‘Yes’ here, or do not ask for a reminder."
                ),
            )
        return cleaned

    def _check_day(self, day: str) -> None:
        if not day:
            self.add_error("day", _("Enter the day on which we may get in touch"))
        elif date.fromisoformat(day) < first_day(self.now):
            self.add_error("day", _("Enter a day in the future"))
        elif date.fromisoformat(day) > last_day(self.now):
            latest = date_in_words(last_day(self.now))
            self.add_error("day", _("Enter a day no later than %(date)s") % {"date": latest})

    def to_answers(self) -> dict[str, Any]:
        """Return `email`, the `day` as a date, and `says_who`."""
        cleaned = self.cleaned_data
        months = MONTHS.get(cleaned["when"])
        return {
            "email": cleaned["email"],
            "day": months_after(today(self.now), months)
            if months
            else date.fromisoformat(cleaned["day"]),
            "says_who": cleaned["identify"] == Identify.ORGANISATION,
        }


class ReminderSendForm(SendForm):
    """Consent to one message."""

    consent_note: Words = _("You can cancel it until it is sent.")

    consent = Statement(
        label=_(
            "I have read what Perspectief Herstelbemiddeling does with my data. Perspectief may "
            "use my e-mail address to send me one message."
        ),
        error_messages={
            "required": _(
                "Tick the box to say that you agree to us using your e-mail address. Otherwise we "
                "are not allowed to send you anything."
            )
        },
    )


class CancelForm(forms.Form):
    """The code of a reminder."""

    use_required_attribute = False

    code = ExactText(
        limit=40,
        hide_optional=True,
        label=_("Your code"),
        help_text=_("Nine letters and numbers, such as H7K-4MR-C9D."),
        error_messages={"required": _("Enter the code that you saw on the screen")},
    )

"""How to reach somebody safely: the questions, and what their answers may not be together.

The words are those for who registers. A form for others asks the same with `fields.reworded`.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from perspectief.widgets import DayPartCheckboxes
from registration.casework.desk_calendar import current_calendar
from registration.forms.base import StepForm
from registration.forms.contact_fields import (
    EmailField,
    MomentsField,
    PhoneField,
    by_day,
    phone_in_words,
)
from registration.forms.fields import (
    AnyOf,
    OneOf,
    Statement,
    Text,
    Words,
    flat_choices,
)
from registration.promise_clock.load import busy_moments
from registration.rules.contact_policy import ContactPolicy, policy_for
from registration.rules.deadlines import due_at, offered_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Fallback
from registration.vocabulary.moments import ANY_TIME, DayPart, Weekday
from registration.vocabulary.person import NO_NEED, OTHER_NEED, SpokenLanguage
from registration.words import option_labels
from registration.words.dates import date_in_words

# Shown as a part of the answer that they belong to.
JOINED_FIELDS = frozenset({"phone_impossible", "other_way_details", "other_language", "other_need"})
WAYS = ("phone", "email", "other_way")


class SafeContactForm(StepForm):
    """One safe way to reach somebody, what may be done if nobody answers, and when to call."""

    # What to say about missing or clashing answers; a form for others says it otherwise.
    no_way: Words = _("Enter a phone number or e-mail address, or choose another way")
    no_details: Words = _("Tell us how we can reach you")
    mail_not_allowed: Words = _(
        "You only gave an e-mail address. Tick the box to say we can e-mail you, or choose "
        "another way."
    )
    mail_shows_us: Words = _(
        "We cannot send you an e-mail that does not show who we are. "
        "Choose ‘Yes’ here, or choose another way to reach you."
    )

    phone = PhoneField(
        required=False,
        hide_optional=True,
        label=_("What phone number can we call?"),
        help_text=_(
            "If possible, a number that only you answer. A number from another country is fine."
        ),
        why=_("We want to call you within three days."),
    )
    phone_impossible = Statement(
        required=False,
        label=_("Phone calls are not possible or not safe"),
        reveals=True,
    )
    other_way = OneOf(
        "other_way", required=False, hide_optional=True, label=_("How else can we reach you?")
    )
    other_way_details = Text(
        limit=500,
        required=False,
        hide_optional=True,
        label=_("What do we need to know for that?"),
        help_text=_("Add what we need to know, such as the address or the contact person’s name."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    email = EmailField(
        required=False,
        hide_optional=True,
        label=_("What e-mail address can we use?"),
        help_text=_(
            "If possible, an address that nobody else reads. "
            "Our e-mails do not repeat your answers."
        ),
        why=_("We only e-mail you if you allow it below."),
    )
    fallback = AnyOf(
        "fallback",
        hide_optional=True,
        label=_("What may we do if you do not answer?"),
        help_text=_("Tick what is safe. If you tick nothing, we will only try to call again."),
        why=_("Someone else may be reading or listening. You know what is safe."),
    )
    identify = OneOf(
        "identify",
        required=False,
        label=_("May we say who we are?"),
        help_text=_(
            "This covers speaking to someone else, a voicemail, a text message and an e-mail."
        ),
        why=_("Our name shows what it is about."),
    )
    moments = MomentsField(label=_("When is a good time to call?"))
    avoid = AnyOf(
        label=_("Are there times when we must not call?"),
        help_text=_(
            "For example because someone is with you then. We never call at those times. "
            "Times are Dutch time."
        ),
        widget=DayPartCheckboxes,
    )
    language = OneOf(
        "language",
        required=False,
        label=_("Which language would you like to speak?"),
        help_text=_("An interpreter is free for you."),
        sub_fields={SpokenLanguage.OTHER: ["other_language"]},
    )
    other_language = Text(
        limit=60,
        required=False,
        hide_optional=True,
        label=_("Which language?"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input--short"}),
    )
    needs = AnyOf(
        "needs",
        label=_("Do you need anything for the call?"),
        why=_("So we can arrange it before we call."),
        sub_fields={OTHER_NEED: ["other_need"]},
    )
    other_need = Text(
        limit=200,
        required=False,
        hide_optional=True,
        label=_("What do you need?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def offer_choices(self) -> None:
        """Offer real dates within the promise, and the days on which the desk is open."""
        super().offer_choices()
        calendar = current_calendar(self.now)
        due = due_at(self.now, calendar)
        parts = dict(option_labels.choices("day_part"))
        self.fields["moments"].help_text = _(
            "Choose all the times that suit you. If we cannot make any of them, we will call at "
            "another time, no later than %(due_date)s. Never at a time you rule out below."
        ) % {"due_date": date_in_words(due)}
        offered = offered_moments(self.now, due, calendar)
        offers = by_day(offered, parts, busy_moments(self.now, offered, calendar))
        self.choices_field("moments").choices = [
            *((date_in_words(day), choices) for day, choices in offers.items()),
            (ANY_TIME, str(_("Any time is fine"))),
        ]
        self.choices_field("avoid").choices = [
            (
                str(Weekday(weekday).label),
                [(f"{Weekday(weekday).code}:{part}", parts[part]) for part in DayPart],
            )
            for weekday in sorted(calendar.hours)
        ]

    def clean(self) -> dict[str, Any]:
        """Look for answers that contradict each other, and for one safe way."""
        cleaned = super().clean() or {}
        self._check_contradictions(cleaned)
        self._check_other_way(cleaned)
        self._check_one_safe_way(cleaned)
        return cleaned

    def _check_contradictions(self, cleaned: dict[str, Any]) -> None:
        fallback, needs = cleaned.get("fallback", []), cleaned.get("needs", [])
        if Fallback.ONLY_RETRY in fallback and len(fallback) > 1:
            self.add_error(
                "fallback",
                _("You chose ‘None of these’ and something else. Choose one of them."),
            )
        if NO_NEED in needs and len(needs) > 1:
            self.add_error(
                "needs", _("You chose ‘No, nothing’ and something else. Choose one of them.")
            )

    def _check_other_way(self, cleaned: dict[str, Any]) -> None:
        needs_details = cleaned.get("other_way") and "other_way_details" not in self.errors
        if needs_details and not cleaned["other_way_details"]:
            self.add_error("other_way_details", str(self.no_details))

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        # What has a mistake in it was given all the same; its own message says what to do.
        given = {name for name in WAYS if cleaned.get(name) or name in self.errors}
        if cleaned.get("phone_impossible"):
            given.discard("phone")
        if not given:
            field = "other_way" if cleaned.get("phone_impossible") else "phone"
            self.add_error(field, str(self.no_way))
        elif given == {"email"} and not {"email", "fallback", "identify"} & self.errors.keys():
            self._check_mail_is_permitted(cleaned)

    def _check_mail_is_permitted(self, cleaned: dict[str, Any]) -> None:
        if Fallback.EMAIL not in cleaned["fallback"]:
            self.add_error("fallback", str(self.mail_not_allowed))
        elif not self._policy(cleaned).has_permitted_way:
            self.add_error("identify", str(self.mail_shows_us))

    def _policy(self, cleaned: dict[str, Any]) -> ContactPolicy:
        answers = Answers(
            role="",
            kind="",
            name="",
            email=cleaned["email"],
            phone_impossible=cleaned.get("phone_impossible", False),
            fallback=tuple(cleaned["fallback"]),
            identify=cleaned["identify"],
        )
        return policy_for(answers, neutral_mail_available=bool(settings.NEUTRAL_FROM_EMAIL))

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers; "any time" is no preference, and loose ends are dropped."""
        answers = super().to_answers()
        answers["moments"] = tuple(code for code in answers["moments"] if code != ANY_TIME)
        if answers.get("language") != SpokenLanguage.OTHER:
            answers["other_language"] = ""
        if OTHER_NEED not in answers.get("needs", ()):
            answers["other_need"] = ""
        return answers

    def shown_fields(self) -> list[str]:
        """Leave out another way where none is needed, and what is shown with another answer."""
        left_out = (
            JOINED_FIELDS if self.cleaned_data["other_way"] else JOINED_FIELDS | {"other_way"}
        )
        return [name for name in super().shown_fields() if name not in left_out]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer with what was added to it, and a telephone number with its spaces."""
        words, cleaned = super().answer_in_words(name), self.cleaned_data
        match name:
            case "phone":
                return self._phone_in_words()
            case "other_way" if words:
                return [str(words), cleaned["other_way_details"]]
            case "language" if cleaned[name] == SpokenLanguage.OTHER:
                return cleaned["other_language"] or str(_("Another language"))
            case "needs" if OTHER_NEED in cleaned[name]:
                labels = dict(flat_choices(self.choices_field("needs")))
                others = [labels[code] for code in cleaned[name] if code != OTHER_NEED]
                return [*others, cleaned["other_need"] or str(_("Something else"))]
        return words

    def _phone_in_words(self) -> list[str]:
        cleaned = self.cleaned_data
        words = [phone_in_words(cleaned["phone"])] if cleaned["phone"] else []
        if note := cleaned.get("phone_note"):
            words.append(note)
        if cleaned["phone_impossible"]:
            words.append(str(self.fields["phone_impossible"].label))
        return words

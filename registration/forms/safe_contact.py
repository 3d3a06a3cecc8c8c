"""How to reach somebody safely: the questions, and what their answers may not be together.

The words are those for who registers; `ASKED_TO_REACH` has those about anybody else.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
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
    Asked,
    OneOf,
    Statement,
    Text,
    flat_choices,
)
from registration.mail.senders import neutral_mail_available, neutral_sender_name
from registration.promise_clock.load import busy_moments
from registration.rules.contact_policy import ContactPolicy, code_of_weekday, policy_for
from registration.rules.deadlines import DeskCalendar, Moment, due_at, offered_moments
from registration.rules.promised import Obstacle, promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Fallback, OtherWay
from registration.vocabulary.moments import ANY_TIME, DayPart, Weekday
from registration.vocabulary.person import HEARING, NO_NEED, OTHER_NEED, SpokenLanguage
from registration.vocabulary.whose import Whose, whose_contact
from registration.words import option_labels
from registration.words.dates import date_in_words, moment_choices
from registration.words.discreet_contact import if_we_may_not_be_named
from registration.words.whose import Words

# Shown as a part of the answer that they belong to.
JOINED_FIELDS = frozenset({"phone_impossible", "other_way_details", "other_language", "other_need"})
WAYS = ("phone", "email", "other_way")
# Whether a time is left to call is asked before anybody looks at the number.
ANY_PHONE = "+31"
HELP_WITHOUT_DAY = _(
    "Choose all the times that suit you. We never call at a time you rule out below."
)


# How one asks about somebody else, a client of a professional too.
ASKED_TO_REACH: Mapping[str, Asked] = {
    "phone": Asked(
        label=_("What number can we call %(who)s on?"),
        help_text=_(
            "If possible, a number that only %(who)s answers. A number from another country is "
            "fine."
        ),
        why=_("We want to call %(who)s within three days."),
    ),
    "other_way": Asked(
        label=_("How else can we reach %(who)s?"),
        options={OtherWay.TRUSTED_PERSON: _("Through someone whom %(who)s trusts")},
    ),
    "other_way_details": Asked(),
    "email": Asked(
        label=_("What e-mail address can we use for %(who)s?"),
        why=_("We only e-mail %(who)s if you allow it below."),
    ),
    "fallback": Asked(
        label=_("What may we do if %(who)s does not answer?"),
        why=_("Someone else may be reading or listening. Ask %(who)s what is safe."),
    ),
    "moments": Asked(label=_("When is a good time to call %(who)s?")),
    "avoid": Asked(
        label=_("Are there times when we must not call %(who)s?"),
        help_text=_(
            "For example because someone else is there then. We never call at those times. Times "
            "are Dutch time."
        ),
    ),
    "language": Asked(
        label=_("Which language would %(who)s like to speak?"),
        help_text=_("An interpreter is free for %(who)s."),
    ),
    "needs": Asked(
        label=_("Does %(who)s need anything for the call?"),
        options={HEARING: _("Does not hear well")},
    ),
    "other_need": Asked(label=_("What does %(who)s need?")),
}


class SafeContactForm(StepForm):
    """One safe way to reach somebody, what may be done if nobody answers, and when to call."""

    asked_of_others = ASKED_TO_REACH
    errors_said: ClassVar[Mapping[str, Words]] = {
        "no_way": _("Enter a phone number or e-mail address, or choose another way"),
        "no_details": _("Tell us how we can reach you"),
        "mail_not_allowed": _(
            "You only gave an e-mail address. Tick the box to say we can e-mail you, or choose "
            "another way."
        ),
        "mail_shows_us": _(
            "We cannot send you an e-mail that does not show who we are. "
            "Choose ‘Yes’ here, or choose another way to reach you."
        ),
        "no_time_before": _(
            "You ruled out every time before %(first_day)s when we can call. So we cannot call you "
            "before then. Leave one of those times free, choose another way to reach you, or tick "
            "below that we may call later."
        ),
        "no_time_at_all": _(
            "You ruled out every time when we can call. Leave one of them free, or choose another "
            "way to reach you."
        ),
    }
    errors_said_of_others: ClassVar[Mapping[str, Words]] = {
        "no_way": _("Enter a phone number or e-mail address of %(who)s, or choose another way"),
        "no_details": _("Tell us how we can reach %(who)s"),
        "mail_not_allowed": _(
            "You only gave an e-mail address. Tick the box to say we can e-mail %(who)s, or choose "
            "another way."
        ),
        "mail_shows_us": _(
            "We cannot send %(who)s an e-mail that does not show who we are. "
            "Choose ‘Yes’ here, or choose another way to reach %(who)s."
        ),
        "no_time_before": _(
            "You ruled out every time before %(first_day)s when we can call. So we cannot call "
            "%(who)s before then. Leave one of those times free, choose another way to reach "
            "%(who)s, or tick below that we may call later."
        ),
        "no_time_at_all": _(
            "You ruled out every time when we can call. Leave one of them free, or choose another "
            "way to reach %(who)s."
        ),
    }

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
    # Asked only of who leaves no time to call before the promise ends.
    call_later: Any = Statement(required=False, label=_("You may call later than we promise"))
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

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return whom we reach."""
        return whose_contact(for_whom=for_whom, who_to_call=who_to_call)

    def offer_choices(self) -> None:
        """Offer real dates within the promise, and the days on which the desk is open."""
        super().offer_choices()
        calendar = current_calendar(self.now)
        due = self.promise_end(calendar)
        parts = dict(option_labels.choices("day_part"))
        self._tell_what_follows_from_no()
        self.fields["moments"].help_text = str(self.moments_help(due))
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
        self._offer_a_later_call(due, calendar)

    def promise_end(self, calendar: DeskCalendar) -> datetime:
        """Return until when moments are offered: the end of the promise, or of one made now."""
        return due_at(self.now, calendar)

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; it names the day on which the promise ends."""
        return _(
            "Choose all the times that suit you. If we cannot make any of them, we will call at "
            "another time, no later than %(due_date)s. Never at a time you rule out below."
        ) % {"due_date": date_in_words(due)}

    def _offer_a_later_call(self, due: datetime, calendar: DeskCalendar) -> None:
        sent = self.data.getlist("avoid") if isinstance(self.data, QueryDict) else ()
        avoid = sent if self.is_bound else self.initial.get("avoid") or ()
        answers = Answers(role="", kind="", name="", phone=ANY_PHONE, avoid=tuple(avoid))
        policy = policy_for(answers, neutral_mail_available=False)
        # As if a call was promised; whether it is, `clean` knows.
        self.told_of_call = promised(answers, policy, due, self.now, calendar)
        first = self.told_of_call.not_before
        if first is None:
            self.fields.pop("call_later", None)
        elif "call_later" in self.fields:
            self.fields["call_later"].label = _("You may call later: %(first_day)s or after") % {
                "first_day": date_in_words(first)
            }

    def _tell_what_follows_from_no(self) -> None:
        identify = self.fields["identify"]
        follows = if_we_may_not_be_named(neutral_sender_name() if neutral_mail_available() else "")
        identify.help_text = f"{identify.help_text} {follows}"

    def clean(self) -> dict[str, Any]:
        """Look for answers that contradict each other, and for one safe way."""
        cleaned = super().clean() or {}
        self._check_contradictions(cleaned)
        self._check_other_way(cleaned)
        self._check_one_safe_way(cleaned)
        self._check_moments(cleaned)
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
            self.add_error("other_way_details", self.error_said("no_details"))

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        # What has a mistake in it was given all the same; its own message says what to do.
        given = {name for name in WAYS if cleaned.get(name) or name in self.errors}
        if cleaned.get("phone_impossible"):
            given.discard("phone")
        if not given:
            field = "other_way" if cleaned.get("phone_impossible") else "phone"
            self.add_error(field, self.error_said("no_way"))
        elif given == {"email"} and not {"email", "fallback", "identify"} & self.errors.keys():
            self._check_mail_is_permitted(cleaned)

    def _check_mail_is_permitted(self, cleaned: dict[str, Any]) -> None:
        if Fallback.EMAIL not in cleaned["fallback"]:
            self.add_error("fallback", self.error_said("mail_not_allowed"))
        elif not self._policy(cleaned).has_permitted_way:
            self.add_error("identify", self.error_said("mail_shows_us"))

    def _check_moments(self, cleaned: dict[str, Any]) -> None:
        """Ask what holds where a good time was ruled out too, or where no time is left to call."""
        if {"moments", "avoid"} & self.errors.keys():
            return
        if both := self._chosen_and_ruled_out(cleaned):
            self.add_error("moments", self._ask_which_holds(both))
        elif cleaned.get("phone") and not cleaned.get("phone_impossible"):
            self._check_a_time_is_left(cleaned)

    def _chosen_and_ruled_out(self, cleaned: dict[str, Any]) -> list[Moment]:
        avoid = set(cleaned.get("avoid", ()))
        chosen = [Moment.from_code(code) for code in cleaned["moments"] if code != ANY_TIME]
        return [moment for moment in chosen if code_of_weekday(moment) in avoid]

    def _ask_which_holds(self, moments: list[Moment]) -> str:
        return _(
            "You chose this as a good time, and also as a time when we must not call: %(moments)s. "
            "Choose which is right. Until then we will not call at that time."
        ) % {"moments": "; ".join(words for _code, words in moment_choices(moments))}

    def _check_a_time_is_left(self, cleaned: dict[str, Any]) -> None:
        if self.told_of_call.obstacle is not Obstacle.RULED_OUT or cleaned.get("call_later"):
            return
        first = self.told_of_call.not_before
        self.add_error(
            "avoid",
            self.error_said("no_time_before", first_day=date_in_words(first))
            if first
            else self.error_said("no_time_at_all"),
        )

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
        return policy_for(answers, neutral_mail_available=neutral_mail_available())

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers; "any time" is no preference, and loose ends are dropped."""
        answers = super().to_answers()
        answers["moments"] = tuple(code for code in answers["moments"] if code != ANY_TIME)
        answers.pop("call_later", None)
        if answers.get("language") != SpokenLanguage.OTHER:
            answers["other_language"] = ""
        if OTHER_NEED not in answers.get("needs", ()):
            answers["other_need"] = ""
        return answers

    def shown_fields(self) -> list[str]:
        """Leave out another way where none is needed, and what is shown with another answer."""
        left_out = set(JOINED_FIELDS)
        left_out |= {
            name for name in ("other_way", "call_later") if not self.cleaned_data.get(name)
        }
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

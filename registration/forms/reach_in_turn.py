"""Safe contact, asked on one page after the other: each offers what the answers before it leave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, cast

from django.forms import Field
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from perspectief.widgets import DayPartCheckboxes
from registration.forms.base import Given, RawValues
from registration.forms.contact_fields import MomentsField
from registration.forms.fields import AnyOf, Asked, OneOf, Words, reworded
from registration.forms.reach import ReachForm
from registration.forms.safe_contact import ASKED_FOR_SAFE_CONTACT, SafeContactForm
from registration.rules.contact_policy import code_of_weekday
from registration.rules.deadlines import Moment
from registration.vocabulary.channels import Fallback, OtherWay
from registration.vocabulary.moments import ANY_TIME
from registration.words.dates import date_in_words
from registration.words.whose import said

DUTCH_TIME = _("Times are Dutch time.")
NO, YES = "no", "yes"
CHOOSE = "choose"
# By the question that is asked first: which times are asked after one of its answers.
TIMES_AFTER: Mapping[str, str] = {"rules_out": "avoid", "call_when": "moments"}


def may_call(given: Given) -> bool:
    """Return whether we call somebody; who gave no way to be reached yet may be called."""
    has_another = given("email").strip() or given("other_way")
    return not given("phone_impossible") and bool(given("phone").strip() or not has_another)


def may_leave_a_message(given: Given) -> bool:
    """Return whether there is a number or an address for a message."""
    return may_call(given) or bool(given("email").strip())


class InTurnForm(SafeContactForm):
    """What cannot be, after an answer on an earlier page, is not offered on a later one."""

    # Whether anything was answered before; where all is asked at once, all of it is offered.
    asks_in_turn: ClassVar[bool] = True
    asked_of_others: ClassVar[Mapping[str, Asked]] = {
        **ASKED_FOR_SAFE_CONTACT,
        "email": replace(
            ASKED_FOR_SAFE_CONTACT["email"],
            why=_("We only e-mail %(who)s if you allow it on the next page."),
        ),
        "fallback": Asked(
            label=ASKED_FOR_SAFE_CONTACT["fallback"].label,
            help_text=_(
                "Someone else may read or listen. Ask %(who)s what is safe. If you tick nothing, "
                "we only try to call again."
            ),
        ),
        "rules_out": Asked(
            label=_("Are there any times when we must not call %(who)s?"),
            help_text=_(
                "For example because someone else is there then. We never call at those times."
            ),
        ),
        "avoid": Asked(label=_("At which times must we not call?"), help_text=DUTCH_TIME),
        "call_when": Asked(label=_("When would be a good time to call %(who)s?")),
        "moments": Asked(label=_("Which times are good?")),
    }

    errors_said: ClassVar[Mapping[str, Words]] = {
        **ReachForm.errors_said,
        "no_time_ruled_out": _("Tick the times when we must not call, or choose ‘No’"),
    }

    follow_ups = {question: (times,) for question, times in TIMES_AFTER.items()}

    fallback = reworded(
        SafeContactForm,
        "fallback",
        help_text=_(
            "Someone else may read or listen. Tick what is safe. If you tick nothing, we only try "
            "to call again."
        ),
        why="",
    )
    identify = reworded(
        SafeContactForm,
        "identify",
        help_text=_("Also to someone else, and in messages."),
        why="",
    )
    rules_out = OneOf(
        "",
        required=False,
        choices=[(NO, _("No")), (YES, _("Yes, at these times"))],
        label=_("Are there any times when we must not call you?"),
        help_text=_("For example because someone is with you then. We never call at those times."),
        reveals={YES},
        has_short_answers=True,
    )
    avoid = AnyOf(
        hide_optional=True,
        label=_("At which times must we not call?"),
        help_text=DUTCH_TIME,
        widget=DayPartCheckboxes,
    )
    call_when = OneOf(
        "",
        required=False,
        choices=[(ANY_TIME, _("Any time is fine")), (CHOOSE, _("I choose the times"))],
        label=_("When would you like us to call?"),
        reveals={CHOOSE},
    )
    moments = MomentsField(hide_optional=True, label=_("Which times suit you?"))
    email = reworded(SafeContactForm, "email", why=_("We only e-mail you if you allow it."))

    def offer_choices(self) -> None:
        """Leave out messages that cannot arrive, and times that are ruled out."""
        super().offer_choices()
        if not self.asks_in_turn:
            return
        fallback = self.fields["fallback"]
        if isinstance(fallback, AnyOf):
            fallback.leave_out(self.impossible_messages())
        if not may_call(self._given) and self._given("email").strip():
            self._ask_for_mail_only(fallback)
        if "moments" in self.fields:
            self._leave_out_what_is_ruled_out()

    def _leave_out_what_is_ruled_out(self) -> None:
        avoid = set(self.ruled_out())
        moments = self.choices_field("moments")
        *days, any_time = cast(list[tuple[str, Any]], moments.choices)
        left = [(day, parts) for day, each in days if (parts := _without(each, avoid))]
        moments.choices = left or [any_time]

    def _ask_for_mail_only(self, fallback: Field) -> None:
        """Ask of who gave no number what it is about: nobody calls, so nobody can pick up."""
        fallback.label = said(_("May we e-mail you?"), _("May we e-mail %(who)s?"), self.whose)
        fallback.help_text = said(
            _("Tick it if that is safe. You gave no phone number, so we have no other way."),
            _("Tick it if that is safe. There is no phone number, so we have no other way."),
            self.whose,
        )

    def _ways_that_may_be(self) -> dict[str, bool]:
        """Return the ways that somebody gave on the page before."""
        if not self.asks_in_turn:
            return super()._ways_that_may_be()
        return {
            "may_call": may_call(self._given),
            "may_mail": bool(self._given("email").strip()),
            "may_write": self._given("other_way") == OtherWay.LETTER,
        }

    def ruled_out(self) -> Sequence[str]:
        """Return the times that are ruled out; after a no, what was ticked counts for nothing."""
        return () if self._given("rules_out") == NO else super().ruled_out()

    def clean(self) -> dict[str, Any]:
        """Ask for the times of who says that there are some."""
        cleaned = super().clean()
        if cleaned.get("rules_out") == YES and not (cleaned.get("avoid") or "avoid" in self.errors):
            self.add_error("avoid", self.error_said("no_time_ruled_out"))
        self._check_times_are_chosen(cleaned)
        return cleaned

    def _check_times_are_chosen(self, cleaned: dict[str, Any]) -> None:
        is_chosen = cleaned.get("moments") or "moments" in self.errors
        if cleaned.get("call_when") == CHOOSE and not is_chosen:
            self.add_error("moments", _("Tick the times that suit, or choose ‘Any time is fine’"))

    @classmethod
    def kept_for_another(cls, values: RawValues) -> RawValues:
        """Return what is not about how to reach somebody."""
        kept = super().kept_for_another(values)
        return {name: given for name, given in kept.items() if name not in TIMES_AFTER}

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers; the times say all that the questions before them do."""
        answers = super().to_answers()
        return {name: answer for name, answer in answers.items() if name not in TIMES_AFTER}

    def question_of(self, answer: str) -> str:
        """Return the name of the question with which an answer of `to_answers` is shown."""
        name = super().question_of(answer)
        return next((first for first, times in TIMES_AFTER.items() if times == name), name)

    def shown_fields(self) -> list[str]:
        """Show times with the question before them."""
        return [name for name in super().shown_fields() if name not in TIMES_AFTER.values()]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer, or the times that belong to it."""
        times = super().answer_in_words(TIMES_AFTER[name]) if name in TIMES_AFTER else ""
        return times or super().answer_in_words(name)

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; none of them is ruled out."""
        return _(
            "Choose all the times that suit you. If we cannot make any of them, we will call at "
            "another time, no later than %(due_date)s."
        ) % {"due_date": date_in_words(due)}

    def impossible_messages(self) -> set[str]:
        """Return the messages for which no number or address was given."""
        impossible: set[str] = set()
        if not may_call(self._given):
            impossible |= {Fallback.VOICEMAIL, Fallback.TEXT, Fallback.ONLY_RETRY}
        if not self._given("email").strip():
            impossible.add(Fallback.EMAIL)
        return impossible

    def _given(self, name: str) -> str:
        chosen = self._chosen(name)
        return str(chosen[-1]) if chosen else ""

    def _chosen(self, name: str) -> list[str]:
        if isinstance(self.data, QueryDict) and self.is_bound:
            return self.data.getlist(name)
        value = self.initial.get(name) or ()
        return list(value) if isinstance(value, list | tuple) else [str(value)]


class ReachInTurnForm(InTurnForm, ReachForm):
    """The same of who registers, with how they heard of us."""


def _without(parts: list[tuple[str, str]], avoid: set[str]) -> list[tuple[str, str]]:
    return [part for part in parts if code_of_weekday(Moment.from_code(part[0])) not in avoid]

"""When to call somebody: good times, times that are ruled out, and whether any is left.

The words are those for who registers; `ASKED_WHEN_TO_CALL` has those about anybody else.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from perspectief.widgets import DayPartCheckboxes
from registration.casework.desk_calendar import shown_calendar
from registration.forms.base import StepForm
from registration.forms.contact_fields import MomentsField, by_day
from registration.forms.fields import AnyOf, Asked, Statement
from registration.promise_clock.load import busy_moments
from registration.rules.contact_policy import code_of_weekday, policy_for
from registration.rules.deadlines import DeskCalendar, Moment, due_at, offered_moments
from registration.rules.promised import Obstacle, promise_to_make
from registration.vocabulary.answers import Answers
from registration.vocabulary.moments import ANY_TIME, DayPart, Weekday
from registration.words import option_labels
from registration.words.dates import date_in_words, moment_choices
from registration.words.whose import Words

# Whether a time is left to call is asked before anybody looks at the number.
ANY_PHONE = "+31"
HELP_WITHOUT_DAY = _(
    "Choose all the times that suit you. We never call at a time you rule out below."
)

# How one asks about somebody else, a client of a professional too.
ASKED_WHEN_TO_CALL: Mapping[str, Asked] = {
    "moments": Asked(label=_("When is a good time to call %(who)s?")),
    "avoid": Asked(
        label=_("Are there times when we must not call %(who)s?"),
        help_text=_(
            "For example because someone else is there then. We never call at those times. Times "
            "are Dutch time."
        ),
    ),
}


class WhenToCallForm(StepForm):
    """When somebody wants to be called, and when nobody may call."""

    asked_of_others = ASKED_WHEN_TO_CALL
    errors_said: ClassVar[Mapping[str, Words]] = {
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

    def offer_choices(self) -> None:
        """Offer real dates within the promise, and the days on which the desk is open."""
        super().offer_choices()
        calendar = shown_calendar(self.now)
        due = self.promise_end(calendar)
        parts = dict(option_labels.choices("day_part"))
        if "moments" in self.fields:
            self._offer_moments(due, calendar, parts)
        self.choices_field("avoid").choices = [
            (
                str(Weekday(weekday).label),
                [(f"{Weekday(weekday).code}:{part}", parts[part]) for part in DayPart],
            )
            for weekday in sorted(calendar.hours)
        ]
        self._offer_a_later_call(due, calendar)

    def _offer_moments(self, due: datetime, calendar: DeskCalendar, parts: dict[str, str]) -> None:
        self.fields["moments"].help_text = str(self.moments_help(due))
        offered = offered_moments(self.now, due, calendar)
        offers = by_day(offered, parts, busy_moments(self.now, offered, calendar))
        self.choices_field("moments").choices = [
            *((date_in_words(day), choices) for day, choices in offers.items()),
            (ANY_TIME, str(_("Any time is fine"))),
        ]

    def promise_end(self, calendar: DeskCalendar) -> datetime:
        """Return until when moments are offered: the end of the promise, or of one made now."""
        return due_at(self.now, calendar)

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; it names the day on which the promise ends."""
        return _(
            "Choose all the times that suit you. If we cannot make any of them, we will call at "
            "another time, no later than %(due_date)s. Never at a time you rule out below."
        ) % {"due_date": date_in_words(due)}

    def ruled_out(self) -> Sequence[str]:
        """Return the times that are ruled out, as far as was answered; not looked at yet."""
        sent = self.data.getlist("avoid") if isinstance(self.data, QueryDict) else ()
        return sent if self.is_bound else self.initial.get("avoid") or ()

    def _offer_a_later_call(self, due: datetime, calendar: DeskCalendar) -> None:
        avoid = tuple(self.ruled_out())
        answers = Answers(role="", kind="", name="", phone=ANY_PHONE, avoid=avoid)
        policy = policy_for(answers, neutral_mail_available=False)
        # As if a call was promised; whether it is, `clean` knows.
        self.told_of_call = promise_to_make(answers, policy, due, self.now, calendar)
        first, last = self.told_of_call.not_before, self.told_of_call.before
        if first is None or last is None:
            self.fields.pop("call_later", None)
        elif "call_later" in self.fields:
            self.fields["call_later"].label = _(
                "You may call later: not before %(first_day)s, and no later than %(due_date)s"
            ) % {"first_day": date_in_words(first), "due_date": date_in_words(last)}

    def clean(self) -> dict[str, Any]:
        """Look for times that contradict each other, and for one that is left."""
        cleaned = super().clean() or {}
        self._check_any_time(cleaned)
        self._check_moments(cleaned)
        return cleaned

    def _check_any_time(self, cleaned: dict[str, Any]) -> None:
        """Ask which holds where any time is fine, and one time is better than another."""
        moments = cleaned.get("moments", [])
        if ANY_TIME in moments and len(moments) > 1:
            self.add_error(
                "moments",
                _("You chose ‘Any time is fine’ and a time as well. Choose one of them."),
            )

    def _check_moments(self, cleaned: dict[str, Any]) -> None:
        """Ask what holds where a good time was ruled out too, or where no time is left to call."""
        if {"moments", "avoid"} & self.errors.keys():
            return
        if both := self._chosen_and_ruled_out(cleaned):
            self.add_error("moments", self._ask_which_holds(both))
        else:
            self._check_a_time_is_left(cleaned)

    def _chosen_and_ruled_out(self, cleaned: dict[str, Any]) -> list[Moment]:
        avoid = set(cleaned.get("avoid", ()))
        chosen = [Moment.from_code(code) for code in cleaned.get("moments", ()) if code != ANY_TIME]
        return [moment for moment in chosen if code_of_weekday(moment) in avoid]

    def _ask_which_holds(self, moments: list[Moment]) -> str:
        return _(
            "You chose this as a good time, and also as a time when we must not call: %(moments)s. "
            "Choose which is right. Until then we will not call at that time."
        ) % {"moments": "; ".join(words for _code, words in moment_choices(moments))}

    def _check_a_time_is_left(self, cleaned: dict[str, Any]) -> None:
        """Ask about the times of somebody whom we call, where none is left before the promise."""
        if not cleaned.get("phone") or cleaned.get("phone_impossible"):
            return
        told = self.told_of_call
        is_ruled_out = told.not_before is not None or told.obstacle is Obstacle.RULED_OUT
        if not is_ruled_out or cleaned.get("call_later"):
            return
        first = told.not_before
        self.add_error(
            "avoid",
            self.error_said("no_time_before", first_day=date_in_words(first))
            if first
            else self.error_said("no_time_at_all"),
        )

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers; "any time" is no preference."""
        answers = super().to_answers()
        if "moments" in answers:
            answers["moments"] = tuple(code for code in answers["moments"] if code != ANY_TIME)
        answers.pop("call_later", None)
        return answers

    def shown_fields(self) -> list[str]:
        """Leave out whether we may call later where nobody asked."""
        shown = super().shown_fields()
        if not self.cleaned_data.get("call_later"):
            shown = [name for name in shown if name != "call_later"]
        return shown

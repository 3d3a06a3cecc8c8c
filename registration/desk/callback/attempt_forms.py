"""The forms of an attempt: what came of it, and over which channel word was left."""

from datetime import datetime
from typing import Any, cast

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.desk.callback.next_moment_forms import NextMomentForm
from registration.desk.callback.note_forms import NoteField
from registration.desk.callback.offered_options import offer
from registration.rules.contact_policy import ContactPolicy
from registration.rules.deadlines import DeskCalendar
from registration.rules.possible_results import possible_results
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.channels import MessageChannel
from registration.words.dates import date_and_time_in_words

QUICK_RESULTS = frozenset(
    {
        AttemptResult.REACHED,
        AttemptResult.CALLED_US,
        AttemptResult.NO_ANSWER,
        AttemptResult.VOICEMAIL,
        AttemptResult.SENT,
    }
)


class Agreed(models.TextChoices):
    """What this attempt means for the moment that was agreed."""

    STAYS = "stays", _("It stays")
    OVER = "over", _("It is over")


class AttemptForm(NextMomentForm):
    """What came of one attempt, and when the next one is."""

    result = forms.ChoiceField(
        label=_("What happened?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )
    # Asked only while a moment that was agreed is still to come.
    agreed = forms.ChoiceField(
        label=_("The moment that we agreed"),
        choices=Agreed.choices,
        initial=Agreed.STAYS,
        widget=forms.RadioSelect,
        required=False,
    )
    note = NoteField()

    def __init__(
        self,
        *args: Any,
        answers: Answers,
        calendar: DeskCalendar,
        policy: ContactPolicy,
        kind: str,
        way_is_wrong: bool,
        agreed_ahead: datetime | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, answers=answers, calendar=calendar, **kwargs)
        self.fields["next_date"].help_text = _(
            "Needed if the person asked to be called back. Otherwise leave empty: we will plan it."
        )
        if agreed_ahead is None:
            del self.fields["agreed"]
        else:
            self.fields["agreed"].help_text = date_and_time_in_words(agreed_ahead)
        results = possible_results(
            answers, policy, kind, timezone.now(), calendar, way_is_wrong=way_is_wrong
        )
        offer(self, "result", "attempt", results)
        # Nobody may call now, so nobody did; the screen says so.
        may_call = kind != TaskKind.CALL or AttemptResult.NO_ANSWER in results
        self.nobody_may_call = not may_call and not way_is_wrong

    @property
    def agreed_stays(self) -> bool:
        """Whether what was agreed holds, as it does unless said otherwise; after validation."""
        return self.cleaned_data.get("agreed") != Agreed.OVER

    def takes_moment(self, data: dict[str, Any]) -> bool:
        """Whoever was reached is not called again from the queue; the outcome says what follows."""
        return data.get("result") != AttemptResult.REACHED

    def needs_moment(self, data: dict[str, Any]) -> bool:
        """Only who asked to be called back said when."""
        return data.get("result") == AttemptResult.CALL_BACK


def quick_results(form: AttemptForm) -> list[tuple[str, str]]:
    """Return the results that one click records, with their words: they need nothing more."""
    field = cast(forms.ChoiceField, form.fields["result"])
    offered = cast(list[tuple[str, str]], field.choices)
    return [choice for choice in offered if choice[0] in QUICK_RESULTS]


class MessageForm(forms.Form):
    """Over which channel the person was told that we tried."""

    channel = forms.ChoiceField(choices=MessageChannel.choices)

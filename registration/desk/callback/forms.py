"""The forms of the call screen: what came of an attempt, and how a registration ends."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.casework.permissions import colleagues_to_take
from registration.models import Callback, ContactAttempt
from registration.rules.contact_policy import ContactPolicy, is_ruled_out_at
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, is_open
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, TaskKind
from registration.vocabulary.channels import MessageChannel
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.words import option_labels

NOTE_LENGTH = 5000
QUICK_RESULTS = frozenset(
    {
        AttemptResult.REACHED,
        AttemptResult.NO_ANSWER,
        AttemptResult.VOICEMAIL,
        AttemptResult.SENT,
    }
)


class NoteField(forms.CharField):
    """A note of the desk; it is stored encrypted."""

    def __init__(self, *, label: Any = None) -> None:
        super().__init__(
            label=label or _("Note"),
            help_text=_("Only what the next colleague needs. The person may ask to read it."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=NOTE_LENGTH,
            required=False,
        )


class ColleagueField(forms.ModelChoiceField):
    """A colleague, shown by name."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name of a colleague."""
        return str(obj.get_full_name() or obj.get_username())


class NextMomentForm(forms.Form):
    """When we try again: a moment at which the desk is open and that the person allows."""

    next_date = forms.DateField(
        label=_("Next attempt on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        required=False,
    )
    next_time = forms.TimeField(
        label=_("at (Dutch time)"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M"],
        required=False,
    )

    def __init__(self, *args: Any, answers: Answers, calendar: DeskCalendar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._answers = answers
        self._calendar = calendar

    @property
    def next_attempt_at(self) -> datetime | None:
        """The chosen moment of the next attempt, aware; only after validation."""
        return self.cleaned_data.get("next_attempt_at")

    def clean(self) -> dict[str, Any]:
        """Check the moment, if there is to be one."""
        data = super().clean() or {}
        if not self.takes_moment(data):
            return data
        day, at = data.get("next_date"), data.get("next_time")
        if day and at:
            self._check_moment(datetime.combine(day, at, DESK_TIME_ZONE))
        elif day or at:
            field, words = (
                ("next_time", _("Enter a time too"))
                if day
                else ("next_date", _("Enter a date too"))
            )
            self.add_error(field, words)
        elif self.needs_moment(data) and not {"next_date", "next_time"} & set(self.errors):
            self.add_error("next_date", _("Enter when to call back"))
        return data

    def takes_moment(self, data: dict[str, Any]) -> bool:
        """Return whether a moment that was filled in counts."""
        return True

    def needs_moment(self, data: dict[str, Any]) -> bool:
        """Return whether there has to be a moment."""
        return True

    def _check_moment(self, moment: datetime) -> None:
        if moment <= timezone.now():
            self.add_error("next_date", _("Choose a moment in the future"))
        elif not is_open(moment, self._calendar):
            self.add_error("next_time", _("The desk is closed then. Choose another moment."))
        elif is_ruled_out_at(self._answers, moment):
            self.add_error(
                "next_time", _("The person ruled this moment out. Choose another moment.")
            )
        else:
            self.cleaned_data["next_attempt_at"] = moment


class PlanForm(NextMomentForm):
    """Another moment for the next attempt than the one that was planned."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "plan")
        super().__init__(*args, **kwargs)


class AttemptForm(NextMomentForm):
    """What came of one attempt, and when the next one is."""

    result = forms.ChoiceField(
        label=_("What happened?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )
    note = NoteField()

    def __init__(self, *args: Any, policy: ContactPolicy, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_date"].help_text = _(
            "Needed if the person asked to be called back. Otherwise leave empty: we will plan it."
        )
        _offer(self, "result", "attempt", permitted_results(policy, kind))

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


def permitted_results(policy: ContactPolicy, kind: str) -> frozenset[AttemptResult]:
    """Return which results can be recorded: a voicemail only where the person allows it."""
    if kind in {TaskKind.LETTER, TaskKind.MAIL}:
        return frozenset({AttemptResult.SENT, AttemptResult.REACHED, AttemptResult.WRONG_NUMBER})
    results = {
        AttemptResult.REACHED,
        AttemptResult.NO_ANSWER,
        AttemptResult.WRONG_NUMBER,
        AttemptResult.CALL_BACK,
    }
    if policy.may_leave_voicemail:
        results.add(AttemptResult.VOICEMAIL)
    if kind in {TaskKind.CONTACT, TaskKind.REFERRAL}:
        results.add(AttemptResult.SENT)
    return frozenset(results)


class CloseForm(forms.Form):
    """The outcome with which a registration is closed."""

    outcome = forms.ChoiceField(
        label=_("How does it end?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an outcome")},
    )
    note = NoteField()

    def __init__(
        self,
        *args: Any,
        source: str = Source.SELF,
        awaits_own_yes: bool = False,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("prefix", "close")
        super().__init__(*args, **kwargs)
        self._awaits_own_yes = awaits_own_yes
        self._ask_first = (
            _("First ask the client, and record it under ‘Does the client agree?’")
            if source == Source.REFERRER
            else _("First ask the person, and record it under ‘Does the person want this?’")
        )
        _offer(self, "outcome", "state", Lifecycle.outcomes_of(source))

    def clean_outcome(self) -> str:
        """Refuse to pass on somebody who was referred or helped, and has not told us to want it.

        Raises:
            ValidationError: the person has to be asked first.
        """
        outcome: str = self.cleaned_data["outcome"]
        if self._awaits_own_yes and outcome in Lifecycle.passed_on():
            raise forms.ValidationError(self._ask_first, code="awaits_own_yes")
        return outcome


class OwnYesForm(forms.Form):
    """What somebody whom another registered, or helped to, says about it to us."""

    agrees = forms.ChoiceField(
        label=_("What did the person say?"),
        choices=[
            ("yes", _("The person wants this")),
            (
                "no",
                _("The person does not want this. Close the registration; nothing more happens."),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person said")},
    )

    @property
    def wants_this(self) -> bool:
        """Whether the person wants it; only after validation."""
        return bool(self.cleaned_data["agrees"] == "yes")


class ClientAgreesForm(OwnYesForm):
    """What the client of a professional says about the referral."""

    agrees = forms.ChoiceField(
        label=_("What did the client say?"),
        choices=[
            ("yes", _("The client agrees to the referral")),
            ("no", _("The client does not agree. Close the referral; nothing more happens.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the client said")},
    )


class DeskNoteForm(forms.Form):
    """The note of the desk about a person."""

    note = NoteField(label=_("The desk’s note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "desk")
        super().__init__(*args, **kwargs)


class AttemptNoteForm(forms.Form):
    """A correction of the note with an attempt."""

    note = NoteField(label=_("Note with this attempt"))


def attempt_note_form(attempt: ContactAttempt) -> AttemptNoteForm:
    """Return the form that corrects this note; several of them are on one page."""
    return AttemptNoteForm(
        initial={"note": attempt.note or ""}, auto_id=f"id_attempt_{attempt.pk}_%s"
    )


class MessageForm(forms.Form):
    """Over which channel the person was told that we tried."""

    channel = forms.ChoiceField(choices=MessageChannel.choices)


class ReassignForm(forms.Form):
    """The colleague who gets a callback."""

    colleague = ColleagueField(
        queryset=get_user_model()._default_manager.none(),
        label=_("Reassign to"),
        empty_label=_("Choose a colleague"),
        error_messages={"required": _("Choose a colleague")},
    )

    def __init__(self, *args: Any, callback: Callback, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["colleague"])
        field.queryset = colleagues_to_take(callback)


def _offer(form: forms.Form, name: str, group: str, codes: Collection[str]) -> None:
    field = cast(forms.ChoiceField, form.fields[name])
    field.choices = [choice for choice in option_labels.choices(group) if choice[0] in codes]

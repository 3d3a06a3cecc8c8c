"""The forms that ask when we try again."""

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.date_fields import TimeOfDayField
from perspectief.typed_dates import YearMeant
from registration.casework.follow_up import may_be_agreed
from registration.desk.base.day_field import DeskDayField
from registration.forms.far_ahead import ask_about_day, is_far_ahead
from registration.models import Callback
from registration.rules.contact_policy import is_ruled_out_at
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, is_open
from registration.vocabulary.answers import Answers


class NextMomentForm(forms.Form):
    """When we try again: a moment at which the desk is open and that the person allows."""

    next_date = DeskDayField(_("Next attempt on"), year_meant=YearMeant.AHEAD)
    # Asked only about a day that is far ahead.
    next_date_is_right = forms.BooleanField(
        required=False, label=_("Yes, the next attempt is on that day")
    )
    next_time = TimeOfDayField(
        label=_("at (Dutch time)"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        required=False,
    )

    def __init__(self, *args: Any, answers: Answers, calendar: DeskCalendar, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._answers = answers
        self._calendar = calendar
        if not self._is_far_ahead():
            del self.fields["next_date_is_right"]

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
        elif self._is_far_ahead() and not self.cleaned_data.get("next_date_is_right"):
            day = moment.astimezone(DESK_TIME_ZONE).date()
            self.add_error("next_date", ask_about_day(day, _today()))
        else:
            self.cleaned_data["next_attempt_at"] = moment

    def _is_far_ahead(self) -> bool:
        try:
            day = self.fields["next_date"].clean(self["next_date"].data)
        except forms.ValidationError:
            return False
        return day is not None and is_far_ahead(day, _today())


def _today() -> date:
    return timezone.now().astimezone(DESK_TIME_ZONE).date()


class PlanForm(NextMomentForm):
    """Another moment for the next attempt than the one that was planned."""

    # Asked only where somebody spoke to the person.
    is_agreed = forms.BooleanField(required=False, label=_("The person knows: we agreed on this"))

    def __init__(self, *args: Any, callback: Callback, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "plan")
        super().__init__(*args, **kwargs)
        if not may_be_agreed(callback):
            del self.fields["is_agreed"]

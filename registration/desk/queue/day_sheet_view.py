"""The callbacks of one day on paper: what may lie on a desk, and nothing about a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from registration.casework import permissions
from registration.casework.contact_answers import contact_answers_of_each
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.day_field import DeskDayField
from registration.mail.senders import neutral_mail_available
from registration.models import Callback
from registration.rules.contact_policy import is_ruled_out, policy_for, wished_moments
from registration.rules.deadlines import DESK_TIME_ZONE, Moment, midnights_of, part_at
from registration.vocabulary.answers import Answers
from registration.vocabulary.moments import DayPart
from registration.words import option_labels, signs


class DayForm(forms.Form):
    """Which day to show."""

    date = DeskDayField(gettext_lazy("Day"), required=True)


@dataclass(frozen=True)
class DayRow:
    """A callback as it is printed: numbers, times and signs only."""

    callback: Callback
    task: signs.Sign
    contact: list[signs.Sign]
    not_during: list[str]


@dataclass(frozen=True)
class DayGroup:
    """The callbacks of a part of the day."""

    title: str
    rows: list[DayRow]


class DayView(DeskScreenMixin, TemplateView):
    """A sheet with the callbacks of a day, to print and to shred."""

    predicate = staticmethod(permissions.can_see_queue)
    template_name = "registration/desk/day/sheet.html"

    @cached_property
    def form(self) -> DayForm:
        """The day that was asked for; without one, today."""
        today = timezone.now().astimezone(DESK_TIME_ZONE).date()
        return DayForm(self.request.GET if "date" in self.request.GET else {"date": today})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the day and its groups; an unreadable day has none."""
        context = super().get_context_data(**kwargs)
        day = self.form.cleaned_data["date"] if self.form.is_valid() else None
        groups = groups_of(day, timezone.now()) if day else []
        return {
            **context,
            "form": self.form,
            "day": day,
            "groups": groups,
            "number": sum(len(group.rows) for group in groups),
        }


def groups_of(day: date, now: datetime) -> list[DayGroup]:
    """Return the open callbacks that belong to a day, by when they should be called.

    A callback belongs to the day on which the next attempt is planned, on which the person wants
    to be called, or on which the promise ends; broken promises, and what was planned for an earlier
    day, belong to today.

    Args:
        day: in Dutch time.
        now: an aware moment.
    """
    morning, afternoon = Moment(day, DayPart.MORNING), Moment(day, DayPart.AFTERNOON)
    parts = dict(option_labels.choices("day_part"))
    neutral_available = neutral_mail_available()
    late: list[DayRow] = []
    planned: dict[DayPart, list[DayRow]] = {DayPart.MORNING: [], DayPart.AFTERNOON: []}
    any_moment: list[DayRow] = []
    is_today = day == now.astimezone(DESK_TIME_ZONE).date()
    callbacks = list(Callback.objects.open().select_related("registration", "claimed_by"))
    permitted = contact_answers_of_each(callback.registration for callback in callbacks)
    for callback in callbacks:
        answers = permitted[callback.registration_id]
        part = _part_of(callback, answers, day, (morning, afternoon))
        if is_today and (callback.is_overdue(now) or _was_planned_before(callback, day)):
            group = late
        elif part is not None:
            group = planned[part]
        elif _is_promised_on(callback, day):
            group = any_moment
        else:
            continue
        group.append(
            DayRow(
                callback=callback,
                task=signs.task_sign(callback.kind),
                contact=signs.safe_contact_signs(
                    policy_for(answers, neutral_mail_available=neutral_available)
                ),
                not_during=[
                    str(parts[moment.part])
                    for moment in (morning, afternoon)
                    if is_ruled_out(answers, moment)
                ],
            )
        )
    groups = [
        DayGroup(_("Overdue: call these first"), late),
        *(DayGroup(str(parts[part]).capitalize(), rows) for part, rows in planned.items()),
        DayGroup(_("Promised for this day, at any moment"), any_moment),
    ]
    return [group for group in groups if group.rows]


def _part_of(
    callback: Callback, answers: Answers, day: date, moments: Sequence[Moment]
) -> DayPart | None:
    """Return the part of the day in which to call; a planned attempt outranks a wish."""
    planned = callback.next_attempt_at
    if planned is not None:
        return part_at(planned) if planned.astimezone(DESK_TIME_ZONE).date() == day else None
    wished = wished_moments(answers)
    return next((one.part for one in moments if one in wished), None)


def _was_planned_before(callback: Callback, day: date) -> bool:
    """Return whether the next attempt was planned for an earlier day, and nobody made it."""
    planned = callback.next_attempt_at
    return planned is not None and planned.astimezone(DESK_TIME_ZONE).date() < day


def _is_promised_on(callback: Callback, day: date) -> bool:
    midnight, next_midnight = midnights_of(day)
    return callback.first_attempt_at is None and midnight <= callback.due_at < next_midnight

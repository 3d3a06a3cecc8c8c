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
from registration.casework.follow_up import (
    awaits_outcome,
    is_agreed,
    last_contact_at,
    must_agree_again,
    waits_for_person,
)
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.day_field import DeskDayField
from registration.desk.queue.rows import prefetch_attempts
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
    plan: str
    is_agreed: bool
    standing: list[signs.Sign]
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
    to be called, or on which the promise ends. To today belong broken promises, what was planned
    for an earlier day, and what was tried and would be on the sheet of no day; not what waits for
    the person.

    Args:
        day: in Dutch time.
        now: an aware moment.
    """
    moments = Moment(day, DayPart.MORNING), Moment(day, DayPart.AFTERNOON)
    parts = dict(option_labels.choices("day_part"))
    is_today = day == now.astimezone(DESK_TIME_ZONE).date()
    callbacks = list(Callback.objects.open().select_related("registration", "claimed_by"))
    prefetch_attempts(callbacks)
    permitted = contact_answers_of_each(callback.registration for callback in callbacks)
    late: list[Callback] = []
    planned: dict[DayPart, list[Callback]] = {DayPart.MORNING: [], DayPart.AFTERNOON: []}
    any_moment: list[Callback] = []
    no_moment: list[Callback] = []
    for callback in callbacks:
        part = _part_of(callback, permitted[callback.registration_id], day, moments)
        if is_today and (callback.is_overdue(now) or _was_planned_before(callback, day)):
            late.append(callback)
        elif part is not None:
            planned[part].append(callback)
        elif _is_promised_on(callback, day):
            any_moment.append(callback)
        elif is_today and _is_left_without_moment(callback):
            no_moment.append(callback)
    by_title = [
        (_("Overdue: call these first"), late),
        *((str(parts[part]).capitalize(), found) for part, found in planned.items()),
        (_("Promised for this day, at any moment"), any_moment),
        (_("Tried or spoken to, and nothing is planned"), no_moment),
    ]
    return [
        DayGroup(title, [_row(each, permitted[each.registration_id], moments) for each in found])
        for title, found in by_title
        if found
    ]


def _row(callback: Callback, answers: Answers, moments: Sequence[Moment]) -> DayRow:
    parts = dict(option_labels.choices("day_part"))
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    agreed = is_agreed(callback)
    return DayRow(
        callback=callback,
        task=signs.task_sign(callback.kind),
        plan=signs.plan_words(callback, is_agreed=agreed),
        is_agreed=agreed,
        standing=[
            *signs.contact_signs(
                last_contact_at(callback),
                awaits_outcome=awaits_outcome(callback),
                must_agree_again=must_agree_again(callback),
            ),
            *signs.decision_signs(callback),
        ],
        contact=signs.safe_contact_signs(policy),
        not_during=[str(parts[each.part]) for each in moments if is_ruled_out(answers, each)],
    )


def _part_of(
    callback: Callback, answers: Answers, day: date, moments: Sequence[Moment]
) -> DayPart | None:
    """Return the part of the day in which to call; a planned attempt outranks a wish."""
    planned = callback.next_attempt_at
    if planned is not None:
        return part_at(planned) if planned.astimezone(DESK_TIME_ZONE).date() == day else None
    if waits_for_person(callback):
        return None
    wished = wished_moments(answers)
    return next((one.part for one in moments if one in wished), None)


def _is_left_without_moment(callback: Callback) -> bool:
    """Return whether nothing says when the next step of ours is, though there is one."""
    is_begun = callback.first_attempt_at is not None and callback.next_attempt_at is None
    return is_begun and not waits_for_person(callback)


def _was_planned_before(callback: Callback, day: date) -> bool:
    """Return whether the next attempt was planned for an earlier day, and nobody made it."""
    planned = callback.next_attempt_at
    return planned is not None and planned.astimezone(DESK_TIME_ZONE).date() < day


def _is_promised_on(callback: Callback, day: date) -> bool:
    midnight, next_midnight = midnights_of(day)
    return callback.first_attempt_at is None and midnight <= callback.due_at < next_midnight

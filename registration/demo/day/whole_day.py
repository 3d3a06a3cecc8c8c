"""All examples of a day together."""

from datetime import datetime

from registration.demo.day.people import Day
from registration.demo.day.questions import questions
from registration.demo.day.referred import referred
from registration.demo.day.second_look import to_look_at_twice
from registration.demo.day.urgency import came_in_lately, promised_before_today, promised_for_today
from registration.demo.day.with_help import with_help
from registration.demo.day.without_a_call import without_a_call
from registration.demo.day.worked_on import worked_on
from registration.demo.example import DemoRegistration
from registration.rules.deadlines import DeskCalendar


def demo_day(now: datetime, calendar: DeskCalendar) -> list[DemoRegistration]:
    """Return the examples of the day of `now` (aware)."""
    day = Day(now, calendar)
    return [
        *promised_before_today(day),
        *promised_for_today(day),
        *came_in_lately(day),
        *worked_on(day),
        *without_a_call(day),
        *with_help(day),
        *to_look_at_twice(day),
        *questions(day),
        *referred(day),
    ]

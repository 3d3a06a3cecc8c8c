"""Putting examples into the queue of a site that is not the real one: marked, and without mail."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.db import transaction

from perspectief.real_site import refuse_on_real_site
from registration.casework.attempts import record_attempt
from registration.casework.claims import claim
from registration.casework.desk_calendar import current_calendar
from registration.casework.submission import Submission, count_received, store_registration
from registration.demo.endings import end_example
from registration.demo.example import DemoRegistration
from registration.models import Callback, Registration
from registration.rules.contact_policy import may_call_at
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers

DESK_MEMBER, COORDINATOR = "aanmeldpunt", "coordinator"
# So far back, and in such steps, we look for a moment at which somebody may have called.
STEP, STEPS_BACK = timedelta(minutes=10), 14 * 24 * 6
RECEIVED_BEFORE = timedelta(hours=1)


def find_colleagues() -> dict[str, Any]:
    """Return the demo accounts of the desk by user name.

    Raises:
        CommandError: this is a real site, or one of them is missing.
    """
    refuse_on_real_site("Adding example registrations")
    found = {
        user.get_username(): user
        for user in get_user_model().objects.filter(username__in=(DESK_MEMBER, COORDINATOR))
    }
    if DESK_MEMBER not in found:
        raise CommandError(f"There is no account {DESK_MEMBER}: run create_demo_accounts.")
    return found


def load(examples: Iterable[DemoRegistration], colleagues: Mapping[str, Any], now: datetime) -> int:
    """Add the examples that are not there yet; return how many.

    Args:
        examples: what to add.
        colleagues: accounts by user name; who is missing is replaced by the member of the desk.
        now: an aware moment.
    """
    calendar = current_calendar(now)
    added = 0
    for example in examples:
        if Registration.objects.filter(submission_key=example.submission_key).exists():
            continue
        tried_at = _last_moment_to_call(example.answers, now, calendar)
        # What is over came in before the call that ended it, however long ago that had to be.
        received_at = example.received(tried_at if example.ending else now, calendar)
        if example.attempt is not None:
            received_at = min(received_at, tried_at - RECEIVED_BEFORE)
        _store(example, received_at)
        member = colleagues[DESK_MEMBER]
        _work_on(example, member, colleagues.get(example.taken_by, member), now, tried_at)
        added += 1
    return added


@transaction.atomic
def _store(example: DemoRegistration, received_at: datetime) -> None:
    # Not sent, only stored: an example mails nobody, and counts among examples only.
    submission = Submission(
        answers=example.answers,
        language=example.language,
        key=example.submission_key,
        source=example.source,
        flags=example.flags,
        received_at=received_at,
    )
    store_registration(submission, is_demo=True)
    count_received(submission, is_example=True)


def _last_moment_to_call(answers: Answers, now: datetime, calendar: DeskCalendar) -> datetime:
    """Return when somebody may last have called: the demo is loaded at night and on Sundays too."""
    moments = (now - STEP * number for number in range(STEPS_BACK))
    return next((at for at in moments if may_call_at(answers, at, calendar)), now)


def _work_on(
    example: DemoRegistration, caller: Any, holder: Any, now: datetime, tried_at: datetime
) -> None:
    callback = Callback.objects.get(registration__submission_key=example.submission_key)
    if example.attempt is not None:
        claim(callback.pk, caller)
        record_attempt(
            callback.pk,
            caller,
            example.attempt,
            note=example.attempt_note,
            next_attempt_at=example.next_attempt(now) if example.next_attempt else None,
            made_at=tried_at,
        )
    if example.is_taken:
        claim(callback.pk, holder)
    if example.ending is not None:
        end_example(callback.pk, example.ending, caller, now)
    if example.answers.unverified:
        Registration.objects.filter(pk=callback.registration_id).update(changed_by_person_at=now)

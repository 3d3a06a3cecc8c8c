"""The file for the case system: `docs/case-system-export.md` promises its field names."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from perspectief.spreadsheet_files import csv_lines
from registration.casework import access_log, informed
from registration.casework.contact_answers import contact_answers_of_each
from registration.casework.wrong_ways import WrongWays, wrong_ways_of_each
from registration.mail.senders import neutral_mail_available
from registration.models import HandOver, Province
from registration.rules.contact_policy import MailStyle, policy_for
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers
from registration.vocabulary.lifecycle import Lifecycle

FORMAT_VERSION = 1
# As many in one file as somebody can look over, and as one transaction should lock.
MOST_AT_ONCE = 200
BATCH_SIZE = 50
LIST_SEPARATOR = "; "
FIELDS = (
    "registration_number",
    "is_example",
    "source",
    "received_at",
    "handed_over_at",
    "mediator_name",
    "mediator_email",
    "name",
    "pronouns",
    "age",
    "role",
    "kind",
    "when",
    "province",
    "region",
    "known",
    "story",
    "for_whom",
    "helper_name",
    "who_to_call",
    "phone",
    "email",
    "other_way",
    "other_way_details",
    "may_call",
    "may_leave_voicemail",
    "may_text",
    "may_email",
    "may_name_organisation",
    "never_call_at",
    "form_language",
    "spoken_language",
    "other_language",
    "needs",
    "other_need",
    "told",
    "note",
    "found_wrong",
    "phone_note",
)


def exportable() -> QuerySet[HandOver]:
    """Return the allocations that can be exported, those that were not yet first."""
    return (
        HandOver.objects.filter(registration__state=Lifecycle.ALLOCATED)
        .select_related("registration", "mediator")
        .order_by("at", "pk")
    )


@transaction.atomic
def take_out(numbers: Collection[int], user: User, now: datetime) -> list[int]:
    """Mark allocations as exported, with whom the file names, and write the access log for each.

    Args:
        numbers: of registrations.
        now: an aware moment.

    Returns:
        The numbers of those that can be exported, at most MOST_AT_ONCE.
    """
    rows = list(
        HandOver.objects.select_for_update(of=("self",))
        .filter(registration__state=Lifecycle.ALLOCATED, registration__in=numbers)
        .select_related("registration")
        .only("registration__is_demo", "mediator_id")
        .order_by("registration")[:MOST_AT_ONCE]
    )
    found = [row.registration_id for row in rows]
    HandOver.objects.filter(registration__in=found).update(
        exported_at=now, first_exported_at=Coalesce("first_exported_at", now)
    )
    informed.inform_by_file(rows, user, now)
    access_log.record(found, user, AccessAction.CASE_EXPORTED)
    return found


def as_json(numbers: Collection[int], now: datetime) -> Iterator[str]:
    """Yield the file as JSON, one registration at a time."""
    head = {"format": "perspectief-hand-over", "version": FORMAT_VERSION, "made_at": now}
    yield json.dumps(head, default=_iso)[:-1] + ', "registrations": [\n'
    separator = ""
    for row in _rows(numbers):
        yield separator + json.dumps(row, ensure_ascii=False, default=_iso)
        separator = ",\n"
    yield "\n]}\n"


def as_csv(numbers: Collection[int]) -> Iterator[str]:
    """Yield the file as CSV, one registration at a time."""
    return csv_lines(FIELDS, ([_cell(row[name]) for name in FIELDS] for row in _rows(numbers)))


def _rows(numbers: Collection[int]) -> Iterator[dict[str, Any]]:
    regions = dict(Province.objects.values_list("code", "region__code"))
    neutral = neutral_mail_available()
    wrong = wrong_ways_of_each(numbers)
    wanted = list(exportable().filter(registration__in=numbers).values_list("pk", flat=True))
    for start in range(0, len(wanted), BATCH_SIZE):
        rows = list(exportable().filter(pk__in=wanted[start : start + BATCH_SIZE]))
        allowed = contact_answers_of_each(row.registration for row in rows)
        for row in rows:
            number = row.registration_id
            yield _row(row, allowed[number], regions, wrong[number], neutral_mail=neutral)


def _row(
    hand_over: HandOver,
    allowed: Answers,
    regions: Mapping[str, str | None],
    wrong: WrongWays,
    *,
    neutral_mail: bool,
) -> dict[str, Any]:
    registration, mediator = hand_over.registration, hand_over.mediator
    answers = wrong.without(allowed)
    policy = policy_for(answers, neutral_mail_available=neutral_mail)
    may_email = policy.mail is not MailStyle.NONE
    return {
        "registration_number": registration.pk,
        "is_example": registration.is_demo,
        "source": registration.source,
        "received_at": registration.received_at,
        "handed_over_at": hand_over.at,
        "mediator_name": mediator.name if mediator else "",
        "mediator_email": mediator.email if mediator else "",
        "name": answers.name,
        "pronouns": answers.pronouns,
        "age": answers.age,
        "role": answers.role,
        "kind": answers.kind,
        "when": answers.when,
        "province": answers.province,
        "region": regions.get(answers.province) or "",
        "known": answers.known,
        "story": answers.story if hand_over.with_story else "",
        "for_whom": answers.for_whom,
        "helper_name": answers.helper_name,
        "who_to_call": answers.who_to_call,
        "phone": answers.phone if policy.may_call else "",
        "email": answers.email if may_email else "",
        "other_way": answers.other_way,
        "other_way_details": answers.other_way_details,
        "may_call": policy.may_call,
        "may_leave_voicemail": policy.may_leave_voicemail,
        "may_text": policy.may_text,
        "may_email": may_email,
        "may_name_organisation": policy.may_name_organisation,
        "never_call_at": list(answers.avoid),
        "form_language": registration.language,
        "spoken_language": answers.language,
        "other_language": answers.other_language,
        "needs": list(answers.needs),
        "other_need": answers.other_need,
        "told": hand_over.told or "",
        "note": hand_over.note or "",
        "found_wrong": wrong.names(allowed),
        "phone_note": answers.phone_note if policy.may_call else "",
    }


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return LIST_SEPARATOR.join(value)
    return _iso(value) if isinstance(value, datetime) else value


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")

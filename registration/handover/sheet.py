"""What a mediator needs to know of somebody, in the order in which it is needed."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from perspectief.written_phone import written
from registration.casework import access_log
from registration.casework.contact_answers import contact_answers_of
from registration.casework.wrong_ways import wrong_ways_of
from registration.handover.allocation import region_of
from registration.mail.senders import neutral_mail_available
from registration.models import Callback, ContactAttempt, HandOver
from registration.rules.contact_policy import ContactPolicy, MailStyle, policy_for
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Fallback
from registration.vocabulary.lifecycle import Lifecycle
from registration.words import answer_lines, option_labels
from registration.words.changed_answers import unverified_changes
from registration.words.signs import Sign, safe_contact_signs


@dataclass(frozen=True)
class PastAttempt:
    """That somebody was tried to reach; notes of the desk are not for the mediator."""

    made_at: datetime
    result: str


@dataclass(frozen=True, kw_only=True)
class HandOverSheet:
    """The sheet for a mediator."""

    number: int
    language: str
    rules: list[Sign]
    ruled_out: list[str]
    person: list[answer_lines.Line]
    reach: list[answer_lines.Line]
    needs: list[answer_lines.Line]
    event: list[answer_lines.Line]
    story: str
    told: str
    note: str
    attempts: list[PastAttempt]


def open_sheet(callback: Callback, user: User) -> HandOver | None:
    """Record that somebody looks at the sheet; who got it is another matter (`giving`).

    Args:
        callback: whose user has been checked with `permissions.can_hand_over`.
        user: who opens it.

    Returns:
        What to make the sheet of; None if nobody is allocated, or to no mediator yet.
    """
    rows = HandOver.objects.select_related("registration", "mediator", "by")
    hand_over = rows.filter(registration=callback.registration_id).first()
    if hand_over is None or hand_over.mediator is None:
        return None
    if hand_over.registration.state != Lifecycle.ALLOCATED:
        return None
    access_log.record([hand_over.registration_id], user, AccessAction.SHEET_OPENED)
    return hand_over


def sheet_for(hand_over: HandOver) -> HandOverSheet:
    """Decrypt what the mediator needs, after `open_sheet`.

    A number or address that may not be used is left out, so that nobody uses it by mistake; one
    that turned out wrong is struck out.
    """
    registration = hand_over.registration
    answers = contact_answers_of(registration)
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    rules = safe_contact_signs(policy)
    if not policy.may_call:
        rules.append(Sign("cross", _("Do not call"), "warning"))
    if policy.mail is MailStyle.NONE or Fallback.EMAIL not in answers.allowed_fallbacks:
        rules.append(Sign("cross", _("Do not e-mail"), "warning"))
    if changes := unverified_changes(answers):
        words = _("Changed, and not yet confirmed by the person: %(changes)s")
        rules.append(Sign("warning", words % {"changes": ", ".join(changes)}, "warning"))
    region = region_of(answers)
    person = answer_lines.person_lines(answers)
    if region:
        person.append(answer_lines.Line(_("Region"), region.label))
    return HandOverSheet(
        number=registration.pk,
        language=registration.language,
        rules=rules,
        ruled_out=answer_lines.ruled_out_moments(answers),
        person=person,
        reach=_reach_lines(registration.pk, answers, policy),
        needs=answer_lines.need_lines(answers),
        event=answer_lines.event_lines(answers),
        story=answers.story if hand_over.with_story else "",
        told=hand_over.told or "",
        note=hand_over.note or "",
        attempts=_attempts(registration.pk),
    )


def _reach_lines(number: int, answers: Answers, policy: ContactPolicy) -> list[answer_lines.Line]:
    wrong = wrong_ways_of(number)
    phone = written(answers.phone) if policy.may_call else ""
    email = "" if policy.mail is MailStyle.NONE else answers.email
    lines = [
        answer_lines.Line(_("Ask for"), answers.name_to_ask_for),
        answer_lines.Line(_("Phone"), phone, wrong.since(answers.phone)),
        answer_lines.Line(_("With the phone number"), answers.phone_note if phone else ""),
        answer_lines.Line(_("E-mail"), email, wrong.since(answers.email)),
        answer_lines.Line(
            _("Preferred moments"), "; ".join(answer_lines.preferred_moments(answers))
        ),
        *answer_lines.way_lines(answers, wrong_since=wrong.since(answers.other_way_details)),
    ]
    return [line for line in lines if line.value]


def _attempts(number: int) -> list[PastAttempt]:
    labels = dict(option_labels.choices("attempt"))
    rows = ContactAttempt.objects.filter(callback__registration=number)
    return [PastAttempt(row.made_at, labels.get(row.result, row.result)) for row in rows]

"""All there is about somebody, for that person: to read and as data (AVG, article 15 and 20)."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR, DESK
from perspectief.written_phone import written
from registration.casework.retention_periods import kept_until
from registration.models import (
    AccessLogEntry,
    ContactAttempt,
    HandOver,
    Informed,
    OutboundMail,
    Registration,
)
from registration.vocabulary.answers import Answers
from registration.vocabulary.hand_over import InformedBy
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.mails import MailCode
from registration.words import answer_lines, option_labels
from registration.words.answer_lines import Line
from registration.words.changed_answers import unverified_changes
from registration.words.dates import date_and_time_in_words, date_in_words
from registration.words.received import received_in_words

# Work contacts of the professional are that professional's own data, not the person's.
NOT_OF_THE_PERSON = ("email", "phone")


@dataclass(frozen=True)
class Section:
    """A heading with its lines; never empty."""

    title: str
    lines: list[Line]


def sections_of(registration: Registration) -> list[Section]:
    """Return all there is about somebody, in words of the active language.

    The caller writes the access log.
    """
    answers = registration.read_answers()
    sections = [
        Section(_("Your registration"), _registration_lines(registration)),
        Section(_("Who you are"), answer_lines.person_lines(answers) + _helper_lines(answers)),
        Section(_("What you told us"), answer_lines.event_lines(answers) + _own_words(answers)),
        Section(_("How we can reach you safely"), _reach_lines(answers)),
        Section(_("Who referred you"), _referral_lines(answers)),
        Section(_("How we tried to reach you"), _attempt_lines(registration)),
        Section(_("What we wrote down"), _note_lines(registration)),
        Section(_("E-mails we wrote"), _mail_lines(registration)),
        Section(_("Who looked at your data"), _access_lines(registration)),
    ]
    return [section for section in sections if section.lines]


def data_of(registration: Registration) -> dict[str, Any]:
    """Return all there is about somebody as JSON-ready data, with our codes as they are stored."""
    answers = registration.read_answers().to_stored()
    if answers["referral"]:
        for name in NOT_OF_THE_PERSON:
            del answers["referral"][name]
    hand_over = _hand_over(registration)
    return {
        "format": "perspectief-personal-data",
        "version": 1,
        "registration": {
            "number": registration.pk,
            "state": registration.state,
            "source": registration.source,
            "language": registration.language,
            "received_at": registration.received_at,
            "state_changed_at": registration.state_changed_at,
            "changed_by_you_at": registration.changed_by_person_at,
            "own_yes_at": registration.client_agreed_at,
            "own_no_at": registration.own_no_at,
            "privacy_statement_version": registration.privacy_statement.version,
            "signs_of_a_robot": registration.flags,
            "kept_until": kept_until(registration),
        },
        "answers": answers,
        "note": registration.desk_note or "",
        "hand_over": {
            "at": hand_over.at,
            "told": hand_over.told or "",
            "note": hand_over.note or "",
            "exported_at": hand_over.exported_at,
            "first_exported_at": hand_over.first_exported_at,
            "end_told_at": hand_over.end_told_at,
        }
        if hand_over
        else None,
        "sheets": [{"at": row.at, "told_at": row.told_at} for row in _sheets(registration)],
        "promises": list(
            registration.callbacks.order_by("pk").values(
                "kind", "state", "created_at", "due_at", "first_attempt_at", "reached_at"
            )
        ),
        "attempts": [
            {"at": row.made_at, "result": row.result, "note": row.note or ""}
            for row in _attempts(registration)
        ],
        "mails": list(_mails(registration).values("code", "created_at", "sent_at")),
        "access": [
            {"at": entry.at, "function": _function(entry), "action": entry.action}
            for entry in _entries(registration)
        ],
    }


def _registration_lines(registration: Registration) -> list[Line]:
    pairs = [
        (_("Registration number"), f"#{registration.pk}"),
        (_("Came in"), str(Source(registration.source).label)),
        (_("Received"), received_in_words(registration)),
        (_("Status"), option_labels.label("state", registration.state)),
        (_("Since"), date_and_time_in_words(registration.state_changed_at)),
        (_("Privacy statement you agreed to"), str(registration.privacy_statement.version)),
        (_("Deleted on"), _end_in_words(registration)),
    ]
    if registration.changed_by_person_at:
        words = date_and_time_in_words(registration.changed_by_person_at)
        pairs.append((_("Changed by you"), words))
    if registration.client_agreed_at:
        words = date_and_time_in_words(registration.client_agreed_at)
        pairs.append((_("You told us that you want this"), words))
    if registration.own_no_at:
        words = date_and_time_in_words(registration.own_no_at)
        pairs.append((_("You told us that you do not want this"), words))
    return [Line(label, value) for label, value in pairs]


def _end_in_words(registration: Registration) -> str:
    if end := kept_until(registration):
        return date_in_words(end)
    if Lifecycle(registration.state) in Lifecycle.open_states():
        return _("We keep it as long as we are in contact with you.")
    return _("Not yet: we still have to do something for you first.")


def _helper_lines(answers: Answers) -> list[Line]:
    lines = []
    if answers.helper_consent:
        lines.append(Line(_("The person who helped said that you agree"), _("Yes")))
    return lines + answer_lines.need_lines(answers)


def _own_words(answers: Answers) -> list[Line]:
    lines = []
    if answers.story:
        lines.append(Line(_("Your own words"), answers.story))
    if answers.question:
        lines.append(Line(_("Your question"), answers.question))
    if answers.story_later:
        lines.append(Line(_("Your own words"), _("You would rather tell them later.")))
    return lines


def _reach_lines(answers: Answers) -> list[Line]:
    fallback = [option_labels.label(_group("fallback", answers), one) for one in answers.fallback]
    pairs = [
        (_("Phone"), written(answers.phone) if answers.phone else ""),
        (_("With the phone number"), answers.phone_note),
        (_("Phone calls are not possible or not safe"), _("Yes") * answers.phone_impossible),
        (_("E-mail"), answers.email),
        (_("What we may do if nobody answers"), "; ".join(fallback)),
        (
            _("May we say who we are?"),
            option_labels.label("identify", answers.identify) if answers.identify else "",
        ),
        (_("Preferred moments"), "; ".join(answer_lines.preferred_moments(answers))),
        (_("Never call"), "; ".join(answer_lines.ruled_out_moments(answers))),
        (_("Changed, and not yet confirmed to us"), ", ".join(unverified_changes(answers))),
    ]
    lines = [Line(label, value) for label, value in pairs if value]
    return [*lines, *answer_lines.way_lines(answers)]


def _group(group: str, answers: Answers) -> str:
    return f"{option_labels.CLIENT_PREFIX}{group}" if answers.referral else group


def _referral_lines(answers: Answers) -> list[Line]:
    if answers.referral is None:
        return []
    referral = answers.referral
    return answer_lines.referrer_lines(referral) + answer_lines.consent_lines(referral)


def _attempt_lines(registration: Registration) -> list[Line]:
    labels = dict(option_labels.choices("attempt"))
    return [
        Line(
            date_and_time_in_words(row.made_at),
            "\n".join(filter(None, (labels.get(row.result, row.result), row.note))),
        )
        for row in _attempts(registration)
    ]


def _note_lines(registration: Registration) -> list[Line]:
    pairs = [(_("The desk’s note"), registration.desk_note or "")]
    if hand_over := _hand_over(registration):
        pairs += [
            (_("Passed on to a mediator"), date_and_time_in_words(hand_over.at)),
            (_("What you were told"), hand_over.told or ""),
            (_("Note for the mediator"), hand_over.note or ""),
        ]
    pairs += [
        (_("A mediator got a sheet with your answers"), date_and_time_in_words(row.at))
        for row in _sheets(registration)
    ]
    return [Line(label, value) for label, value in pairs if value]


def _mail_lines(registration: Registration) -> list[Line]:
    labels = dict(MailCode.choices)
    return [
        Line(
            date_and_time_in_words(mail.sent_at or mail.created_at),
            f"{labels.get(mail.code, mail.code)} ({_('sent') if mail.sent_at else _('not sent')})",
        )
        for mail in _mails(registration)
    ]


def _access_lines(registration: Registration) -> list[Line]:
    return [
        Line(date_and_time_in_words(entry.at), f"{_function(entry)}: {entry.get_action_display()}")
        for entry in _entries(registration)
    ]


def _function(entry: AccessLogEntry) -> str:
    """Return in which function somebody looked: who it was is that colleague's own data."""
    functions = {
        COORDINATOR: _("Coordinator of the registration desk"),
        DESK: _("Registration desk"),
        ADMINISTRATION: _("Administrator"),
    }
    names = {group.name for group in entry.user.groups.all()} if entry.user else set()
    return next(
        (words for name, words in functions.items() if name in names), _("A member of our staff")
    )


def _attempts(registration: Registration) -> list[ContactAttempt]:
    return list(ContactAttempt.objects.filter(callback__registration=registration))


def _mails(registration: Registration) -> Any:
    mails = OutboundMail.objects.filter(registration=registration)
    return mails.only("code", "created_at", "sent_at").order_by("created_at", "pk")


def _entries(registration: Registration) -> list[AccessLogEntry]:
    entries = AccessLogEntry.objects.filter(registration_number=registration.pk)
    return list(entries.select_related("user").prefetch_related("user__groups").order_by("at"))


def _sheets(registration: Registration) -> list[Informed]:
    rows = Informed.objects.filter(registration_number=registration.pk, way=InformedBy.SHEET)
    return list(rows)


def _hand_over(registration: Registration) -> HandOver | None:
    return HandOver.objects.filter(registration=registration).first()

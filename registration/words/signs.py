"""Short signs of the queue, each an icon and words: how and when somebody may be called.

A sign never relies on its icon or colour alone, and never holds personal data: no name, no number,
no address, nothing of what happened.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from registration.models import Callback
from registration.rules.contact_policy import (
    ContactPolicy,
    MailStyle,
    is_ruled_out_at,
    is_wished_at,
    permitted_moments,
)
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment, is_open
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.moments import ANY_TIME
from registration.words.dates import date_in_words

SEARCH_AHEAD = timedelta(days=14)


@dataclass(frozen=True)
class Sign:
    """An icon of Wagtail's set with its words; `tone` is "", "good", "warning" or "critical"."""

    icon: str
    words: str
    tone: str = ""


def task_sign(kind: str) -> Sign:
    """Return what has to be done."""
    icons = {
        TaskKind.CALL: "phone",
        TaskKind.LETTER: "doc-full",
        TaskKind.MAIL: "mail",
        TaskKind.CONTACT: "group",
        TaskKind.REFERRAL: "view",
    }
    task = TaskKind(kind)
    return Sign(icons[task], str(task.label))


def promise_signs(callback: Callback, now: datetime) -> list[Sign]:
    """Return how urgent the promise is.

    Args:
        callback: with its state and times.
        now: an aware moment.
    """
    signs = []
    if callback.is_overdue(now):
        signs.append(Sign("warning", _("Overdue"), "critical"))
    elif callback.first_attempt_at is None and _same_day(callback.due_at, now):
        signs.append(Sign("time", _("Due today"), "warning"))
    if callback.next_attempt_at is not None and callback.next_attempt_at <= now:
        signs.append(Sign("redirect", _("Time for the next attempt"), "warning"))
    if callback.told_due_at is not None and callback.due_at > callback.told_due_at:
        words = _("Moved: told %(date)s") % {"date": date_in_words(callback.told_due_at)}
        signs.append(Sign("warning", words, "warning"))
    if callback.needs_coordinator:
        signs.append(Sign("user", _("The coordinator decides"), "warning"))
    return signs


def message_signs(callback: Callback, attempts: int) -> list[Sign]:
    """Return whether it is time to leave word, or whether that was done.

    Args:
        callback: to the person.
        attempts: how often we call before that.
    """
    is_silent = callback.reached_at is None and callback.next_attempt_at is None
    if callback.kind != TaskKind.CALL or not is_silent or callback.needs_coordinator:
        return []
    if callback.has_message:
        return [Sign("comment", _("Message left"))]
    # After a change by the person the attempts are counted anew.
    has_changed = callback.registration.changed_by_person_at is not None
    if callback.attempt_count >= attempts and not has_changed:
        return [Sign("comment", _("Leave a message"), "warning")]
    return []


def undelivered_signs(*, is_undelivered: bool) -> list[Sign]:
    """Return that an e-mail which the person was promised did not arrive."""
    words = _("An e-mail could not be delivered")
    return [Sign("mail", words, "critical")] if is_undelivered else []


def mark_signs(callback: Callback) -> list[Sign]:
    """Return what makes this callback different from an ordinary one: an example, or flagged."""
    signs = []
    if callback.registration.source == Source.REFERRER:
        signs.append(Sign("group", str(Source.REFERRER.label)))
    if callback.registration.source == Source.QUESTION:
        signs.append(Sign("help", str(Source.QUESTION.label)))
    if callback.registration.changed_by_person_at:
        signs.append(Sign("edit", _("Changed by the person"), "warning"))
    if callback.registration.is_demo:
        signs.append(Sign("info-circle", _("Example, not a real person")))
    labels = dict(Flag.choices)
    signs.extend(
        Sign("warning", str(labels.get(flag, flag))) for flag in callback.registration.flags
    )
    return signs


def safe_contact_signs(policy: ContactPolicy) -> list[Sign]:
    """Return what to mind when contacting this person, the strictest first."""
    if policy.task_kind == TaskKind.REFERRAL:
        return [Sign("cross", _("Contact the professional, not the client"), "warning")]
    signs = []
    if not policy.may_name_organisation:
        signs.append(Sign("no-view", _("Do not say who we are"), "warning"))
    if policy.withhold_number:
        signs.append(Sign("phone-withheld", _("Withhold your number"), "warning"))
    if policy.may_call:
        signs.append(
            Sign("voicemail", _("Voicemail allowed"))
            if policy.may_leave_voicemail
            else Sign("voicemail-no", _("No voicemail"), "warning")
        )
    if policy.may_text:
        signs.append(Sign("comment", _("Text message allowed")))
    if policy.mail is MailStyle.NEUTRAL:
        signs.append(Sign("mail", _("E-mail allowed, neutral")))
    elif policy.mail is MailStyle.NORMAL:
        signs.append(Sign("mail", _("E-mail allowed")))
    return signs


@dataclass(frozen=True)
class CallMoments:
    """When somebody may and wants to be called, seen from one moment.

    `ruled_out_now` and `desk_closed_now` say why nobody may call at this moment; `next_permitted`
    is the first part of a day after this in which calling is allowed, if there is any within two
    weeks; `next_preferred` the first such part that the person asked for.
    """

    ruled_out_now: bool
    desk_closed_now: bool
    preferred_now: bool
    any_time: bool
    next_preferred: Moment | None
    next_permitted: Moment | None

    @property
    def may_call_now(self) -> bool:
        """Whether calling is allowed at this moment."""
        return not (self.ruled_out_now or self.desk_closed_now)


def call_moments(answers: Answers, now: datetime, calendar: DeskCalendar) -> CallMoments:
    """Return when this person may be called.

    Outside opening hours nobody calls: people were never asked whether that is safe.

    Args:
        answers: of the person.
        now: an aware moment.
        calendar: of the desk.
    """
    permitted = permitted_moments(answers, now, now + SEARCH_AHEAD, calendar)
    later = [moment for moment in permitted if moment.start > now]
    preferred = [Moment.from_code(code) for code in answers.moments if code != ANY_TIME]
    wanted = [moment for moment in later if moment in preferred]
    return CallMoments(
        ruled_out_now=is_ruled_out_at(answers, now),
        desk_closed_now=not is_open(now, calendar),
        preferred_now=is_wished_at(answers, now),
        any_time=ANY_TIME in answers.moments or not preferred,
        next_preferred=wanted[0] if wanted else None,
        next_permitted=later[0] if later else None,
    )


def moment_signs(moments: CallMoments, words: dict[str, str]) -> list[Sign]:
    """Return whether this is a good moment, and which one is next.

    Args:
        moments: of the person.
        words: moment code → words, made in one go for all rows of a page.
    """
    signs = []
    if moments.ruled_out_now:
        signs.append(Sign("cross", _("Do not call now"), "critical"))
    elif moments.preferred_now and moments.may_call_now:
        signs.append(Sign("check", _("Preferred moment now"), "good"))
    upcoming = moments.next_preferred
    if upcoming is not None:
        signs.append(Sign("calendar", _("Prefers %(moment)s") % {"moment": words[upcoming.code]}))
    elif moments.ruled_out_now and moments.next_permitted is not None:
        allowed = words[moments.next_permitted.code]
        signs.append(Sign("calendar", _("Allowed from %(moment)s") % {"moment": allowed}))
    elif moments.any_time and not moments.ruled_out_now:
        signs.append(Sign("time", _("No preference for a moment")))
    return signs


def moments_to_word(all_moments: Sequence[CallMoments]) -> list[Moment]:
    """Return the moments that `moment_signs` will need words for."""
    return [
        moment
        for moments in all_moments
        for moment in (moments.next_preferred, moments.next_permitted)
        if moment is not None
    ]


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(DESK_TIME_ZONE).date() == other.astimezone(DESK_TIME_ZONE).date()

"""Short signs of the queue, each an icon and words: how and when somebody may be called.

A sign never relies on its icon or colour alone, and never holds personal data: no name, no number,
no address, nothing of what happened.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from registration.models import Callback
from registration.rules.call_moments import CallMoments, NoMoments, Wish
from registration.rules.contact_policy import ContactPolicy, MailStyle
from registration.rules.deadlines import DESK_TIME_ZONE, DeskCalendar, Moment, is_open
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Flag, Source
from registration.words.dates import date_and_time_in_words, date_in_words


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


def promise_signs(callback: Callback, now: datetime, *, is_agreed: bool) -> list[Sign]:
    """Return how urgent the promise is.

    Args:
        callback: with its state and times.
        now: an aware moment.
        is_agreed: whether the planned moment was agreed with somebody.
    """
    signs = []
    if callback.is_overdue(now):
        signs.append(Sign("warning", _("Overdue"), "critical"))
    elif callback.first_attempt_at is None and _same_day(callback.due_at, now):
        signs.append(Sign("time", _("Due today"), "warning"))
    if callback.next_attempt_at is not None and callback.next_attempt_at <= now:
        words = _("Time for the agreed call") if is_agreed else _("Time for the next attempt")
        signs.append(Sign("redirect", words, "warning"))
    if callback.told_due_at is not None and callback.due_at > callback.told_due_at:
        words = _("Moved: told %(date)s") % {"date": date_in_words(callback.told_due_at)}
        signs.append(Sign("warning", words, "warning"))
    return [*signs, *decision_signs(callback)]


def decision_signs(callback: Callback) -> list[Sign]:
    """Return that only the coordinator may go on with this callback, where that is so."""
    words = _("The coordinator decides")
    return [Sign("user", words, "warning")] if callback.needs_coordinator else []


def plan_signs(callback: Callback, now: datetime, calendar: DeskCalendar) -> list[Sign]:
    """Return what is wrong with the moment for which the next attempt is planned.

    Args:
        callback: with its times.
        now: an aware moment.
        calendar: of the desk.
    """
    planned = callback.next_attempt_at
    if planned is None or planned <= now:
        return []
    signs = []
    if callback.first_attempt_at is None and planned > callback.promised_before:
        signs.append(Sign("warning", _("Planned later than promised"), "warning"))
    if not is_open(planned, calendar):
        words = _("The desk is closed at the planned moment")
        signs.append(Sign("warning", words, "warning"))
    return signs


def planned_signs(callback: Callback, now: datetime, *, is_agreed: bool) -> list[Sign]:
    """Return for when the next attempt is planned, if that is still to come: nobody calls sooner.

    Args:
        callback: with its times.
        now: an aware moment.
        is_agreed: whether that moment was agreed with somebody, and so is awaited.
    """
    planned = callback.next_attempt_at
    if planned is None or planned <= now:
        return []
    if is_agreed:
        return [Sign("calendar-check", plan_words(callback, is_agreed=True), "good")]
    words = _("Planned: %(moment)s") % {"moment": date_and_time_in_words(planned)}
    return [Sign("calendar", words)]


def plan_words(callback: Callback, *, is_agreed: bool) -> str:
    """Return when the next attempt is, and whether somebody awaits it; "" if none is planned."""
    planned = callback.next_attempt_at
    if planned is None:
        return ""
    moment = {"moment": date_and_time_in_words(planned)}
    return (_("Agreed: %(moment)s") if is_agreed else _("Next attempt: %(moment)s")) % moment


def contact_signs(
    contact_at: datetime | None, *, awaits_outcome: bool, must_agree_again: bool
) -> list[Sign]:
    """Return that there was contact before: nobody is called as if they had never been.

    Args:
        contact_at: the last time, an aware moment; None if there never was.
        awaits_outcome: whether an outcome is all that is still to be chosen.
        must_agree_again: whether the moment that was agreed then no longer holds.
    """
    if contact_at is None:
        return []
    if must_agree_again:
        words = _("The agreed moment no longer holds: agree on another")
        return [Sign("warning", words, "warning")]
    date = {"date": date_in_words(contact_at)}
    words = _("Contact on %(date)s") % date
    if awaits_outcome:
        words = _("Contact on %(date)s, no outcome yet") % date
    return [Sign("check", words, "good")]


def sent_signs(callback: Callback) -> list[Sign]:
    """Return when the letter or e-mail went that was promised: nobody sends a second one."""
    if callback.sent_at is None:
        return []
    words = _("Sent on %(date)s, waiting for an answer") % {"date": date_in_words(callback.sent_at)}
    return [Sign("check", words, "good")]


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
    if no_at := callback.registration.own_no_at:
        words = _("The person said no: %(moment)s")
        signs.append(Sign("cross", words % {"moment": date_and_time_in_words(no_at)}, "warning"))
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


def moment_signs(moments: CallMoments | NoMoments, words: Mapping[str, str]) -> list[Sign]:
    """Return whether this is a good moment to call, and which one is next; never nothing.

    Args:
        moments: of the person, or why there are none.
        words: moment code → words, made in one go for all rows of a page.
    """
    match moments:
        case NoMoments.OTHER_TASK:
            return [Sign("cross", _("No telephone call"))]
        case NoMoments.NO_NUMBER:
            return [Sign("warning", _("No number to call"), "warning")]
        case NoMoments.GOES_THROUGH_OTHERS:
            return [Sign("time", _("Whenever the desk is open"))]
    signs = [Sign("cross", _("Do not call now"), "critical")] if moments.ruled_out_now else []
    if moments.wish is Wish.NOW:
        signs.append(Sign("check", _("Preferred moment now"), "good"))
    elif moments.wish is not Wish.NONE:
        signs += _unfulfilled_signs(moments.wish)
    elif moments.may_call_now:
        signs.append(Sign("time", _("No preference for a moment")))
    if moments.next_preferred is not None:
        moment = words[moments.next_preferred.code]
        return [*signs, Sign("calendar", _("Prefers %(moment)s") % {"moment": moment})]
    return [*signs, *_permission_signs(moments, words)]


def _unfulfilled_signs(wish: Wish) -> list[Sign]:
    texts = {
        Wish.PASSED: _("The preferred moment has passed"),
        Wish.RULED_OUT: _("The preferred moment is ruled out too"),
        Wish.DESK_CLOSED: _("The desk is closed at the preferred moment"),
    }
    return [Sign("warning", texts[wish], "warning")] if wish in texts else []


def _permission_signs(moments: CallMoments, words: Mapping[str, str]) -> list[Sign]:
    if moments.may_call_now:
        is_said = moments.wish in {Wish.NONE, Wish.NOW}
        return [] if is_said else [Sign("phone", _("You may call now"), "good")]
    if moments.next_permitted is None:
        return [Sign("warning", _("No time left when calling is allowed"), "critical")]
    allowed = words[moments.next_permitted.code]
    return [Sign("calendar", _("Allowed from %(moment)s") % {"moment": allowed})]


def moments_to_word(all_moments: Iterable[CallMoments | NoMoments]) -> list[Moment]:
    """Return the moments that `moment_signs` will need words for."""
    return [
        moment
        for moments in all_moments
        if isinstance(moments, CallMoments)
        for moment in (moments.next_preferred, moments.next_permitted)
        if moment is not None
    ]


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(DESK_TIME_ZONE).date() == other.astimezone(DESK_TIME_ZONE).date()

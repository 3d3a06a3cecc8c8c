"""The sentence that promises a contact, as screens, mails and the own page say it.

`rules.promised` decides whether a day can be named; there is a sentence for each way in which none
can be.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.rules.promised import Obstacle, Promised
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words
from registration.words.whose import said


@dataclass(frozen=True)
class Wording:
    """One promise in words for the reader and, with `%(who)s`, for anybody else."""

    own: Promise
    other: Promise


_REFERRAL_BY_A_DAY = _(
    "We will look at the referral and get in touch in the way you chose, no later than "
    "%(due_date)s."
)
_REFERRAL_SOON = _(
    "We will look at the referral and get in touch in the way you chose, as soon as we can."
)
BY_A_DAY: Mapping[TaskKind, Wording] = {
    TaskKind.CALL: Wording(
        _("We will call you no later than %(due_date)s."),
        _("We will call %(who)s no later than %(due_date)s."),
    ),
    TaskKind.LETTER: Wording(
        _("We will send you a letter no later than %(due_date)s."),
        _("We will send %(who)s a letter no later than %(due_date)s."),
    ),
    TaskKind.CONTACT: Wording(
        _("We will get in touch with your contact person no later than %(due_date)s."),
        _("We will get in touch with the contact person of %(who)s no later than %(due_date)s."),
    ),
    TaskKind.MAIL: Wording(
        _("We will e-mail you no later than %(due_date)s."),
        _("We will e-mail %(who)s no later than %(due_date)s."),
    ),
    TaskKind.REFERRAL: Wording(_REFERRAL_BY_A_DAY, _REFERRAL_BY_A_DAY),
}
AS_SOON_AS_WE_CAN: Mapping[TaskKind, Wording] = {
    TaskKind.CALL: Wording(
        _("We will call you as soon as we can."),
        _("We will call %(who)s as soon as we can."),
    ),
    TaskKind.LETTER: Wording(
        _("We will send you a letter as soon as we can."),
        _("We will send %(who)s a letter as soon as we can."),
    ),
    TaskKind.CONTACT: Wording(
        _("We will get in touch with your contact person as soon as we can."),
        _("We will get in touch with the contact person of %(who)s as soon as we can."),
    ),
    TaskKind.MAIL: Wording(
        _("We will e-mail you as soon as we can."),
        _("We will e-mail %(who)s as soon as we can."),
    ),
    TaskKind.REFERRAL: Wording(_REFERRAL_SOON, _REFERRAL_SOON),
}
NO_SAFE_WAY = Wording(
    _("We do not know yet how we can reach you safely. You can always call us."),
    _("We do not know yet how we can reach %(who)s safely."),
)
BETWEEN_TWO_DAYS = Wording(
    _(
        "We will call you no later than %(due_date)s, but not before %(first_day)s. You ruled out "
        "the times before then."
    ),
    _(
        "We will call %(who)s no later than %(due_date)s, but not before %(first_day)s. The times "
        "before then were ruled out."
    ),
)
NOT_BEFORE_A_DAY = Wording(
    _("We will call you, but not before %(first_day)s. You ruled out the times before then."),
    _("We will call %(who)s, but not before %(first_day)s. The times before then were ruled out."),
)
EVERY_TIME_RULED_OUT = Wording(
    _(
        "You ruled out every time when we can call in the next two weeks. So the coordinator of "
        "our registration desk will decide what we can do. You can always call us."
    ),
    _(
        "Every time when we can call %(who)s in the next two weeks was ruled out. So the "
        "coordinator of our registration desk will decide what we can do."
    ),
)


def promise_sentence(
    told: Promised, language: str | None = None, *, whose: Whose = Whose.OWN, who: str = ""
) -> str:
    """Return what we promise, such as "We bellen je uiterlijk op donderdag 26 november."

    Args:
        told: what may be told, with the kind of task.
        language: `nl` or `en`; None means the active language.
        whose: whom we get in touch with, seen from who reads it.
        who: what somebody else is called here; without it, in general words.

    Raises:
        ValueError: no such kind of task.
    """
    kind = TaskKind(told.task_kind)
    wording = _wording(told, kind)
    called = {"who": who} if who else {}
    with translation.override(language or translation.get_language()):
        return said(wording.own, wording.other, whose, **_days(told), **called)


def discreet_promise(told: Promised, language: str | None = None) -> str:
    """Return a promise that anybody may read over a shoulder: it does not say what it is about.

    Args:
        told: what may be told.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return str(_to_anybody(told)) % _days(told)


def _days(told: Promised) -> dict[str, str]:
    return {
        "due_date": date_in_words(told.before) if told.before else "",
        "first_day": date_in_words(told.not_before) if told.not_before else "",
    }


def _wording(told: Promised, kind: TaskKind) -> Wording:
    match told.obstacle:
        case None:
            return BETWEEN_TWO_DAYS if told.not_before else BY_A_DAY[kind]
        case Obstacle.OVER:
            return AS_SOON_AS_WE_CAN[kind]
        case Obstacle.NO_WAY:
            return NO_SAFE_WAY
        case Obstacle.RULED_OUT:
            return NOT_BEFORE_A_DAY if told.not_before else EVERY_TIME_RULED_OUT


def _to_anybody(told: Promised) -> Promise:
    if told.before and told.not_before:
        return _("You will hear from us no later than %(due_date)s, but not before %(first_day)s.")
    if told.before:
        return _("You will hear from us no later than %(due_date)s.")
    if told.not_before:
        return _("You will hear from us, but not before %(first_day)s.")
    return _("You will hear from us as soon as we can.")

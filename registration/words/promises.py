"""The sentence that promises a contact, as screens, mails and the own page say it.

`rules.promised` decides whether a day can be named; there is a sentence for each way in which none
can be.
"""

from collections.abc import Mapping
from enum import Enum

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.rules.promised import Obstacle, Promised
from registration.vocabulary.callbacks import TaskKind
from registration.words.dates import date_in_words

Sentences = Mapping[TaskKind, Promise]


class Reader(Enum):
    """Who reads the sentence, and so what it may say."""

    PERSON = "the person whom it is promised"
    REFERRER = "a professional who referred a client"
    ANYBODY = "whoever may read over a shoulder: it does not say what it is about"


BY_A_DAY: Sentences = {
    TaskKind.CALL: _("We will call you no later than %(due_date)s."),
    TaskKind.LETTER: _("We will send you a letter no later than %(due_date)s."),
    TaskKind.CONTACT: _(
        "We will get in touch with your contact person no later than %(due_date)s."
    ),
    TaskKind.MAIL: _("We will e-mail you no later than %(due_date)s."),
    TaskKind.REFERRAL: _(
        "We will look at the referral and get in touch in the way you chose, no later than "
        "%(due_date)s."
    ),
}
BY_A_DAY_ABOUT_CLIENT: Sentences = {
    **BY_A_DAY,
    TaskKind.CALL: _("We will call your client no later than %(due_date)s."),
    TaskKind.LETTER: _("We will send your client a letter no later than %(due_date)s."),
    TaskKind.CONTACT: _(
        "We will get in touch with your client’s contact person no later than %(due_date)s."
    ),
    TaskKind.MAIL: _("We will e-mail your client no later than %(due_date)s."),
}
AS_SOON_AS_WE_CAN: Sentences = {
    TaskKind.CALL: _("We will call you as soon as we can."),
    TaskKind.LETTER: _("We will send you a letter as soon as we can."),
    TaskKind.CONTACT: _("We will get in touch with your contact person as soon as we can."),
    TaskKind.MAIL: _("We will e-mail you as soon as we can."),
    TaskKind.REFERRAL: _(
        "We will look at the referral and get in touch in the way you chose, as soon as we can."
    ),
}
AS_SOON_AS_WE_CAN_ABOUT_CLIENT: Sentences = {
    **AS_SOON_AS_WE_CAN,
    TaskKind.CALL: _("We will call your client as soon as we can."),
    TaskKind.LETTER: _("We will send your client a letter as soon as we can."),
    TaskKind.CONTACT: _(
        "We will get in touch with your client’s contact person as soon as we can."
    ),
    TaskKind.MAIL: _("We will e-mail your client as soon as we can."),
}


def promise_sentence(
    told: Promised, language: str | None = None, *, reader: Reader = Reader.PERSON
) -> str:
    """Return what we promise, such as "We bellen je uiterlijk op donderdag 26 november."

    Args:
        told: what may be told, with the kind of task.
        language: `nl` or `en`; None means the active language.
        reader: who reads it.

    Raises:
        ValueError: no such kind of task.
    """
    kind = TaskKind(told.task_kind)
    with translation.override(language or translation.get_language()):
        match reader:
            case Reader.PERSON:
                sentence = _to_person(told, kind)
            case Reader.REFERRER:
                sentence = _to_referrer(told, kind)
            case Reader.ANYBODY:
                sentence = _to_anybody(told)
        return str(sentence) % {
            "due_date": date_in_words(told.before) if told.before else "",
            "first_day": date_in_words(told.not_before) if told.not_before else "",
        }


def _to_person(told: Promised, kind: TaskKind) -> Promise:
    match told.obstacle:
        case None:
            return BY_A_DAY[kind]
        case Obstacle.OVER:
            return AS_SOON_AS_WE_CAN[kind]
        case Obstacle.NO_WAY:
            return _("We do not know yet how we can reach you safely. You can always call us.")
        case Obstacle.RULED_OUT if told.not_before:
            return _(
                "We will call you, but not before %(first_day)s. You ruled out the times before "
                "then."
            )
        case Obstacle.RULED_OUT:
            return _(
                "You ruled out every time when we can call. So we do not know yet when we can "
                "talk to you. You can always call us."
            )


def _to_referrer(told: Promised, kind: TaskKind) -> Promise:
    match told.obstacle:
        case None:
            return BY_A_DAY_ABOUT_CLIENT[kind]
        case Obstacle.OVER:
            return AS_SOON_AS_WE_CAN_ABOUT_CLIENT[kind]
        case Obstacle.NO_WAY:
            return _("We do not know yet how we can reach your client safely.")
        case Obstacle.RULED_OUT if told.not_before:
            return _(
                "We will call your client, but not before %(first_day)s. The times before then "
                "were ruled out."
            )
        case Obstacle.RULED_OUT:
            return _(
                "Every time when we can call your client was ruled out. So we do not know yet "
                "when we will call."
            )


def _to_anybody(told: Promised) -> Promise:
    if told.before:
        return _("You will hear from us no later than %(due_date)s.")
    if told.not_before:
        return _("You will hear from us, but not before %(first_day)s.")
    return _("You will hear from us as soon as we can.")

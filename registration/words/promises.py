"""The sentence that promises a contact, as the thank-you page and the confirmation say it."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words
from registration.words.whose import said

PROMISES: Mapping[TaskKind, Promise] = {
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
PROMISES_ABOUT_OTHERS: Mapping[TaskKind, Promise] = {
    **PROMISES,
    TaskKind.CALL: _("We will call %(who)s no later than %(due_date)s."),
    TaskKind.LETTER: _("We will send %(who)s a letter no later than %(due_date)s."),
    TaskKind.CONTACT: _(
        "We will get in touch with the contact person of %(who)s no later than %(due_date)s."
    ),
    TaskKind.MAIL: _("We will e-mail %(who)s no later than %(due_date)s."),
}


def promise_sentence(
    task_kind: str, due_at: datetime, language: str | None = None, *, whose: Whose = Whose.OWN
) -> str:
    """Return what we promise, such as "We bellen je uiterlijk op donderdag 26 november."

    Args:
        task_kind: a code of `TaskKind`.
        due_at: an aware datetime, the end of the promise.
        language: `nl` or `en`; None means the active language.
        whose: whom we get in touch with, seen from who reads it.

    Raises:
        ValueError: no such kind of task.
    """
    kind = TaskKind(task_kind)
    with translation.override(language or translation.get_language()):
        due_date = date_in_words(due_at)
        return said(PROMISES[kind], PROMISES_ABOUT_OTHERS[kind], whose, due_date=due_date)

"""The sentence that promises a contact, as the thank-you page and the confirmation say it."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.vocabulary.callbacks import TaskKind
from registration.words.dates import date_in_words

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
PROMISES_ABOUT_CLIENT: Mapping[TaskKind, Promise] = {
    **PROMISES,
    TaskKind.CALL: _("We will call your client no later than %(due_date)s."),
    TaskKind.LETTER: _("We will send your client a letter no later than %(due_date)s."),
    TaskKind.CONTACT: _(
        "We will get in touch with your client’s contact person no later than %(due_date)s."
    ),
    TaskKind.MAIL: _("We will e-mail your client no later than %(due_date)s."),
}


def promise_sentence(
    task_kind: str, due_at: datetime, language: str | None = None, *, about_client: bool = False
) -> str:
    """Return what we promise, such as "We bellen je uiterlijk op donderdag 26 november."

    Args:
        task_kind: a code of `TaskKind`.
        due_at: an aware datetime, the end of the promise.
        language: `nl` or `en`; None means the active language.
        about_client: whether a professional reads it, who referred a client.

    Raises:
        ValueError: no such kind of task.
    """
    promises = PROMISES_ABOUT_CLIENT if about_client else PROMISES
    with translation.override(language or translation.get_language()):
        return str(promises[TaskKind(task_kind)]) % {"due_date": date_in_words(due_at)}

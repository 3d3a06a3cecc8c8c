"""The sentence that promises a contact, as the thank-you page and the confirmation say it."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from registration.codes import TaskKind
from registration.dates_in_words import date_in_words


def promise_sentence(task_kind: str, due_at: datetime, language: str | None = None) -> str:
    """Return what we promise, such as "We bellen je uiterlijk op donderdag 26 november."

    Args:
        task_kind: a code of `TaskKind`.
        due_at: an aware datetime, the end of the promise.
        language: `nl` or `en`; None means the active language.

    Raises:
        ValueError: no such kind of task.
    """
    with translation.override(language or translation.get_language()):
        words = {"due_date": date_in_words(due_at)}
        match TaskKind(task_kind):
            case TaskKind.CALL:
                return _("We will call you no later than %(due_date)s.") % words
            case TaskKind.LETTER:
                return _("We will send you a letter no later than %(due_date)s.") % words
            case TaskKind.CONTACT:
                return (
                    _("We will get in touch with your contact person no later than %(due_date)s.")
                    % words
                )
            case TaskKind.MAIL:
                return _("We will e-mail you no later than %(due_date)s.") % words

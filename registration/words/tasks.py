"""What the desk has to do for a callback, as the middle of a sentence."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from registration.models import Callback
from registration.vocabulary.callbacks import CallbackState, TaskKind

TASKS: Mapping[TaskKind, Promise] = {
    TaskKind.CALL: pgettext_lazy("to do", "call"),
    TaskKind.LETTER: pgettext_lazy("to do", "send a letter"),
    TaskKind.MAIL: pgettext_lazy("to do", "send an e-mail"),
    TaskKind.CONTACT: pgettext_lazy("to do", "get in touch with the contact person"),
    TaskKind.REFERRAL: pgettext_lazy("to do", "look at the referral"),
}


def task_in_words(callback: Callback, language: str | None = None) -> str:
    """Return what has to be done, such as "een brief sturen".

    Args:
        callback: with its state, and whether the coordinator decides.
        language: `nl` or `en`; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        if callback.state != CallbackState.OPEN:
            return _("nothing any more")
        task = str(TASKS[TaskKind(callback.kind)])
        if callback.needs_coordinator:
            return _("%(task)s, once the coordinator has decided how") % {"task": task}
        return task

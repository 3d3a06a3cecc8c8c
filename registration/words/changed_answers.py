"""What a person changed through their own page and nobody of the desk has checked yet, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.vocabulary.answers import Answers

CHANGES: dict[str, Promise | str] = {
    "phone": _("the phone number"),
    "email": _("the e-mail address"),
    "other_way": _("the other way to reach them"),
    "other_way_details": _("the other way to reach them"),
    "fallback": _("what we may do if nobody answers"),
    "identify": _("whether we may say who we are"),
    "avoid": _("when we must not call"),
}


def unverified_changes(answers: Answers) -> list[str]:
    """Return what was changed, each once, in the active language."""
    return list(dict.fromkeys(str(CHANGES[name]) for name in answers.unverified))

"""Naming who outside the desk got to know of somebody."""

from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext as _

from registration.models import Informed


def name_of_informed(informed: Informed) -> str:
    """Return the mediator's name, or that it is the case system, in the active language."""
    return str(informed.mediator) if informed.mediator else _("the case system")


def names_of_informed(informed: Iterable[Informed], language: str | None = None) -> str:
    """Return the names of some, each once.

    Args:
        informed: whom to name.
        language: of the words; None means the active language.
    """
    with translation.override(language or translation.get_language()):
        return ", ".join(dict.fromkeys(name_of_informed(each) for each in informed))

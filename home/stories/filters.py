"""Filters of the list of stories, read from the address; unknown values do nothing."""

from collections.abc import Iterable, Mapping

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from home.filters import Choice, FilterGroup
from home.stories.codes import ContactForm, StoryKind, StoryRole

#: Name in the address, field of the story, legend, and codes, in the order of the form.
_GROUPS: tuple[tuple[str, str, object, type[models.TextChoices]], ...] = (
    ("role", "role", _("Whose story?"), StoryRole),
    ("kind", "kind", _("What is it about?"), StoryKind),
    ("contact", "contact_form", _("Which contact was there?"), ContactForm),
)


def chosen_values(query: QueryDict) -> dict[str, list[str]]:
    """The known codes that the address asks for, by field of the story."""
    chosen = {}
    for name, field, _legend, codes in _GROUPS:
        values = [value for value in query.getlist(name) if value in codes.values]
        if values:
            chosen[field] = values
    return chosen


def filter_groups(
    told: Iterable[Mapping[str, str]], chosen: Mapping[str, list[str]]
) -> list[FilterGroup]:
    """The filter form.

    Args:
        told: the combinations of `role`, `kind` and `contact_form` that stories have.
        chosen: see `chosen_values`; a chosen value stays visible, so that it can be undone.
    """
    combinations = list(told)
    groups = []
    for name, field, legend, codes in _GROUPS:
        present = {each[field] for each in combinations} | set(chosen.get(field, ()))
        choices = [
            Choice(code.value, str(code.label), code.value in chosen.get(field, ()))
            for code in codes
            if code.value in present
        ]
        if choices:
            groups.append(FilterGroup(name, str(legend), choices))
    return groups

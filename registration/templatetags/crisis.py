"""The lines of the crisis box, as staff edit them."""

from collections.abc import Sequence
from typing import Any

from django import template

from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_lines import ShownLine, crisis_lines

register = template.Library()


@register.simple_tag(takes_context=True)
def lines_for(context: dict[str, Any], audience: str = "") -> Sequence[ShownLine]:
    """Return the lines for `audience`, or else for whom the page says that it is meant.

    A view or page may put `crisis_audience`, a code of `CrisisAudience`, in the context.
    """
    return crisis_lines(audience or context.get("crisis_audience") or CrisisAudience.EVERYONE)

"""The lines of the crisis box, as staff edit them."""

from typing import Any

from django import template

from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_lines import CrisisBox, crisis_box

register = template.Library()


@register.simple_tag(takes_context=True)
def crisis_box_for(context: dict[str, Any], audience: str = "") -> CrisisBox:
    """Return the lines for `audience`, or else for whom the page says that it is meant.

    A view or page may put `crisis_audience`, a code of `CrisisAudience`, in the context. Whoever
    said to be abroad gets what works there, whatever a block was made for.
    """
    known = context.get("crisis_audience") or CrisisAudience.EVERYONE
    if known == CrisisAudience.ABROAD:
        return crisis_box(known)
    return crisis_box(audience or known)

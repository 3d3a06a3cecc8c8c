"""Within running text: figures, our phone number and when we answer it."""

from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from home.figures.catalogue import load_figures
from home.figures.references import fill_in


def with_figures(text: Any) -> SafeString:
    """Return `text`, escaped unless it is HTML, with each `[[reference]]` in words."""
    html = conditional_escape(text)
    if "[[" not in html:
        return mark_safe(html)  # noqa: S308 - escaped above
    texts = {reference: escape(words) for reference, words in load_figures().texts.items()}
    return mark_safe(fill_in(html, texts))  # noqa: S308 - escaped above, and so is what is put in

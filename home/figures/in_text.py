"""Figures within running text."""

from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from home.figures.catalogue import load_figures
from home.figures.references import fill_in


def with_figures(text: Any) -> SafeString:
    """Return `text`, escaped unless it is HTML, with each `[[reference]]` as its number."""
    html = conditional_escape(text)
    if "[[" not in html:
        return mark_safe(html)  # noqa: S308 - escaped above
    texts = {reference: escape(number) for reference, number in load_figures().texts.items()}
    return mark_safe(fill_in(html, texts))  # noqa: S308 - escaped above, and so is what is put in

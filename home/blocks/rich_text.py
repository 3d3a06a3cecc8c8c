"""Running text in which a figure can be named instead of typed."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.rich_text import RichText

from home.figures.references import references_in


class RichTextWithFiguresBlock(blocks.RichTextBlock):
    """Rich text in which `[[set.figure.year]]` shows that figure; its template fills it in."""

    def clean(self, value: Any) -> Any:
        """Refuse a reference to a figure that is not there."""
        value = super().clean(value)
        unknown = [name for name in references_in(value.source) if not _figures_named([name])]
        if unknown:
            raise ValidationError(
                _("There is no figure %(reference)s.") % {"reference": f"[[{unknown[0]}]]"}
            )
        return value

    def extract_references(self, value: RichText) -> Iterator[tuple[Any, str, str, str]]:
        """Yield links, images and also figures, so that Wagtail knows where each is used."""
        yield from super().extract_references(value)
        for figure in _figures_named(references_in(value.source)):
            yield type(figure), str(figure.pk), "", ""


def _figures_named(references: list[str]) -> list[Any]:
    # Imported here: pages hold these blocks, and are loaded before the models of figures.
    from home.figures.models import Figure

    found = []
    for set_code, code, year in (reference.split(".") for reference in references):
        found += Figure.objects.filter(figure_set__code=set_code, code=code, year=year)
    return found

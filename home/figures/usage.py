"""Where a figure is shown, so that none disappears from under a page."""

from collections.abc import Iterator

from django.db.models import Q
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from home.figures.models import Figure, FigureSet


def uses_of(row: Figure | FigureSet) -> list[str]:
    """Names of what shows a figure or a set: pages, the texts of other figures, its own figures.

    Asks the pages themselves and not Wagtail's reference index, which a worker brings up to date
    only later.
    """
    wanted = (type(row), str(row.pk))
    pages = [
        page.title
        for page, references in _pages_with_references()
        if any((model, pk) == wanted for model, pk, _path, _content in references)
    ]
    if isinstance(row, FigureSet):
        return [*pages, *(str(figure) for figure in row.figures.all())]
    named = Q()
    for field in ("base_nl", "base_en"):
        named |= Q(**{f"{field}__contains": row.reference_in_text})
    return [
        *pages,
        *(str(figure_set) for figure_set in FigureSet.objects.filter(named)),
        *(str(figure) for figure in Figure.objects.filter(named).exclude(pk=row.pk)),
    ]


def shown_to_visitors() -> set[tuple[type, str]]:
    """Every figure and set that a published page shows or names, as its model and primary key."""
    return {
        (model, pk)
        for page, references in _pages_with_references()
        if page.live
        for model, pk, _path, _content in references
        if issubclass(model, Figure | FigureSet)
    }


def _pages_with_references() -> Iterator[tuple[Page, list[tuple[type, str, str, str]]]]:
    for model in get_page_models():
        streams = [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
        if not streams:
            continue
        for page in model.objects.all():
            yield (
                page,
                [
                    reference
                    for field in streams
                    for reference in field.stream_block.extract_references(
                        getattr(page, field.name)
                    )
                ],
            )

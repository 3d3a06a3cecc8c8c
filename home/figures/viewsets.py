"""Screens in which editors change the figures."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.figures.catalogue import number_in_words
from home.figures.models import Figure, FigureSet
from home.figures.usage import uses_of

LANGUAGE_NAMES = {"nl": gettext_lazy("in Dutch"), "en": gettext_lazy("in English")}
#: So many places are named when a figure cannot be deleted.
NAMED_USES = 5


def in_both_languages(field: str, heading: Any) -> MultiFieldPanel:
    """A panel with one field for each language."""
    return MultiFieldPanel(
        [FieldPanel(f"{field}_{code}", heading=name) for code, name in LANGUAGE_NAMES.items()],
        heading=heading,
    )


def value_as_read(figure: Figure) -> str:
    """The value as the pages write it, so that the list shows 1.651 and not 1651,0."""
    return number_in_words(figure.value, figure.precision)


class FigureViewSet(SnippetViewSet):
    """Each number of each year."""

    model = Figure
    icon = "pick"
    list_display = [
        "label",
        "year",
        Column(
            "value",
            label=capfirst(gettext_lazy("value")),
            accessor=value_as_read,
            sort_key="value",
        ),
        "unit",
        "figure_set",
        Column("reference_in_text", label=gettext_lazy("Reference in text")),
    ]
    list_filter = ["figure_set", "year"]
    panels = [
        FieldRowPanel([FieldPanel("figure_set"), FieldPanel("code"), FieldPanel("year")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("precision")]),
        in_both_languages("label", gettext_lazy("Label")),
        in_both_languages("source", gettext_lazy("Source")),
        in_both_languages("note", gettext_lazy("Explanation")),
        in_both_languages("base", gettext_lazy("What the figure is a share of")),
        FieldPanel("sort_order"),
    ]


class FigureSetViewSet(SnippetViewSet):
    """Which figures make a chart."""

    model = FigureSet
    icon = "list-ul"
    list_display = ["title", "code", "sort_order"]
    panels = [
        FieldPanel("code"),
        in_both_languages("title", gettext_lazy("Title")),
        in_both_languages("base", gettext_lazy("What the figures are a share of")),
        FieldPanel("has_bars"),
        FieldPanel("sort_order"),
    ]


class FigureGroup(SnippetViewSetGroup):
    """Both in one menu."""

    menu_label = gettext_lazy("Figures")
    menu_icon = "pick"
    menu_order = 310
    items = (FigureViewSet, FigureSetViewSet)


def keep_figures_in_use(request: HttpRequest, rows: Sequence[Any]) -> HttpResponse | None:
    """Refuse to delete figures that are shown somewhere, and say where.

    Returns:
        The way back to the list, or None when all of them may go.
    """
    refused = None
    for row in rows:
        places = uses_of(row) if isinstance(row, Figure | FigureSet) else []
        if places:
            messages.error(
                request,
                _("‘%(figure)s’ cannot be deleted, because it is used here: %(places)s.")
                % {"figure": row, "places": ", ".join(places[:NAMED_USES])},
            )
            refused = redirect(row.snippet_viewset.get_url_name("list"))
    return refused

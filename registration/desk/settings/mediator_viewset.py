"""The mediators to whom the desk allocates people: the coordinator edits the list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic

from registration.desk.settings.editing import EditingViewSet
from registration.models import Mediator


def regions_of(mediator: Mediator) -> str:
    """Return the regions of a mediator in words."""
    return ", ".join(region.label for region in mediator.regions.all())


class MediatorIndexView(generic.IndexView):
    """All mediators, also who takes on nobody now."""

    columns = [
        TitleColumn("name", label=_("Name"), url_name="mediators:edit", sort_key="name"),
        Column("regions", label=_("Regions"), accessor=regions_of),
        Column("languages", label=_("Languages")),
        BooleanColumn("is_active", label=_("Takes new people"), sort_key="is_active"),
    ]

    def get_queryset(self) -> Any:
        """Return the rows with their regions."""
        return super().get_queryset().prefetch_related("regions")


class MediatorViewSet(EditingViewSet):
    """Mediators are never deleted, only made inactive: allocations name them."""

    model = Mediator
    name = "mediators"
    icon = "group"
    menu_label = _("Mediators")
    ordering = ["name"]
    index_view_class = MediatorIndexView
    panels = [
        FieldPanel("name"),
        FieldPanel("email"),
        FieldPanel("regions", widget=forms.CheckboxSelectMultiple),
        FieldPanel("languages"),
        FieldPanel("is_active"),
    ]

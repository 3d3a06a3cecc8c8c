"""Plain lists of the desk: rows that are only looked at, with a filter that needs no script."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn, Table
from wagtail.admin.views.generic.base import BaseListingView

from registration.desk.base.access import DeskScreenMixin


class TemplateColumn(BaseColumn):
    """A column whose cells a template of ours draws, knowing the request.

    Wagtail draws a cell without it: a form would lack its token, and be refused.
    """

    def __init__(
        self, name: str, template: str, *, label: Any, classname: str | None = None
    ) -> None:
        super().__init__(name, label=label, classname=classname)
        self.cell_template_name = template

    def render_cell_html(self, instance: Any, parent_context: Any) -> str:
        """Return the cell of one row."""
        context = self.get_cell_context_data(instance, parent_context)
        return self.cell_template.render(context, parent_context.get("request"))


class CardTable(Table):
    """A table that turns into cards where the window is narrow."""

    template_name = "registration/desk/listing/card_table.html"


class FilteredListView(DeskScreenMixin, BaseListingView):
    """A read-only list with a form above it; the form is sent with GET."""

    template_name = "registration/desk/listing/index.html"
    results_template_name = "registration/desk/listing/results.html"
    table_classname = "listing desk-list"
    paginate_by = 50
    filter_form_class: type[forms.Form] = forms.Form

    @cached_property
    def filter_form(self) -> forms.Form:
        """The filter as it was filled in; without any choice it is empty."""
        return self.filter_form_class(self.request.GET or None)

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """What was filled in and is understood."""
        form = self.filter_form
        form.is_valid()
        return {
            name: value
            for name, value in getattr(form, "cleaned_data", {}).items()
            if value not in (None, "")
        }

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the form."""
        context = super().get_context_data(*args, **kwargs)
        context["filter_form"] = self.filter_form
        return context

"""Wagtail's inline scripts as data: an element names the call, a file of ours makes it.

So the admin's policy allows no inline script, whoever wrote it. Templates of ours do this for
Wagtail's own (`templates/wagtailadmin`); here it is done for choosers, whose script Python writes.
"""

import re
from typing import Any

from django.forms import BoundField, Widget
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser

from perspectief.exact_text import attributes_of

#: The script that `BaseChooser.render` puts behind a chooser; what comes before may hold anything.
CHOOSER_SCRIPT = re.compile(
    r"(?P<chooser>.*)<script>(?P<new>new )?(?P<name>\w+)\((?P<arguments>.*)\);</script>", re.DOTALL
)


class AdminBoundField(BoundField):
    """A field of a form, whose chooser has no script, and whose browser knows what is exact."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: Widget | None = None
    ) -> dict[str, Any]:
        """Return the attributes of the control."""
        return super().build_widget_attrs(attrs, widget) | attributes_of(self.field, self.name)

    def as_widget(
        self,
        widget: Widget | None = None,
        attrs: dict[str, Any] | None = None,
        only_initial: bool = False,
    ) -> SafeString:
        """Return the widget as HTML."""
        html = super().as_widget(widget, attrs, only_initial)
        if isinstance(widget or self.field.widget, BaseChooser):
            return without_script(html)
        return html


class FormRenderer(TemplatesSetting):
    """Renders forms with the site's templates, and choosers without scripts."""

    bound_field_class = AdminBoundField


def without_script(chooser: str) -> SafeString:
    """Return the HTML of a chooser with a call in place of its script.

    What is written in another way is left as it is; the browser then refuses its script.
    """
    if not (found := CHOOSER_SCRIPT.fullmatch(chooser)):
        return mark_safe(chooser)  # noqa: S308 (as Wagtail made it)
    return format_html(
        '{}<admin-call name="{}" arguments="[{}]"{} hidden></admin-call>',
        mark_safe(found["chooser"]),  # noqa: S308 (as Wagtail made it)
        found["name"],
        found["arguments"],
        " new" if found["new"] else "",
    )

"""How often the registration desk keeps its promise, as it is at this moment."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import HeadingBlock
from registration import services

#: What the preview shows.
EXAMPLE = services.PromiseKeptFigure(
    percentage=98,
    number=412,
    period="quarter",
    first_day=date(2026, 7, 1),
    last_day=date(2026, 9, 30),
)


class PromiseKeptValue(blocks.StructValue):
    """A figure; `is_preview` in the chooser of blocks, where nothing needs to be switched on.

    It is no section with an anchor: “On this page” must not lead to what may not be there.
    """

    is_preview = False


class PromiseKeptBlock(blocks.StructBlock):
    """The figure of the desk, and nothing at all while the coordinator does not show it."""

    heading = HeadingBlock(
        required=False, default="", help_text=_("Only shown together with the figure.")
    )

    class Meta:
        icon = "time"
        label = _("Promise kept")
        group = _("Explain")
        description = _(
            "How often we called within the promised time. Nothing is shown while the coordinator "
            "has it switched off, or while there are too few calls to count."
        )
        template = "home/blocks/promise_kept.html"
        value_class = PromiseKeptValue
        preview_value = {"heading": "Bellen we op tijd?"}

    def get_preview_value(self) -> PromiseKeptValue:
        """Mark the value, so that an example is shown."""
        value = super().get_preview_value()
        value.is_preview = True
        return value

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add `figure`, or None."""
        context = super().get_context(value, parent_context=parent_context)
        return context | {"figure": EXAMPLE if value.is_preview else services.promise_kept_figure()}

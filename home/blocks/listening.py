"""Have the device read the page aloud."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ReadAloudBlock(blocks.StaticBlock):
    """A button that reads the page aloud; only shown where the device has a voice of its own."""

    class Meta:
        icon = "media"
        label = _("Read aloud")
        group = _("Ways in")
        admin_text = _("A button that reads this page aloud, on devices that have a voice for it.")
        description = _("Reads the page aloud with the device’s own voice; no text is sent away.")
        template = "home/blocks/read_aloud.html"
        preview_value = None  # there is nothing to fill in

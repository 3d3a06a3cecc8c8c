"""What every section of a page shares: a heading that can be linked to."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.links import LinkedValue

#: For editors in running text; headings come from the blocks, so that their order is right.
TEXT_FEATURES = ["bold", "ul", "ol", "link", "document-link"]

#: Ids that the templates of pages with sections have already.
IDS_OF_TEMPLATES = ("inhoud", "site-menu", "leave-help", "on-this-page", "press-contact", "read-on")


class SectionValue(LinkedValue):
    """A section with a `heading` and an `anchor` to link to it."""

    _anchor: str | None = None

    @property
    def anchor(self) -> str:
        """Id of the section on its page, "" without a heading."""
        return slugify(self.get("heading") or "") if self._anchor is None else self._anchor

    @anchor.setter
    def anchor(self, anchor: str) -> None:
        self._anchor = anchor


class HeadingBlock(blocks.CharBlock):
    """Heading of a section, as a field of its block."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Heading"))
        kwargs.setdefault("max_length", 120)
        super().__init__(**kwargs)


def number_anchors(stream: Iterable[Any]) -> list[dict[str, str]]:
    """Give every section its own anchor and return the table of contents.

    Two sections with the same heading get different anchors, because an id must be unique, also
    among those of the templates.
    `language` is that of the heading, "" where it is that of the page.
    """
    seen = dict.fromkeys(IDS_OF_TEMPLATES, 1)
    contents = []
    for child in stream:
        value = child.value
        if not isinstance(value, SectionValue) or not value.get("heading"):
            continue
        base = slugify(value["heading"]) or "section"
        seen[base] = seen.get(base, 0) + 1
        value.anchor = base if seen[base] == 1 else f"{base}-{seen[base]}"
        contents.append(
            {
                "anchor": value.anchor,
                "label": value["heading"],
                "language": value.get("language", ""),
            }
        )
    return contents

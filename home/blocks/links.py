"""Links that editors make: to a page, to another site, or to the registration page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.struct_block import StructBlockValidationError

from home.page_index import load_page_index
from perspectief.exact_text import attributes_of

REGISTER = "register"
TARGETS = ("page", "external_url", "special")
#: Of a link while its page is shown, never stored: what its address carries.
QUERY = "query"
SPECIAL_TARGETS = [(REGISTER, _("The registration page"))]


#: Target of the links in previews of blocks, which lead nowhere.
PREVIEW_LINK = {"external_url": "https://example.org/"}


def resolve_link(value: dict[str, Any]) -> str:
    """Address of a link in the language of the request, or "" when there is nothing to read there.

    A chosen page stands for all its translations, so a translated page links to pages in its own
    language without anybody choosing them again; an unpublished page has no address.
    """
    language = get_language() or ""
    if value.get("special") == REGISTER:
        return with_query(load_page_index().register_urls.get(language, ""), value.get(QUERY, ""))
    if page := value.get("page"):
        entry = load_page_index().translation_of(page.pk, language)
        return entry.url if entry else ""
    return value.get("external_url") or ""


def with_query(url: str, query: str) -> str:
    """The address with a query after it; "" stays "", for there is nothing to read there."""
    return f"{url}?{query}" if url and query else url


def carry_query(value: Any, query: str) -> None:
    """Have the links to the registration page, however deep in `value`, carry `query`.

    Args:
        value: a stream, or what one of its blocks holds.
        query: what comes after the question mark.
    """
    if isinstance(value, dict):
        if value.get("special") == REGISTER:
            value[QUERY] = query
        for inner in value.values():
            carry_query(inner, query)
    elif isinstance(value, blocks.StreamValue):
        for child in value:
            carry_query(child.value, query)
    elif isinstance(value, list | ListValue):
        for inner in value:
            carry_query(inner, query)


class LinkValue(blocks.StructValue):
    """A link with `label`, `url` and, for rows, `note`."""

    @property
    def url(self) -> str:
        """See `resolve_link`."""
        return resolve_link(self)


class ExactURLBlock(blocks.URLBlock):
    """An address in a stream, which Wagtail renders without its form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field.widget.attrs |= attributes_of(self.field, "")

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Return an ordinary address."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.URLBlock", args, kwargs


class LinkBlock(blocks.StructBlock):
    """One link; exactly one kind of target."""

    label = blocks.CharBlock(
        label=_("Link text"),
        max_length=80,
        help_text=_("Says where the link goes, never ‘click here’."),
    )
    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_(
            "Choose the Dutch page; the English site links to its translation automatically."
        ),
    )
    external_url = ExactURLBlock(label=_("Address on another site"), required=False)
    special = blocks.ChoiceBlock(
        label=_("Fixed target"),
        choices=SPECIAL_TARGETS,
        required=False,
        help_text=_("Keeps working if the page moves."),
    )

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{label}"
        value_class = LinkValue

    #: Whether the whole link may be left out; half a link is never right.
    may_be_empty = False

    def clean(self, value: Any) -> Any:
        """Refuse half a link, and a link with two targets."""
        value = super().clean(value)
        targets = [name for name in TARGETS if value.get(name)]
        if len(targets) > 1:
            raise StructBlockValidationError(
                {
                    name: ValidationError(_("Choose only one place for the link to go."))
                    for name in targets[1:]
                }
            )
        if targets and not value.get("label"):
            raise StructBlockValidationError(
                {"label": ValidationError(_("Write a text for the link."))}
            )
        if not targets and (value.get("label") or not self.may_be_empty):
            raise StructBlockValidationError(
                {"page": ValidationError(_("Choose where the link goes."))}
            )
        return value


class LinkRowBlock(LinkBlock):
    """A link with a small line of explanation."""

    note = blocks.CharBlock(
        label=_("Small line"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Who it is for, in a few words."),
    )


class OptionalLinkBlock(LinkBlock):
    """A link that may be left out."""

    may_be_empty = True

    label = blocks.CharBlock(
        label=_("Link text"),
        required=False,
        default="",
        max_length=80,
        help_text=_(
            "Says where the link goes, never ‘click here’. If left empty, there is no link."
        ),
    )


class LinkedValue(blocks.StructValue):
    """A block with one optional link: `link_label` and `url` for its template."""

    @property
    def link_label(self) -> str:
        """Text of the link, "" without one."""
        return self.get("link", {}).get("label", "")

    @property
    def url(self) -> str:
        """See `resolve_link`."""
        link = self.get("link")
        return resolve_link(link) if link else ""

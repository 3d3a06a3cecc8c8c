"""Files to download, each in the languages in which it exists."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from home.blocks.sections import HeadingBlock, SectionValue
from home.page_index import load_page_index
from media_library.models import ContentDocument


class DownloadValue(blocks.StructValue):
    """One thing to download: `main` is the file that suits the reader, `others` are the rest."""

    @property
    def files(self) -> list[ContentDocument]:
        """The files that are still there; that in the language of the page goes first."""
        there = [document for document in self.get("documents") or [] if document]
        return sorted(there, key=lambda document: document.language != get_language())

    @property
    def main(self) -> ContentDocument | None:
        """The file for most readers, None when all were deleted."""
        return next(iter(self.files), None)

    @property
    def others(self) -> list[ContentDocument]:
        """The files in other languages."""
        return self.files[1:]

    @property
    def page_url(self) -> str:
        """Address of the page that says the same, in the language of the reader; "" without one."""
        page = self.get("page")
        entry = load_page_index().translation_of(page.pk, get_language() or "") if page else None
        return entry.url if entry else ""


class DownloadBlock(blocks.StructBlock):
    """One thing to download."""

    title = blocks.CharBlock(label=_("Title"), max_length=80)
    text = blocks.CharBlock(
        label=_("Text"),
        required=False,
        default="",
        max_length=200,
        help_text=_("Who it is for, or what it is useful for."),
    )
    documents = blocks.ListBlock(
        DocumentChooserBlock(),
        label=_("Files"),
        min_num=1,
        help_text=_(
            "One for each language it is available in. Type and size are shown automatically."
        ),
    )
    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("The Dutch page that says the same, for people who cannot read the file."),
    )

    class Meta:
        icon = "download"
        label = _("Download")
        label_format = "{title}"
        value_class = DownloadValue


class DownloadsBlock(blocks.StructBlock):
    """A list of files to download."""

    heading = HeadingBlock()
    downloads = blocks.ListBlock(DownloadBlock(), label=_("Downloads"), min_num=1)

    class Meta:
        icon = "download"
        label = _("Downloads")
        group = _("Explain")
        description = _("Files with their kind, size and language.")
        template = "home/blocks/downloads.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Materiaal om mee te geven",
            "downloads": [
                {"title": "Folder", "text": "Voor je cliënt, op één blad papier.", "documents": []}
            ],
        }

    def get_preview_value(self) -> SectionValue:
        """Show a file of the library, or an example while there is none."""
        value = super().get_preview_value()
        document = ContentDocument.objects.order_by("pk").first() or _example()
        value["downloads"][0]["documents"] = [document]
        return value


def _example() -> ContentDocument:
    """A document that is nowhere stored; its link leads nowhere, as no document has this key."""
    return ContentDocument(
        pk=0, title="Folder", file="folder.pdf", file_size=48_000, language="nl", is_tagged=True
    )

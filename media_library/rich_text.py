"""Links to documents in running text, which say the kind and size of the file."""

import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.documents.rich_text import DocumentLinkHandler

from media_library.file_facts import facts_of

#: How the first half of a link tells the second what to say; it is not in the page.
_LINK = re.compile(r'(<a [^>]*?) data-file-facts="([^"]*)"(>.*?)</a>', re.DOTALL)


class DocumentLinkWithFactsHandler(DocumentLinkHandler):
    """Writes the start of the link; `with_file_facts` adds to its end."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return the start of each link, `<a>` for a document that is gone."""
        return [
            format_html(
                '<a href="{}" hreflang="{}" data-file-facts="{}">',
                document.url,
                document.language,
                facts_of(document),
            )
            if document
            else "<a>"
            for document in cls.get_many(attrs_list)
        ]


def with_file_facts(html: str) -> SafeString:
    """Return rich text with kind and size in every link to a document."""
    return mark_safe(  # noqa: S308 - rich text, and facts that are escaped in their attribute
        _LINK.sub(r'\1\3 <span class="file-facts">(\2)</span></a>', html)
    )

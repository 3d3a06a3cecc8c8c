"""What search engines are told about a page beside its text (schema.org, as JSON-LD).

JSON-LD is data and never run, so the Content Security Policy, which forbids scripts within a page,
lets it pass.
"""

import json
from typing import Any, Protocol, runtime_checkable

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from home.figures.in_text import with_figures
from home.navigation.site_frame import SiteFrame
from perspectief.site_address import absolute_url

#: Search engines show it small and square.
LOGO = "perspectief/img/touch-icon.png"
#: As in Django's `json_script`: nothing in the data can end the element it stands in.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@runtime_checkable
class HasStructuredItems(Protocol):
    """A page type that tells more about itself."""

    def structured_items(self, request: HttpRequest, picture_url: str) -> list[dict[str, Any]]:
        """Return items of schema.org, with absolute addresses.

        Args:
            request: the request that is answered.
            picture_url: address of the picture that stands for the page.
        """


def structured_data(frame: SiteFrame, picture_url: str) -> SafeString:
    """The element for the head of a page, "" where there is nothing to tell.

    Args:
        frame: what stands around the page that is shown.
        picture_url: address of the picture that stands for the page.
    """
    items = [_organisation(frame), _breadcrumbs(frame), _questions(frame.page)]
    if isinstance(frame.page, HasStructuredItems):
        items += frame.page.structured_items(frame.request, picture_url)
    graph = [item for item in items if item]
    if not graph:
        return SafeString("")
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text.translate(_ESCAPES)),  # noqa: S308 - JSON without < > &
    )


def _organisation(frame: SiteFrame) -> dict[str, Any]:
    if frame.page is None or frame.page.depth != 2:
        return {}
    found = {
        "@type": "Organization",
        "name": frame.organisation,
        "url": absolute_url(frame.home_url),
        "logo": absolute_url(static(LOGO)),
        "telephone": frame.phone_href.removeprefix("tel:"),
    }
    elsewhere = [link.url for link in frame.social_links]
    return found | ({"sameAs": elsewhere} if elsewhere else {})


def _breadcrumbs(frame: SiteFrame) -> dict[str, Any]:
    crumbs = []
    for position, crumb in enumerate(frame.breadcrumbs, start=1):
        item = {"@type": "ListItem", "position": position, "name": crumb["label"]}
        if crumb["url"]:
            item["item"] = absolute_url(crumb["url"])
        crumbs.append(item)
    return {"@type": "BreadcrumbList", "itemListElement": crumbs} if crumbs else {}


def _questions(page: Any) -> dict[str, Any]:
    questions = [
        {
            "@type": "Question",
            "name": item["question"],
            "acceptedAnswer": {"@type": "Answer", "text": with_figures(item["answer"])},
        }
        for block in getattr(page, "body", [])
        if block.block_type == "faq"
        for item in block.value["questions"]
    ]
    return {"@type": "FAQPage", "mainEntity": questions} if questions else {}

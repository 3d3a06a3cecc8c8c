"""Template tags for what stands around the pages and in their head."""

from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.text import Truncator

from home.navigation.site_frame import SiteFrame, frame_of
from home.structured_data.graph import structured_data
from media_library.pictures import one_size
from perspectief.site_address import absolute_url

register = template.Library()

#: For pages without a picture of their own.
SOCIAL_CARD = "perspectief/img/social-card.png"
#: Search engines cut descriptions off about here.
DESCRIPTION_LENGTH = 155
OPEN_GRAPH_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@register.simple_tag(takes_context=True)
def site_frame(context: template.Context) -> SiteFrame:
    """Header and footer data: `{% site_frame as frame %}`."""
    return frame_of(context)


@register.inclusion_tag("home/seo_head.html", takes_context=True)
def seo_head(context: template.Context) -> dict[str, Any]:
    """Robots, canonical address, languages, social cards and structured data of what is shown.

    What a chat shows of a shared page (`card`) names no subject where editors asked for that.

    Reads `page` from the context, or for pages that are not Wagtail's `seo_title`,
    `seo_description` and `seo_noindex`. An error page has neither address nor languages.
    """
    request = context["request"]
    frame = frame_of(context)
    page = frame.page
    alternates = {code: absolute_url(url) for code, url in frame.alternate_urls.items()}
    canonical = alternates.get(frame.language, "")
    if page is not None and not canonical:
        canonical = absolute_url(page.get_url(request) or request.path)
    description = _description(page) if page else context.get("seo_description", "")
    title = (page.seo_title or page.title) if page else context.get("seo_title", "")
    picture = _social_image(page)
    is_neutral = bool(getattr(page, "neutral_card", False))
    return {
        "description": description,
        "noindex": _noindex(context, page, canonical),
        "canonical": canonical,
        "alternates": alternates if len(alternates) > 1 else {},
        "default_url": alternates.get(settings.LANGUAGE_CODE, ""),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "card": {
            "title": settings.WAGTAIL_SITE_NAME if is_neutral else title,
            "description": "" if is_neutral else description,
            "locale": OPEN_GRAPH_LOCALES[frame.language],
            "other_locales": [
                OPEN_GRAPH_LOCALES[code] for code in alternates if code != frame.language
            ],
            "image": _social_image(None) if is_neutral else picture,
        },
        "structured_data": structured_data(frame, picture["url"]),
    }


def _noindex(context: template.Context, page: Any, canonical: str) -> bool:
    if getattr(context["request"], "is_preview", False) or not canonical:
        return True
    if page is not None:
        return bool(getattr(page, "seo_noindex", False))
    return bool(context.get("seo_noindex", False))


def _description(page: Any) -> str:
    return Truncator(getattr(page, "summary", "")).chars(DESCRIPTION_LENGTH)


def _social_image(page: Any) -> dict[str, Any]:
    image = getattr(page, "social_image", None)
    copy = one_size(image, "social") if image else None
    if image is None or copy is None:  # none chosen, or its copies are still being made
        return {
            "url": absolute_url(static(SOCIAL_CARD)),
            "width": 1200,
            "height": 630,
            "alt": settings.WAGTAIL_SITE_NAME,
        }
    return {
        "url": absolute_url(copy.url),
        "width": copy.width,
        "height": copy.height,
        "alt": image.default_alt_text,
    }

"""The newest story, with an example for the chooser of blocks."""

from typing import Any

from wagtail.models import Locale

from home.blocks.links import PREVIEW_LINK
from home.page_index import load_page_index
from home.stories.pages import StoryPage


def latest_story(value: Any, page: Any) -> dict[str, Any]:
    """Return what a `LatestStoryBlock` shows: `story` and its `url`, None and "" without one.

    Args:
        value: of the block.
        page: that holds the block, for its language; None in a preview.
    """
    locale = getattr(page, "locale", None) or Locale.get_active()
    story = StoryPage.objects.published(locale.pk).first()
    entry = load_page_index().entries.get(story.pk) if story else None
    if entry is None and value.is_preview:
        return {"story": _example(), "url": PREVIEW_LINK["external_url"]}
    return {"story": story, "url": entry.url if entry else ""}


def _example() -> StoryPage:
    return StoryPage(
        title="Een brief was genoeg",
        intro="Ze schreef eerst een brief. Een half jaar later kwam er antwoord.",
        is_example=True,
    )

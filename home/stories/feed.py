"""The newest stories for feed readers."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from home.pages import feeds


class StoryFeed(feeds.ListFeed):
    """Stories, with what their cards in the list say and no more."""

    def items(self) -> list[dict[str, Any]]:
        """Cards of the newest stories: `story` and `url`."""
        return self.page.cards(self.page.listed()[: feeds.FEED_LENGTH])

    def item_title(self, item: dict[str, Any]) -> str:
        """The title of the story."""
        return item["story"].title

    def item_description(self, item: dict[str, Any]) -> str:
        """What it is about, and whether these are real people."""
        story = item["story"]
        example = _("Example story. These are not real people.") if story.is_example else ""
        return " ".join(text for text in (story.intro, example) if text)

    def item_url(self, item: dict[str, Any]) -> str:
        """The page of the story."""
        return item["url"]

    def item_guid(self, item: dict[str, Any]) -> str:
        """The same for ever, also when the page moves."""
        return f"{item['story'].translation_key}:{self.language}"

    def item_pubdate(self, item: dict[str, Any]) -> datetime | None:
        """When it was first published."""
        return item["story"].first_published_at

    def item_categories(self, item: dict[str, Any]) -> list[str]:
        """Who tells it."""
        return [item["story"].get_role_display()]

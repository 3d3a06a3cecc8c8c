"""Template tags of stories."""

from typing import Any

from django import template

from home.stories import latest

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_story(context: dict[str, Any], value: Any) -> dict[str, Any]:
    """Return the story that the block shows; see `home.stories.latest`."""
    return latest.latest_story(value, context.get("page"))

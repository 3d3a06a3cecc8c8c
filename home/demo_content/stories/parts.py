"""What the example stories share."""

from typing import Any

from home.demo_content.texts import DemoPage, Text, rich

_NOT_REAL = Text(
    "Voorbeeld. Deze persoon bestaat niet echt.", "Example. This is not a real person."
)


def story(
    key: str,
    *,
    codes: tuple[str, str, str],
    title: Text,
    slug: Text,
    intro: Text,
    body: list[tuple[str, Any]],
) -> DemoPage:
    """A story; `codes` are its role, kind of event and form of contact (`home.stories.codes`)."""
    return DemoPage(
        key=f"story-{key}",
        model="home.StoryPage",
        parent="stories",
        title=title,
        slug=slug,
        description=intro,
        plain={"intro": intro},
        streams={"body": body},
        codes=dict(zip(("role", "kind", "contact_form"), codes, strict=True)),
    )


def quote(words: Text) -> tuple[str, Any]:
    """A quotation of somebody who does not exist, and says so."""
    return ("quote", {"quote": words, "note": _NOT_REAL})


def heavy_passage(topic: Text, *paragraphs: Text) -> tuple[str, Any]:
    """A part that readers can skip."""
    return ("heavy_passage", {"topic": topic, "text": rich(*paragraphs)})

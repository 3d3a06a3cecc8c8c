"""The front page's newest story: of its language, by itself, and nothing while there is none."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from home.blocks.stories import LatestStoryBlock
from home.models import HomePage
from home.stories.latest import latest_story
from tests.home.factories import StoryIndexPageFactory, StoryPageFactory, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(home) -> HomePage:
    """The front page with the block, and an older story below the list."""
    home.body = json.dumps([{"type": "latest_story", "value": {"label": "Nieuwste verhaal"}}])
    home.save_revision().publish()
    return home


@pytest.fixture
def stories(front):
    index = StoryIndexPageFactory(parent=front, title="Verhalen", slug="verhalen")
    translate(index, "Stories", "stories")
    return index


def tell(stories, title: str, days_ago: int, **fields):
    moment = timezone.now() - timedelta(days=days_ago)
    return StoryPageFactory(parent=stories, title=title, first_published_at=moment, **fields)


def test_the_newest_story_is_shown_with_the_way_to_it(stories, html):
    tell(stories, "Eerder", 3)
    newest = tell(stories, "Later", 1)

    text = html("/")

    assert "Nieuwste verhaal" in text
    assert f'href="{newest.get_url()}"' in text
    assert "Later" in text
    assert "Eerder" not in text
    assert "Voorbeeldverhaal" in text


def test_a_story_of_real_people_is_not_called_an_example(stories, html):
    tell(stories, "Echt", 1, is_example=False)

    assert "Echt" in html("/")
    assert "Voorbeeldverhaal" not in html("/")


def test_each_language_shows_its_own_newest_story(stories):
    translate(tell(stories, "Eerder", 3), "Earlier", "earlier")
    tell(stories, "Later", 1)
    english = stories.get_translations().get()

    shown = latest_story(LatestStoryBlock().to_python({"label": ""}), english)

    assert shown["story"].title == "Earlier"
    assert shown["url"].startswith("/en/")


def test_without_a_story_nothing_is_drawn(front, html):
    assert "Nieuwste verhaal" not in html("/")


def test_the_preview_shows_the_story_of_the_language_of_the_admin(stories):
    tell(stories, "Later", 1)
    block = LatestStoryBlock()

    assert "Later" in block.render(block.get_preview_value())


def test_the_preview_shows_an_example_while_there_is_no_story(front):
    block = LatestStoryBlock()

    drawn = block.render(block.get_preview_value())

    assert "Nieuwste verhaal" in drawn
    assert "Voorbeeldverhaal" in drawn

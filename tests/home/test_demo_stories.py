"""The example stories of the demo: every side, every form of contact, both languages."""

import pytest

from home.stories.pages import StoryPage
from tests.support.some import some

pytestmark = pytest.mark.django_db


def test_the_demo_tells_stories_from_every_side_in_both_languages(demo_site, client):
    for path in ("/verhalen/", "/en/stories/"):
        response = client.get(path)
        shown = [card["story"] for card in response.context["cards"]]
        assert len(shown) >= 6
        assert {"harmed", "bereaved", "offender", "causer", "relative"} <= {
            story.role for story in shown
        }
        assert {"letters", "shuttle", "group", "conversation", "mediator_only"} <= {
            story.contact_form for story in shown
        }
        for story in shown:
            assert story.is_example
            assert "heavy_passage" in {block.block_type for block in story.body}


def test_codes_are_the_same_in_both_languages(demo_site):
    for story in StoryPage.objects.filter(locale__language_code="nl"):
        english = story.get_translations().get().specific
        for name in ("role", "kind", "contact_form", "is_example"):
            assert getattr(story, name) == getattr(english, name)


def test_no_story_is_a_dead_end(demo_site, client):
    for story in some(StoryPage.objects.all()):
        assert client.get(story.get_url()).context["related"], story.slug


def test_the_front_page_and_the_menu_lead_to_stories(demo_site, html):
    for path, menu_link, story in (
        ("/", "/verhalen/", "/verhalen/waarom-ik/"),
        ("/en/", "/en/stories/", "/en/stories/why-me/"),
    ):
        text = html(path)
        assert f'href="{menu_link}"' in text
        assert f'href="{story}"' in text

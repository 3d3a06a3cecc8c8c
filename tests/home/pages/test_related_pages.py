"""Every page offers where to read on: what editors chose, or else what is near."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from home.models import ContentPage, HomePage
from home.pages.reading import RELATED_PAGES
from tests.home.factories import (
    ContentPageFactory,
    StoryIndexPageFactory,
    StoryPageFactory,
    translate,
)
from tests.support.planted_rows import planted_once

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SECTION = re.compile(r'<aside [^>]*aria-labelledby="read-on">(.*?)</aside>', re.DOTALL)
DOOR = re.compile(r'<a class="door" href="([^"]+)">')


def offered(text: str) -> list[str]:
    """Addresses under “Read on”."""
    return [address for section in SECTION.findall(text) for address in DOOR.findall(section)]


def chosen(*pages: Page) -> str:
    """The field as the editor stores it."""
    return json.dumps([{"type": "page", "value": page.pk} for page in pages])


@pytest.fixture
def shelf(home) -> list[ContentPage]:
    """Six pages below one page, in both languages."""
    return plant_shelf(home)


@planted_once
def plant_shelf(home: HomePage) -> list[ContentPage]:
    """Make these pages."""
    parent = ContentPageFactory(parent=home, slug="plank")
    translate(parent, "Shelf", "shelf")
    pages = [ContentPageFactory(parent=parent, slug=f"boek-{number}") for number in range(6)]
    for number, page in enumerate(pages):
        translate(page, f"Book {number}", f"book-{number}")
    return pages


def test_what_editors_chose_is_offered_in_their_order(shelf, about, html):
    page = ContentPageFactory(parent=about, slug="dit", related=chosen(shelf[4], shelf[1]))

    assert offered(html(page.url)) == ["/plank/boek-4/", "/plank/boek-1/"]


def test_a_choice_made_in_dutch_leads_to_english_pages_in_english(shelf, about, html):
    page = ContentPageFactory(parent=about, title="Dit hier", related=chosen(shelf[4], shelf[1]))
    english = Locale.objects.get(language_code="en")
    translate(page, "This here", "this-here")
    # The choice changes afterwards, and the translation follows when it is saved anew.
    page = page.specific_class.objects.get(pk=page.pk)
    page.related = chosen(shelf[2])
    page.save_revision().publish()
    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=english
    )
    translation.source.update_from_db()
    translation.source.create_or_update_translation(english, publish=False, fallback=True)
    translated = page.get_translation(english)
    translated.get_latest_revision().publish()

    assert offered(html(translated.get_url())) == ["/en/shelf/book-2/"]


def test_what_cannot_be_read_is_left_out_and_nothing_is_offered_twice(shelf, about, html):
    page = ContentPageFactory(parent=about, slug="dit")
    page.related = chosen(page, shelf[0], shelf[0], shelf[1], shelf[2])
    page.save_revision().publish()
    shelf[1].unpublish()
    Page.objects.get(pk=shelf[2].pk).delete()

    assert offered(html(page.url)) == ["/plank/boek-0/"]


def test_without_a_choice_the_next_pages_beside_it_are_offered(shelf, html):
    assert offered(html("/plank/boek-1/")) == [f"/plank/boek-{number}/" for number in (2, 3, 4)]
    assert offered(html("/plank/boek-5/")) == [f"/plank/boek-{number}/" for number in (0, 1, 2)]
    assert offered(html("/en/shelf/book-4/")) == [
        f"/en/shelf/book-{number}/" for number in (5, 0, 1)
    ]


def test_pages_right_below_the_front_page_lead_down_because_they_have_nothing_in_common(
    shelf, about, html
):
    assert offered(html("/over-ons/")) == []
    assert offered(html("/plank/")) == [f"/plank/boek-{number}/" for number in (0, 1, 2)]


def test_pages_chosen_for_a_story_take_the_place_of_similar_stories(shelf, client):
    stories = StoryIndexPageFactory(parent=shelf[0].get_parent().get_parent(), slug="verhalen")
    story = StoryPageFactory(parent=stories, slug="dit", related=chosen(shelf[3]))
    StoryPageFactory(parent=stories, title="Net zo een")

    response = client.get(story.url)

    assert offered(response.content.decode()) == ["/plank/boek-3/"]
    assert response.context["related"] == []


def test_offering_pages_costs_no_query(shelf, about, client):
    plain = ContentPageFactory(parent=about, slug="kaal")
    full = ContentPageFactory(parent=about, slug="vol", related=chosen(*shelf[:RELATED_PAGES]))

    def queries(page: Page) -> int:
        client.get(f"{page.url}?a=1")  # what is asked once and then kept
        with CaptureQueriesContext(connection) as found:
            client.get(f"{page.url}?a=1")
        return len(found)

    assert offered(client.get(full.url).content.decode())
    assert queries(full) == queries(plain)


def test_no_more_than_three_can_be_chosen(shelf, about):
    page = ContentPageFactory(parent=about, related=chosen(*shelf[:RELATED_PAGES]))
    page.full_clean()

    block = ContentPage._meta.get_field("related").stream_block
    with pytest.raises(StreamBlockValidationError) as refused:
        block.clean(block.to_python(json.loads(chosen(*shelf[: RELATED_PAGES + 1]))))
    assert refused.value.non_block_errors

"""Stories: filters, pages of the list, related stories, the part that can be skipped."""

import json
import re
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from home.models import ContentPage, HomePage
from home.pages.reading import RELATED_PAGES
from home.stories.body import StoryBody
from home.stories.pages import StoryIndexPage, StoryPage
from tests.home.factories import StoryIndexPageFactory, StoryPageFactory, translate
from tests.support.planted_rows import planted_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(home) -> StoryIndexPage:
    """The empty list of stories in both languages."""
    return plant_stories(home)


@planted_once
def plant_stories(home: HomePage) -> StoryIndexPage:
    """Make that list."""
    index = StoryIndexPageFactory(parent=home, title="Verhalen", slug="verhalen")
    translate(index, "Stories", "stories")
    return index


def titles(client, path: str, **query) -> list[str]:
    response = client.get(path, query)
    assert response.status_code == 200
    return [card["story"].title for card in response.context["cards"]]


def add_many(stories: StoryIndexPage, number: int) -> None:
    """Add stories the quick way; the tree is right, the revisions are left out."""
    stories.refresh_from_db()
    last = StoryPage.objects.count()
    for position in range(last, last + number):
        StoryPageFactory(parent=stories, title=f"Verhaal {position}")


# --- The list ---------------------------------------------------------------------------------


def test_the_list_shows_every_story_of_its_language_newest_first(stories, client):
    add_many(stories, 2)
    dutch = StoryPage.objects.get(title="Verhaal 0")
    translate(dutch, "Story 0", "story-0")
    dutch.first_published_at = timezone.now()
    dutch.save()

    assert titles(client, "/verhalen/") == ["Verhaal 0", "Verhaal 1"]
    assert titles(client, "/en/stories/") == ["Story 0"]


def test_drafts_are_not_listed(stories, client):
    StoryPageFactory(parent=stories, live=False)

    assert titles(client, "/verhalen/") == []
    assert "Er zijn nog geen verhalen" in client.get("/verhalen/").content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"role": "harmed"}, {"A", "B"}),
        ({"role": ["harmed", "offender"]}, {"A", "B", "C"}),
        ({"kind": "traffic"}, {"B"}),
        ({"contact": "letters"}, {"A", "C"}),
        ({"role": "harmed", "contact": "letters"}, {"A"}),
        ({"role": "offender", "kind": "traffic"}, set()),
        ({"role": ["nobody", "'; --"], "kind": ""}, {"A", "B", "C"}),
        ({"contact_form": "letters"}, {"A", "B", "C"}),
    ],
)
def test_filters_narrow_the_list_and_the_unknown_does_nothing(stories, client, query, found):
    StoryPageFactory(parent=stories, title="A", role="harmed", contact_form="letters")
    StoryPageFactory(parent=stories, title="B", role="harmed", kind="traffic")
    StoryPageFactory(parent=stories, title="C", role="offender", contact_form="letters")

    assert set(titles(client, "/verhalen/", **query)) == found


def test_the_form_keeps_what_was_chosen_and_offers_only_what_is_there(stories, client):
    StoryPageFactory(parent=stories, role="causer", kind="traffic", contact_form="letters")
    text = client.get("/verhalen/", {"role": "causer", "kind": "online"}).content.decode()
    boxes = re.findall(r'name="(\w+)" value="(\w+)"( checked)?', text)

    assert boxes == [
        ("role", "causer", " checked"),
        ("kind", "traffic", ""),
        ("kind", "online", " checked"),
    ]
    assert 'role="status">0 verhalen<' in text
    assert '<a href="/verhalen/">Toon alle verhalen</a>' in text


def test_the_count_is_in_the_language_of_the_page(stories, client):
    story = StoryPageFactory(parent=stories)
    translate(story, "A story", "a-story")

    assert 'role="status">1 verhaal<' in client.get("/verhalen/").content.decode()
    assert 'role="status">1 story<' in client.get("/en/stories/").content.decode()


def test_the_next_page_keeps_the_filters(stories, client):
    add_many(stories, StoryIndexPage.items_per_page + 1)
    text = client.get("/verhalen/", {"role": "harmed"}).content.decode()

    assert "role=harmed&amp;page=2" in text
    assert len(titles(client, "/verhalen/", role="harmed", page=2)) == 1
    assert len(titles(client, "/verhalen/", page="nonsense")) == StoryIndexPage.items_per_page


# --- A story ----------------------------------------------------------------------------------


def test_an_example_says_so_and_a_real_story_does_not(stories, html):
    example = StoryPageFactory(parent=stories, slug="voorbeeld")
    assert example.is_example
    StoryPageFactory(
        parent=stories, slug="echt", is_example=False, kind="online", contact_form="letters"
    )

    assert "Voorbeeldverhaal. De personen bestaan niet echt." in html("/verhalen/voorbeeld/")
    assert "De personen bestaan niet echt" not in html("/verhalen/echt/")


def test_each_heavy_part_names_its_topic_and_can_be_skipped(stories, html):
    parts = [
        {"type": "heavy_passage", "value": {"topic": topic, "text": f"<p>{text}</p>"}}
        for topic, text in (("geweld", "Eerst dit."), ("een <b>ongeval</b>", "Toen dat."))
    ]
    StoryPageFactory(parent=stories, slug="zwaar", body=json.dumps(parts))
    text = html("/verhalen/zwaar/")

    assert "Let op: dit verhaal gaat over geweld. Je kunt dit deel overslaan." in text
    assert "een &lt;b&gt;ongeval" in text
    targets = re.findall(r'<a href="#([^"]+)">Sla dit deel over</a>', text)
    assert len(set(targets)) == 2
    for target, passage in zip(targets, ("Eerst dit.", "Toen dat."), strict=True):
        assert text.count(f'id="{target}"') == 1
        assert text.index(f"#{target}") < text.index(passage) < text.index(f'id="{target}"')


def test_related_stories_share_kind_or_contact_and_both_comes_first(stories, client):
    kind, form = {"kind": "traffic"}, {"contact_form": "letters"}
    story = StoryPageFactory(parent=stories, slug="dit", **kind, **form)
    StoryPageFactory(parent=stories, title="Anders")
    StoryPageFactory(parent=stories, title="Beide", **kind, **form)
    StoryPageFactory(parent=stories, title="Soort", **kind)
    StoryPageFactory(parent=stories, title="Vorm", **form)
    StoryPageFactory(parent=stories, title="Concept", live=False, **kind)
    translate(story, "This", "this")

    response = client.get("/verhalen/dit/")
    found = [card["story"].title for card in response.context["related"]]

    assert found[0] == "Beide"
    assert set(found) == {"Beide", "Soort", "Vorm"}
    assert len(found) == RELATED_PAGES
    english = client.get("/en/stories/this/")
    assert english.context["related"] == []
    assert '<a href="/en/stories/">Show all stories</a>' in english.content.decode()


def test_stories_are_found_by_search(stories, client):
    body = [{"type": "heavy_passage", "value": {"topic": "geweld", "text": "<p>Zeepaardje.</p>"}}]
    StoryPageFactory(parent=stories, title="Wat Sam vroeg", slug="sam", body=json.dumps(body))
    call_command("update_index", verbosity=0)

    for words in ("sam", "zeepaardje"):
        results = client.get("/zoeken/", {"q": words}).context["results"]
        assert [result.url for result in results] == ["/verhalen/sam/"]


# --- Editors ----------------------------------------------------------------------------------


def test_a_new_story_can_be_previewed_before_it_is_saved(stories, admin_client):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["home", "storypage", stories.pk])
    draft = {
        "title": "Nog niet bewaard",
        "slug": "nog-niet",
        "role": "harmed",
        "kind": "violence",
        "contact_form": "letters",
        "is_example": "on",
        "intro": "Een begin.",
        "body-count": "0",
        "related-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    assert admin_client.post(address, draft).json()["is_valid"]

    text = admin_client.get(address).content.decode()

    assert "Nog niet bewaard" in text
    assert "Voorbeeldverhaal" in text


def test_the_list_can_be_previewed_in_the_editor(stories, admin_client):
    StoryPageFactory(parent=stories, title="Te zien in het voorbeeld")
    stories.save_revision()

    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[stories.pk]))

    assert "Te zien in het voorbeeld" in response.content.decode()


def test_stories_live_below_their_list_only(home, stories, about):
    assert StoryPage.can_create_at(stories)
    assert not StoryPage.can_create_at(home)
    assert not StoryPage.can_create_at(about)
    assert not ContentPage.can_create_at(stories)
    assert StoryIndexPage.max_count == Locale.objects.count()


@pytest.mark.parametrize("name", list(StoryBody().child_blocks))
def test_every_block_of_a_story_says_what_it_is(name):
    block = StoryBody().child_blocks[name]

    assert block.label
    assert block.meta.description
    assert block.meta.icon


def test_the_heavy_part_can_be_previewed():
    block = StoryBody().child_blocks["heavy_passage"]

    drawn = block.render(block.get_preview_value())

    assert block.meta.preview_value["topic"] in drawn
    assert block.meta.preview_value["text"] in drawn


# --- The feed -----------------------------------------------------------------------------------


def feed_of(client, address: str) -> Any:
    """The feed below a list, parsed."""
    response = client.get(f"{address}rss/")
    assert response.headers["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")  # noqa: S314 - our own answer


def test_each_language_has_a_feed_of_its_own_live_stories(stories, client):
    story = StoryPageFactory(parent=stories, title="Een & twee", slug="een")
    story.save_revision().publish()
    StoryPageFactory(parent=stories, title="Nog niet af", live=False)
    translate(story, "One & two", "one")

    for language, list_url, title, url in (
        ("nl", "/verhalen/", "Een & twee", "/verhalen/een/"),
        ("en", "/en/stories/", "One & two", "/en/stories/one/"),
    ):
        channel = feed_of(client, list_url)
        assert channel.findtext("language") == language
        assert channel.findtext("link") == f"http://testserver{list_url}"
        assert channel.findtext("description")
        (item,) = channel.findall("item")
        assert item.findtext("title") == title
        assert item.findtext("link") == f"http://testserver{url}"
        assert item.findtext("guid") == f"{story.translation_key}:{language}"
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    text = feed_of(client, "/verhalen/").findtext("item/description")
    assert "De personen bestaan niet echt." in text


def test_a_line_end_that_was_stored_in_a_title_before_leaves_the_feed_readable(stories, client):
    story = StoryPageFactory(parent=stories, slug="een")
    type(story).objects.filter(pk=story.pk).update(title="Een\u000btitel", intro="Waar\u0007om")
    channel = feed_of(client, "/verhalen/")
    assert channel.findtext("item/title") == "Een titel"


def test_the_feed_is_found_from_the_list_and_kept_until_something_changes(stories, client):
    story = StoryPageFactory(parent=stories, title="Eerst", slug="eerst")
    page = client.get("/verhalen/").content.decode()
    assert 'rel="alternate" type="application/rss+xml"' in page
    assert page.count('href="/verhalen/rss/"') == 2
    assert feed_of(client, "/verhalen/").findtext("item/title") == "Eerst"

    with CaptureQueriesContext(connection) as queries:
        feed_of(client, "/verhalen/")
    assert len(queries) == 0

    story.title = "Later"
    story.save_revision().publish()
    assert feed_of(client, "/verhalen/").findtext("item/title") == "Later"

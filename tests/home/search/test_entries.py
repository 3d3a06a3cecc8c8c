"""Search knows what pages show, as soon as they show it."""

import json

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from home.models import SearchEntry
from home.search.entries import refresh_all, refresh_all_task
from media_library.models import MediaCoverage, Video
from tests.home.factories import ContentPageFactory
from tests.media_library.coverage_factories import MediaCoverageFactory

pytestmark = pytest.mark.django_db


def entry_of(page) -> SearchEntry:
    return SearchEntry.objects.get(page_id=page.pk)


def test_publishing_makes_an_entry_and_a_draft_does_not_change_it(home):
    page = ContentPageFactory(parent=home, title="Ooit", live=False)
    assert not SearchEntry.objects.filter(page_id=page.pk).exists()

    page.save_revision().publish()
    assert (entry_of(page).title, entry_of(page).language) == ("Ooit", "nl")

    page.title = "Straks"
    page.save_revision()
    assert entry_of(page).title == "Ooit"


def test_an_entry_has_the_texts_of_blocks_but_not_their_settings(home):
    body = [
        {
            "type": "faq",
            "value": {
                "heading": "Wat mensen vragen",
                "questions": [
                    {
                        "question": "Kan ik stoppen?",
                        "answer": "<p>Ja &amp; altijd.</p><ul><li>Ook later</li></ul>",
                    }
                ],
            },
        },
        {
            "type": "call_to_action",
            "value": {
                "heading": "Twijfel je?",
                "text": "Bel ons.",
                "link": {"label": "Ergens anders heen", "special": "register"},
            },
        },
    ]
    page = ContentPageFactory(parent=home, intro="Vooraf.", body=json.dumps(body))
    refresh_all()

    entry = entry_of(page)
    assert entry.lead == "Vooraf."
    assert entry.text.splitlines() == [
        *("Wat mensen vragen", "Kan ik stoppen?", "Ja & altijd.", "Ook later"),
        *("Twijfel je?", "Bel ons."),
    ]
    assert entry.headings.splitlines() == ["Wat mensen vragen", "Kan ik stoppen?", "Twijfel je?"]


def test_an_entry_has_the_transcript_of_a_video(home):
    video = Video.objects.create(
        title="Hallo",
        youtube_id="abcdefghijk",
        duration=60,
        transcript="<h3>Begin</h3><p>Zeepaardje zegt hallo.</p>",
    )
    body = [{"type": "video", "value": {"heading": "", "text": "", "video": video.pk, "link": {}}}]
    page = ContentPageFactory(parent=home, body=json.dumps(body))
    refresh_all()

    assert "Begin\nZeepaardje zegt hallo." in entry_of(page).text


def test_refreshing_changes_nothing_when_nothing_changed(home):
    page = ContentPageFactory(parent=home)
    refresh_all()
    before = DBTaskResult.objects.count()

    refresh_all()

    assert DBTaskResult.objects.count() == before
    assert SearchEntry.objects.filter(page_id=page.pk).count() == 1


def test_pages_that_are_gone_are_forgotten(home):
    page, other = ContentPageFactory(parent=home), ContentPageFactory(parent=home)
    refresh_all()

    titles = {page.title, other.title}
    assert SearchEntry.objects.filter(title__in=titles).count() == 2

    page.unpublish()
    other.delete()
    refresh_all()

    assert not SearchEntry.objects.filter(title__in=titles).exists()


def test_pages_that_search_engines_must_leave_out_have_no_entry(home, monkeypatch):
    page = ContentPageFactory(parent=home)
    refresh_all()
    monkeypatch.setattr(type(page), "seo_noindex", True)
    refresh_all()

    assert not SearchEntry.objects.filter(page_id=page.pk).exists()


def test_a_page_for_some_only_is_not_readable_at_once(home):
    page = ContentPageFactory(parent=home)
    refresh_all()
    assert SearchEntry.objects.readable().filter(page_id=page.pk).exists()

    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not SearchEntry.objects.readable().filter(page_id=page.pk).exists()


def test_what_pages_show_without_holding_it_is_read_again_once(
    home, django_capture_on_commit_callbacks
):
    waiting = DBTaskResult.objects.filter(task_path__endswith="refresh_all_task")
    with django_capture_on_commit_callbacks(execute=True):
        MediaCoverageFactory()
        MediaCoverageFactory()
    assert waiting.count() == 1

    refresh_all_task.call()
    with django_capture_on_commit_callbacks(execute=True):
        MediaCoverage.objects.all().delete()
    assert waiting.count() == 2

"""Campaigns: within their dates everywhere, after them only on their own page."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.campaigns.page import next_scheduled_change
from home.campaigns.periods import CampaignState, period_in_words
from home.models import CampaignPage, ContentPage
from tests.home.campaigns.factories import CampaignPageFactory, at, plant_campaign
from tests.home.factories import ContentPageFactory
from tests.home.search.conftest import update_index

pytestmark = pytest.mark.django_db

BEFORE, DURING, AFTER = at(2027, 2, 28, 23, 59), at(2027, 3, 15), at(2027, 4, 1)
BANNER = "Daarna is alles anders."


@pytest.fixture
def campaign(site_tree) -> CampaignPage:
    return plant_campaign(site_tree.home)


@pytest.fixture
def with_banner(campaign, site_tree) -> ContentPage:
    page = ContentPageFactory(parent=site_tree.home, title="Nieuws", slug="nieuws")
    page.body = [("campaign_banner", {"campaign": None}), ("campaign_list", {"heading": ""})]
    page.save_revision().publish()
    return page


# --- The banner and the list ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "is_shown"),
    [
        (BEFORE, False),
        (at(2027, 3, 1), True),
        (at(2027, 3, 31, 23, 59, 59), True),
        (AFTER, False),
    ],
)
def test_the_banner_shows_within_the_dates_only(with_banner, html, now, is_shown):
    with time_machine.travel(now):
        text = html("/nieuws/")

    assert (BANNER in text) == is_shown
    assert ('<a class="button" href="/onderweg/">Lees wat er kan</a>' in text) == is_shown


def test_the_banner_speaks_the_language_of_its_page(site_tree, campaign, html):
    english_home = site_tree.english(site_tree.home)
    for home in (site_tree.home, english_home):
        home.body = [("campaign_banner", {"campaign": None})]
        home.save_revision().publish()

    with time_machine.travel(DURING):
        assert "Eén moment op de weg</h2>" in html("/")
        assert "One moment</h2>" in html("/en/")
        assert 'href="/en/onderweg-en/"' in html("/en/")


def test_of_two_campaigns_the_newer_shows_unless_one_is_chosen(with_banner, site_tree, campaign):
    CampaignPageFactory(
        parent=site_tree.home, banner_heading="Een brief kan ook", starts_at=at(2027, 3, 10)
    )
    block = ContentPage.body.field.stream_block.child_blocks["campaign_banner"]

    with time_machine.travel(DURING):
        assert "Een brief kan ook" in block.render(block.to_python({"campaign": None}))
        assert "Eén moment op" in block.render(block.to_python({"campaign": campaign.pk}))
    with time_machine.travel(at(2027, 3, 5)):
        assert "Eén moment op" in block.render(block.to_python({"campaign": None}))


def test_an_unpublished_campaign_has_no_banner(with_banner, campaign, html):
    campaign.unpublish()

    with time_machine.travel(DURING):
        assert BANNER not in html("/nieuws/")


def test_the_list_tells_what_runs_and_what_is_over(with_banner, site_tree, html):
    CampaignPageFactory(
        parent=site_tree.home,
        title="Van vroeger",
        starts_at=at(2024, 9, 15),
        ends_at=at(2024, 12, 1),
    )

    with time_machine.travel(BEFORE):
        early = html("/nieuws/")
    with time_machine.travel(DURING):
        running, over = html("/nieuws/").split("<h2>Voorbij</h2>")

    assert "1 maart tot en met 31 maart 2027. Ook na" in running.split("<h2>Loopt nu</h2>")[1]
    assert "15 september tot en met 30 november 2024." in over
    assert "Van vroeger" in over
    assert "Loopt nu" not in early


def test_the_list_costs_as_many_queries_with_many_campaigns(
    site_tree, campaign, django_assert_max_num_queries
):
    block = ContentPage.body.field.stream_block.child_blocks["campaign_list"]
    for _number in range(15):
        CampaignPageFactory(parent=site_tree.home, ends_at=at(2027, 3, 2))

    with time_machine.travel(DURING):
        block.render(block.to_python({"heading": ""}))
        with django_assert_max_num_queries(4):
            assert block.render(block.to_python({"heading": ""})).count('class="door"') == 16


def test_both_blocks_have_a_preview_although_nothing_runs(db):
    for name in ("campaign_banner", "campaign_list"):
        block = ContentPage.body.field.stream_block.child_blocks[name]
        assert "Een brief kan ook" in block.render(block.get_preview_value())


# --- The page ---------------------------------------------------------------------------------


def test_the_page_says_where_the_campaign_is(campaign, html):
    ended = "Deze campagne is voorbij. Aanmelden kan nog steeds."
    with time_machine.travel(BEFORE):
        early = html("/onderweg/")
    with time_machine.travel(DURING):
        running, english = html("/onderweg/"), html("/en/onderweg-en/")
    with time_machine.travel(AFTER):
        late, late_english = html("/onderweg/"), html("/en/onderweg-en/")

    assert "Deze campagne begint op 1 maart 2027." in early
    assert "Campagne: 1 maart tot en met 31 maart 2027" in running
    assert "Campaign: 1 March to 31 March 2027" in english
    assert ended not in running
    assert ended in late
    assert "Dit was de periode: 1 maart tot en met 31 maart 2027." in late
    assert "This campaign has ended. You can still register." in late_english
    for text in (early, running, late):
        assert len(re.findall("<h1[ >]", text)) == 1


def test_words_can_stand_for_the_dates(site_tree, html):
    CampaignPageFactory(
        parent=site_tree.home, slug="toen", period_text="half september tot eind november 2024"
    )

    with time_machine.travel(AFTER):
        assert "Dit was de periode: half september tot eind november 2024." in html("/toen/")


def test_editors_preview_each_state(campaign, rf):
    with time_machine.travel(DURING):
        for mode, words in {
            CampaignState.UPCOMING: "Deze campagne begint op",
            CampaignState.RUNNING: "Campagne: 1 maart",
            CampaignState.OVER: "Deze campagne is voorbij",
        }.items():
            page = CampaignPage.objects.get(pk=campaign.pk)
            answer = page.make_preview_request(preview_mode=mode)
            assert words in answer.content.decode()


@pytest.mark.parametrize("drawing", ["meeting", "approach", "table", "roads"])
def test_every_drawing_is_decoration(site_tree, html, drawing):
    CampaignPageFactory(parent=site_tree.home, slug="beeld", drawing=drawing)

    art = html("/beeld/").split('class="campaign__art')[1].split("</div>")[0]

    assert 'aria-hidden="true"' in art or 'alt=""' in art
    assert "&lt;" not in art
    assert drawing == "roads" or '<path class="motif__left" d="M' in art


def test_search_finds_a_campaign_that_is_over_last_and_says_so(site_tree, html):
    page = CampaignPageFactory(parent=site_tree.home, title="Pendelen", slug="onderweg")
    other = ContentPageFactory(parent=site_tree.home, title="Andere pagina", intro="Over pendelen.")
    for found in (page, other):
        found.save_revision().publish()
    update_index()

    with time_machine.travel(DURING):
        running = html("/zoeken/?q=pendelen")
    with time_machine.travel(AFTER):
        over = html("/zoeken/?q=pendelen")

    assert running.index("/onderweg/") < running.index(other.url)
    assert '<span class="results__kind">Campagne</span>' in running
    assert over.index("/onderweg/") > over.index(other.url)
    assert '<span class="results__kind">Campagne, voorbij</span>' in over


# --- What editors may save ----------------------------------------------------------------------


@pytest.mark.parametrize("end", [at(2027, 3, 1), at(2027, 2, 1)])
def test_the_end_comes_after_the_start(site_tree, end):
    with pytest.raises(ValidationError) as refused:
        CampaignPageFactory(parent=site_tree.home, ends_at=end)

    assert list(refused.value.message_dict) == ["ends_at"]


@pytest.mark.parametrize("code", ["ab", "Weg", "weg 1", "w0rd", "een-twee", "dertienletters"])
def test_a_code_that_is_hard_to_read_is_refused(site_tree, code):
    with pytest.raises(ValidationError) as refused:
        CampaignPageFactory(parent=site_tree.home, short_code=code)

    assert list(refused.value.message_dict) == ["short_code"]


def test_two_campaigns_cannot_share_a_code_but_two_languages_do(campaign, site_tree):
    assert campaign.get_translations().get().specific.short_code == "verkeer"
    with pytest.raises(ValidationError) as refused:
        CampaignPageFactory(parent=site_tree.home, short_code="verkeer")

    assert list(refused.value.message_dict) == ["short_code"]


def test_a_printed_code_stays(campaign, site_tree):
    campaign.save_revision().publish()
    campaign = CampaignPage.objects.get(pk=campaign.pk)
    campaign.short_code = "anders"
    with pytest.raises(ValidationError, match="verkeer"):
        campaign.full_clean()

    draft = CampaignPageFactory(parent=site_tree.home, live=False)
    draft.short_code = "anders"
    draft.full_clean()
    draft.save_revision().publish()
    assert CampaignPage.objects.get(pk=draft.pk).short_code == "anders"


def test_a_copy_gets_a_code_of_its_own(campaign):
    copy = campaign.copy(update_attrs={"slug": "kopie", "title": "Kopie"})

    assert copy.short_code != "verkeer"
    assert copy.get_latest_revision_as_object().short_code == copy.short_code
    copy.full_clean()


def test_an_editors_translation_takes_over_period_and_code(site_tree):
    page = CampaignPageFactory(parent=site_tree.home, drawing="roads", ground="sand")
    english = Locale.objects.get(language_code="en")
    translate_object(page, [english])
    page.ends_at = at(2027, 5, 1)
    page.save_revision().publish()
    translated = Translation.objects.get(source__object_id=page.translation_key)
    translated.source.update_from_db()
    translated.save_target(publish=False)

    pair = page.get_translation(english).specific.get_latest_revision_as_object()
    assert (pair.starts_at, pair.ends_at) == (page.starts_at, at(2027, 5, 1))
    assert (pair.short_code, pair.drawing, pair.ground) == (page.short_code, "roads", "sand")


# --- Dates ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "nl", "en"),
    [
        ((2027, 3, 1), (2027, 3, 2), "1 maart 2027", "1 March 2027"),
        (
            (2026, 12, 20),
            (2027, 1, 5),
            "20 december 2026 tot en met 4 januari 2027",
            "20 December 2026 to 4 January 2027",
        ),
        # Both ends on a day on which the clock changes.
        (
            (2027, 3, 28),
            (2027, 10, 31, 2, 30),
            "28 maart tot en met 31 oktober 2027",
            "28 March to 31 October 2027",
        ),
    ],
)
def test_periods_in_words(start, end, nl, en):
    for language, words in {"nl": nl, "en": en}.items():
        with translation.override(language):
            assert period_in_words(at(*start), at(*end)) == words


def test_the_scheduled_changes_are_the_ends_of_periods(campaign, site_tree):
    # The second campaign begins in the night in which the clock goes forward.
    CampaignPageFactory(
        parent=site_tree.home, starts_at=at(2027, 3, 28, 3), ends_at=at(2027, 3, 30)
    )
    CampaignPageFactory(parent=site_tree.home, live=False, starts_at=at(2027, 3, 20))

    moments = [at(2027, 1, 1)]
    while moment := next_scheduled_change(moments[-1]):
        moments.append(moment)

    assert moments[1:] == [at(2027, 3, 1), at(2027, 3, 28, 3), at(2027, 3, 30), at(2027, 4, 1)]
    assert moments[2] - at(2027, 3, 28, 1) == timedelta(hours=1)

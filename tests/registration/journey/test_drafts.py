"""Answers on their way: encrypted, found by a token only, and gone in time."""

import json
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse

from registration.journey import drafts
from registration.models import Draft, RetentionSettings
from registration.vocabulary.journeys import JourneyCode
from tests.registration.journey.visitor import LEAST, Visitor, controls, text_of

pytestmark = pytest.mark.django_db

SESSION_KEY = drafts.session_key(JourneyCode.REGISTRATION)
STORY = "Niemand anders mag dit lezen"


def raw_row(table):
    """Return everything that the database itself sees of a table, as one text."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- a name of ours
        return repr([[bytes(c) if isinstance(c, memoryview) else c for c in r] for r in cursor])


def test_the_database_sees_no_answer(visitor):
    visitor.fill_in(story=STORY)
    stored = raw_row("registration_draft")
    for answer in (STORY, "Noor", "2345678", "victim"):
        assert answer not in stored
    assert Draft.objects.get().answers["more"]["values"]["story"] == [STORY]


def test_the_session_holds_a_token_and_nothing_else(visitor):
    visitor.fill_in(story=STORY)
    session = Session.objects.get().get_decoded()
    assert list(session) == [SESSION_KEY]
    assert len(session[SESSION_KEY]) > 40
    assert session[SESSION_KEY] not in raw_row("registration_draft")


def test_cookies_and_addresses_hold_no_answer(visitor):
    answer = visitor.send("about_you", LEAST["about_you"])
    sent = json.dumps({name: morsel.value for name, morsel in visitor.browser.cookies.items()})
    assert "Noor" not in sent
    assert "Noor" not in answer["Location"]
    assert "victim" not in answer["Location"]


def test_every_step_says_until_when_answers_are_kept(visitor, english_visitor):
    visitor.fill_in()
    for step in ("about_you", "what_happened", "reach", "check"):
        assert "tot 11:00 uur (Nederlandse tijd)" in text_of(visitor.read(step))
    english_visitor.fill_in()
    assert "until 11:00 (Dutch time)" in text_of(english_visitor.read("check"))


def test_before_the_first_answer_the_page_says_how_long_there_is(visitor):
    assert "Gebeurt er 60 minuten niets?" in text_of(visitor.read("about_you"))


@pytest.mark.parametrize("step", ["about_you", "what_happened", "reach", "check"])
def test_more_time_can_be_asked_for_on_every_step(visitor, clock, step):
    visitor.fill_in()
    clock.shift(timedelta(minutes=50))
    answer = visitor.send(step, {**LEAST.get(step, {}), "save": "1"})
    assert answer["Location"] == f"{visitor.url(step)}?notice=saved"
    page = text_of(visitor.browser.get(answer["Location"]))
    assert "We hebben bewaard wat je hebt ingevuld." in page
    assert "tot 11:50 uur" in text_of(
        visitor.read("check") if step == "check" else visitor.read(step)
    )


def test_asking_for_more_time_keeps_what_is_not_finished(visitor):
    visitor.send("about_you", {"name": "Noor", "save": "1"})
    page = visitor.read("about_you")
    assert controls(page)["name"] == ["Noor"]
    assert "Fout:" not in text_of(page)


def test_reading_a_page_does_not_keep_answers_any_longer(visitor, clock):
    visitor.fill_in()
    clock.shift(timedelta(minutes=50))
    assert visitor.read("reach").status_code == 200
    clock.shift(timedelta(minutes=11))
    assert visitor.read("reach").status_code == 410


@pytest.mark.parametrize(
    ("method", "step"),
    [
        *(("read", step) for step in ("about_you", "what_happened", "reach", "check")),
        ("send", "check"),
    ],
)
def test_an_expired_draft_leads_to_a_clear_page(visitor, clock, step, method):
    visitor.fill_in()
    clock.shift(timedelta(minutes=61))
    page = visitor.read(step) if method == "read" else visitor.send(step, LEAST.get(step, {}))
    assert page.status_code == 410
    assert "Het formulier stond een tijd open. Daarom hebben we je antwoorden gewist." in text_of(
        page
    )
    assert f'href="{visitor.url("about_you")}"' in page.content.decode()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("button", [{}, {"save": "1"}, {"back": "1"}, {"later": "1"}])
def test_what_is_sent_just_after_the_time_is_kept_and_nothing_else(
    site_tree, clock, language, button
):
    visitor = Visitor(language)
    visitor.fill_in(story=STORY)
    clock.shift(timedelta(minutes=61))
    answer = visitor.send("reach", {"phone": "0612345678", **button})
    assert answer["Location"] == f"{visitor.url('about_you')}?notice=anew"
    page = visitor.browser.get(answer["Location"])
    assert controls(page)["name"] == [""]
    words = {"nl": "Wat je net hebt ingevuld, staat er nog.", "en": "is still here."}
    assert words[language] in text_of(page)
    assert Draft.objects.get().answers.keys() == {"reach"}
    visitor.up_to("reach")
    assert controls(visitor.read("reach"))["phone"] == ["0612345678"]


def test_who_sends_the_first_step_late_goes_on_to_the_next(visitor, clock):
    visitor.send("about_you", {**LEAST["about_you"], "save": "1"})
    clock.shift(timedelta(minutes=61))
    answer = visitor.send("about_you", LEAST["about_you"])
    assert answer["Location"] == f"{visitor.url('what_fits')}?notice=anew"


def test_what_is_not_right_is_pointed_out_when_it_is_sent_late(visitor, clock):
    visitor.fill_in()
    clock.shift(timedelta(minutes=61))
    answer = visitor.send("about_you", {"name": "Zoë"})
    page = visitor.browser.get(answer["Location"])
    assert controls(page)["name"] == ["Zoë"]
    assert "Kies voor wie je dit invult" in text_of(page)


@pytest.mark.parametrize("typed", [{}, {"phone": "  ", "save": "1"}])
def test_an_empty_step_that_is_sent_late_begins_nothing(visitor, clock, typed):
    visitor.fill_in()
    clock.shift(timedelta(minutes=61))
    assert visitor.send("reach", typed).status_code == 410
    assert not Draft.objects.exists()


def test_the_script_leads_to_a_page_that_says_that_nothing_was_sent(visitor, clock):
    for _before_and_after_a_draft in range(2):
        page = visitor.read("about_you", "?notice=time")
        assert page.status_code == 410
        assert "Er gebeurde een tijd niets." in text_of(page)
        assert "Er is niets verstuurd." in text_of(page)
        visitor.send("about_you", {"name": "Noor", "save": "1"})
        clock.shift(timedelta(minutes=61))


def test_the_script_cannot_lead_there_while_another_tab_goes_on(visitor):
    visitor.fill_in()
    page = visitor.read("reach", "?notice=time")
    assert page.status_code == 200
    assert Draft.objects.count() == 1


def test_after_an_expired_draft_one_can_begin_again(visitor, clock):
    visitor.fill_in()
    clock.shift(timedelta(minutes=61))
    visitor.read("reach")
    page = visitor.read("about_you")
    assert page.status_code == 200
    assert controls(page)["name"] == [""]
    visitor.fill_in()
    assert visitor.read("check").status_code == 200


def test_how_long_answers_are_kept_is_a_setting(visitor, clock):
    RetentionSettings.objects.update_or_create(pk=1, defaults={"idle_draft_minutes": 20})
    visitor.fill_in()
    clock.shift(timedelta(minutes=21))
    assert visitor.read("reach").status_code == 410


def test_leaving_the_site_deletes_the_answers(visitor):
    visitor.fill_in()
    visitor.browser.get(reverse("leave"))
    assert not Draft.objects.exists()
    assert visitor.read("check").status_code == 302


def test_two_tabs_do_not_lose_each_others_steps(visitor):
    visitor.fill_in()
    draft = Draft.objects.get()
    other_tab = Draft.objects.get()
    drafts.save_step(draft, "about_you", {"name": ["Zoë"]}, is_checked=False)
    drafts.save_step(other_tab, "reach", {"phone": ["0612345678"]}, is_checked=False)
    answers = Draft.objects.get().answers
    assert answers["about_you"]["values"]["name"] == ["Zoë"]
    assert answers["reach"]["values"]["phone"] == ["0612345678"]


def test_a_draft_that_is_deleted_meanwhile_is_not_brought_back(visitor):
    visitor.fill_in()
    draft = Draft.objects.get()
    Draft.objects.all().delete()
    with pytest.raises(drafts.DraftExpiredError):
        drafts.save_step(draft, "about_you", {"name": ["Zoë"]}, is_checked=True)
    assert not Draft.objects.exists()


def test_a_draft_deleted_during_the_request_keeps_what_is_sent(visitor, monkeypatch):
    visitor.fill_in()
    found = drafts.find

    def find_just_before_it_is_deleted(session, journey):
        draft = found(session, journey)
        Draft.objects.all().delete()
        return draft

    monkeypatch.setattr(drafts, "find", find_just_before_it_is_deleted)
    answer = visitor.send("reach", LEAST["reach"])
    assert answer["Location"] == f"{visitor.url('about_you')}?notice=anew"
    assert Draft.objects.get().answers.keys() == {"reach"}


@pytest.mark.parametrize("token", ["", "forged", "x" * 10_000, 17, None, ["a"], "\x00"])
def test_a_forged_token_finds_nothing(visitor, token):
    visitor.fill_in()
    session = visitor.browser.session
    session[SESSION_KEY] = token
    session.save()
    page = visitor.read("check")
    assert page.status_code == 410
    assert "Noor" not in page.content.decode()


def test_a_forged_session_cookie_finds_nothing(visitor):
    visitor.fill_in()
    stranger = Visitor("nl")
    stranger.browser.cookies["sessionid"] = "forged' OR 1=1 --"
    assert stranger.read("check")["Location"].startswith(stranger.url("about_you"))


def test_what_nobody_asked_for_is_not_kept(visitor):
    visitor.send("about_you", {**LEAST["about_you"], "unknown": "field", "csrf": "x"})
    assert set(Draft.objects.get().answers["about_you"]["values"]) == {"for_whom", "name"}

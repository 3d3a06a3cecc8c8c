"""What every form of the site does alike, whatever it asks."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from perspectief.models import LimitCount
from registration.journey import drafts
from registration.models import Callback, Draft, PrivacyStatement, Registration
from registration.public_pages.journeys import JOURNEYS
from registration.vocabulary.lifecycle import Flag
from tests.registration.journey.test_drafts import raw_row
from tests.registration.journey.visitor import (
    QUESTION,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    Walk,
    controls,
    is_refused,
    text_of,
)
from tests.registration.referral.professional import REFERRAL, plant_referral_page
from tests.support.careful_browser import careful_browser
from tests.support.some import some

pytestmark = pytest.mark.django_db

WALKS = {
    "registration": SELF_REGISTRATION,
    "question": QUESTION,
    "referral": REFERRAL,
    "story_later": STORY_LATER,
}
CODE = re.compile(r"\b[2-9A-Z]{3}-[2-9A-Z]{3}\b")
HTML = "<script>alert(1)</script><b>&amp;\"'</b></textarea></form>"


def _questions_of(walk, code):
    step = next(step for step in walk.journey.form_steps if step.code == code)
    return [(name, step.form_of(name).base_fields[name]) for name in step.questions]


EVERY_STEP = [(code, step) for code, walk in WALKS.items() for step in walk.slugs["nl"]]
EVERY_FORM_STEP = [(code, step) for code, walk in WALKS.items() for step in walk.least]
EVERY_STEP_WITH_TEXT = [
    (code, step)
    for code, walk in WALKS.items()
    for step in walk.least
    if any(hasattr(field, "limit") for _name, field in _questions_of(walk, step))
]


@pytest.fixture
def site_tree(site_tree):
    """Make the page for professionals too, which the smallest site does without."""
    plant_referral_page(site_tree.home)
    return site_tree


@pytest.fixture(params=sorted(WALKS))
def code(request) -> str:
    """Every form of the site in turn."""
    return request.param


@pytest.fixture
def walk(code) -> Walk:
    """How that form is walked through."""
    return WALKS[code]


@pytest.fixture
def visitor(site_tree, clock, walk) -> Visitor:
    """Somebody who reads Dutch and opens the form."""
    return Visitor("nl", walk=walk)


def test_every_form_of_the_site_is_walked_through_here():
    assert set(WALKS) == set(JOURNEYS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_answers_the_least_gets_a_promise_and_a_code(site_tree, clock, walk, language):
    visitor = Visitor(language, walk=walk)
    page = visitor.register()
    words = text_of(page)
    assert ("vrijdag 27 november" if language == "nl" else "Friday 27 November") in words
    assert CODE.search(words)
    registration = Registration.objects.get()
    assert registration.language == language
    assert Callback.objects.get().registration == registration


def test_the_page_that_thanks_repeats_no_answer(visitor, walk):
    page = text_of(visitor.register()).replace("030-2340045", "")
    for answer in some(walk.answers.values()):
        assert answer not in page


def test_the_first_page_leads_to_the_form(visitor, walk):
    page = visitor.browser.get(walk.landing["nl"])
    assert page.status_code == 200
    assert f'href="{visitor.url(walk.first)}"' in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()


# --- Drafts -------------------------------------------------------------------------------------


def test_a_draft_says_which_form_it_is_of(visitor, code, walk):
    visitor.send(walk.first, {walk.text: "Noor", "save": "1"})
    assert Draft.objects.get().journey == code


def test_drafts_of_several_forms_do_not_mix(site_tree, clock):
    browser = Client()
    visitors = {code: Visitor("nl", walk=walk, browser=browser) for code, walk in WALKS.items()}
    for code, visitor in visitors.items():
        visitor.send(visitor.walk.first, {visitor.walk.text: f"Noor {code}", "save": "1"})
    assert sorted(Draft.objects.values_list("journey", flat=True)) == sorted(WALKS)
    for code, visitor in visitors.items():
        assert controls(visitor.read(visitor.walk.first))[visitor.walk.text] == [f"Noor {code}"]


def test_sending_one_form_leaves_the_draft_of_another(site_tree, clock):
    browser = Client()
    question = Visitor("nl", walk=WALKS["question"], browser=browser)
    registration = Visitor("nl", browser=browser)
    question.send("question", {"question": "Nog niet af", "save": "1"})
    registration.register()
    assert controls(question.read("question"))["question"] == ["Nog niet af"]
    question.register()
    question.send("thank_you", {"start_again": "1"})
    assert registration.read("thank_you").status_code == 200


def test_leaving_the_site_deletes_every_draft(site_tree, clock):
    browser = Client()
    for walk in WALKS.values():
        Visitor("nl", walk=walk, browser=browser).send(walk.first, {walk.text: "Noor", "save": "1"})
    browser.get(reverse("leave"))
    assert not Draft.objects.exists()


def test_changing_the_language_keeps_the_draft(visitor, walk):
    visitor.send(walk.first, {walk.text: "Noor", "save": "1"})
    english = Visitor("en", walk=walk, browser=visitor.browser)
    assert f'formaction="{english.url(walk.first)}"' in visitor.read(walk.first).content.decode()
    assert controls(english.read(walk.first))[walk.text] == ["Noor"]


def test_the_database_and_the_session_see_no_answer(visitor, code, walk):
    visitor.send(walk.first, {walk.text: "Nergens leesbaar", "save": "1"})
    assert "Nergens leesbaar" not in raw_row("registration_draft")
    session = Session.objects.get().get_decoded()
    assert list(session) == [drafts.session_key(JOURNEYS[code].code)]


def test_an_expired_draft_leads_to_a_clear_page(visitor, clock, walk):
    visitor.send(walk.first, {walk.text: "Noor", "save": "1"})
    clock.shift(timedelta(minutes=61))
    page = visitor.read(walk.first)
    assert page.status_code == 410
    assert "Daarom hebben we je antwoorden gewist." in text_of(page)
    assert not Draft.objects.exists()
    assert controls(visitor.read(walk.first))[walk.text] == [""]


def test_more_time_can_be_asked_for(visitor, clock, walk):
    visitor.send(walk.first, {walk.text: "Noor", "save": "1"})
    clock.shift(timedelta(minutes=50))
    answer = visitor.send(walk.first, {walk.text: "Noor", "save": "1"})
    assert answer["Location"] == f"{visitor.url(walk.first)}?notice=saved"
    assert "tot 11:50 uur" in text_of(visitor.browser.get(answer["Location"]))


@pytest.mark.parametrize(("code", "step"), EVERY_STEP)
def test_no_cache_or_search_engine_keeps_a_page_of_a_form(visitor, step):
    page = visitor.read(step)
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]


@pytest.mark.parametrize(("code", "step"), EVERY_STEP)
def test_a_path_in_the_other_language_leads_to_the_right_one(visitor, walk, step):
    answer = visitor.browser.get(f"{walk.landing['nl']}{walk.slugs['en'][step]}/")
    if walk.slugs["en"][step] != walk.slugs["nl"][step]:
        assert answer["Location"] == visitor.url(step)


def test_the_thank_you_page_without_anything_sent_leads_to_the_form(visitor, walk):
    answer = visitor.read("thank_you")
    assert answer.status_code == 302
    assert answer["Location"].startswith(visitor.url(walk.first))


def test_a_visitor_who_only_looks_gets_no_session(visitor, walk):
    assert visitor.read(walk.first).status_code == 200
    assert "sessionid" not in visitor.browser.cookies
    assert not Draft.objects.exists()


# --- Sending ------------------------------------------------------------------------------------


def test_nothing_is_sent_without_consent(visitor, walk):
    visitor.fill_in()
    page = visitor.send(walk.sends, visitor.consent(consent=""))
    assert is_refused(page)
    assert "<title>Fout: " in page.content.decode()
    assert 'href="#id_consent"' in page.content.decode()
    assert not Registration.objects.exists()


def test_consent_is_asked_again_if_the_statement_changed_meanwhile(visitor, walk):
    visitor.fill_in()
    consent = visitor.consent()
    PrivacyStatement.objects.create(version=2, body_nl="Nieuw", body_en="New")
    page = visitor.send(walk.sends, consent)
    assert is_refused(page)
    assert "Wat we met je gegevens doen, is net veranderd." in text_of(page)
    assert visitor.send(walk.sends, visitor.consent()).status_code == 302
    assert Registration.objects.get().privacy_statement.version == 2


def test_without_a_statement_in_force_the_form_is_closed(visitor, walk, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    assert visitor.url(walk.first) not in visitor.browser.get(walk.landing["nl"]).content.decode()
    for step in walk.slugs["nl"]:
        assert visitor.read(step)["Location"] == walk.landing["nl"]
        assert visitor.send(step, {})["Location"] == walk.landing["nl"]


def test_a_double_click_sends_once(visitor, walk):
    visitor.fill_in()
    consent = visitor.consent()
    first = visitor.send(walk.sends, consent)
    second = visitor.send(walk.sends, consent)
    assert first["Location"] == visitor.url("thank_you")
    assert second["Location"] == f"{visitor.url('thank_you')}?notice=double"
    assert "hadden we al ontvangen" in text_of(visitor.browser.get(second["Location"]))
    assert Registration.objects.count() == 1


@pytest.mark.parametrize("button", [{}, {"save": "1"}])
def test_of_two_first_clicks_the_second_is_enough(visitor, walk, button):
    """Both are on their way before the browser has got a session; the first answer is dropped."""
    sent = {**controls(visitor.read(walk.first)), **walk.least[walk.first], "consent": "on"}
    visitor.browser.post(visitor.url(walk.first), {**sent, **button})
    del visitor.browser.cookies["sessionid"]
    answer = visitor.send(walk.first, {**sent, **button})
    is_sent = walk.first == walk.sends and not button
    assert Registration.objects.count() == (1 if is_sent else 0)
    if is_sent:
        assert CODE.search(text_of(visitor.browser.get(answer["Location"])))
    else:
        assert controls(visitor.read(walk.first))[walk.text] == [walk.least[walk.first][walk.text]]


def test_whoever_got_no_answer_and_sends_again_still_gets_the_code(visitor, walk):
    visitor.fill_in()
    sent = visitor.consent()
    visitor.send(walk.sends, sent)  # and the connection breaks before the answer
    answer = visitor.send(walk.sends, sent)
    assert answer["Location"] == f"{visitor.url('thank_you')}?notice=double"
    assert CODE.search(text_of(visitor.browser.get(answer["Location"])))
    assert Registration.objects.count() == 1


def test_a_browser_that_keeps_no_session_is_asked_only_once(visitor, walk):
    sent = {**controls(visitor.read(walk.first)), **walk.least[walk.first], "consent": "on"}
    answer = visitor.browser.post(visitor.url(walk.first), sent)
    if walk.first == walk.sends:
        assert answer.status_code == 307
        assert not Registration.objects.exists()
        del visitor.browser.cookies["sessionid"]
        answer = visitor.browser.post(answer["Location"], sent)
        assert Registration.objects.count() == 1
    assert answer.status_code == 302


@pytest.mark.parametrize("opened", ["", "x", "a:b:c", "\x00", "x" * 10_000])
def test_a_forged_moment_of_opening_the_page_counts_from_now(visitor, walk, opened):
    visitor.send(walk.first, {walk.text: "Noor", "save": "1", "opened": opened})
    assert controls(visitor.read(walk.first))[walk.text] == ["Noor"]
    visitor.fill_in()
    visitor.send(walk.sends, visitor.consent())
    assert Registration.objects.get().flags == [Flag.FAST]


# --- Nothing that was typed is lost -------------------------------------------------------------


@pytest.mark.parametrize(("code", "step"), EVERY_FORM_STEP)
def test_an_old_safety_token_loses_nothing(site_tree, clock, walk, step):
    visitor = Visitor("nl", walk=walk, browser=careful_browser())
    sent = {**walk.least[step], **({walk.text: "Zoë & co"} if step == walk.first else {})}
    page = visitor.send(step, {**sent, "consent": "on"})
    assert page.status_code == 403
    for name, value in sent.items():
        assert controls(page)[name] == [value]
    assert "consent" not in controls(page)
    assert not Draft.objects.exists()
    assert not Registration.objects.exists()


@pytest.mark.parametrize(("code", "step"), EVERY_FORM_STEP)
def test_html_is_shown_as_text_and_does_nothing(visitor, walk, step):
    visitor.fill_in()
    texts = [name for name, field in _questions_of(walk, step) if hasattr(field, "limit")]
    for name in texts:
        page = visitor.send(step, {**walk.least[step], name: HTML, "consent": ""})
        shown = page if is_refused(page) else visitor.read(step)
        assert "<script>alert" not in shown.content.decode()
        assert controls(shown)[name] == [HTML]


@pytest.mark.parametrize(("code", "step"), EVERY_STEP_WITH_TEXT)
def test_text_that_is_too_long_is_kept_and_counted(visitor, walk, step):
    visitor.fill_in()
    texts = {
        name: "a" * 10_000 for name, field in _questions_of(walk, step) if hasattr(field, "limit")
    }
    page = visitor.send(step, {**walk.least[step], **texts, "for_whom": "other_who_agrees"})
    assert is_refused(page)
    for name, text in texts.items():
        assert controls(page)[name] == [text]
        assert controls(visitor.read(step))[name] == [text]


@pytest.mark.parametrize(("code", "step"), EVERY_FORM_STEP)
@pytest.mark.parametrize("value", ["", "\x00", "' OR 1=1 --", "💣", HTML])
def test_forged_answers_are_answered_calmly(visitor, walk, step, value):
    visitor.fill_in()
    answers = {name: value for name, _field in _questions_of(walk, step)}
    assert visitor.send(step, {**answers, "consent": "on"}).status_code in {200, 302, 422}
    assert visitor.read(step).status_code == 200


def test_more_than_is_kept_is_not_sent_either(visitor, walk):
    visitor.fill_in()
    padded = {**visitor.consent(), **walk.least[walk.first], walk.text: " " * 200_000 + "Noor"}
    assert visitor.send(walk.first, padded).status_code == 302
    assert not Registration.objects.exists()


# --- Robots and floods --------------------------------------------------------------------------


def test_a_form_sent_faster_than_people_type_is_flagged(visitor):
    visitor.register()
    assert Registration.objects.get().flags == [Flag.FAST]


def test_a_person_who_takes_time_has_no_flag(visitor, clock, walk):
    visitor.fill_in()
    consent = visitor.consent()
    clock.shift(timedelta(seconds=40))
    visitor.send(walk.sends, consent)
    assert Registration.objects.get().flags == []


def test_a_field_that_people_do_not_see_only_raises_a_flag(visitor, clock, walk):
    visitor.fill_in()
    consent = visitor.consent(website="https://example.org")
    clock.shift(timedelta(minutes=5))
    visitor.send(walk.sends, consent)
    assert Registration.objects.get().flags == [Flag.HONEYPOT]


def test_a_flood_waits_and_loses_nothing(visitor, walk, settings):
    settings.REGISTRATION_FLOOD_BLOCK = 1
    visitor.register()
    visitor.send("thank_you", {"start_again": "1"})
    visitor.fill_in()
    page = visitor.send(walk.sends, visitor.consent())
    assert page.status_code == 429
    assert "Er komen nu heel veel berichten tegelijk binnen." in text_of(page)
    assert walk.answers[walk.text] in visitor.read(walk.page_of(walk.text)).content.decode()
    assert Registration.objects.count() == 1
    LimitCount.objects.all().delete()
    assert visitor.send(walk.sends, visitor.consent()).status_code == 302


def test_only_the_step_that_sends_may_load_the_check_by_google(visitor, walk, settings):
    settings.RECAPTCHA_PUBLIC_KEY = "public-key-of-the-test"
    settings.RECAPTCHA_PRIVATE_KEY = "private-key-of-the-test"
    visitor.fill_in()
    for step in walk.least.keys() | {walk.sends}:
        page = visitor.read(step)
        is_there = "https://www.google.com" in page["Content-Security-Policy"]
        assert is_there == (step == walk.sends)
        assert ("data-sitekey" in page.content.decode()) == (step == walk.sends)
        assert ("registration/captcha" in page.content.decode()) == (step == walk.sends)

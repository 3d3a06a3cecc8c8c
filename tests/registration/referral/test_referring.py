"""Referring from the first page to the thanks, in both languages, and what becomes of it."""

from datetime import date

import pytest
from django.core.cache import cache

from perspectief.encryption import blind_index
from registration.models import (
    Callback,
    Draft,
    OutboundMail,
    Registration,
)
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.mails import MailCode
from tests.registration.factories import approve_statement
from tests.registration.journey.visitor import Visitor, controls, is_refused, text_of
from tests.registration.referral.professional import LEAST, WORK_EMAIL, professional
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
STEPS = ["referrer", "client", "client_reach"]


def confirmations():
    return OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE)


# --- From page to page ----------------------------------------------------------------------


@LANGUAGES
def test_a_professional_refers_a_client(referral_page, clock, language):
    visitor = professional(language)
    thanks = text_of(visitor.register())
    title = {"nl": "Je verwijzing is ontvangen", "en": "We have received your referral"}[language]
    promise = {
        "nl": "We bellen je cliënt uiterlijk op vrijdag 27 november",
        "en": "We will call your client no later than Friday 27 November",
    }[language]
    assert title in thanks
    assert promise in thanks
    registration = Registration.objects.get()
    assert (registration.source, registration.language) == (Source.REFERRER, language)
    answers = registration.read_answers()
    assert answers.referral.name == answers.referral.told_by == "Jamie de Wit"
    assert answers.referral.agreed_on == "2026-11-20"
    assert (answers.name, answers.phone) == ("Noor", "+31302345678")
    assert Callback.objects.get().kind == TaskKind.CALL


@LANGUAGES
def test_the_number_on_the_screen_finds_the_referral(referral_page, clock, language):
    visitor = professional(language)
    thanks = text_of(visitor.register())
    code = thanks.split(
        {"nl": "Het nummer van je verwijzing is", "en": "referral number is"}[language]
    )[1]
    reference = code.split()[0]
    assert Registration.objects.get().reference_hash == blind_index("reference", reference)


def test_the_thanks_repeat_no_answer(jamie):
    thanks = jamie.register(name="Plantedname", story="Planted story")
    words = text_of(thanks)
    for answer in ("Planted", "Jamie", "Huis van de Buurt", WORK_EMAIL):
        assert answer not in words


@pytest.mark.parametrize("wish", ["through_referrer", "no_call"])
@LANGUAGES
def test_no_call_is_promised_to_a_client_who_did_not_ask(referral_page, clock, language, wish):
    visitor = professional(language)
    thanks = text_of(visitor.register(call_client=wish))
    assert {"nl": "We bekijken de verwijzing.", "en": "We will look at the referral"}[
        language
    ] in thanks
    assert {"nl": "We bellen", "en": "We will call"}[language] not in thanks
    callback = Callback.objects.get()
    assert callback.kind == TaskKind.REFERRAL
    assert callback.registration.phone_hash == ""
    assert callback.registration.read_answers().phone == ""
    assert callback.due_at.isoformat().startswith("2026-11-27")


@LANGUAGES
@pytest.mark.parametrize("step", STEPS)
def test_an_empty_step_says_what_is_missing_beside_the_question_and_on_top(
    referral_page, clock, language, step
):
    visitor = professional(language)
    for earlier in STEPS[: STEPS.index(step)]:
        visitor.send(earlier, LEAST[earlier])
    page = visitor.send(step, {})
    html = page.content.decode()
    assert is_refused(page)
    assert 'role="alert"' in html
    assert f"<title>{ {'nl': 'Fout:', 'en': 'Error:'}[language] } " in html
    wanted = {"referrer": 5, "client": 4, "client_reach": 1}[step]
    assert html.count('class="field__error"') == wanted


def test_nothing_typed_is_lost_by_a_mistake(jamie):
    typed = {**LEAST["referrer"], "referrer_email": "half@", "function": "Wijkcoach"}
    page = jamie.send("referrer", typed)
    assert is_refused(page)
    for shown in (page, jamie.read("referrer")):
        values = controls(shown)
        assert values["function"] == ["Wijkcoach"]
        assert values["referrer_email"] == ["half@"]


def test_the_check_shows_every_answer_and_leads_to_each_question(jamie):
    jamie.fill_in(
        referrer_contact="call_me",
        referrer_phone="020 555 12 34",
        story="Graag een brief",
        age="under_16",
        fallback=["voicemail"],
        identify="org_ok",
    )
    page = jamie.read("check")
    words = text_of(page)
    for answer in (
        "Jamie de Wit",
        "Huis van de Buurt",
        "020 555 1234",
        "vrijdag 20 november",
        "In een gesprek",
        "Noor",
        "Graag een brief",
        "Jonger dan 16",
        "Een voicemail inspreken",
        "030 234 5678",
    ):
        assert answer in words
    html = page.content.decode()
    assert f'{jamie.url("client")}?return=check#id_told_by_whom_0"' in html


def test_the_language_can_be_changed_in_the_middle(jamie):
    jamie.send("referrer", LEAST["referrer"])
    english = professional("en", browser=jamie.browser)
    assert english.read("client").status_code == 200
    assert controls(english.read("referrer"))["organisation"] == ["Huis van de Buurt"]


def test_a_referral_and_a_registration_do_not_get_into_each_other(jamie):
    registrant = Visitor("nl", browser=jamie.browser)
    jamie.fill_in()
    registrant.fill_in(name="Bram")
    assert Draft.objects.count() == 2
    assert "Bram" not in text_of(jamie.read("check"))
    assert "Jamie" not in text_of(registrant.read("check"))


# --- Consent --------------------------------------------------------------------------------


@LANGUAGES
@pytest.mark.parametrize("answer", ["refuses", "unknown"])
@pytest.mark.parametrize("button", ["next", "back", "save"])
def test_without_consent_nothing_is_kept_and_the_page_says_what_to_do(
    referral_page, clock, language, answer, button
):
    visitor = professional(language)
    visitor.send("referrer", LEAST["referrer"])
    typed = {**LEAST["client"], "client_consent": answer, "name": "Plantedname"}
    page = visitor.send("client", {**typed, button: "1"})
    assert page.status_code == 200
    words = text_of(page)
    assert {
        "nl": "Je kunt niet verwijzen zonder toestemming",
        "en": "You cannot refer without consent",
    }[language] in words
    assert {"nl": "030-2340045", "en": "+31 30 234 00 45"}[language] in words
    assert "Plantedname" not in page.content.decode()
    assert not Draft.objects.exists()
    assert not Registration.objects.exists()
    assert not OutboundMail.objects.exists()
    assert page["Cache-Control"] == "no-store"


def test_after_a_no_the_form_begins_anew(jamie):
    jamie.send("referrer", LEAST["referrer"])
    jamie.send("client", {**LEAST["client"], "client_consent": "refuses"})
    assert controls(jamie.read("referrer"))["organisation"] == [""]
    assert jamie.read("client")["Location"].startswith(jamie.url("referrer"))


def test_a_yes_that_becomes_a_no_deletes_what_was_kept(jamie):
    jamie.fill_in()
    assert Draft.objects.get().answers.keys() == set(STEPS)
    jamie.send("client", {**LEAST["client"], "client_consent": "unknown"})
    assert not Draft.objects.exists()


def test_nothing_is_sent_without_the_declaration_at_the_end(jamie):
    jamie.fill_in()
    page = jamie.send("check", jamie.consent(consent=""))
    assert is_refused(page)
    assert "Vink aan dat je cliënt het ermee eens is." in text_of(page)
    assert not Registration.objects.exists()


# --- Once, and only when the form may be open -----------------------------------------------


def test_a_double_click_refers_once(jamie):
    jamie.fill_in()
    consent = jamie.consent()
    first, second = jamie.send("check", consent), jamie.send("check", consent)
    assert first["Location"] == jamie.url("thank_you")
    assert second["Location"] == f"{jamie.url('thank_you')}?notice=double"
    words = text_of(jamie.browser.get(second["Location"]))
    assert "Deze verwijzing hadden we al ontvangen." in words
    assert Registration.objects.count() == 1
    assert confirmations().count() == 1


def test_the_form_is_closed_until_a_privacy_statement_is_approved(jamie, settings, clock):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    assert "Je kunt op deze site nog niet verwijzen." in text_of(jamie.browser.get("/verwijzen/"))
    for step in STEPS:
        assert jamie.read(step)["Location"] == "/verwijzen/"
        assert jamie.send(step, LEAST[step])["Location"] == "/verwijzen/"
    assert not Draft.objects.exists()
    approve_statement(date(2026, 11, 1))
    cache.clear()
    jamie.register()
    assert Registration.objects.count() == 1


def test_an_old_safety_token_loses_nothing(referral_page, clock):
    careful = professional("nl", browser=careful_browser())
    page = careful.send("referrer", {**LEAST["referrer"], "csrfmiddlewaretoken": "x" * 64})
    assert page.status_code == 403
    assert controls(page)["organisation"] == ["Huis van de Buurt"]
    assert not Draft.objects.exists()


def test_robots_are_flagged_and_not_refused(jamie):
    jamie.fill_in()
    jamie.send("check", jamie.consent(website="https://example.org"))
    assert Flag.HONEYPOT in Registration.objects.get().flags


# --- Finding the form -----------------------------------------------------------------------


@pytest.mark.parametrize(("language", "url"), [("nl", "/verwijzen/"), ("en", "/en/refer/")])
def test_people_who_register_find_the_form_for_professionals(referral_page, clock, language, url):
    page = Visitor(language).read("about_you").content.decode()
    assert f'<a href="{url}">' in page


def test_without_a_referral_page_professionals_are_asked_to_call(site_tree, clock):
    words = text_of(Visitor("nl").read("about_you"))
    assert "030-2340045" in words
    assert "formulier voor professionals" not in words


def test_steps_are_kept_from_search_engines_and_caches(jamie):
    page = jamie.read("referrer")
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]

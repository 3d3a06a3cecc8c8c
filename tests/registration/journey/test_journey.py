"""The way through the form, as people go it."""

from datetime import timedelta

import pytest
from django.test import Client

from registration.models import Callback, OutboundMail, PrivacyStatement, Registration
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Flag
from tests.registration.journey.visitor import LEAST, SLUGS, Visitor, controls, is_refused, text_of

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "for_whom": "other_who_agrees",
    "helper_name": "Sam",
    "who_to_call": "call_helper",
    "helper_consent": "on",
    "age": "age_16_17",
    "pronouns": "hen",
    "when": "within_year",
    "province": "utrecht",
    "known": "unknown",
    "story": "Ik wil graag weten hoe het gaat.",
    "email": "noor@example.org",
    "fallback": ["voicemail", "email"],
    "identify": "org_ok",
    "moments": ["2026-11-26:morning"],
    "avoid": ["tuesday:afternoon"],
    "language": "other_language",
    "other_language": "Pools",
    "needs": ["interpreter", "other_need"],
    "other_need": "Een rustig gesprek",
    "heard": "gp",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_answers_the_least_is_registered(site_tree, clock, language):
    page = Visitor(language).register()
    registration = Registration.objects.get()
    answers = registration.read_answers()
    assert page.status_code == 200
    assert (answers.role, answers.kind, answers.name) == ("victim", "traffic", "Noor")
    assert answers.phone == "+31302345678"
    assert registration.language == language
    assert Callback.objects.get().registration == registration


def test_everything_that_was_told_reaches_the_desk(visitor):
    visitor.register(**EVERYTHING)
    answers = Registration.objects.get().read_answers()
    assert (answers.helper_name, answers.who_to_call) == ("Sam", "call_helper")
    assert answers.helper_consent
    assert (answers.when, answers.province, answers.known) == ("within_year", "utrecht", "unknown")
    assert answers.story == "Ik wil graag weten hoe het gaat."
    assert answers.fallback == ("voicemail", "email")
    assert answers.moments == ("2026-11-26:morning",)
    assert answers.avoid == ("tuesday:afternoon",)
    assert (answers.language, answers.other_language) == ("other_language", "Pools")
    assert (answers.needs, answers.other_need) == (
        ("interpreter", "other_need"),
        "Een rustig gesprek",
    )


def test_the_version_that_was_agreed_to_is_kept(visitor):
    visitor.register()
    assert Registration.objects.get().privacy_statement == PrivacyStatement.objects.get()


def test_the_thank_you_page_says_by_when_we_call(visitor, english_visitor):
    assert "We bellen je uiterlijk op vrijdag 27 november ." in text_of(visitor.register())
    page = text_of(english_visitor.register())
    assert "We will call you no later than Friday 27 November ." in page


def test_the_thank_you_page_shows_a_code_and_repeats_no_answer(visitor):
    page = text_of(visitor.register(**EVERYTHING))
    assert "Je code is" in page
    for answer in ("Noor", "Sam", "030", "noor@example.org", "Pools", "ochtend", "verkeer"):
        assert answer not in page.replace("030-2340045", "")


def test_the_thank_you_page_says_whether_a_mail_will_come(visitor, english_visitor):
    assert "Je krijgt nu geen mail van ons." in text_of(visitor.register())
    page = english_visitor.register(**EVERYTHING)
    assert "We will also send you an e-mail" in text_of(page)
    assert OutboundMail.objects.filter(code="confirmation_helper").count() == 1


def test_somebody_without_a_telephone_is_promised_a_letter(visitor):
    reach = {
        "phone": "",
        "phone_impossible": "on",
        "other_way": "letter",
        "other_way_details": "Postbus 1, 3500 AA Utrecht",
    }
    page = text_of(visitor.register(**reach))
    assert "Uiterlijk op vrijdag 27 november sturen we je een brief." in page.replace(
        "november sturen", "november sturen"
    )
    assert Callback.objects.get().kind == TaskKind.LETTER


def test_an_empty_step_says_what_to_do_and_goes_no_further(visitor):
    page = visitor.send("about_you", {})
    words = text_of(page)
    assert is_refused(page)
    assert "Kijk nog even naar deze punten" in words
    assert "Vul een naam in. Dat hoeft niet je echte naam te zijn." in words
    assert "<title>Fout: " in page.content.decode()


def test_what_is_not_right_is_pointed_out_by_a_page_that_can_be_opened_again(visitor):
    visitor.send("about_you", {**LEAST["about_you"], "save": "1"})
    typed = {"name": "Noor", "for_whom": "self_with_help"}
    answer = visitor.browser.post(visitor.url("about_you"), typed)
    assert answer.status_code == 302
    for _time in range(2):
        page = visitor.browser.get(answer["Location"])
        assert is_refused(page)
        assert controls(page)["name"] == ["Noor"]


def test_changing_one_answer_leads_back_to_the_check_also_after_a_mistake(visitor):
    visitor.fill_in()
    page = visitor.send("about_you", {**LEAST["about_you"], "name": ""}, query="?return=check")
    assert is_refused(page)
    answer = visitor.browser.post(page.wsgi_request.get_full_path(), LEAST["about_you"])
    assert answer["Location"] == visitor.url("check")


def test_without_cookies_the_answer_itself_points_out_what_is_not_right(site_tree, clock):
    typed = {"name": "Noor", "for_whom": "self_with_help"}
    asked_again = Client().post("/aanmelden/wie-je-bent/", typed)
    assert asked_again.status_code == 307
    page = Client().post(asked_again["Location"], typed)
    assert page.status_code == 422
    assert is_refused(page)
    assert controls(page)["name"] == ["Noor"]


@pytest.mark.parametrize("step", ["what_happened", "reach", "check", "thank_you"])
def test_jumping_ahead_leads_to_the_first_open_step(visitor, step):
    answer = visitor.read(step)
    assert answer["Location"] == f"{visitor.url('about_you')}?notice=jump"
    page = visitor.browser.get(answer["Location"])
    assert "Deze stap kan nog niet." in text_of(page)


def test_what_is_sent_to_a_later_step_is_kept_until_its_turn(visitor):
    answer = visitor.send("reach", LEAST["reach"])
    assert answer["Location"] == f"{visitor.url('about_you')}?notice=jump"
    visitor.up_to("reach")
    assert controls(visitor.read("reach"))["phone"] == ["030-2345678"]


def test_the_back_button_shows_what_was_answered(visitor):
    visitor.fill_in()
    page = visitor.read("about_you")
    assert page.status_code == 200
    assert controls(page)["name"] == ["Noor"]
    assert controls(visitor.read("role"))["role"] == ["victim"]


def test_going_back_keeps_what_is_not_finished(visitor):
    visitor.up_to("reach")
    answer = visitor.send("reach", {"email": "noor@", "back": "1"})
    assert answer["Location"] == visitor.url("what_happened")
    page = visitor.read("reach")
    assert controls(page)["email"] == ["noor@"]
    assert "Fout:" not in text_of(page)


def test_an_answer_can_be_changed_from_the_check(visitor):
    visitor.fill_in()
    check = visitor.read("check").content.decode()
    assert f'href="{visitor.url("about_you")}?return=check#id_for_whom_0"' in check
    changed = {**LEAST["about_you"], "name": "Zoë"}
    answer = visitor.send("about_you", changed, query="?return=check")
    assert answer["Location"] == visitor.url("check")
    assert "Zoë" in text_of(visitor.read("check"))


def test_without_a_wish_to_return_the_next_step_follows(visitor):
    visitor.fill_in()
    answer = visitor.send("about_you", LEAST["about_you"])
    assert answer["Location"] == visitor.url("what_fits")


def test_changing_the_language_keeps_the_answers(visitor):
    visitor.fill_in()
    page = visitor.read("what_happened").content.decode()
    english = Visitor("en", browser=visitor.browser)
    assert f'formaction="{english.url("what_happened")}"' in page
    assert controls(english.read("what_happened"))["kind"] == ["traffic"]
    assert english.send("check", english.consent()).status_code == 302
    assert Registration.objects.get().language == "en"


@pytest.mark.parametrize("step", SLUGS["en"])
def test_a_path_in_the_other_language_leads_to_the_right_one(visitor, step):
    answer = visitor.browser.get(f"/aanmelden/{SLUGS['en'][step]}/")
    assert answer["Location"] == visitor.url(step)


def test_a_step_that_does_not_exist_is_not_found(visitor):
    for path in ("/aanmelden/stap-9/", "/en/register/step-9/", "/aanmelden/wie-je-bent/x/"):
        assert visitor.browser.get(path).status_code == 404
        assert visitor.browser.post(path, {"name": "Noor"}).status_code == 404


def test_only_reading_and_sending_are_possible(visitor):
    assert visitor.browser.delete(visitor.url("about_you")).status_code == 405
    assert visitor.browser.head(visitor.url("about_you")).status_code == 200


@pytest.mark.parametrize("step", ["about_you", "what_happened", "reach", "check"])
def test_no_cache_or_search_engine_keeps_a_step(visitor, step):
    visitor.fill_in()
    page = visitor.read(step)
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "same-origin"


def test_the_thank_you_page_stays_until_the_time_is_over(visitor, clock):
    visitor.register()
    clock.shift(timedelta(minutes=30))
    assert visitor.read("thank_you").status_code == 200
    clock.shift(timedelta(minutes=31))
    page = visitor.read("thank_you")
    assert page.status_code == 410
    assert "Had je je aanmelding al verstuurd en een code gezien?" in text_of(page)


def test_somebody_else_can_register_on_the_same_device(visitor):
    visitor.register()
    answer = visitor.send("thank_you", {"start_again": "1"})
    assert answer["Location"] == visitor.url("about_you")
    assert visitor.read("thank_you")["Location"].startswith(visitor.url("about_you"))
    visitor.register(name="Sam")
    assert Registration.objects.count() == 2


def test_a_visitor_who_only_looks_gets_no_session(visitor):
    assert visitor.browser.get("/aanmelden/").status_code == 200
    assert visitor.read("about_you").status_code == 200
    assert "sessionid" not in visitor.browser.cookies


def test_two_people_do_not_see_each_other(visitor):
    visitor.fill_in()
    stranger = Visitor("nl", browser=Client())
    assert stranger.read("reach").status_code == 302
    assert "Noor" not in stranger.read("about_you").content.decode()


def test_answers_typed_faster_than_people_type_are_flagged(visitor, clock):
    visitor.register()
    assert Registration.objects.get().flags == [Flag.FAST]


def test_a_person_who_takes_time_has_no_flag(visitor, clock):
    visitor.fill_in()
    clock.shift(timedelta(minutes=2))
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().flags == []

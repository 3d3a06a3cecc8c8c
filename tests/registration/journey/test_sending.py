"""Sending: once, with consent, and whatever browser or network do."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection

from perspectief.models import LimitCount
from registration.models import Draft, OutboundMail, PrivacyStatement, Registration
from registration.vocabulary.lifecycle import Flag
from tests.registration.journey.visitor import LEAST, Visitor, controls, is_refused, text_of
from tests.support.careful_browser import careful_browser
from tests.support.hashing import places_taken

pytestmark = pytest.mark.django_db

DOUBLE = "Deze aanmelding hadden we al ontvangen. Je hoeft niets meer te doen."


def test_nothing_is_registered_without_consent(visitor):
    visitor.fill_in()
    page = visitor.send("check", visitor.consent(consent=""))
    assert is_refused(page)
    assert "Vink aan dat je het goed vindt dat we je antwoorden gebruiken." in text_of(page)
    assert not Registration.objects.exists()


def test_consent_that_was_forgotten_is_pointed_out_once_and_never_ticked_for_somebody(visitor):
    visitor.fill_in()
    visitor.send("check", visitor.consent(consent=""))
    later = visitor.read("check")
    assert not is_refused(later)
    assert "consent" not in controls(later)


def test_consent_is_asked_again_if_the_statement_changed_meanwhile(visitor):
    visitor.fill_in()
    consent = visitor.consent()
    PrivacyStatement.objects.create(version=2, body_nl="Nieuw", body_en="New")
    page = visitor.send("check", consent)
    assert is_refused(page)
    assert "Wat we met je gegevens doen, is net veranderd." in text_of(page)
    assert visitor.send("check", visitor.consent()).status_code == 302
    assert Registration.objects.get().privacy_statement.version == 2


def test_a_double_click_registers_once(visitor):
    visitor.fill_in()
    consent = visitor.consent()
    first = visitor.send("check", consent)
    second = visitor.send("check", consent)
    assert first["Location"] == visitor.url("thank_you")
    assert second["Location"] == f"{visitor.url('thank_you')}?notice=double"
    assert DOUBLE in text_of(visitor.browser.get(second["Location"]))
    assert Registration.objects.count() == 1
    assert OutboundMail.objects.filter(code="desk_notice").count() == 1


def test_who_sends_while_too_many_do_loses_nothing(visitor, slow_hashes):
    visitor.fill_in()
    with places_taken():
        page = visitor.send("check", visitor.consent())
    assert page.status_code == 503
    assert page["Retry-After"] == "30"
    assert "Het is nu erg druk. Je antwoorden staan er nog." in text_of(page)
    assert not Registration.objects.exists()
    assert LimitCount.objects.get().count == 0, "it does not count as a try"
    assert visitor.send("check", visitor.consent())["Location"] == visitor.url("thank_you")
    assert Registration.objects.count() == 1


def test_nobody_waits_for_the_database_while_secret_words_are_hashed(visitor, monkeypatch):
    def hash_outside(words):
        assert connection.savepoint_ids == before, "within a transaction"
        return make_password(words)

    visitor.fill_in()
    before = list(connection.savepoint_ids)
    monkeypatch.setattr("registration.casework.secret_words.make_password", hash_outside)
    assert visitor.register().status_code == 200


@pytest.mark.parametrize("step", ["about_you", "what_happened", "reach", "check"])
def test_a_second_tab_says_that_all_was_sent_already(visitor, step):
    visitor.register()
    for answer in (visitor.read(step), visitor.send(step, LEAST.get(step, {}))):
        assert answer["Location"] == f"{visitor.url('thank_you')}?notice=double"
    assert Registration.objects.count() == 1


def test_after_sending_no_answer_is_left_in_the_draft(visitor):
    visitor.register()
    assert Draft.objects.get().answers == {}


def test_a_step_that_stopped_being_right_is_not_sent(visitor, clock):
    visitor.fill_in(moments="2026-11-24:morning")
    consent = visitor.consent()
    visitor.send("moments", {"moments": "2026-11-24:afternoon"})
    clock.shift(timedelta(minutes=50))
    visitor.send("check", {"save": "1"})
    for _hour in range(10):
        clock.shift(timedelta(minutes=50))
        visitor.send("check", {"save": "1"})
    answer = visitor.send("check", consent)
    assert answer["Location"] == f"{visitor.url('moments')}?notice=jump"
    page = visitor.browser.get(answer["Location"])
    assert "Dit moment kan niet meer. Kies een ander moment." in text_of(page)
    assert not Registration.objects.exists()


def test_a_draft_that_disappears_while_sending_leads_to_the_clear_page(visitor, monkeypatch):
    visitor.fill_in()
    consent = visitor.consent()
    from registration.journey import self_registration

    def submit_after_it_was_deleted(*args, **kwargs):
        Draft.objects.all().delete()
        return submit(*args, **kwargs)

    submit = self_registration.submit_draft
    monkeypatch.setattr(self_registration, "submit_draft", submit_after_it_was_deleted)
    assert visitor.send("check", consent).status_code == 410
    assert not Registration.objects.exists()


# --- Cookies and safety tokens ------------------------------------------------------------


class CarefulVisitor(Visitor):
    """A visitor whose requests are checked for a safety token, as real ones are."""

    def __init__(self, language="nl"):
        super().__init__(language, browser=careful_browser())

    def send(self, step, answers, query=""):
        token = controls(self.read(step))["csrfmiddlewaretoken"]
        return super().send(step, {"csrfmiddlewaretoken": token, **answers}, query)


class CookieRefuser(CarefulVisitor):
    """A visitor whose browser keeps no cookies."""

    def send(self, step, answers, query=""):
        shown = controls(self.read(step))
        hidden = {name: shown[name] for name in ("csrfmiddlewaretoken", "opened") if name in shown}
        self.browser.cookies.clear()
        return Visitor.send(self, step, {**hidden, **answers}, query)


def test_real_requests_with_their_token_get_through(site_tree, clock):
    CarefulVisitor().fill_in()
    assert Draft.objects.get().answers.keys() == LEAST.keys()


def test_whoever_refuses_cookies_is_told_and_loses_nothing(site_tree, clock):
    typed = {**LEAST["about_you"], "name": "Zoë & co", "age": "age_16_17"}
    page = CookieRefuser().send("about_you", typed)
    assert page.status_code == 403
    assert "Je browser laat geen cookies toe." in text_of(page)
    assert controls(page)["name"] == ["Zoë & co"]
    assert controls(page)["age"] == ["age_16_17"]
    assert page["Cache-Control"] == "no-store"
    assert not Draft.objects.exists()


def test_whoever_lost_the_cookies_on_the_way_is_not_told_to_allow_them(site_tree, clock):
    visitor = CarefulVisitor()
    visitor.fill_in()
    page = CookieRefuser.send(visitor, "reach", {**LEAST["reach"], "phone": "06-12345678"})
    assert page.status_code == 403
    assert "heeft de cookies van deze site niet meer" in text_of(page)
    assert "laat geen cookies toe" not in text_of(page)
    assert controls(page)["phone"] == ["06-12345678"]


@pytest.mark.parametrize(
    ("language", "gone", "nothing_sent"),
    [
        ("nl", "Je antwoorden staan hier niet meer", "er is niets verstuurd"),
        ("en", "Your answers are not here any more", "nothing was sent"),
    ],
)
def test_whoever_lost_the_cookies_at_the_check_is_told_that_the_answers_are_gone(
    site_tree, clock, language, gone, nothing_sent
):
    visitor = CarefulVisitor(language)
    visitor.fill_in()
    page = CookieRefuser.send(visitor, "check", {"consent": "on"})
    assert page.status_code == 403
    assert gone in text_of(page)
    assert nothing_sent in text_of(page)
    assert f'href="{visitor.walk.landing[language]}"' in page.content.decode()
    assert not Registration.objects.exists()


def test_after_cookies_are_allowed_the_same_page_can_be_sent(site_tree, clock):
    refuser = CookieRefuser()
    page = refuser.send("about_you", LEAST["about_you"])
    answer = refuser.browser.post(refuser.url("about_you"), controls(page))
    assert answer["Location"] == refuser.url("what_fits")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "stond een tijd open"), ("en", "open for a while")]
)
def test_an_old_safety_token_loses_nothing(site_tree, clock, language, words):
    visitor = CarefulVisitor(language)
    visitor.fill_in()
    old = {"csrfmiddlewaretoken": "x" * 64, "story": "Lang verhaal"}
    page = Visitor.send(visitor, "story", old)
    assert page.status_code == 403
    assert words in text_of(page)
    assert controls(page)["story"] == ["Lang verhaal"]
    assert Draft.objects.get().answers["more"]["values"] == {}
    answer = visitor.browser.post(visitor.url("story"), controls(page))
    assert answer["Location"] == visitor.url("check")


@pytest.mark.parametrize("step", ["check", "thank_you"])
def test_an_old_safety_token_sends_nothing(site_tree, clock, step):
    visitor = CarefulVisitor()
    visitor.fill_in()
    page = Visitor.send(visitor, step, {"consent": "on", "start_again": "1"})
    assert page.status_code == 403
    assert f'href="{visitor.url(step)}"' in page.content.decode()
    assert not Registration.objects.exists()
    assert Draft.objects.exists()


# --- Robots and floods ------------------------------------------------------------


def test_a_field_that_people_do_not_see_only_raises_a_flag(visitor, clock):
    visitor.fill_in()
    clock.shift(timedelta(minutes=5))
    visitor.send("check", visitor.consent(website="https://example.org"))
    assert Registration.objects.get().flags == [Flag.HONEYPOT]


@pytest.mark.usefixtures("each_production_cache")
def test_many_registrations_from_one_address_are_flagged_and_a_flood_waits(
    visitor, settings, clock
):
    settings.REGISTRATION_FLOOD_FLAG = 1
    settings.REGISTRATION_FLOOD_BLOCK = 3
    for _number in range(3):
        visitor.fill_in()
        clock.shift(timedelta(minutes=1))
        visitor.send("check", visitor.consent())
        visitor.send("thank_you", {"start_again": "1"})
    flags = list(Registration.objects.order_by("pk").values_list("flags", flat=True))
    assert flags == [[], [Flag.FLOOD], [Flag.FLOOD]]

    visitor.fill_in()
    page = visitor.send("check", visitor.consent())
    assert page.status_code == 429
    assert "Er komen nu heel veel berichten tegelijk binnen." in text_of(page)
    assert "Noor" in text_of(page)
    assert Registration.objects.count() == 3

    clock.shift(timedelta(minutes=6))  # nine since the first
    assert visitor.send("check", visitor.consent()).status_code == 429
    clock.shift(timedelta(minutes=2))
    assert visitor.send("check", visitor.consent()).status_code == 302


def test_no_address_is_kept_while_counting(visitor):
    visitor.register()
    (counted,) = LimitCount.objects.values()
    assert counted["count"] == 1
    assert "127.0.0.1" not in repr(counted)


def test_people_without_an_address_do_not_share_one_count(visitor, settings, clock):
    settings.REGISTRATION_FLOOD_BLOCK = 1
    visitor.browser.defaults["REMOTE_ADDR"] = ""
    for _number in range(2):
        visitor.register()
        visitor.send("thank_you", {"start_again": "1"})
    assert Registration.objects.count() == 2

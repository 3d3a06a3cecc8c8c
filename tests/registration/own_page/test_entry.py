"""Code and words open the page; nothing tells a stranger whether a code exists."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from registration.casework.erasure import erase
from registration.casework.receipts import Receipt
from registration.models import OwnPageVisit, Registration
from registration.own_page import guesses, visits
from registration.rules.promised import Promised
from registration.vocabulary.lifecycle import Source
from tests.registration.journey.visitor import Visitor, controls, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import FRONT, Owner
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

NOT_RECOGNISED = "Deze combinatie kennen we niet"


def test_the_words_on_the_thank_you_page_open_the_own_page(own_pages, clock):
    visitor = Visitor("nl")
    thanks = visitor.register()
    code, words = thanks.context["reference"], thanks.context["secret_words"]
    assert words in text_of(thanks)
    owner = Owner(Receipt(code, Promised(task_kind="call"), False, words), Client())
    owner.enter()
    assert "Ontvangen. We bellen je uiterlijk op vrijdag 27 november." in text_of(owner.read())


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", ""), lambda code: f"  {code} "]
)
def test_the_code_may_be_typed_in_any_way(receipt, typed):
    owner = Owner(receipt, Client())
    assert owner.enter(code=typed(receipt.reference)).status_code == 302


def test_a_wrong_word_and_a_code_that_does_not_exist_get_the_same_answer(receipt):
    owner = Owner(receipt, Client())
    wrong_word = owner.enter(words="tulp kasteel")
    wrong_code = owner.enter(code="999-999")
    assert NOT_RECOGNISED in text_of(wrong_word)
    assert wrong_word.status_code == wrong_code.status_code == 422
    assert [wrong_word.context["form"].errors] == [wrong_code.context["form"].errors]


def test_what_was_typed_stays(receipt):
    shown = controls(Owner(receipt, Client()).enter(code="H7K-4MR", words="tulp kasteel"))
    assert shown["code"] == ["H7K-4MR"]
    assert shown["secret_words"] == ["tulp kasteel"]


def test_empty_fields_say_what_to_do(receipt):
    answer = Owner(receipt, Client(), "en").enter(code="", words="")
    assert "Enter the code that you saw on the screen" in text_of(answer)
    assert "Enter the two words that you saw on the screen." in text_of(answer)
    assert b"<title>Error:" in answer.content


BY_PHONE_ONLY = {
    "nl": "Die werkt alleen aan de telefoon: bel 030-2340045",
    "en": "It only works by phone: call +31 30 234 00 45",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_whoever_has_a_code_of_a_paper_form_reads_that_it_works_by_phone_only(receipt, language):
    stranger = Owner(receipt, Client(), language)
    words = BY_PHONE_ONLY[language]
    assert words in text_of(stranger.read())
    for sent in ({"words": ""}, {"words": "tulp kasteel"}, {"code": "999-999"}):
        refused = stranger.enter(**sent)
        assert words in " ".join(refused.context["form"].errors["secret_words"])


def test_without_words_a_code_of_paper_gets_the_answer_of_one_that_does_not_exist(receipt):
    Registration.objects.update(source=Source.PAPER, secret_words_hash="")
    for words in ("", "tulp kasteel"):
        of_paper = Owner(receipt, Client()).enter(words=words)
        of_nobody = Owner(receipt, Client()).enter(code="999-999", words=words)
        assert of_paper.status_code == of_nobody.status_code == 422
        assert of_paper.context["form"].errors == of_nobody.context["form"].errors


@pytest.mark.usefixtures("each_production_cache")
def test_nobody_can_go_on_guessing_the_words_of_a_code(receipt):
    for number in range(guesses.PER_CODE.most):
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        assert Owner(receipt, browser).enter(words="tulp kasteel").status_code == 422
    right = Owner(receipt, Client(REMOTE_ADDR="192.0.2.99")).enter()
    assert right.status_code == 429
    assert "bel ons" in text_of(right)


def test_a_code_that_does_not_exist_is_locked_alike(receipt):
    owner = Owner(receipt, Client())
    for _ in range(guesses.PER_CODE.most):
        owner.enter(code="999-999")
    assert owner.enter(code="999-999").status_code == 429


@pytest.mark.parametrize("hours", [1, 12, 23])
def test_nobody_can_go_on_later_in_the_day(receipt, clock, hours):
    for number in range(guesses.PER_CODE.most):
        browser = Client(REMOTE_ADDR=f"192.0.2.{number}")
        assert Owner(receipt, browser).enter(words="tulp kasteel").status_code == 422
    clock.shift(timedelta(hours=hours))
    assert Owner(receipt, Client(REMOTE_ADDR="192.0.2.99")).enter().status_code == 429


def test_the_owner_may_come_back_as_often_as_she_likes(receipt):
    for _ in range(guesses.PER_NETWORK.most + 1):
        assert Owner(receipt, Client()).enter().status_code == 302


@pytest.mark.usefixtures("each_production_cache")
def test_one_address_cannot_try_code_after_code(receipt):
    owner = Owner(receipt, Client(REMOTE_ADDR="192.0.2.1"))
    for number in range(guesses.PER_NETWORK.most):
        owner.enter(code=f"222-{number:03}")
    assert owner.enter().status_code == 429
    elsewhere = Owner(receipt, Client(REMOTE_ADDR="192.0.2.2"))
    assert elsewhere.enter().status_code == 302


def test_nor_can_all_the_addresses_of_one_house(receipt):
    for number in range(guesses.PER_NETWORK.most):
        browser = Client(REMOTE_ADDR=f"2001:db8:1:2::{number:x}")
        Owner(receipt, browser).enter(code=f"222-{number:03}")
    assert Owner(receipt, Client(REMOTE_ADDR="2001:db8:1:2::ffff")).enter().status_code == 429
    assert Owner(receipt, Client(REMOTE_ADDR="2001:db8:1:3::1")).enter().status_code == 302


def test_a_server_that_tells_no_addresses_opens_nothing(receipt):
    owner = Owner(receipt, Client(REMOTE_ADDR=""))
    for number in range(guesses.PER_NETWORK.most):
        owner.enter(code=f"222-{number:03}")
    assert owner.enter().status_code == 429


def test_after_a_day_the_person_may_try_again(receipt, clock):
    owner = Owner(receipt, Client())
    for _ in range(guesses.PER_CODE.most):
        owner.enter(words="tulp kasteel")
    clock.shift(timedelta(days=1, minutes=1))
    assert owner.enter().status_code == 302


def test_a_referred_client_has_no_words_that_the_professional_could_use(own_pages, clock):
    receipt = register()
    owner = Owner(receipt, Client())
    owner.registration.__class__.objects.update(secret_words_hash="")
    assert owner.enter(words="").status_code == 422
    assert owner.enter().status_code == 422


def test_the_session_holds_a_token_and_nothing_else(owner):
    session = Session.objects.get().get_decoded()
    assert set(session) == {visits.SESSION_KEY}
    assert not OwnPageVisit.objects.filter(token_hash=session[visits.SESSION_KEY]).exists()


def test_the_session_key_changes_on_entering(receipt):
    browser = Client()
    browser.get("/aanmelden/wie-je-bent/")
    browser.post("/aanmelden/wie-je-bent/", {"role": "victim", "for_whom": "self", "name": "N"})
    before = browser.cookies["sessionid"].value
    Owner(receipt, browser).enter()
    assert browser.cookies["sessionid"].value != before


def test_the_page_closes_by_itself(owner, clock):
    clock.shift(visits.IDLE + timedelta(seconds=1))
    page = owner.read()
    assert "Daarom hebben we je pagina gesloten" in text_of(page)
    assert "code" in controls(page)
    assert "gesloten" not in text_of(owner.read())


def test_who_was_erased_meanwhile_reads_that_and_not_that_nothing_happened(owner):
    erase([owner.registration.pk])
    words = text_of(owner.read("veranderen/"))
    assert "Alles van deze aanmelding is gewist. Daarom is je pagina gesloten." in words
    assert "Er gebeurde een tijd niets" not in words
    assert "gewist" not in text_of(owner.read())


def test_whoever_goes_on_is_not_thrown_out(owner, clock):
    for _ in range(3):
        clock.shift(visits.IDLE - timedelta(minutes=1))
        assert "overview" in owner.read().context


def test_the_person_closes_the_page(owner):
    assert "op dit apparaat gesloten" in text_of(owner.do("close"))
    assert "code" in controls(owner.read())
    assert not OwnPageVisit.objects.exists()


def test_leaving_the_site_closes_the_page(owner):
    owner.browser.post(reverse("leave"))
    assert "code" in controls(owner.read())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", ["veranderen/", "intrekken/", "wissen/"])
def test_no_part_opens_without_code_and_words(receipt, language, part):
    answer = Client().get(f"{FRONT[language]}{part}", follow=True)
    assert "code" in controls(answer)


def test_there_are_no_other_parts(owner):
    assert owner.browser.get(f"{owner.front}verhaal/").status_code == 404


def test_no_cache_and_no_search_engine_keeps_the_page(owner):
    for answer in (owner.read(), owner.read("veranderen/")):
        assert answer["Cache-Control"] == "no-store"
        assert "noindex" in answer["X-Robots-Tag"]


def test_the_way_in_can_be_found_and_is_kept_by_no_cache(receipt):
    answer = Client().get(FRONT["nl"])
    assert answer["Cache-Control"] == "no-store"
    assert "X-Robots-Tag" not in answer
    assert b'name="robots"' not in answer.content


def test_the_address_of_a_part_exists_in_both_languages(owner):
    page = owner.browser.get("/en/your-registration/veranderen/")
    assert page["Location"] == "/en/your-registration/change/"
    assert 'href="/en/your-registration/withdraw/"' in owner.read("intrekken/").content.decode()
    page_to_change = owner.read("veranderen/").content.decode()
    assert 'formaction="/en/your-registration/change/"' in page_to_change


def test_an_old_page_may_be_sent_again_with_what_was_typed(receipt):
    browser = careful_browser()
    browser.get(FRONT["nl"])
    answer = Owner(receipt, browser).enter()
    assert answer.status_code == 403
    assert controls(answer)["code"] == [receipt.reference]
    assert "Verstuur het formulier nog een keer" in text_of(answer)

"""The code of a double leads to the case that stays open, and shows no more than before."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from perspectief.encryption import blind_index
from registration.casework import changes_by_person, merging
from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_registration
from registration.models import Callback, ContactAttempt, Erasure, Registration
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import AnswersFactory, DeskMemberFactory
from tests.registration.journey.visitor import text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

PHONE = "+31612344321"


def register_again(**answers) -> Receipt:
    """Register with the number of `register`, and nothing more unless `answers` say so."""
    return submit_registration(
        Submission(answers=AnswersFactory(phone=PHONE, **answers), language="nl", key=uuid.uuid4())
    )


def number_of(receipt: Receipt) -> int:
    return Registration.objects.get(reference_hash=blind_index("reference", receipt.reference)).pk


def join(kept: Receipt, double: Receipt) -> int | None:
    """Have the desk confirm that both are of one person."""
    sam = DeskMemberFactory()
    callback = Callback.objects.get(registration=number_of(kept))
    Callback.objects.filter(pk=callback.pk).update(claimed_by=sam, claimed_at=timezone.now())
    return merging.confirm_same(callback.pk, number_of(double), sam)


def at_page(receipt: Receipt, browser: Client | None = None) -> Owner:
    person = Owner(receipt, browser or Client())
    assert person.enter().status_code == 302
    return person


@pytest.fixture
def kept(receipt) -> Receipt:
    """The first registration: more told, and more allowed, than in the second."""
    return receipt


@pytest.fixture
def double(kept, clock) -> Receipt:
    """A second registration, hours later, that the desk closed as a double."""
    clock.shift(timedelta(hours=2))
    receipt = register_again()
    assert join(kept, receipt) == number_of(receipt)
    return receipt


def test_both_codes_show_the_state_of_the_case_that_stays_open(kept, double):
    sentence = "Ontvangen. We bellen je uiterlijk op vrijdag 27 november."
    for receipt in (kept, double):
        assert sentence in text_of(at_page(receipt).read())


def test_a_visit_that_was_going_on_follows_too(kept, clock):
    clock.shift(timedelta(hours=2))
    second = register_again()
    person = at_page(second)
    join(kept, second)
    assert "Ontvangen. We bellen je" in text_of(person.read())


def test_the_code_of_a_double_shows_only_what_was_given_with_it(double):
    page = at_page(double).read()
    assert "•••••• 21" in text_of(page)
    assert "@" not in text_of(page)  # the address is of the other one
    Registration.objects.update(phone_hash="changed")
    Registration.objects.filter(pk=number_of(double)).update(phone_hash=blind_index("phone", PHONE))
    assert "•••••• 21" not in text_of(at_page(double).read())


def test_nothing_tells_that_there_is_another_registration(double):
    words = text_of(at_page(double).read()).lower()
    for word in ("dubbel", "eerste", "twee aanmeldingen", "samengevoegd"):
        assert word not in words
    assert "wil je veranderen hoe en wanneer we je bereiken? bel ons." in words


def test_the_code_of_a_double_neither_shows_nor_changes_permissions(kept, double):
    person = at_page(double)
    before = Registration.objects.get(pk=number_of(kept)).read_answers()
    assert "veranderen/" not in person.read().content.decode()
    for page in (
        person.read("veranderen/"),
        person.send("veranderen", {"phone": "0687654321", "identify": "org_ok"}),
    ):
        assert 'name="identify"' not in page.content.decode()
        assert "Dit kan niet meer. Bel ons" in text_of(page)
    assert Registration.objects.get(pk=number_of(kept)).read_answers() == before


def test_an_old_page_shows_no_permissions_either(double):
    person = Owner(double, Client())
    person.enter()
    strict = careful_browser()
    strict.cookies = person.browser.cookies
    sent = {"phone": "06", "made_for": person.made_for}
    page = strict.post("/jouw-aanmelding/veranderen/", sent)
    assert page.status_code == 403
    assert 'name="identify"' not in page.content.decode()


def test_either_code_stops_all_contact_and_goes_on_again(kept, double):
    person = at_page(double)
    person.do("pause")
    assert Registration.objects.get(pk=number_of(kept)).state == Lifecycle.PAUSED
    assert not Callback.objects.filter(state=CallbackState.OPEN).exists()
    person.do("resume")
    assert Registration.objects.get(pk=number_of(kept)).state == Lifecycle.RECEIVED
    person.send("intrekken")
    assert Registration.objects.get(pk=number_of(kept)).state == Lifecycle.WITHDRAWN
    assert Registration.objects.get(pk=number_of(double)).state == Lifecycle.MISTAKE


@pytest.mark.parametrize("which", ["kept", "double"])
def test_erasing_with_either_code_deletes_all_of_the_person(kept, double, which):
    stranger = register(phone="+31201234567", email="")
    at_page(kept if which == "kept" else double).send("wissen")
    assert list(Registration.objects.values_list("pk", flat=True)) == [number_of(stranger)]
    assert not ContactAttempt.objects.exists()
    assert Erasure.objects.count() == 1


def test_a_double_of_a_double_leads_to_the_first(kept, clock):
    receipts = [kept]
    for _ in range(2):
        clock.shift(timedelta(minutes=5))
        receipts.append(register_again())
    first, second, third = receipts
    join(second, third)
    Callback.objects.update(claimed_by=None, claimed_at=None)
    join(first, second)
    numbers = [number_of(each) for each in receipts]
    last = Registration.objects.get(pk=numbers[2])
    assert merging.case_of(last).pk == numbers[0]
    changes_by_person.erase(numbers[0], timezone.now())
    assert not Registration.objects.exists()


def test_two_that_stay_apart_keep_their_own_codes(kept, clock):
    clock.shift(timedelta(hours=2))
    second = register_again(email="anders@example.org", fallback=("email",))
    assert join(kept, second) is None
    Registration.objects.filter(pk=number_of(second)).update(state=Lifecycle.MISTAKE)
    assert "Gesloten." in text_of(at_page(second).read())
    at_page(second).send("wissen")
    assert Registration.objects.get().pk == number_of(kept)


def test_when_the_case_is_gone_the_code_shows_its_own_end(kept, double):
    Registration.objects.filter(pk=number_of(kept)).delete()
    assert "Gesloten." in text_of(at_page(double).read())


def test_leaving_closes_this_page_too(double):
    person = at_page(double)
    person.browser.post(reverse("leave"))
    assert 'name="secret_words"' in person.read().content.decode()

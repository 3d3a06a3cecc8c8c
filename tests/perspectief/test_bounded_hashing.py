"""Slow hashes take their turn: whoever sends many at once does not take the machine from others."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.test import Client

from perspectief.bounded_hashing import Places, TooBusyError
from tests.registration.factories import STAFF_PASSWORD, StaffFactory
from tests.support.hashing import places_taken


def test_no_more_are_busy_at_once_than_may_be():
    places, busy, most = Places(2, 20, 60), 0, 0
    counting = threading.Lock()

    def hash_slowly(number: int) -> None:
        nonlocal busy, most
        with places.one():
            with counting:
                busy += 1
                most = max(most, busy)
            time.sleep(0.01)
            with counting:
                busy -= 1

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(hash_slowly, range(24)))

    assert most == 2


def test_who_would_be_one_too_many_is_told_at_once():
    places = Places(1, 0, 60)
    with places.one(), pytest.raises(TooBusyError), places.one():
        pass
    with places.one():
        pass


def test_who_waits_for_too_long_is_told_so():
    places = Places(1, 1, 0.01)
    with places.one(), pytest.raises(TooBusyError), places.one():
        pass
    with places.one():
        pass


def test_a_fault_gives_its_place_back():
    places = Places(1, 0, 0)
    for _turn in range(3):
        with pytest.raises(ZeroDivisionError), places.one():
            raise ZeroDivisionError


def test_what_was_stored_before_can_still_be_checked(slow_hashes: None):
    before = PBKDF2PasswordHasher().encode("een oud wachtwoord", "salt")

    assert check_password("een oud wachtwoord", before)
    assert make_password("een nieuw wachtwoord").startswith("pbkdf2_sha256$")


def test_the_site_hashes_in_turn():
    from perspectief.settings import base

    assert base.PASSWORD_HASHERS == ["perspectief.bounded_hashing.BoundedPasswordHasher"]


@pytest.mark.django_db
def test_who_logs_in_meanwhile_reads_when_to_come_back(slow_hashes: None):
    StaffFactory(username="somebody")
    with places_taken():
        answer = Client().post("/staff/login/", {"login": "somebody", "password": STAFF_PASSWORD})

    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert "Het is nu erg druk" in answer.content.decode()

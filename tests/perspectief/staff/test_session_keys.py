"""A session of a visitor gets another key in the statement that saves it."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session

from perspectief.staff.session_store import SessionStore

pytestmark = pytest.mark.django_db


@pytest.fixture
def session() -> SessionStore:
    session = SessionStore()
    session["answer"] = 1
    session.save()
    return session


def test_nobody_finds_it_by_the_old_key(session: SessionStore):
    old = session.session_key
    session.cycle_key()
    session.cycle_key()
    session.save()

    assert session.session_key != old
    assert SessionStore(old).get("answer") is None
    assert SessionStore(session.session_key)["answer"] == 1
    assert Session.objects.count() == 1


def test_it_is_saved_with_one_query(session: SessionStore, django_assert_num_queries):
    session.cycle_key()
    with django_assert_num_queries(1):
        session.save()


def test_one_that_is_gone_is_not_made_again(session: SessionStore):
    Session.objects.all().delete()

    with pytest.raises(UpdateError):
        session.save()


def test_a_key_that_somebody_made_up_is_not_kept():
    session = SessionStore("madeupbysomebody0000000000000000")
    session.cycle_key()
    session["answer"] = 1
    session.save()

    assert session.session_key != "madeupbysomebody0000000000000000"


def test_one_that_is_emptied_after_it_got_another_key_begins_anew(session: SessionStore):
    old = session.session_key
    session.cycle_key()
    session.flush()
    session["answer"] = 2
    session.save()
    session.save()

    assert SessionStore(old).get("answer") is None
    assert SessionStore(session.session_key)["answer"] == 2

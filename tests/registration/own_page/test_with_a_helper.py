"""Who helps may hold the code; the page says to nobody what only another of the two heard."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from registration.casework.confirmations import record_own_no
from registration.casework.ending import end
from registration.models import Registration
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.person import ForWhom, WhoToCall
from tests.registration.factories import ContactAttemptFactory, DeskMemberFactory
from tests.registration.journey.visitor import text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner

pytestmark = pytest.mark.django_db
CLOSED = {
    "nl": "Gesloten. Heb je nog vragen? Bel ons.",
    "en": "Closed. Do you still have questions? Call us.",
}
HELPED = [
    {"for_whom": for_whom, "who_to_call": who}
    for for_whom in (ForWhom.OTHER_WHO_AGREES, ForWhom.SELF_WITH_HELP)
    for who in (WhoToCall.HELPER, WhoToCall.PERSON)
]


@pytest.fixture(params=HELPED, ids=lambda given: "-".join(given.values()))
def helped(request, own_pages, clock):
    """Whoever of the two opens the page, with a callback that the desk has taken."""
    owner = Owner(register(helper_name="Sam", helper_consent=True, **request.param), Client())
    owner.enter()
    return owner


def words_of(owner, state, language="nl", **fields):
    Registration.objects.update(state=state, **fields)
    owner.language = language
    owner.enter()
    return text_of(owner.read())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "state",
    [
        Lifecycle.SPOKEN,
        Lifecycle.CRIMINAL_CASE_FIRST,
        Lifecycle.DATA_NOT_OBTAINED,
        Lifecycle.OTHER_SERVICE,
        Lifecycle.UNREACHABLE,
        Lifecycle.ALLOCATED,
    ],
)
def test_nobody_is_told_we_spoke_to_them_when_another_of_the_two_was_called(
    helped, state, language
):
    words = words_of(helped, state, language)
    for untrue in ("met je besproken", "je gesproken", "discussed this with you", "spoken to you"):
        assert untrue not in words
    for untrue in ("contact met je op", "in touch with you", "konden je niet", "not reach you"):
        assert untrue not in words


def taken(owner):
    callback = owner.registration.callbacks.get()
    callback.claimed_by = DeskMemberFactory()
    callback.claimed_until = timezone.now() + timedelta(minutes=30)
    callback.save()
    ContactAttemptFactory(callback=callback, result=AttemptResult.REACHED)
    return callback


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_persons_own_no_reads_as_any_other_end_to_who_holds_the_code(helped, language):
    callback = taken(helped)
    record_own_no(callback.pk, callback.claimed_by)
    helped.language = language
    helped.enter()
    words = text_of(helped.read())
    assert CLOSED[language] in words
    assert "Ingetrokken" not in words
    assert "Withdrawn" not in words
    for state in (Lifecycle.OTHER_SERVICE, Lifecycle.DATA_NOT_OBTAINED):
        assert CLOSED[language] in words_of(helped, state, language)


def test_what_the_desk_closed_as_withdrawn_says_no_more(helped):
    callback = taken(helped)
    end(callback.pk, callback.claimed_by, Lifecycle.WITHDRAWN)
    helped.enter()
    assert CLOSED["nl"] in text_of(helped.read())


def test_who_stops_on_the_page_reads_that_it_is_done(helped):
    assert "Ingetrokken. We bellen en schrijven niet meer." in text_of(helped.send("intrekken"))

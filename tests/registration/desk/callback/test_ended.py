"""The screen of a callback that has ended: what was, and nothing that makes anybody call."""

from datetime import timedelta

import pytest
from django.utils import timezone

from registration.casework import changes_by_person
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.casework.test_attempt_message import tried_in_vain
from tests.registration.desk.screens import details, end_so, url
from tests.registration.factories import EMAIL, AnswersFactory, CallbackFactory
from tests.registration.referral.factories import LookAtReferralFactory, ReferralCallbackFactory
from tests.registration.referral.professional import WORK_EMAIL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

WAYS = {
    "called": AnswersFactory.build(all_channels=True),
    "letter": AnswersFactory.build(letter=True),
    "mailed": AnswersFactory.build(mail_only=True),
    "contact_person": AnswersFactory.build(contact_person=True),
    "helped": AnswersFactory.build(helped=True, all_channels=True),
}
# Whatever one needs to get in touch.
IN_TOUCH = ("tel:", "234 0045", EMAIL, "Postbus 1", "afdeling B", "How to do it safely")


def is_silent(page: str) -> bool:
    return not any(words in page for words in IN_TOUCH)


class TestNobodyIsToldHowToCall:
    @pytest.mark.parametrize("answers", WAYS.values(), ids=WAYS)
    def test_whoever_closed_it_reads_what_was_and_no_way_to_call(self, client, sam, answers):
        callback = CallbackFactory(claimed_by=sam, registration__answers=answers)
        assert not is_silent(details(client, callback))
        end_so(client, callback, Lifecycle.OTHER_SERVICE)
        page = details(client, callback)
        assert is_silent(page)
        assert "The desk no longer contacts this person." in page
        assert "Who and what it is about" in page

    @pytest.mark.parametrize("outcome", Lifecycle.outcomes_of("self"))
    def test_however_it_ended(self, client, sam, outcome):
        callback = CallbackFactory(
            claimed_by=sam, registration__answers=AnswersFactory(all_channels=True)
        )
        end_so(client, callback, outcome)
        assert is_silent(details(client, callback))

    def test_nor_what_happens_if_we_hear_nothing(self, client, sam):
        callback = tried_in_vain(sam, all_channels=True)
        client.post(url("message", callback), {"channel": "email"})
        client.post(url("take", callback))
        assert "Tell the person we called" in details(client, callback)
        end_so(client, callback, Lifecycle.UNREACHABLE)
        assert "Tell the person we called" not in details(client, callback)

    @pytest.mark.parametrize("factory", [LookAtReferralFactory, ReferralCallbackFactory])
    def test_nor_how_to_reach_who_referred(self, client, sam, factory):
        callback = factory(claimed_by=sam)
        end_so(client, callback, Lifecycle.WITHDRAWN)
        page = details(client, callback)
        assert is_silent(page)
        assert WORK_EMAIL not in page
        assert "Jamie de Wit" in page

    def test_the_coordinator_reads_no_more_of_what_is_closed_or_paused(self, client, coordinator):
        answers = AnswersFactory(all_channels=True)
        closed = CallbackFactory(done=True, registration__state=Lifecycle.WITHDRAWN)
        paused = CallbackFactory(registration__answers=answers)
        changes_by_person.pause(paused.registration_id, timezone.now() - timedelta(days=1))
        for callback in (closed, paused):
            page = client.post(url("read", callback)).content.decode()
            assert "Who and what it is about" in page
            assert is_silent(page)

    def test_whoever_opens_it_again_has_the_number_again(self, client, sam):
        callback = CallbackFactory(claimed_by=sam)
        end_so(client, callback, Lifecycle.OTHER_SERVICE)
        client.post(url("reopen", callback))
        assert not is_silent(details(client, callback))

"""The screen of a callback that has ended: what was, and nothing that makes anybody call."""

from datetime import timedelta

import pytest
from django.utils import timezone

from registration.casework import changes_by_person
from registration.models import Callback, OutboundMail, Registration, RetentionSettings
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.casework.test_attempt_message import tried_in_vain
from tests.registration.desk.screens import QUEUE, details, end_so, messages_of, url
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
IN_TOUCH = ("tel:", "234 5678", EMAIL, "Postbus 1", "afdeling B", "How to do it safely")


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
        long_ago = timezone.now() - timedelta(days=10)
        Callback.objects.update(message_at=long_ago)
        callback.attempts.update(made_at=long_ago)
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


def helped_callback(user):
    return CallbackFactory(
        claimed_by=user, registration__answers=AnswersFactory(helped=True, all_channels=True)
    )


def referred_callback(user):
    return ReferralCallbackFactory(claimed_by=user)


@pytest.mark.parametrize("callback_of", [helped_callback, referred_callback])
class TestTheNoOfThePersonIsKept:
    def says_no(self, client, callback):
        response = client.post(url("client", callback), {"agrees": "no"}, follow=True)
        assert response.status_code == 200

    def test_the_closed_screen_says_that_and_when_and_asks_nothing_more(
        self, client, sam, callback_of
    ):
        callback = callback_of(sam)
        self.says_no(client, callback)
        page = details(client, callback)
        assert "The person said no: Tuesday 9 June at 10:00" in page
        assert "told us that they do not" in page
        assert "Ask the client." not in page
        assert "Ask the person." not in page
        assert is_silent(page)

    def test_whoever_opens_it_again_is_warned_and_so_is_who_takes_it_from_the_queue(
        self, client, sam, callback_of
    ):
        callback = callback_of(sam)
        self.says_no(client, callback)
        response = client.post(url("reopen", callback), follow=True)
        assert any("This person said no on Tuesday 9 June" in one for one in messages_of(response))
        client.post(url("release", callback))
        for page in (client.get(QUEUE).content.decode(), details(client, callback)):
            assert "The person said no: Tuesday 9 June at 10:00" in page
        assert "Do not contact them, unless they told us" in details(client, callback)

    def test_a_yes_after_all_takes_the_no_away(self, client, sam, callback_of):
        callback = callback_of(sam)
        self.says_no(client, callback)
        client.post(url("reopen", callback), follow=True)
        client.post(url("client", callback), {"agrees": "yes"})
        page = details(client, callback)
        assert "The person said no" not in page
        assert Registration.objects.get().own_no_at is None


def test_what_somebody_did_not_want_is_promised_to_go_when_it_goes(client, sam):
    RetentionSettings.objects.update_or_create(defaults={"withdrawn_days": 9})
    page = details(client, referred_callback(sam))
    assert "Na 9 dagen wissen we wat ons over jou is verteld" in page


class TestWhatWasMailedBeforeItWasOpenedAgain:
    def stopped(self, client, user):
        callback = CallbackFactory(
            claimed_by=user,
            registration__answers=AnswersFactory(all_channels=True, organisation_may_be_named=True),
        )
        end_so(client, callback, Lifecycle.WITHDRAWN)
        return callback

    def test_the_earlier_ending_is_said_and_that_the_person_read_of_it(self, client, sam):
        callback = self.stopped(client, sam)
        OutboundMail.objects.filter(code="withdrawn").update(sent_at=timezone.now())
        response = client.post(url("reopen", callback), follow=True)
        assert "It had ended as: Withdrawn" in messages_of(response)[-1]
        for page in (response.content.decode(), details(client, callback)):
            assert "On Tuesday 9 June at 10:00 an e-mail told this person" in page

    def test_a_mail_that_has_not_gone_out_never_does(self, client, sam):
        callback = self.stopped(client, sam)
        assert OutboundMail.objects.filter(code="withdrawn").exists()
        response = client.post(url("reopen", callback), follow=True)
        assert not OutboundMail.objects.filter(code="withdrawn").exists()
        assert "an e-mail told this person" not in response.content.decode()

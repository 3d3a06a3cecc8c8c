"""What may not be used is not on the screen, so that nobody can use it by mistake."""

from itertools import product

import pytest
from django.utils import timezone

from perspectief.written_phone import written
from registration.mail.senders import neutral_mail_available
from registration.rules.contact_policy import MailStyle, policy_for
from registration.vocabulary.channels import Fallback, Identify
from registration.words.answer_lines import phone_link
from tests.registration.desk.screens import details
from tests.registration.factories import EMAIL, PHONE, AnswersFactory, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

CHANNELS = [(), tuple(Fallback), (Fallback.VOICEMAIL, Fallback.TEXT, Fallback.EMAIL)]
COMBINATIONS = list(
    product((False, True), ("", EMAIL), ("", "letter"), CHANNELS, Identify, ((), ("identify",)))
)


@pytest.mark.parametrize("impossible", [False, True], ids=["may call", "may not call"])
def test_no_screen_shows_what_may_not_be_used(client, during_opening_hours, sam, impossible):
    callback = CallbackFactory(claimed_by=sam)
    registration = callback.registration
    shown = set()
    for phone_impossible, email, other_way, fallback, identify, unverified in COMBINATIONS:
        if phone_impossible is not impossible:
            continue
        answers = AnswersFactory(
            phone_impossible=phone_impossible,
            email=email,
            other_way=other_way,
            other_way_details="Postbus 1",
            fallback=fallback,
            identify=identify,
            unverified=unverified,
        )
        policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
        registration.answers = answers.to_stored()
        registration.changed_by_person_at = timezone.now() if unverified else None
        registration.save()
        callback.kind = policy.task_kind
        callback.save()
        html = details(client, callback)
        has_number = any(
            text in html for text in (PHONE, written(PHONE), phone_link(PHONE), "2345678")
        )
        assert has_number is policy.may_call
        may_mail = policy.mail is not MailStyle.NONE
        assert (EMAIL in html) is (may_mail and email != "")
        assert ('value="voicemail"' in html) is policy.may_leave_voicemail
        shown.add((has_number, EMAIL in html))
    assert len(shown) == 2

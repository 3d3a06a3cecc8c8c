"""Nobody is promised a day on which nobody may call, on whichever page or in whichever mail."""

from datetime import timedelta

import pytest
from django.core import mail

from registration.mail.delivery import deliver_due
from registration.models import Callback
from registration.words.dates import date_in_words
from tests.registration.journey.visitor import Visitor, is_refused, text_of

pytestmark = pytest.mark.django_db
NO_TIME_UNTIL_FRIDAY = [
    f"{day}:{part}"
    for day in ("tuesday", "wednesday", "thursday", "friday")
    for part in ("morning", "afternoon")
]
MAILED = {"email": "noor@example.org", "fallback": ["email"]}
FRIDAY, MONDAY = "vrijdag 27 november", "maandag 30 november"
THURSDAY = "donderdag 3 december"


def sent_to_person():
    deliver_due()
    return next(each.body for each in mail.outbox if each.to == ["noor@example.org"])


def test_at_the_question_the_person_is_asked_and_the_box_appears(visitor: Visitor):
    visitor.fill_in()
    asked = visitor.send("avoid", {"avoid": NO_TIME_UNTIL_FRIDAY})
    assert is_refused(asked)
    words = text_of(asked)
    assert f"Je sloot alle tijden vóór {MONDAY} uit" in words
    assert f"Jullie mogen later bellen: niet vóór {MONDAY}, en uiterlijk op {THURSDAY}" in words


@pytest.mark.parametrize("identify", ["org_ok", "first_name_only"])
def test_thanks_mail_and_desk_name_the_same_later_day(visitor: Visitor, identify):
    thanks = visitor.register(
        phone="030-2345678",
        avoid=NO_TIME_UNTIL_FRIDAY,
        call_later="on",
        identify=identify,
        **MAILED,
    )
    for words in (text_of(thanks), sent_to_person()):
        assert FRIDAY not in words
        assert f"uiterlijk op {THURSDAY}" in words
        assert f"maar niet vóór {MONDAY}" in words
    callback = Callback.objects.get()
    assert date_in_words(callback.due_at) == THURSDAY
    assert not callback.needs_coordinator


def test_a_draft_that_waited_until_no_time_is_left_leads_back_to_the_question(
    visitor: Visitor, clock
):
    clock.shift(timedelta(hours=6))  # four in the afternoon
    visitor.fill_in(phone="030-2345678", avoid=NO_TIME_UNTIL_FRIDAY[2:])
    assert visitor.read("check").status_code == 200
    clock.shift(timedelta(minutes=45))
    assert visitor.url("avoid") in visitor.read("check")["Location"]

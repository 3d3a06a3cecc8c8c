"""All there is about somebody, for that person."""

import json
from dataclasses import fields
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone, translation

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR, DESK
from registration.models import AccessLogEntry, OutboundMail
from registration.privacy_duties.person_data import data_of, sections_of
from registration.vocabulary.access import AccessAction
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import (
    AnswersFactory,
    CallbackFactory,
    ContactAttemptFactory,
    RegistrationFactory,
    StaffFactory,
)
from tests.registration.handover.factories import HandOverFactory
from tests.registration.referral.factories import ReferralFactory

pytestmark = pytest.mark.django_db

EVERYTHING = {
    "told_all": True,
    "helped": True,
    "all_channels": True,
    "phone_note": "na vijf uur",
    "phone_impossible": True,
    "other_way": "letter",
    "other_way_details": "Postbus 1, 3500 AA Utrecht",
    "identify": "org_ok",
    "moments": ("2026-06-11:morning",),
    "avoid": ("monday:afternoon",),
    "unverified": ("phone",),
    "question": "Mag mijn zus mee?",
    "story_later": True,
}
# What each answer looks like in words, Dutch or English.
IN_WORDS = {
    "role": ("(slachtoffer)", "(victim)"),
    "kind": ("verkeersongeval", "traffic accident"),
    "name": ("Noor", "Noor"),
    "for_whom": ("iemand anders", "someone else"),
    "helper_name": ("Sam", "Sam"),
    "who_to_call": ("die helpt", "who is helping"),
    "helper_consent": ("dat je het goed vindt", "said that you agree"),
    "age": ("25 tot en met 64", "25 to 64"),
    "pronouns": ("hen", "hen"),
    "when": ("een jaar geleden", "a year ago"),
    "province": ("Utrecht", "Utrecht"),
    "known": ("weet niet wie", "do not know who"),
    "story": ("hoe het met de ander gaat", "hoe het met de ander gaat"),
    "question": ("Mag mijn zus mee?", "Mag mijn zus mee?"),
    "phone": ("030 234 5678", "030 234 5678"),
    "phone_note": ("na vijf uur", "na vijf uur"),
    "phone_impossible": ("Bellen kan niet, of is niet veilig", "not possible or not safe"),
    "email": ("noor@example.org", "noor@example.org"),
    "other_way": ("brief", "By letter"),
    "other_way_details": ("Postbus 1", "Postbus 1"),
    "fallback": ("voicemail", "voicemail"),
    "identify": ("noem gerust de naam", "you may say the name"),
    "moments": ("11 juni", "11 June"),
    "avoid": ("aandag", "Monday, afternoon"),
    "language": ("Pools", "Pools"),
    "other_language": ("Pools", "Pools"),
    "needs": ("tolk", "interpreter"),
    "other_need": ("Een rustig gesprek", "Een rustig gesprek"),
    "referral": ("Veilig", "Veilig"),
    "story_later": ("later", "tell them later"),
    "unverified": ("telefoonnummer", "the phone number"),
}


def person(**columns):
    """Somebody about whom there is everything."""
    registration = RegistrationFactory(answers=AnswersFactory(**EVERYTHING), **columns)
    registration.desk_note = "Notitie van ons"
    registration.save()
    return registration


def words_of(registration):
    return "\n".join(
        f"{line.label} {line.value}"
        for section in sections_of(registration)
        for line in (*section.lines,)
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_is_there_in_words(language):
    names = {field.name for field in fields(Answers)} - {"heard", "referral"}
    assert names == set(IN_WORDS) - {"referral"}
    with translation.override(language):
        text = words_of(person())
    position = ["nl", "en"].index(language)
    missing = {name for name in names if IN_WORDS[name][position].lower() not in text.lower()}
    assert not missing, text


def test_every_answer_is_in_the_file():
    answers = data_of(person())["answers"]
    assert set(answers) == {field.name for field in fields(Answers)} - {"heard"}
    assert answers["story"] == "Ik wil graag weten hoe het met de ander gaat."


def test_notes_attempts_mails_and_the_hand_over_are_there():
    registration = person(state=Lifecycle.ALLOCATED)
    HandOverFactory(registration=registration, told="Iets verteld", note="Iets voor de bemiddelaar")
    callback = CallbackFactory(registration=registration)
    ContactAttemptFactory(callback=callback, result=AttemptResult.NO_ANSWER, note="Nam niet op")
    OutboundMail.objects.create(
        code=MailCode.CONFIRMATION, registration=registration, message_id="<1@example.org>"
    )
    with translation.override("en"):
        text, data = words_of(registration), json.dumps(data_of(registration), default=str)
    for part in ("Notitie van ons", "Nam niet op", "Iets verteld", "Iets voor de bemiddelaar"):
        assert part in text
        assert part in data
    assert "Confirmation (not sent)" in text
    assert '"code": "confirmation"' in data


def test_it_says_when_it_will_be_deleted():
    changed_at = timezone.now() - timedelta(days=2)
    registration = person(state=Lifecycle.WITHDRAWN, state_changed_at=changed_at)
    assert data_of(registration)["registration"]["kept_until"] == changed_at + timedelta(days=14)
    assert data_of(person())["registration"]["kept_until"] is None


def test_whoever_waits_for_a_mediator_reads_that_we_still_have_something_to_do():
    registration = person(state=Lifecycle.ALLOCATED)
    assert data_of(registration)["registration"]["kept_until"] is None
    with translation.override("en"):
        assert "we still have to do something for you first" in words_of(registration)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        (COORDINATOR, "Coordinator of the registration desk: Viewed"),
        (DESK, "Registration desk: Viewed"),
        (ADMINISTRATION, "Administrator: Viewed"),
        (None, "A member of our staff: Viewed"),
    ],
)
def test_who_looked_is_named_by_function(group, words):
    registration = person()
    user = StaffFactory(username="jansen-geheim", first_name="Geheimvoornaam")
    if group:
        user.groups.add(Group.objects.get(name=group))
    AccessLogEntry.objects.create(
        user=user,
        username=user.username,
        registration_number=registration.pk,
        action=AccessAction.VIEWED,
    )
    with translation.override("en"):
        text, data = words_of(registration), json.dumps(data_of(registration), default=str)
    assert words in text
    for name in ("jansen-geheim", "Geheimvoornaam"):
        assert name not in text + data


def test_hashes_and_the_professionals_work_contacts_are_not_the_persons():
    referral = ReferralFactory(name="Robin de Vries", phone="+31301112233", email="r@example.com")
    registration = RegistrationFactory(
        source="referrer", answers=AnswersFactory(all_channels=True, referral=referral)
    )
    text, data = words_of(registration), json.dumps(data_of(registration), default=str)
    assert "Robin de Vries" in text
    assert "Robin de Vries" in data
    for other in (
        "+31301112233",
        "r@example.com",
        registration.phone_hash,
        registration.email_hash,
        registration.reference_hash,
    ):
        assert other not in text + data


def test_many_entries_take_no_more_queries(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    registration = person()

    def look():
        user = StaffFactory()
        user.groups.add(Group.objects.get(name=DESK))
        AccessLogEntry.objects.create(
            user=user, username="x", registration_number=registration.pk, action="viewed"
        )

    look()
    words_of(registration)  # settings are kept after the first look
    with CaptureQueriesContext(connection) as few:
        words_of(registration)
    for _number in range(5):
        look()
    with django_assert_num_queries(len(few)):
        words_of(registration)


class TestScreens:
    @pytest.fixture
    def registration(self):
        return person(language="nl")

    def test_the_page_is_in_the_language_of_the_person_and_logged(
        self, client, coordinator, registration
    ):
        show_password(client)
        response = client.post(reverse("privacy_duties:data", args=[registration.pk]))
        words = response.content.decode()
        assert '<html lang="nl"' in words
        assert "Wat wij van je hebben" in words
        assert "no-store" in response["Cache-Control"]
        assert AccessLogEntry.objects.get().action == AccessAction.DATA_GIVEN

    def test_the_file_is_logged_and_named_by_number(self, client, coordinator, registration):
        show_password(client)
        response = client.post(reverse("privacy_duties:file", args=[registration.pk]))
        data = json.loads(b"".join(response.streaming_content))
        assert data["answers"]["name"] == "Noor"
        assert f'"registration-{registration.pk}.json"' in response["Content-Disposition"]
        assert AccessLogEntry.objects.get().action == AccessAction.DATA_GIVEN

    def test_the_overview_shows_no_answers(self, client, coordinator, registration):
        show_password(client)
        words = client.get(reverse("privacy_duties:person", args=[registration.pk]))
        assert "Noor" not in words.content.decode()
        assert not AccessLogEntry.objects.exists()

    @pytest.mark.parametrize(
        ("name", "verb"),
        [
            ("find", "get"),
            ("find", "post"),
            ("person", "get"),
            ("data", "post"),
            ("file", "post"),
            ("erase", "get"),
            ("erase", "post"),
        ],
    )
    def test_each_asks_who_it_is_first(self, client, coordinator, registration, name, verb):
        address = reverse(f"privacy_duties:{name}", args=[registration.pk] * (name != "find"))
        response = getattr(client, verb)(address, {"typed": "Noor", "sure": "on"})
        assert response["Location"].startswith(reverse("account_reauthenticate"))
        assert "Noor" not in response["Location"]
        assert not AccessLogEntry.objects.exists()
        registration.refresh_from_db()

    @pytest.mark.parametrize("group", [DESK, ADMINISTRATION, COMMUNICATION])
    @pytest.mark.parametrize("name", ["find", "person", "data", "file", "erase"])
    @pytest.mark.parametrize("verb", ["get", "post"])
    def test_nobody_else_gets_in(self, client, registration, group, name, verb):
        user = StaffFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        address = reverse(f"privacy_duties:{name}", args=[registration.pk] * (name != "find"))
        assert getattr(client, verb)(address)["Location"] == "/admin/"
        registration.refresh_from_db()

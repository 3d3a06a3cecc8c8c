"""What becomes of a referral: stored unreadably, counted without a link, confirmed by mail."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection

from perspectief.encryption import blind_index
from registration.mail.delivery import deliver_due
from registration.models import AnonymousCount, OutboundMail, Registration
from registration.own_page.entry import registration_for
from registration.vocabulary.mails import MailCode
from tests.registration.journey.visitor import text_of
from tests.registration.referral.professional import WORK_EMAIL, WORK_PHONE, professional

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


def confirmations():
    return OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE)


def sent_to(address):
    """Send what waits, and return the mails to this address."""
    deliver_due()
    return [message for message in mail.outbox if message.to == [address]]


def test_nothing_about_client_or_professional_is_readable_anywhere(jamie, caplog):
    caplog.set_level(logging.DEBUG)
    planted = {
        "referrer_name": "Planted Professional",
        "organisation": "Planted Organisation",
        "function": "Planted Function",
        "referrer_email": "planted@example.org",
        "referrer_contact": "call_me",
        "referrer_phone": WORK_PHONE,
        "told_by_whom": "somebody_else",
        "told_by": "Planted Teller",
        "name": "Planted Client",
        "story": "Planted Story",
        "age": "age_18_24",
        "province": "zeeland",
        "phone": "06 12 34 56 78",
        "email": "client@planted.example",
        "other_need": "Planted Need",
        "needs": ["other_need"],
    }
    secrets = (
        "Planted",
        "planted",
        WORK_PHONE,
        "+31612345678",
        "612345678",
        "health_care",
        "age_18_24",
        "zeeland",
        "2026-11-20",
    )
    addresses = []
    jamie.browser.get = _remembering(jamie.browser.get, addresses)
    jamie.fill_in(**planted)
    as_draft = _everything_stored()
    jamie.browser.get(jamie.send("check", jamie.consent())["Location"])
    assert Registration.objects.get().read_answers().referral.name == "Planted Professional"
    for stored in (as_draft, _everything_stored()):
        assert not [secret for secret in secrets if secret in stored]
    assert not [secret for secret in secrets if secret in caplog.text]
    assert not [secret for secret in secrets if secret in repr(addresses)]
    session = Session.objects.get().get_decoded()
    assert "Planted" not in repr(session)


def _remembering(get, addresses):
    def remember(path, *args, **kwargs):
        addresses.append(path)
        return get(path, *args, **kwargs)

    return remember


def _everything_stored():
    """Return all tables as text but those of content and lookups, which hold codes as such."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("registration_") and not table.endswith(
                ("organisationkind", "province", "optionlabel", "anonymouscount")
            ):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
                rows.append(repr([tuple(map(_readable, row)) for row in cursor.fetchall()]))
    return "".join(rows)


def _readable(value):
    return bytes(value) if isinstance(value, memoryview) else value


def test_the_client_can_be_recognised_when_registering_too(jamie):
    jamie.register(email="Noor@Example.org")
    registration = Registration.objects.get()
    assert registration.phone_hash == blind_index("phone", "+31302345678")
    assert registration.email_hash == blind_index("email", "noor@example.org")


def test_no_hash_of_the_professional_stands_where_that_of_the_client_belongs(jamie):
    jamie.register(
        referrer_contact="call_me",
        referrer_phone="020 555 12 34",
        call_client="no_call",
    )
    registration = Registration.objects.get()
    assert (registration.phone_hash, registration.email_hash) == ("", "")


def test_source_and_kind_of_organisation_are_counted_without_a_link(jamie):
    jamie.register()
    counted = {(row.dimension, row.code): row.count for row in AnonymousCount.objects.all()}
    assert counted[("source", "referrer")] == 1
    assert counted[("organisation_kind", "health_care")] == 1
    assert counted[("kind", "traffic")] == 1


@LANGUAGES
@pytest.mark.parametrize("wish", ["call_client", "through_referrer", "no_call"])
def test_the_professional_gets_a_mail_that_tells_nothing_of_the_client(
    referral_page, clock, language, wish
):
    visitor = professional(language)
    visitor.register(
        name="Plantedname",
        story="Planted story",
        call_client=wish,
        email="client@example.org",
        fallback=["email"],
        identify="org_ok",
    )
    (message,) = sent_to(WORK_EMAIL)
    assert not sent_to("client@example.org")
    text = f"{message.subject}\n{message.body}"
    expected = {
        ("nl", True): "We bellen je cliënt uiterlijk op vrijdag 27 november.",
        ("en", True): "We will call your client no later than Friday 27 November.",
        ("nl", False): "We bekijken de verwijzing. Uiterlijk op vrijdag 27 november nemen we "
        "contact op zoals je hebt aangegeven.",
        (
            "en",
            False,
        ): "We will look at the referral and get in touch in the way you chose, no later "
        "than Friday 27 November.",
    }[(language, wish == "call_client")]
    assert expected in text
    for secret in ("Planted", "Jamie", "Huis van de Buurt", "traffic", "verkeer", "client@"):
        assert secret not in text
    assert message.reply_to == ["aanmeldpunt@example.org"]


def test_the_mail_carries_the_number_that_is_on_the_screen(jamie):
    thanks = text_of(jamie.register())
    reference = thanks.split("Het nummer van je verwijzing is")[1].split()[0]
    (message,) = sent_to(WORK_EMAIL)
    assert message.subject == f"Je verwijzing is ontvangen ({reference})"
    assert f"noem nummer {reference}" in message.body


def test_nobody_gets_more_confirmations_than_others_do(jamie):
    for _number in range(4):
        last = jamie.register()
        jamie.send("thank_you", {"start_again": "1"})
    assert confirmations().count() == 3
    assert "Je krijgt nu geen mail van ons." in text_of(last)
    assert Registration.objects.count() == 4


def test_the_desk_is_told_and_not_what_about(jamie, settings):
    jamie.register(name="Plantedname")
    (notice,) = sent_to(settings.DESK_EMAIL)
    assert "Planted" not in notice.body


def test_the_number_opens_no_page_about_the_client(jamie):
    page = jamie.register()
    assert Registration.objects.get().secret_words_hash == ""
    words = text_of(page)
    assert "geheime woorden" not in words
    reference = words.split("Het nummer van je verwijzing is")[1].split()[0]
    for guess in ("", " ", "tulp kasteel", reference):
        assert registration_for(reference, guess) is None


def test_the_professional_reads_no_day_on_which_the_client_may_not_be_called(jamie):
    avoid = [
        f"{day}:{part}"
        for day in ("tuesday", "wednesday", "thursday", "friday")
        for part in ("morning", "afternoon")
    ]
    thanks = jamie.register(avoid=avoid, call_later="on")
    (message,) = sent_to(WORK_EMAIL)
    for words in (text_of(thanks), message.body):
        assert "We bellen je cliënt uiterlijk op donderdag 3 december" in words
        assert "maar niet vóór maandag 30 november." in words
        assert "27 november" not in words

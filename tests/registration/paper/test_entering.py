"""The desk enters a form that came by post: same questions, same promise, same protection."""

import uuid
from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR, DESK
from registration.casework.desk_calendar import current_calendar
from registration.casework.finding import find_registrations
from registration.casework.permissions import can_enter_paper
from registration.desk.queue.paper_entry_view import PaperEntryView
from registration.mail.delivery import deliver_due
from registration.models import (
    AccessLogEntry,
    AnonymousCount,
    Callback,
    OutboundMail,
    PrivacyStatement,
    Registration,
)
from registration.paper.sheet import Sheet
from registration.rules.deadlines import DESK_TIME_ZONE, due_at
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Source
from registration.vocabulary.person import ForWhom
from registration.words.dates import date_in_words
from tests.registration.desk.screens import QUEUE, messages_of
from tests.registration.factories import DeskMemberFactory, StaffFactory, approve_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]
LETTER = {
    "for_whom": "self",
    "name": "Noor",
    "phone_impossible": "on",
    "other_way": "letter",
    "other_way_details": "Postbus 1, 3500 AA Utrecht",
}


def paper(**changes):
    """Return what the desk sends: the least of a form that asks for a letter."""
    return {
        "received_on": "2026-06-08",
        "form_language": "nl",
        "statement": str(PrivacyStatement.objects.latest("version").pk),
        "consent": "on",
        "submission_key": str(uuid.uuid4()),
        **LETTER,
        **changes,
    }


def enter(client, **changes):
    return client.post(reverse("callbacks:paper"), paper(**changes))


def test_a_letter_gets_the_same_promise_from_the_day_it_arrived(client, sam):
    response = enter(client)
    assert response.status_code == 200
    callback = Callback.objects.get()
    registration = callback.registration
    received = datetime(2026, 6, 8, tzinfo=DESK_TIME_ZONE)
    assert (registration.source, registration.language) == (Source.PAPER, "nl")
    assert registration.received_at == received
    assert callback.due_at == due_at(received, current_calendar())
    assert (callback.kind, callback.claimed_by) == (TaskKind.LETTER, None)
    answers = registration.read_answers()
    assert (answers.name, answers.role, answers.kind) == ("Noor", "not_say", "not_say")


def test_the_code_for_the_letter_finds_it_and_there_are_no_secret_words(client, sam):
    stored = enter(client).context["stored"]
    assert find_registrations(stored.reference) == [stored.callback.registration]
    assert Registration.objects.get().secret_words_hash == ""


@pytest.mark.parametrize(("day", "since"), [("2025-06-08", "12 months"), ("2021-05-29", "5 years")])
def test_a_day_long_ago_is_asked_about_and_nothing_is_stored(client, sam, day, since):
    page = enter(client, received_on=day)
    assert page.status_code == 422
    words = page.content.decode()
    assert f"That is {since} ago. Is the year right?" in words
    assert 'name="received_on_is_right"' in words
    assert 'value="Noor"' in words
    assert not Registration.objects.exists()


def test_a_day_long_ago_is_believed_if_the_desk_says_that_it_is_right(client, sam):
    assert enter(client, received_on="2025-06-08", received_on_is_right="on").status_code == 200
    received = datetime(2025, 6, 8, tzinfo=DESK_TIME_ZONE)
    assert Registration.objects.get().received_at == received


@pytest.mark.parametrize("day", ["2026-06-07", "2026-05-01"])
def test_a_form_of_the_last_weeks_is_not_asked_about(client, sam, day):
    assert "received_on_is_right" not in client.get(reverse("callbacks:paper")).content.decode()
    assert enter(client, received_on=day).status_code == 200


def test_a_day_to_come_is_refused(client, sam):
    page = enter(client, received_on="2027-06-08", received_on_is_right="on")
    assert page.status_code == 422
    assert not Registration.objects.exists()


def test_who_entered_it_is_in_the_access_log(client, sam):
    enter(client)
    entry = AccessLogEntry.objects.get()
    assert (entry.username, entry.action) == (sam.username, AccessAction.VIEWED)
    assert entry.registration_number == Registration.objects.get().pk


def test_a_double_click_stores_one_and_shows_the_same_code(client, sam):
    data = paper()
    first = client.post(reverse("callbacks:paper"), data)
    second = client.post(reverse("callbacks:paper"), {**data, "name": "Anders"})
    assert first.context["stored"].reference == second.context["stored"].reference
    assert "had already been stored" in second.content.decode()
    assert Registration.objects.get().read_answers().name == "Noor"
    assert AccessLogEntry.objects.count() == 1


def test_two_forms_get_two_codes(client, sam):
    codes = {enter(client).context["stored"].reference for _ in range(2)}
    assert len(codes) == 2


def test_a_key_of_the_site_opens_nothing(client, sam):
    from tests.registration.factories import RegistrationFactory

    other = RegistrationFactory()
    with pytest.raises(Exception, match=r"(?i)unique"):
        enter(client, submission_key=str(other.submission_key))


@pytest.mark.parametrize(
    ("changes", "kind", "decides"),
    [
        ({}, TaskKind.LETTER, False),
        ({"other_way": "institution_contact"}, TaskKind.CONTACT, False),
        ({"phone_impossible": "", "phone": "030-2345678"}, TaskKind.CALL, False),
        ({"other_way": "", "email": "noor@example.org"}, TaskKind.MAIL, True),
        ({"other_way": "", "other_way_details": ""}, TaskKind.CALL, True),
    ],
)
def test_the_task_is_what_the_person_allows_or_the_coordinator_decides(
    client, sam, changes, kind, decides
):
    assert enter(client, **changes).status_code == 200
    callback = Callback.objects.get()
    assert (callback.kind, callback.needs_coordinator) == (kind, decides)


def test_nobody_reads_an_hour_at_which_a_form_on_paper_came(client, sam):
    enter(client)
    callback = Callback.objects.get()
    words = client.get(reverse("callbacks:details", args=[callback.address])).content.decode()
    with translation.override("en"):
        day = date_in_words(callback.registration.received_at)
    assert day in words
    assert "00:00" not in words


def test_a_number_on_a_form_that_says_not_to_call_is_asked_about(client, sam):
    page = enter(client, phone="030-2345678")
    assert "Otherwise, leave out the number: we do not call it." in page.content.decode()
    assert not Registration.objects.exists()


def test_a_mail_goes_out_only_where_it_was_allowed(client, sam):
    enter(client, email="noor@example.org")
    assert not OutboundMail.objects.filter(code__startswith="confirmation").exists()
    enter(client, email="noor@example.org", fallback=["email"], identify="org_ok")
    assert OutboundMail.objects.filter(code="confirmation").count() == 1


def test_days_of_the_week_become_dates_ahead(client, sam):
    enter(client, moments=["wednesday:morning"], avoid=["friday:afternoon"])
    answers = Registration.objects.get().read_answers()
    assert answers.moments == ("2026-06-10:morning", "2026-06-17:morning")
    assert answers.avoid == ("friday:afternoon",)


def test_an_incomplete_helper_is_stored_and_still_has_to_say_yes(client, sam):
    enter(client, for_whom="other_who_agrees", helper_name="Kim")
    registration = Registration.objects.get()
    answers = registration.read_answers()
    assert (answers.who_to_call, answers.helper_consent) == ("", False)
    assert registration.awaits_own_yes()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter a name."),
        ({"consent": ""}, "Without this tick we are not allowed to store anything."),
        ({"received_on": "2026-06-10"}, "This day is in the future"),
        ({"received_on": ""}, "Enter the day on which the form arrived"),
        ({"form_language": "fr"}, "Choose the language of the form"),
        ({"phone": "12"}, "This number is not complete."),
        ({"other_way_details": ""}, "Tell us how we can reach you"),
    ],
)
def test_a_mistake_stores_nothing_and_keeps_what_was_typed(client, sam, changes, words):
    if "form_language" in changes:
        words = "Select a valid choice"
    response = enter(client, story="Mijn verhaal", **changes)
    assert response.status_code == 422
    html = response.content.decode()
    assert words in html
    assert "Mijn verhaal" in html
    assert not Registration.objects.exists()


def test_an_older_version_of_the_statement_is_kept(client, sam):
    old = PrivacyStatement.objects.latest("version")
    PrivacyStatement.objects.create(version=old.version + 1, body_nl="<p>x</p>", body_en="<p>x</p>")
    enter(client, statement=str(old.pk))
    assert Registration.objects.get().privacy_statement == old


def test_without_an_approved_version_nothing_is_stored(client, sam, settings):
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    response = enter(client)
    assert response["Location"] == QUEUE
    assert not Registration.objects.exists()
    approve_statement(date(2026, 6, 1))
    assert enter(client).status_code == 200


def test_it_is_counted_as_paper(client, sam):
    enter(client)
    assert AnonymousCount.objects.get(dimension="source").code == Source.PAPER


@pytest.mark.parametrize("name", [DESK, COORDINATOR, COMMUNICATION, ADMINISTRATION])
def test_only_the_desk_may_enter_paper(name):
    user = StaffFactory()
    user.groups.add(Group.objects.get(name=name))
    may = name in {DESK, COORDINATOR}
    assert can_enter_paper(user) is may
    request = RequestFactory().post(reverse("callbacks:paper"), {})
    request.user = user
    if not may:
        with pytest.raises(PermissionDenied):
            PaperEntryView.as_view()(request)
    assert not Registration.objects.exists()


def test_who_may_not_is_sent_away_and_sees_no_link(client):
    user = StaffFactory(permissions=("registration.view_queue",), admin_language="en")
    client.force_login(user)
    assert client.get(reverse("callbacks:paper")).status_code == 302
    assert reverse("callbacks:paper") not in client.get(QUEUE).content.decode()


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("nl", "Voer een aanmelding op papier in", "Wat past het best bij jou?"),
        ("en", "Enter a paper registration", "Which of these fits you best?"),
    ],
)
def test_the_screen_asks_the_questions_of_the_site(client, language, title, question):
    client.force_login(DeskMemberFactory(admin_language=language))
    response = client.get(reverse("callbacks:paper"))
    html = response.content.decode()
    assert title in html
    assert question in html
    assert "no-store" in response["Cache-Control"]
    assert reverse("callbacks:paper") in client.get(QUEUE).content.decode()
    assert messages_of(response) == []


BY_MAIL = {"phone_impossible": "on", "other_way": "", "other_way_details": ""} | {
    "email": "noor@example.org",
    "fallback": "email",
    "identify": "org_ok",
}


def mail_of(callback):
    deliver_due()
    return next(each.body for each in mail.outbox if each.to == ["noor@example.org"])


def test_a_form_that_was_entered_late_is_mailed_no_day_that_is_over(client, sam):
    enter(client, received_on="2026-05-27", **BY_MAIL)
    callback = Callback.objects.get()
    assert not callback.needs_coordinator
    words = mail_of(callback)
    assert "We mailen je zo snel als we kunnen." in words
    assert "mei" not in words
    notice = next(each.body for each in mail.outbox if "een e-mail sturen" in each.subject)
    assert "(dit is al voorbij)" in notice


def test_who_wrote_on_paper_is_told_of_the_code_in_the_letter_and_of_no_screen(client, sam):
    enter(client, **BY_MAIL)
    words = mail_of(Callback.objects.get())
    assert "noem de code uit onze brief" in words
    assert "scherm" not in words


CALL = {"phone": "030-2345678", "phone_impossible": "", "other_way": "", "other_way_details": ""}
EVERY_TIME = [
    f"{day}:{part}"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    for part in ("morning", "afternoon")
]


def test_where_no_time_is_left_nobody_is_asked_and_the_coordinator_decides(client, sam):
    enter(client, **CALL, rules_out="yes", avoid=EVERY_TIME)
    assert Callback.objects.get().needs_coordinator


def test_a_time_that_is_good_and_ruled_out_is_looked_up_on_the_paper(client, sam):
    times = {"rules_out": "yes", "call_when": "choose", "moments": ["wednesday:morning"]}
    page = enter(client, **CALL, **times, avoid=["wednesday:morning", "friday:afternoon"])
    assert page.status_code == 422
    words = page.content.decode()
    assert "also as a time when we must not call: Wednesday, morning" in words
    assert "Look at the paper." in words
    assert not Registration.objects.exists()
    assert enter(client, **CALL, **times, avoid=["friday:afternoon"]).status_code == 200


def test_a_yes_without_times_is_not_stored_as_if_any_time_were_safe(client, sam):
    page = enter(client, **CALL, rules_out="yes")
    assert "Then tick all of them: we do not call" in page.content.decode()
    assert not Registration.objects.exists()


def test_a_no_with_times_ticked_on_paper_is_never_taken_as_a_no(client, sam):
    page = enter(client, **CALL, rules_out="no", avoid=["monday:morning"])
    assert "‘No’ is chosen, but this is filled in too: Monday, morning" in page.content.decode()
    assert not Registration.objects.exists()


def test_times_that_were_chosen_but_not_named_are_any_time(client, sam):
    assert enter(client, **CALL, call_when="choose").status_code == 200
    assert Registration.objects.get().read_answers().moments == ()


def test_the_screen_asks_in_the_order_of_the_paper(client, sam):
    page = BeautifulSoup(client.get(reverse("callbacks:paper")).content, "html.parser")
    shown = [str(control["name"]) for control in page.select(".desk-paper [name]")]
    on_paper = [field.name for section in Sheet().sections for field in section]
    assert [name for name in dict.fromkeys(shown) if name in on_paper] == on_paper


def test_mistakes_are_listed_in_the_order_of_the_screen(client, sam):
    page = enter(client, name="", phone="12", other_way_details="", other_need="x" * 300)
    links = BeautifulSoup(page.content, "html.parser").select("[role=alert] li a")
    targets = [link["href"] for link in links]
    assert targets == ["#id_name", "#id_phone", "#id_other_way_details", "#id_other_need"]


def test_a_question_is_marked_as_for_whom_it_is(client, sam):
    page = BeautifulSoup(client.get(reverse("callbacks:paper")).content, "html.parser")
    of_helper = page.select_one(".desk-revealed [name=helper_name]")
    assert of_helper
    above = of_helper.find_parent(class_="desk-revealed").find_previous_sibling()
    revealing = {each["value"] for each in above.select("[name=for_whom][data-reveals]")}
    assert revealing == {ForWhom.SELF_WITH_HELP, ForWhom.OTHER_WHO_AGREES}
    for_some = page.select_one("[name=fallback]").find_parent(class_="desk-for-some")
    assert "Only if we may call or e-mail you" in for_some.get_text()

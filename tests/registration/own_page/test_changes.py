"""What a person changes counts at once, and never makes anything less safe than before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from registration.casework import changes_by_person, wrong_ways
from registration.casework.changes_by_person import ChangeNotPossibleError, widened
from registration.models import (
    AnonymousCount,
    Callback,
    ContactAttempt,
    Erasure,
    OutboundMail,
    Registration,
    RetentionSettings,
)
from registration.rules.contact_policy import MailStyle, policy_for
from registration.vocabulary.callbacks import AttemptResult, CallbackState, TaskKind
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from registration.words.dates import date_in_words
from tests.registration.factories import AnswersFactory, ContactAttemptFactory, DeskMemberFactory
from tests.registration.handover.factories import HandOverFactory
from tests.registration.journey.visitor import controls, text_of
from tests.registration.own_page.conftest import register
from tests.registration.own_page.owner import Owner
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db


def contact(**given):
    """Return what the page sends when nothing but `given` is changed."""
    return {"fallback": ["voicemail", "text", "email"], "identify": "org_ok", **given}


def policy_of(owner):
    return policy_for(owner.registration.read_answers(), neutral_mail_available=True)


def unsent(code):
    return OutboundMail.objects.filter(code=code, sent_at=None)


# --- What is shown ------------------------------------------------------------------------------


def test_nothing_of_the_story_is_shown_and_contact_data_only_masked(owner):
    for page in (owner.read(), owner.read("veranderen/"), owner.read("intrekken/")):
        words = page.content.decode()
        for secret in ("Geheim", "Noor", "12344321", "noor@example.org", "example.org"):
            assert secret not in words
    assert "•••••• 21" in text_of(owner.read())


def test_an_address_is_not_shown_at_all(own_pages, clock):
    receipt = register(letter=True, all_channels=False)
    owner = Owner(receipt, Client())
    owner.enter()
    assert "Postbus" not in owner.read("veranderen/").content.decode()
    owner.send("veranderen", {"phone_impossible": "on", "other_way": "letter"})
    assert owner.registration.read_answers().other_way_details == "Postbus 1, 3500 AA Utrecht"


# --- Changing -----------------------------------------------------------------------------------


def test_an_empty_field_keeps_what_we_have(owner):
    page = owner.send("veranderen", contact(avoid=["monday:morning"]))
    answers = owner.registration.read_answers()
    assert "Opgeslagen" in text_of(page)
    assert answers.phone == "+31612344321"
    assert answers.email == "noor@example.org"
    assert answers.avoid == ("monday:morning",)
    assert answers.story == "Geheim"
    assert answers.unverified == ()


def test_a_new_number_is_called_by_first_name_only_until_the_desk_has_heard_the_person(owner):
    owner.send("veranderen", contact(phone="06 12345678"))
    registration = owner.registration
    assert registration.read_answers().phone == "+31612345678"
    assert registration.read_answers().unverified == ("phone",)
    assert not policy_of(owner).may_name_organisation
    assert policy_of(owner).withhold_number
    assert policy_of(owner).mail is MailStyle.NEUTRAL


def test_the_old_number_no_longer_finds_the_registration(owner):
    before = owner.registration.phone_hash
    owner.send("veranderen", contact(phone="06 12345678"))
    assert owner.registration.phone_hash not in {"", before}


def test_taking_a_permission_back_counts_at_once_and_needs_no_check(owner):
    owner.send("veranderen", {"fallback": ["only_retry"], "identify": "first_name_only"})
    assert owner.registration.read_answers().unverified == ()
    assert not policy_of(owner).may_leave_voicemail
    assert not policy_of(owner).may_name_organisation


def test_a_change_back_does_not_hide_that_there_was_one(owner):
    owner.send("veranderen", contact(phone="06 12345678"))
    owner.send("veranderen", contact(phone="06 12344321"))
    assert owner.registration.read_answers().unverified == ("phone",)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"phone": "+31612345678"}, {"phone"}),
        ({}, {"phone": ""}, set()),
        ({"phone_impossible": True}, {"phone_impossible": False}, {"phone"}),
        ({}, {"email": "new@example.org"}, {"email"}),
        ({"fallback": ("text",)}, {"fallback": ("text", "voicemail")}, {"fallback"}),
        ({"fallback": ("text", "voicemail")}, {"fallback": ("text",)}, set()),
        ({"fallback": ("only_retry",)}, {"fallback": ("email",)}, {"fallback"}),
        ({"identify": "first_name_only"}, {"identify": "org_ok"}, {"identify"}),
        ({"identify": ""}, {"identify": "org_ok"}, {"identify"}),
        ({"identify": "org_ok"}, {"identify": "first_name_only"}, set()),
        ({"avoid": ("monday:morning",)}, {"avoid": ()}, {"avoid"}),
        ({"avoid": ()}, {"avoid": ("monday:morning",)}, set()),
        (
            {},
            {"other_way": "letter", "other_way_details": "A 1"},
            {"other_way", "other_way_details"},
        ),
        ({}, {"moments": ("2026-11-25:morning",)}, set()),
    ],
)
def test_only_what_could_reach_somebody_else_must_be_checked(before, after, expected):
    first = AnswersFactory(**before)
    second = AnswersFactory(**{**before, **after})
    assert widened(first, second) == expected


def test_the_desk_hears_of_each_change_at_once(owner):
    owner.send("veranderen", contact(phone="06 12345678"))
    assert owner.registration.changed_by_person_at == timezone.now()
    notice = unsent(MailCode.DESK_CHANGE).get()
    text = notice.message["subject"] + notice.message["body"]
    assert "12345678" not in text
    assert f"#{owner.registration.pk}" in text


def test_a_mail_that_waits_for_the_old_address_is_not_sent(owner):
    assert unsent(MailCode.CONFIRMATION).exists()
    owner.send("veranderen", contact(email="new@example.org"))
    assert not unsent(MailCode.CONFIRMATION).exists()
    assert unsent(MailCode.DESK_NOTICE).exists()


def test_the_promise_stays_and_the_task_follows_the_new_way(owner):
    due = Callback.objects.get().due_at
    owner.send(
        "veranderen",
        {"phone_impossible": "on", "other_way": "letter", "other_way_details": "Dorpsstraat 1"},
    )
    callback = Callback.objects.get()
    assert callback.due_at == due
    assert callback.kind == TaskKind.LETTER
    assert "Telefoonnummer" not in text_of(owner.read())  # nobody calls it any more


def test_if_no_permitted_moment_is_left_the_coordinator_decides(owner):
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")
    avoid = [f"{day}:{part}" for day in days for part in ("morning", "afternoon")]
    owner.send("veranderen", contact(avoid=avoid))
    assert Callback.objects.get().needs_coordinator


def test_mistakes_are_told_and_nothing_is_stored_or_lost(owner):
    page = owner.send("veranderen", contact(phone="06 123"))
    assert page.status_code == 422
    assert "nog niet compleet" in text_of(page)
    assert controls(page)["phone"] == ["06 123"]
    assert owner.registration.read_answers().phone == "+31612344321"


def test_an_old_page_keeps_what_was_typed(own_pages, receipt):
    browser = careful_browser()
    token = controls(browser.get("/jouw-aanmelding/"))["csrfmiddlewaretoken"][0]
    browser.post(
        "/jouw-aanmelding/",
        {
            "csrfmiddlewaretoken": token,
            "code": receipt.reference,
            "secret_words": receipt.secret_words,
        },
    )
    made_for = controls(browser.get("/jouw-aanmelding/veranderen/"))["made_for"]
    sent = {**contact(phone="06 12345678"), "made_for": made_for}
    answer = browser.post("/jouw-aanmelding/veranderen/", sent)
    assert answer.status_code == 403
    assert controls(answer)["phone"] == ["06 12345678"]
    assert Owner(receipt, browser).registration.read_answers().phone == "+31612344321"


# --- Pausing, withdrawing, erasing --------------------------------------------------------------


def test_while_paused_nothing_happens(owner):
    page = owner.do("pause")
    assert "Op pauze. We doen niets tot je weer verder wilt." in text_of(page)
    assert owner.registration.state == Lifecycle.PAUSED
    assert not Callback.objects.open().exists()
    assert not unsent(MailCode.CONFIRMATION).exists()
    assert unsent(MailCode.DESK_CHANGE).exists()


def test_going_on_is_a_new_promise(owner, clock):
    owner.do("pause")
    clock.shift(timedelta(days=7))
    owner.enter()
    page = owner.do("resume")
    assert "Ontvangen. We bellen je uiterlijk op vrijdag 4 december." in text_of(page)
    assert Callback.objects.open().get().due_at > timezone.now()


def test_a_page_that_is_loaded_again_says_nothing_of_what_is_no_longer_so(owner):
    owner.do("pause")
    paused = f"{owner.front}?notice=paused"
    assert "Gedaan" in text_of(owner.browser.get(paused))
    changes_by_person.resume(owner.registration.pk, timezone.now())
    assert "Gedaan" not in text_of(owner.browser.get(paused))


def test_whoever_was_about_to_call_has_lost_the_callback(owner):
    Callback.objects.update(claimed_by=DeskMemberFactory())
    owner.do("pause")
    assert Callback.objects.get().claimed_by is None


def test_withdrawing_asks_once_more_and_then_ends_all_contact(owner):
    sure = text_of(owner.read("intrekken/"))
    assert "Weet je het zeker?" in sure
    assert "We bevestigen dit met een e-mail" in sure
    assert owner.registration.state == Lifecycle.RECEIVED
    page = owner.send("intrekken")
    assert "Ingetrokken. We nemen geen contact meer met je op." in text_of(page)
    assert owner.registration.state == Lifecycle.WITHDRAWN
    assert Callback.objects.get().state == CallbackState.CANCELLED
    assert unsent(MailCode.WITHDRAWN).exists()
    assert AnonymousCount.objects.get(dimension="outcome").code == Lifecycle.WITHDRAWN


def test_withdrawing_twice_counts_once(owner):
    owner.send("intrekken")
    owner.send("intrekken")
    assert AnonymousCount.objects.get(dimension="outcome").count == 1


def test_erasing_leaves_a_number_and_nothing_else(owner):
    ContactAttemptFactory(callback=Callback.objects.get(), note="Niemand nam op")
    assert "Weet je het zeker?" in text_of(owner.read("wissen/"))
    page = owner.send("wissen")
    proof = Erasure.objects.get()
    assert proof.number in text_of(page)
    for words in (text_of(page), OutboundMail.objects.get(code=MailCode.ERASED).message["body"]):
        assert "Met dit nummer kunnen we bevestigen" in words
        assert "In onze reservekopieën verdwijnen ze uiterlijk op donderdag 24 december" in words
        assert "Je hoeft het niet te bewaren." in words
    for model in (Registration, Callback, ContactAttempt):
        assert not model.objects.exists()
    last = OutboundMail.objects.get()
    assert (last.code, last.registration) == (MailCode.ERASED, None)
    assert proof.number not in text_of(owner.read())
    assert owner.enter().status_code == 422


def test_erasing_is_possible_after_everything_is_closed(owner):
    owner.send("intrekken")
    owner.send("wissen")
    assert not Registration.objects.exists()
    assert AnonymousCount.objects.get(dimension="outcome").count == 1


def test_what_is_closed_can_no_longer_be_changed(owner):
    owner.send("intrekken")
    page = owner.send("veranderen", contact(phone="06 12345678"))
    assert "Dit kan niet meer" in text_of(page)
    assert owner.registration.read_answers().phone == "+31612344321"
    for change in (changes_by_person.pause, changes_by_person.resume, changes_by_person.withdraw):
        with pytest.raises(ChangeNotPossibleError):
            change(owner.registration.pk, timezone.now())


def test_a_page_that_stayed_open_after_erasing_elsewhere_leads_to_the_way_in(owner):
    second = Owner(owner.receipt, Client())
    second.enter()
    second.send("wissen")
    assert "code" in controls(owner.do("pause"))
    assert "code" in controls(owner.read("veranderen/"))


# --- What the state is called -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "dutch", "english"),
    [
        (Lifecycle.SPOKEN, "We hebben je gesproken.", "We have spoken to you."),
        (
            Lifecycle.ALLOCATED,
            "We zoeken een bemiddelaar voor je.",
            "We are looking for a mediator for you.",
        ),
        (
            Lifecycle.CRIMINAL_CASE_FIRST,
            "We kijken eerst naar een andere mogelijkheid.",
            "We are looking at another option first.",
        ),
        (
            Lifecycle.DATA_NOT_OBTAINED,
            "Gesloten, omdat we niet konden krijgen wat we moesten weten.",
            "Closed, because we could not get the information that we needed.",
        ),
        (
            Lifecycle.OTHER_SERVICE,
            "Gesloten, omdat iets anders beter past.",
            "Closed, because something else suits better.",
        ),
        (
            Lifecycle.CONTRA_INDICATION,
            "Gesloten. Heb je nog vragen? Bel ons.",
            "Closed. Do you still have questions? Call us.",
        ),
        (
            Lifecycle.UNREACHABLE,
            "Gesloten, omdat we je niet konden bereiken.",
            "Closed, because we could not reach you.",
        ),
    ],
)
def test_each_state_is_told_in_both_languages(owner, state, dutch, english):
    Registration.objects.update(state=state)
    assert dutch in text_of(owner.read())
    owner.language = "en"
    assert english in text_of(owner.read())


def test_a_mediator_who_was_chosen_is_announced(owner):
    Registration.objects.update(state=Lifecycle.ALLOCATED)
    HandOverFactory(registration=Registration.objects.get())
    assert "Een bemiddelaar neemt contact met je op." in text_of(owner.read())
    owner.language = "en"
    assert "A mediator will get in touch with you." in text_of(owner.read())


def test_who_was_passed_on_reads_how_to_stop_and_what_we_do_with_the_data(owner):
    Registration.objects.update(state=Lifecycle.ALLOCATED)
    Callback.objects.update(state=CallbackState.DONE)
    OutboundMail.objects.update(sent_at=timezone.now())
    hand_over = HandOverFactory(registration=Registration.objects.get())
    page = owner.read()
    words = text_of(page)
    assert "Wil je iets veranderen, of wil je stoppen? Bel ons." in words
    assert "Lees wat we met je gegevens doen" in words
    assert "Trek mijn aanmelding in" not in words
    assert "We bewaren het tot" not in words
    hand_over.exported_at = hand_over.first_exported_at = timezone.now()
    hand_over.save()
    until = timezone.now() + timedelta(days=RetentionSettings.load().other_outcomes_days)
    assert f"We bewaren het tot {date_in_words(until, 'nl')}." in text_of(owner.read())


def test_nobody_who_waits_reads_until_when_we_keep_it(owner):
    words = text_of(owner.read())
    assert "We bewaren het tot" not in words
    assert "of wil je stoppen? Bel ons." not in words


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ("call_back", "Afspraak. We bellen je op donderdag 26 november, in de middag."),
        (
            "no_answer",
            "We hebben je gebeld, maar niet bereikt. We proberen het opnieuw op donderdag",
        ),
    ],
)
def test_a_planned_call_is_told(owner, result, words):
    callback = Callback.objects.get()
    ContactAttemptFactory(callback=callback, result=result)
    at = timezone.now() + timedelta(days=2, hours=4)
    Callback.objects.update(
        next_attempt_at=at, agreed_at=at if result == "call_back" else None, attempt_count=1
    )
    assert words in text_of(owner.read())


def test_nobody_reads_that_we_called_before_anybody_did(owner):
    Callback.objects.update(next_attempt_at=timezone.now() + timedelta(days=2, hours=4))
    page = text_of(owner.read())
    assert "We bellen je op donderdag 26 november." in page
    assert "gebeld" not in page


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (TaskKind.LETTER, "Op dinsdag 24 november stuurden we je een brief."),
        (TaskKind.MAIL, "Op dinsdag 24 november hebben we je geschreven."),
    ],
)
def test_what_was_sent_is_not_promised_again(owner, kind, words):
    Callback.objects.update(kind=kind)
    ContactAttemptFactory(callback=Callback.objects.get(), result=AttemptResult.SENT)
    assert words in text_of(owner.read())


def test_an_address_that_turned_out_wrong_promises_no_mail(own_pages, clock):
    owner = Owner(register(phone="", email="noor@example.org"), Client())
    owner.enter()
    assert "mailen we je" in text_of(owner.read())
    callback = Callback.objects.get()
    ContactAttemptFactory(
        callback=callback,
        result=AttemptResult.WRONG_NUMBER,
        way_hash=wrong_ways.hash_of("noor@example.org"),
    )
    page = text_of(owner.read())
    assert "mailen we je" not in page
    assert "We weten nog niet hoe we je veilig kunnen bereiken." in page


def turned_out_wrong(way):
    """Let the desk find that a number or address is not right."""
    ContactAttemptFactory(
        callback=Callback.objects.get(),
        result=AttemptResult.WRONG_NUMBER,
        way_hash=wrong_ways.hash_of(way),
    )


def test_a_number_that_we_no_longer_call_is_not_shown_as_one_that_we_do(owner):
    assert "•••••• 21" in text_of(owner.read())
    turned_out_wrong("+31612344321")
    page = text_of(owner.read())
    assert "•••••• 21" not in page
    assert "Het telefoonnummer dat we hebben, klopt niet. Daarom bellen we het niet meer." in page
    assert "n••••••@••••••" in page


def test_a_wrong_number_counts_as_no_way_but_stays_for_the_desk_to_see(owner):
    turned_out_wrong("+31612344321")
    form = owner.read("veranderen/")
    assert "Wat we hebben, klopt niet. Vul hier iets anders in." in text_of(form)
    refused = owner.send("veranderen", {"fallback": ["voicemail"], "identify": "org_ok"})
    assert "Vul een telefoonnummer in, of haal dat vinkje weg." in text_of(refused)
    owner.send("veranderen", {"fallback": ["email"], "identify": "org_ok"})
    assert owner.registration.read_answers().phone == "+31612344321"
    owner.send("veranderen", contact(phone="06 12345678"))
    assert owner.registration.read_answers().phone == "+31612345678"


def test_once_it_is_over_no_number_and_no_address_is_shown(owner):
    assert "•" in text_of(owner.read())
    assert "•" not in text_of(owner.send("intrekken"))


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda owner: owner.do("pause"), "We doen niets tot je weer verder wilt."),
        (lambda owner: owner.send("intrekken"), "We nemen geen contact meer met je op."),
    ],
    ids=["paused", "withdrawn"],
)
def test_what_was_done_is_said_once(owner, act, sentence):
    assert text_of(act(owner)).count(sentence) == 1


def test_who_registered_somebody_else_reads_whom_we_call(own_pages, clock):
    owner = Owner(
        register(for_whom="other_who_agrees", who_to_call="call_person", helper_name="Sam"),
        Client(),
    )
    owner.enter()
    page = text_of(owner.read())
    assert "We bellen de persoon om wie het gaat uiterlijk op vrijdag 27 november." in page
    assert "mogen we de persoon om wie het gaat bellen?" in text_of(owner.read("veranderen/"))
    ContactAttemptFactory(callback=Callback.objects.get())
    Callback.objects.update(attempt_count=1, first_attempt_at=timezone.now())
    assert "We hebben de persoon om wie het gaat gebeld" in text_of(owner.read())


def test_each_state_of_the_page_has_one_action_that_stands_out(owner):
    for page in (owner.read(), owner.do("pause"), owner.do("resume")):
        main = page.content.decode().partition("<main")[2].partition("</main>")[0]
        assert main.count('class="button"') == 1

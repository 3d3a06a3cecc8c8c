"""Before they send it, people read again what they answered, in sentences that are true."""

import re
from dataclasses import replace
from html import unescape

import pytest

from registration.journey.self_registration import SELF_REGISTRATION
from registration.public_pages import journeys
from tests.registration.journey.test_promises_kept_to import NO_TIME_UNTIL_FRIDAY
from tests.registration.journey.visitor import Visitor, controls
from tests.support.some import some

pytestmark = pytest.mark.django_db

TO_CHECK = "?return=check"
ROW = re.compile(r'<div class="told__row">.*?</div>', re.DOTALL)
PRESSED = re.compile(r'<a href="([^"]+)">Verander')
HELP = {
    "for_whom": "other_who_agrees",
    "helper_name": "Sam",
    "who_to_call": "call_person",
    "helper_consent": "on",
}
HELPED = {**HELP, "for_whom": "self_with_help", "who_to_call": "call_helper"}
MAIL = {"email": "noor@example.org", "fallback": ["email"]}
ONLY_MAIL = {**MAIL, "phone": "", "identify": "org_ok"}
LETTER = {
    "phone": "",
    "phone_impossible": "on",
    "other_way": "letter",
    "other_way_details": "Postbus 1",
}
#: What has to be answered as well, for a question to be asked or to count.
ASKED_WITH = {
    **dict.fromkeys(HELP, HELP),
    **dict.fromkeys(("phone_impossible", "other_way", "other_way_details"), LETTER),
    "fallback": MAIL,
    "avoid": {"rules_out": "yes", "avoid": ["friday:morning"]},
    "rules_out": {"avoid": ["friday:morning"]},
    "call_later": {"rules_out": "yes", "avoid": NO_TIME_UNTIL_FRIDAY},
    "moments": {"call_when": "choose", "moments": ["2026-11-26:morning"]},
    "call_when": {"moments": ["2026-11-26:morning"]},
    "other_language": {"language": "other_language"},
    "other_need": {"needs": ["other_need"]},
}
#: What is told of a box that was ticked.
TICKED = {
    "helper_consent": "Noor weet hiervan en is het ermee eens.",
    "phone_impossible": "We bellen niet.",
    "call_later": "maar niet vóór maandag 30 november",
}
TYPED = {
    "other_way_details": ["Kade 12, Utrecht"] * 2,
    "phone": ["020-6654321", "020 665 4321"],
    "email": ["zoe@example.org"] * 2,
}
# Answers with which nothing else may be filled in.
ALONE = {"self", "no", "any_time"}
EVERY_QUESTION = [name for step in SELF_REGISTRATION.form_steps for name in step.questions]


def told(visitor: Visitor) -> str:
    """Return the sentences in which the answers are told."""
    html = visitor.read("check").content.decode()
    words = re.sub(r"<[^>]+>", "", " ".join(re.findall(r"<p>.*?</p>", "".join(ROW.findall(html)))))
    return unescape(re.sub(r"\s+", " ", words))


def told_of(visitor: Visitor, answers: dict) -> str:
    """Return what a visitor reads again after these answers, beside the least."""
    visitor.fill_in(**answers)
    return told(visitor)


def answered(**answers) -> str:
    """Return what somebody reads again who opens the form for it."""
    return told_of(Visitor("nl"), answers)


def options_of(visitor: Visitor, question: str) -> list[str]:
    """Return what the page offers to choose from, "" left out."""
    html = visitor.read(question).content.decode()
    boxes = re.findall(rf'name="{question}" value="([^"]+)"', html)
    listed = re.search(rf'<select name="{question}".*?</select>', html, re.DOTALL)
    return boxes or (re.findall(r'<option value="([^"]+)"', listed[0]) if listed else [])


@pytest.mark.parametrize("question", EVERY_QUESTION)
def test_every_answer_is_read_again_and_no_two_are_told_alike(visitor, question):
    with_it = ASKED_WITH.get(question, {})
    if question in TICKED:
        visitor.fill_in(**{**with_it, question: "on"})
        assert TICKED[question] in told(visitor)
        return
    visitor.fill_in(**with_it)
    if options := options_of(visitor, question):
        read = {
            option: told_of(visitor, {**({} if option in ALONE else with_it), question: option})
            for option in options
        }
        assert len(set(read.values())) == len(options), read
    else:
        typed, written = TYPED.get(question, ["Zo typ ik", "Zo typ ik"])
        assert written in told_of(visitor, {**with_it, question: typed})


@pytest.mark.parametrize("answers", [{}, HELP, HELPED, ONLY_MAIL, LETTER], ids=str)
def test_whoever_presses_change_gets_to_the_question(visitor, answers):
    visitor.fill_in(**answers)
    page = visitor.read("check").content.decode()
    skipped = re.search(r'<p class="told-skipped">.*?</p>', page, re.DOTALL)[0]
    addresses = [*PRESSED.findall(page), *re.findall(r'href="([^"]+)"', skipped)]
    for address in some(addresses):
        address, _hash, control = address.partition("#")
        assert address.endswith(TO_CHECK)
        assert f'id="{control}"' in visitor.browser.get(address).content.decode()


def test_each_change_says_what_it_changes(visitor):
    visitor.fill_in()
    html = visitor.read("check").content.decode()
    named = re.findall(r'Verander<span class="visually-hidden">: ([^<]+)<', html)
    assert named == [
        "Voor wie dit is",
        "Wat bij jou past",
        "Waar het over gaat",
        "Hoe we je bereiken",
        "Wat veilig is voor jou",
        "Wanneer we je mogen bellen",
    ]


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        ({}, ["Je meldt jezelf aan als Noor."]),
        ({"age": "age_16_17"}, ["Je meldt jezelf aan als Noor. Je bent 16 of 17."]),
        (
            HELP | {"age": "under_16"},
            [
                "Je meldt Noor aan. Degene die helpt, is Sam. Noor is jonger dan 16.",
                "We nemen contact op met Noor. Noor weet hiervan en is het ermee eens.",
                "Dit past bij Noor: ‘Mij is iets aangedaan of overkomen (slachtoffer)’.",
                "We bellen Noor op 030 234 5678.",
                "Neemt Noor niet op, dan laten we geen bericht achter.",
                "We bellen Noor uiterlijk op vrijdag 27 november.",
            ],
        ),
        (
            HELP | {"who_to_call": "call_helper", "helper_name": ""},
            [
                "Je meldt Noor aan.",
                "We nemen contact op met jou. Noor weet hiervan en is het ermee eens.",
                "We bellen je op 030 234 5678.",
            ],
        ),
        (
            HELPED,
            [
                "Je meldt jezelf aan als Noor, met hulp van Sam.",
                "We nemen contact op met Sam. Je weet hiervan en bent het ermee eens.",
                "Dit past bij jou: ‘Mij is iets aangedaan of overkomen (slachtoffer)’.",
                "We bellen Sam op 030 234 5678.",
                "Neemt Sam niet op, dan laten we geen bericht achter.",
            ],
        ),
        (
            HELPED | {"helper_name": ""},
            [
                "Je meldt jezelf aan als Noor, met hulp.",
                "We bellen de persoon die helpt op 030 234 5678.",
                "We bellen de persoon die helpt uiterlijk op vrijdag 27 november.",
            ],
        ),
    ],
)
def test_everybody_reads_about_whom_it_is_and_whom_we_call(site_tree, clock, answers, sentences):
    words = answered(**answers)
    for sentence in some(sentences):
        assert sentence in words


def test_whoever_skips_what_is_safe_reads_what_follows_from_that(site_tree, clock):
    words = answered()
    for sentence in some(
        [
            "Neem je niet op, dan laten we geen bericht achter.",
            "We zeggen niet wie we zijn, en bellen met een verborgen nummer.",
            "Je sluit geen tijden uit.",
            "Elke tijd dat we open zijn, is goed. We bellen je uiterlijk op vrijdag 27 november.",
        ]
    ):
        assert sentence in words
    assert "mail" not in words


@pytest.mark.parametrize(
    ("answers", "sentences", "never"),
    [
        (
            {"fallback": ["voicemail", "text"]},
            ["dan mogen we een voicemail inspreken en een sms sturen."],
            "mailen",
        ),
        (
            {"email": "noor@example.org", "fallback": ["only_retry"]},
            ["Neem je niet op, dan laten we geen bericht achter. We mailen niet."],
            "bevestiging",
        ),
        (
            {**MAIL, "identify": "org_ok"},
            [
                "Neem je niet op, dan mogen we mailen. Een bevestiging mailen mag ook.",
                "We mogen zeggen wie we zijn.",
            ],
            "verborgen nummer",
        ),
        (
            MAIL,
            ["Sturen we een e-mail? Die komt van ‘Afspraken’. Onze naam staat er niet in."],
            "We mogen zeggen wie we zijn.",
        ),
        (
            ONLY_MAIL,
            [
                "Uiterlijk op vrijdag 27 november mailen we je.",
                "Je e-mailadres is noor@example.org.",
                "Een bevestiging mailen mag ook. We mogen zeggen wie we zijn.",
            ],
            "bellen",
        ),
        (
            LETTER,
            [
                "We bellen niet. Uiterlijk op vrijdag 27 november sturen we je een brief.",
                "Je schreef erbij: ‘Postbus 1’.",
                "We zeggen niet wie we zijn. De brief komt in een blanco envelop, zonder afzender.",
            ],
            "verborgen nummer",
        ),
        (
            LETTER | {"other_way": "trusted_person", "other_way_details": "Mijn zus, 06-11122233"},
            [
                "nemen we contact op met je contactpersoon. Dat is iemand die je vertrouwt.",
                "Je schreef erbij: ‘Mijn zus, 06-11122233’.",
            ],
            "brief",
        ),
        (
            {
                "rules_out": "yes",
                "avoid": ["tuesday:morning", "friday:morning", "friday:afternoon"],
            },
            [
                "We bellen nooit in de ochtend op dinsdag en in de ochtend of de middag op "
                "vrijdag.",
                "Elke andere tijd dat we open zijn, is goed.",
            ],
            "Je sluit geen tijden uit.",
        ),
        (
            {
                "call_when": "choose",
                "moments": ["2026-11-25:afternoon", "2026-11-26:morning", "2026-11-26:afternoon"],
            },
            [
                "We bellen het liefst in de middag op woensdag 25 november en in de ochtend of "
                "de middag op donderdag 26 november. Lukt dat niet, dan op een andere tijd dat we "
                "open zijn.",
                "We bellen je uiterlijk op vrijdag 27 november.",
            ],
            "is goed",
        ),
        (
            {"phone": "030-2345678 (na 5 uur)"},
            ["We bellen je op 030 234 5678. Je schreef erbij: ‘na 5 uur’."],
            "mail",
        ),
    ],
)
def test_people_read_how_and_when_we_reach_them(site_tree, clock, answers, sentences, never):
    words = answered(**answers)
    for sentence in some(sentences):
        assert sentence in words
    assert never not in words


def test_a_mail_that_would_show_who_we_are_is_not_promised(site_tree, clock, settings):
    settings.NEUTRAL_FROM_EMAIL = ""
    words = answered(**MAIL)
    assert "dan laten we geen bericht achter." in words
    assert "We mailen niet, want een mail laat zien wie we zijn." in words


def test_an_english_reader_reads_the_same(english_visitor):
    english_visitor.fill_in(
        email="noor@example.org",
        fallback=["voicemail", "email"],
        rules_out="yes",
        avoid=["monday:morning", "tuesday:morning", "wednesday:morning"],
    )
    words = told(english_visitor)
    for sentence in some(
        [
            "You are registering yourself as Noor.",
            "It is about a traffic accident.",
            "We will call you on 030 234 5678. Your e-mail address is noor@example.org.",
            "If you do not answer, we may leave a voicemail and send an e-mail.",
            "We do not say who we are, and call with a withheld number.",
            "We never call in the morning Monday to Wednesday.",
            "We will call you no later than Friday 27 November.",
        ]
    ):
        assert sentence in words


def test_what_somebody_typed_turns_no_sentence_round_and_is_no_markup(visitor):
    visitor.fill_in(name="<b>{0} %(who)s نور</b>", **{**HELP, "helper_name": "{helper}"})
    html = visitor.read("check").content.decode()
    assert "<bdi>&lt;b&gt;{0} %(who)s نور&lt;/b&gt;</bdi>" in html
    assert "<bdi>{helper}</bdi>" in html


def test_a_question_that_is_told_in_no_sentence_stands_there_with_its_answer(visitor, monkeypatch):
    without = tuple(each for each in SELF_REGISTRATION.told if "role" not in each.questions)
    journey = replace(SELF_REGISTRATION, told=without)
    monkeypatch.setattr(
        journeys, "JOURNEYS", {**journeys.JOURNEYS, SELF_REGISTRATION.code: journey}
    )
    visitor.fill_in()
    assert "Wat past het best bij jou? Mij is iets aangedaan of overkomen (slachtoffer)" in told(
        visitor
    )


def test_the_consent_and_the_stamp_stand_below_it(visitor):
    visitor.fill_in()
    assert {"answers_shown", "statement_version"} <= controls(visitor.read("check")).keys()

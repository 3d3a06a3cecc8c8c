"""The coordinator may change the words of a mail, but not break it or make it say too much."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from registration.mail.rendering import fill_in, render
from registration.models import MailWording
from registration.rules.mail_wording import (
    NEEDED_IN_TEXT,
    PLACEHOLDERS,
    body_problems,
    subject_problems,
)
from registration.vocabulary.mails import MailCode
from registration.words.mail_wording import INITIAL_WORDING

NEUTRAL = MailCode.CONFIRMATION_NEUTRAL
NEUTRAL_TEXT = "Je bericht is aangekomen. {promise}\n\nGroet, {neutral_sender}"


# Mails to colleagues about accounts have no wording that anybody edits.
WORDED = [code for code in MailCode if code is not MailCode.ACCOUNT]


@pytest.mark.parametrize("code", WORDED)
def test_the_wording_we_start_with_is_sound(code: str) -> None:
    for language in ("nl", "en"):
        assert subject_problems(code, INITIAL_WORDING[code][f"subject_{language}"]) == []
        assert body_problems(code, INITIAL_WORDING[code][f"body_{language}"]) == []


@pytest.mark.parametrize("code", WORDED)
def test_every_mail_has_rules(code: str) -> None:
    assert NEEDED_IN_TEXT[code] <= PLACEHOLDERS[code]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{promise} {name}", "{name}"),
        ("{promise} {promise.__class__}", "{promise.__class__}"),
        ("{promise} {0}", "{0}"),
        ("{promise} {}", "{}"),
        ("{promise!r}", "{promise}"),
        ("{ promise }", "{promise}"),
        ("We bellen je.", "{promise}"),
        ("{promise} {", "{"),
        ("{promise} }", "}"),
        ("{{promise}}", "{"),
    ],
)
def test_a_text_that_would_go_out_incomplete_is_refused(text: str, problem: str) -> None:
    problems = body_problems(MailCode.CONFIRMATION, text)
    assert any(problem in found for found in problems), problems


@pytest.mark.parametrize(
    "words",
    [
        "Perspectief",
        "PERSPECTIEF Herstelbemiddeling",
        "een gesprek met een bemiddelaar",
        "your mediator",
        "voor slachtoffers en daders",
        "Lees https://example.net/",
        "www.example.net",
        "Kijk op voorbeeld.nl",
        "mail naar hallo@voorbeeld",
        "Bel 030-2340045",
        "Call +31 30 234 00 45",
        "Je code is 123456",
    ],
)
def test_a_neutral_mail_gives_nothing_away(words: str) -> None:
    assert body_problems(NEUTRAL, f"{NEUTRAL_TEXT}\n{words}") != []
    assert subject_problems(NEUTRAL, words) != []


def test_a_neutral_mail_may_say_ordinary_things() -> None:
    text = f"{NEUTRAL_TEXT}\nJe hoeft nu niets te doen. Het duurt 2 of 3 dagen."
    assert body_problems(NEUTRAL, text) == []


def test_a_normal_mail_may_say_who_we_are() -> None:
    text = "{promise} Bel 030-2340045. Perspectief Herstelbemiddeling"
    assert body_problems(MailCode.CONFIRMATION, text) == []


@pytest.mark.parametrize(
    "day",
    [
        "dinsdag 1 december",
        "Tuesday 1 December",
        "December 1st, 2026",
        "1 dec.",
        "1e december",
        "01-12-2026",
        "1/12",
        "2026-12-01",
        "op maandagen",
        "Tuesday",
    ],
)
def test_a_day_that_is_wrong_in_the_next_mail_is_refused(day: str) -> None:
    problems = body_problems(MailCode.CONFIRMATION, f"{{promise}} We bellen je {day}, of later.")
    assert len(problems) == 1
    assert day.removeprefix("op ") in problems[0]
    assert "{promise}" in problems[0]
    assert "{opening_hours}" in problems[0]
    assert subject_problems(MailCode.CONFIRMATION, f"We bellen je {day}") == problems


def test_the_refusal_of_a_day_names_what_that_mail_offers_instead() -> None:
    text = "{last_date} Groet, {neutral_sender}. Tot 1 mei."
    with translation.override("en"):
        (problem,) = body_problems(MailCode.TRIED_NEUTRAL, text)
        (without,) = body_problems(MailCode.REMINDER_NEUTRAL, "Op 1 mei. {neutral_sender}")
    assert "Use {last_date}:" in problem
    assert "{opening_hours}" not in problem
    assert "Say it without a day." in without


@pytest.mark.parametrize(
    "words",
    ["van 9-12 uur", "24/7", "binnen 3 dagen", "9.00-17.00", "you may call", "06-12345678"],
)
def test_what_is_no_day_is_allowed(words: str) -> None:
    assert body_problems(MailCode.CONFIRMATION, f"{{promise}} {words}") == []


@pytest.mark.parametrize("subject", ["Hallo\nBcc: a@example.org", "Hallo\r\nX: y", "a\u2028b"])
def test_a_subject_is_one_line(subject: str) -> None:
    assert subject_problems(MailCode.CONFIRMATION, subject) != []


@pytest.mark.django_db
def test_the_admin_refuses_wrong_wording_in_either_language() -> None:
    wording = MailWording.objects.get(code=NEUTRAL)
    wording.full_clean()
    wording.body_en = "Perspectief writes to you."
    wording.subject_nl = "{reference}"
    with pytest.raises(ValidationError) as refusal:
        wording.full_clean()
    assert set(refusal.value.message_dict) == {"body_en", "subject_nl"}


# --- Filling in -----------------------------------------------------------------------------------


def test_values_are_put_in_by_name_only() -> None:
    values = {"promise": "We bellen je.", "due_at": "nu"}
    assert fill_in("Hallo. {promise}", values) == "Hallo. We bellen je."
    assert (
        fill_in("{promise.upper} {promise!r} {0} {", values) == "{promise.upper} {promise!r} {0} {"
    )
    assert fill_in("{unknown}", values) == "{unknown}"


@given(value=st.text())
def test_what_a_value_holds_is_never_filled_in_again(value: str) -> None:
    assert fill_in("{promise}|{due_at}", {"promise": value, "due_at": "x"}) == f"{value}|x"


@pytest.mark.django_db
def test_a_rendered_subject_is_one_line_whatever_was_stored() -> None:
    MailWording.objects.filter(code=MailCode.DESK_NOTICE).update(
        subject_nl="Nieuw\r\nBcc: iedereen@example.org {queue_id}"
    )
    mail = render(MailCode.DESK_NOTICE, "nl", {"queue_id": "#7\nX: y"})
    assert mail.subject == "Nieuw Bcc: iedereen@example.org #7 X: y"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("nl", "We hebben je aanmelding ontvangen"),
        ("en", "We have received your registration"),
        ("pl", "We hebben je aanmelding ontvangen"),
    ],
)
def test_mail_is_in_the_language_of_the_form_or_else_dutch(language: str, subject: str) -> None:
    assert render(MailCode.CONFIRMATION, language, {"promise": ""}).subject == subject


@pytest.mark.django_db
def test_a_deleted_row_stops_no_mail() -> None:
    MailWording.objects.all().delete()
    mail = render(
        NEUTRAL, "en", {"promise": "You will hear from us.", "neutral_sender": "Afspraken"}
    )
    assert mail.subject == "Your message has arrived"
    assert "You will hear from us." in mail.body

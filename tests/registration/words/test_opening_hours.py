"""When we answer the phone, in words that follow the rows of the coordinator."""

from datetime import time
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import translation

from home.figures.in_text import with_figures
from perspectief import cache_generation
from registration.mail import to_visitors
from registration.mail.delivery import deliver_due
from registration.mail.enqueueing import enqueue
from registration.models import OpeningHours
from registration.words.opening_hours import hours_in_words, opening_line, when_open
from tests.registration.factories import EMAIL

DAY = (time(9), time(17))
MORNING = (time(9, 30), time(12))
EVENING = (time(13), time(20, 15))


@pytest.fixture
def _at_once(monkeypatch) -> None:
    # Tests roll back instead of committing, so what waits for a commit runs at once.
    monkeypatch.setattr(cache_generation, "after_commit", lambda function: function())


@pytest.mark.parametrize(
    ("hours", "dutch", "english"),
    [
        (
            dict.fromkeys(range(5), DAY),
            "op werkdagen van 9.00 tot 17.00 uur",
            "on working days from 9am to 5pm",
        ),
        (
            dict.fromkeys(range(7), DAY),
            "elke dag van 9.00 tot 17.00 uur",
            "every day from 9am to 5pm",
        ),
        (
            {**dict.fromkeys(range(5), DAY), 5: MORNING},
            "op werkdagen van 9.00 tot 17.00 uur en op zaterdag van 9.30 tot 12.00 uur",
            "on working days from 9am to 5pm and on Saturday from 9.30am to 12 noon",
        ),
        (
            {**dict.fromkeys(range(4), DAY), 4: MORNING},
            "van maandag tot en met donderdag van 9.00 tot 17.00 uur "
            "en op vrijdag van 9.30 tot 12.00 uur",
            "Monday to Thursday from 9am to 5pm and on Friday from 9.30am to 12 noon",
        ),
        (
            {0: DAY, 1: EVENING, 2: DAY, 4: MORNING},
            "op maandag en woensdag van 9.00 tot 17.00 uur, op dinsdag van 13.00 tot 20.15 uur "
            "en op vrijdag van 9.30 tot 12.00 uur",
            "on Monday and Wednesday from 9am to 5pm, on Tuesday from 1pm to 8.15pm "
            "and on Friday from 9.30am to 12 noon",
        ),
        (
            {0: DAY, 2: DAY, 4: DAY},
            "op maandag, woensdag en vrijdag van 9.00 tot 17.00 uur",
            "on Monday, Wednesday and Friday from 9am to 5pm",
        ),
        ({3: EVENING}, "op donderdag van 13.00 tot 20.15 uur", "on Thursday from 1pm to 8.15pm"),
        ({}, "", ""),
    ],
)
def test_hours_are_said_as_people_say_them(hours, dutch: str, english: str) -> None:
    assert (hours_in_words(hours, "nl"), hours_in_words(hours, "en")) == (dutch, english)


@pytest.mark.django_db
def test_a_line_of_its_own_is_a_sentence() -> None:
    assert opening_line("nl") == "Op werkdagen van 9.00 tot 17.00 uur."
    assert opening_line("en") == "On working days from 9am to 5pm."


@pytest.mark.django_db
def test_without_hours_nothing_false_is_said() -> None:
    OpeningHours.objects.all().delete()
    assert (opening_line("nl"), when_open("nl")) == ("", "tijdens onze openingstijden")
    assert (opening_line("en"), when_open("en")) == ("", "during our opening hours")


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        (
            "nl",
            "op werkdagen van 9.00 tot 17.00 uur",
            "van maandag tot en met donderdag van 9.00 tot 17.00 uur",
        ),
        ("en", "on working days from 9am to 5pm", "Monday to Thursday from 9am to 5pm"),
    ],
)
def test_a_day_that_closes_is_gone_from_pages_forms_and_mails(
    site_tree, client, language: str, before: str, after: str
) -> None:
    pages = [site_tree.home, site_tree.question, site_tree.registration]
    urls = [(page if language == "nl" else site_tree.english(page)).url for page in pages]

    def texts() -> list[str]:
        found = [client.get(url).content.decode() for url in urls]
        with translation.override(language):
            found.append(with_figures("[[opening_hours]]"))
        enqueue(
            to_visitors.reminder(EMAIL, says_who=True, language=language, code_hash=str(uuid4()))
        )
        deliver_due()
        return [text.casefold() for text in (*found, mail.outbox[-1].body)]

    assert all(before.casefold() in text for text in texts())
    OpeningHours.objects.get(weekday=4).delete()
    for text in texts():
        assert after.casefold() in text
        assert before.casefold() not in text

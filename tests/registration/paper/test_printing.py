"""The form to print: the questions of the site in both languages, and where to send it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.utils import translation
from django.utils.html import escape

from home.models import HomePage
from registration.forms import AboutYouForm, SendForm, StepForm
from registration.forms.fields import OneOf, Text
from registration.journey.definition import If, Part, Revealed
from registration.journey.self_registration import SELF_REGISTRATION
from registration.paper.printed import Option, Printed, PrintedQuestion, printed_sections
from registration.paper.sheet import Sheet
from registration.public_pages.models import PaperFormPage
from registration.words import option_labels
from tests.home.factories import translate
from tests.registration.factories import approve_statement
from tests.registration.journey.visitor import text_of
from tests.support.planted_rows import planted_once

pytestmark = pytest.mark.django_db
URLS = {"nl": "/aanmelden-op-papier/", "en": "/en/register-on-paper/"}
ADDRESS = "Postbus 1\n3500 AA Utrecht"


@pytest.fixture
def paper_page(site_tree) -> PaperFormPage:
    """The form to print, in both languages."""
    return plant_paper_page(site_tree.home)


@planted_once
def plant_paper_page(home: HomePage) -> PaperFormPage:
    """Make that page."""
    page = home.add_child(
        instance=PaperFormPage(
            title="Aanmelden op papier",
            slug="aanmelden-op-papier",
            intro="Met een brief.",
            return_address=ADDRESS,
        )
    )
    translate(page, "Register on paper", "register-on-paper")
    return page


def printed(parts: Sequence[Printed]) -> Iterator[PrintedQuestion]:
    """Return all questions of some parts, in the order of the paper."""
    for part in parts:
        if part.question is not None:
            yield part.question
        yield from printed(part.parts)


def conditions(parts: Sequence[Printed]) -> Iterator[tuple[str, list[str]]]:
    """Return for whom some questions are only, with the labels or the first box of each."""
    for part in parts:
        if part.question is None:
            asked = printed(part.parts)
            yield part.only_if, [each.label or each.options[0].label for each in asked]
            yield from conditions(part.parts)


def asked_only_if(parts: Sequence[Part]) -> Iterator[If]:
    """Return the conditions of a declaration, wherever in it they stand."""
    for part in parts:
        match part:
            case If():
                yield part
                yield from asked_only_if(part.parts)
            case Revealed():
                yield from asked_only_if(part)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_has_every_question_of_the_site_in_the_order_of_its_pages(paper_page, client, language):
    words = text_of(client.get(URLS[language]))
    with translation.override(language):
        for section in printed_sections():
            for question in printed(section.parts):
                assert escape(question.label) in words
        for _code, label in AboutYouForm().fields["role"].choices:
            assert escape(str(label)) in words
        assert escape(str(SendForm.base_fields["consent"].label)) in words
    names = [field.name for section in Sheet().sections for field in section]
    asked = [name for step in SELF_REGISTRATION.form_steps for name in step.questions]
    assert set(asked) - set(names) == {"call_later"}  # nobody can be asked that on paper
    assert sorted(names, key=asked.index) == names


def test_a_question_that_is_added_to_the_form_is_printed_and_entered_without_more():
    class DogForm(StepForm):
        dog = OneOf(
            "",
            choices=[("no", "No dog"), ("yes", "A dog")],
            label="Do you have a dog?",
            help_text="Cats are fine too.",
            reveals={"yes"},
        )
        dog_name = Text(limit=20, required=False, label="What is it called?")

    *steps, last = SELF_REGISTRATION.form_steps
    asks = (*last.asks, "dog", Revealed(("dog_name",)))
    with_dog = replace(last, asks=asks, forms=(*last.forms, DogForm))
    journey = replace(SELF_REGISTRATION, form_steps=(*steps, with_dog))

    *_before, section = printed_sections(journey)
    *_others, dog, dog_name = printed(section.parts)
    assert (dog.label, dog.hint, dog.is_needed) == (
        "Do you have a dog?",
        "Cats are fine too.",
        True,
    )
    assert dog.options == [Option("No dog"), Option("A dog")]
    assert (dog_name.label, dog_name.is_needed, len(dog_name.lines)) == (
        "What is it called?",
        False,
        1,
    )
    with translation.override("en"):
        *_before, section = printed_sections(journey)
        assert ("Only if you tick ‘A dog’", ["What is it called?"]) in conditions(section.parts)

    sheet = Sheet(QueryDict("name=Noor&for_whom=self&dog=yes&dog_name=Bello"), journey)
    assert sheet.is_valid()
    assert sheet.to_answers()["dog_name"] == "Bello"


@pytest.mark.parametrize(
    ("language", "only_if", "question"),
    [
        ("nl", "Alleen als je ‘Bellen kan niet, of is niet veilig’ aankruist", "other_way"),
        ("nl", "Alleen als je ‘Ja, op deze tijden’ aankruist", "avoid"),
        ("nl", "Alleen als we je mogen bellen", "rules_out"),
        (
            "en",
            "Only if you tick ‘For myself, and someone is helping me’ or ‘For someone else, who "
            "agrees’",
            "helper_name",
        ),
    ],
)
def test_a_question_for_some_says_for_whom_it_is(language, only_if, question):
    with translation.override(language):
        label = next(
            str(field.label)
            for section in Sheet().sections
            for field in section
            if field.name == question
        )
        found = list(chain.from_iterable(conditions(each.parts) for each in printed_sections()))
    assert any(label in asked for words, asked in found if words == only_if), found


def test_what_an_answer_asks_to_add_is_written_beside_it():
    with translation.override("nl"):
        questions = [each for part in printed_sections() for each in printed(part.parts)]
    with_line = [each.label for question in questions for each in question.options if each.has_line]
    assert with_line == ["Een andere taal, namelijk:", "Iets anders, namelijk:"]
    assert not {"Welke taal?", "Wat heb je nodig?"} & {question.label for question in questions}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_paper_offers_all_that_the_pages_offer_one_after_the_other(paper_page, client, language):
    """Nothing is known yet of who fills it in, so nothing is left out."""
    words = text_of(client.get(URLS[language]))
    with translation.override(language):
        for group in ("fallback", "other_way", "identify"):
            for _code, label in option_labels.choices(group):
                assert str(label) in words
    for follows in {
        "nl": ("met een verborgen nummer", "Een e-mail komt dan van", "Een brief komt dan in een"),
        "en": ("with a withheld number", "An e-mail then comes from", "A letter then comes in a"),
    }[language]:
        assert follows in words


def test_every_condition_of_the_form_can_be_said_on_paper():
    steps = SELF_REGISTRATION.form_steps
    found = list(chain.from_iterable(asked_only_if(step.asks) for step in steps))
    assert found
    assert all(each.only_if for each in found)


def test_only_what_nothing_can_be_stored_without_is_marked_as_needed(paper_page, client):
    sections = printed_sections()
    needed = [each.label for part in sections for each in printed(part.parts) if each.is_needed]
    asked = AboutYouForm.base_fields
    assert needed == [asked["for_whom"].label, asked["name"].label]
    html = client.get(URLS["en"]).content.decode()
    assert html.count("(needed)") == len(needed) + 1  # the consent


def test_nothing_on_it_leads_to_a_page(paper_page, site_tree, client):
    page = BeautifulSoup(client.get(URLS["nl"]).content, "html.parser")
    assert not page.select(".paper__section a")
    assert "Gebruik dan het formulier" not in page.get_text()


@pytest.mark.parametrize(
    ("language", "envelope", "days", "crisis"),
    [
        ("nl", "Schrijf je naam niet op de buitenkant.", "Maandag", "0800-0113"),
        ("en", "Do not write your name on the outside.", "Monday", "0800-0113"),
    ],
)
def test_it_says_how_to_send_it_and_names_no_date(
    paper_page, client, language, envelope, days, crisis
):
    words = text_of(client.get(URLS[language]))
    for each in (envelope, crisis, "Postbus 1 3500 AA Utrecht"):
        assert each in words
    assert days.casefold() in words.casefold()
    assert "2026" not in words


def test_without_an_address_it_asks_to_call(paper_page, client):
    PaperFormPage.objects.update(return_address="")
    assert "Bel ons voor het adres:" in text_of(client.get(URLS["nl"]))


def test_it_names_the_version_that_one_agrees_to(paper_page, client, settings):
    assert "Versie 1 van de privacyverklaring." in text_of(client.get(URLS["nl"] + "?1"))
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    closed = text_of(client.get(URLS["nl"] + "?2"))
    assert "Bel ons" in closed
    assert "Versie 1" not in closed
    approve_statement(date(2026, 11, 1))
    assert "Versie 1" in text_of(client.get(URLS["nl"] + "?3"))


def test_the_registration_page_leads_to_it(paper_page, client):
    assert f'href="{URLS["nl"]}"' in client.get("/aanmelden/").content.decode()
    assert f'href="{URLS["en"]}"' in client.get("/en/register/").content.decode()

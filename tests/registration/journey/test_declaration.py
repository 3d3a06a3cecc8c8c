"""What every form of the site asks is declared once, and from that all its pages are made."""

from collections import Counter

import pytest

from registration.journey.definition import Journey
from registration.public_pages.journeys import JOURNEYS
from registration.reminder.definition import REMINDER

EVERY_FORM = [*JOURNEYS.values(), REMINDER]


@pytest.fixture(params=EVERY_FORM, ids=lambda journey: journey.code)
def journey(request) -> Journey:
    """Every form of the site in turn."""
    return request.param


def test_every_question_of_a_form_stands_on_one_page_and_only_once(journey):
    asked = Counter(name for step in journey.form_steps for name in step.questions)
    known = {name for form in journey.forms for name in form.base_fields}
    assert set(asked) == known
    assert set(asked.values()) == {1}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_has_an_address_of_its_own(journey, language):
    slugs = [step.slugs[language] for step in journey.steps]
    assert len({*slugs, journey.thank_you.slugs[language]}) == len(slugs) + 1


def test_every_question_leads_to_the_page_that_asks_it(journey):
    for step in journey.form_steps:
        assert all(journey.step_asking(name) is step for name in step.questions)


def test_what_is_told_together_is_asked_on_one_page_and_told_once(journey):
    told = Counter(name for summary in journey.told for name in summary.questions)
    assert set(told.values()) <= {1}
    for summary in journey.told:
        pages = {journey.step_asking(name).code for name in summary.questions}
        assert len(pages) == 1, (summary.subject, pages)

"""The way through the form, as people go it."""

import pytest

from registration.models import Callback, Draft, Registration
from tests.registration.form.visitor import LEAST, SLUGS, Visitor, controls, text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_person_who_answers_the_least_is_registered(site_tree, clock, language):
    visitor = Visitor(language)
    page = visitor.register()
    registration = Registration.objects.get()
    answers = registration.read_answers()
    assert page.status_code == 200
    assert (answers.role, answers.kind, answers.name) == ("victim", "traffic", "Noor")
    assert answers.phone == "+31302340045"
    assert registration.language == language
    assert Callback.objects.get().registration == registration

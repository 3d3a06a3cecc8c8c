"""Paper in any writing: whatever the desk copies is answered calmly, and nothing typed is lost."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registration.models import Registration
from tests.registration.journey.visitor import controls
from tests.registration.paper.test_entering import paper
from tests.support.typed_text import SENT, TYPED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]

TYPED_FIELDS = ["name", "pronouns", "helper_name", "story", "other_way_details", "phone", "email"]
unhurried = settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@unhurried
@given(typed=st.fixed_dictionaries(dict.fromkeys(TYPED_FIELDS, TYPED)))
def test_a_mistake_loses_nothing_that_was_copied(client, sam, typed):
    page = client.post(reverse("callbacks:paper"), paper(**typed, form_language="forged"))
    assert page.status_code == 422
    shown = controls(page)
    assert {name: shown[name] for name in typed} == {name: [words] for name, words in typed.items()}
    assert not Registration.objects.exists()


@unhurried
@given(
    body=st.dictionaries(
        st.sampled_from(
            [
                "received_on",
                "form_language",
                "statement",
                "consent",
                "submission_key",
                *TYPED_FIELDS,
                "moments",
                "avoid",
                "when",
                "needs",
            ]
        )
        | st.text(max_size=10),
        st.lists(SENT | st.sampled_from(["on", "email", "monday:morning"]), max_size=3),
        max_size=6,
    )
)
def test_no_request_ends_in_an_error_of_ours(client, sam, body):
    page = client.post(reverse("callbacks:paper"), {**paper(), **body})
    assert page.status_code in {200, 422}

"""The short forms: whatever is typed is answered calmly, stays, and is stored as typed."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from registration.models import Registration, Reminder
from tests.registration.journey.visitor import (
    QUESTION,
    REMINDER,
    STORY_LATER,
    Visitor,
    controls,
    is_refused,
)
from tests.support.typed_text import SENT, TYPED

pytestmark = pytest.mark.django_db

WALKS = {"question": QUESTION, "story_later": STORY_LATER, "reminder": REMINDER}
# Of each form the pages and their text fields.
TEXT_FIELDS = {
    ("question", "question"): ["question", "name", "other_language"],
    ("question", "reach"): ["phone", "email"],
    ("story_later", "story_later"): ["name", "phone", "email"],
    ("story_later", "times"): ["other_language"],
    ("reminder", "reminder"): ["day", "email"],
}
CHOSEN = ["when", "identify", "fallback", "rules_out", "avoid", "call_when", "moments", "language"]
CHOICES = st.sampled_from(["on_day", "in_1_month", "email", "only_retry", "org_ok", "any_time"])
unhurried = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=TEXT_FIELDS, ids="-".join)
def page_of_form(request) -> tuple[str, str]:
    return request.param


@pytest.fixture
def step(page_of_form) -> str:
    return page_of_form[1]


@pytest.fixture
def somebody(site_tree, clock, page_of_form) -> Visitor:
    """Somebody who opens a page of the form in English."""
    visitor = Visitor("en", walk=WALKS[page_of_form[0]])
    visitor.up_to(page_of_form[1])
    return visitor


@unhurried
@given(data=st.data())
def test_all_that_is_typed_comes_back_and_nothing_is_sent_without_consent(
    somebody, page_of_form, step, data
):
    typed = data.draw(st.fixed_dictionaries(dict.fromkeys(TEXT_FIELDS[page_of_form], TYPED)))
    somebody.send(step, typed)
    kept = controls(somebody.read(step))
    for name, words in typed.items():
        assert kept[name] == [words]
    assert not Registration.objects.exists()
    assert not Reminder.objects.exists()


@unhurried
@given(data=st.data())
def test_no_request_ends_in_an_error_of_ours(somebody, page_of_form, step, data):
    names = [
        *TEXT_FIELDS[page_of_form],
        "when",
        "identify",
        "fallback",
        "moments",
        "avoid",
        "language",
    ]
    buttons = ["save", "back", "later", "consent", "statement_version", "opened"]
    body = data.draw(
        st.dictionaries(
            st.sampled_from([*names, *buttons]) | st.text(max_size=10),
            st.lists(SENT | CHOICES, max_size=3),
            max_size=8,
        )
    )
    assert somebody.send(step, body).status_code in {200, 302, 410, 422}
    assert somebody.read(step).status_code in {200, 302, 410}


@unhurried
@given(question=TYPED, name=TYPED)
def test_a_question_in_any_writing_reaches_the_desk_as_typed(site_tree, clock, question, name):
    asker = Visitor("nl", walk=QUESTION)
    answer = asker.send("question", {"question": question, "name": name})
    is_complete = bool(question.strip() and name.strip())
    assert is_refused(answer) is not is_complete
    assume(is_complete)
    asker.send("reach", QUESTION.least["reach"])
    assert asker.send("safe", asker.consent())["Location"] == asker.url("thank_you")
    stored = Registration.objects.latest("pk").read_answers()
    assert (stored.question, stored.name) == (question.strip(), name.strip())

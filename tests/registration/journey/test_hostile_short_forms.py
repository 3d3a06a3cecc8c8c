"""The forms of one page: whatever is typed is answered calmly, stays, and is stored as typed."""

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
TEXT_FIELDS = {
    "question": ["question", "name", "phone", "email", "other_language"],
    "story_later": ["name", "phone", "email", "other_language"],
    "reminder": ["day", "email"],
}
CHOICES = st.sampled_from(["on_day", "in_1_month", "email", "only_retry", "org_ok", "any_time"])
unhurried = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=WALKS)
def step(request) -> str:
    return request.param


@pytest.fixture
def somebody(site_tree, clock, step) -> Visitor:
    """Somebody who opens the form in English."""
    return Visitor("en", walk=WALKS[step])


@unhurried
@given(data=st.data())
def test_all_that_is_typed_comes_back_and_nothing_is_sent_without_consent(somebody, step, data):
    typed = data.draw(st.fixed_dictionaries(dict.fromkeys(TEXT_FIELDS[step], TYPED)))
    page = somebody.send(step, typed)
    assert is_refused(page)
    shown, kept = controls(page), controls(somebody.read(step))
    for name, words in typed.items():
        assert shown[name] == kept[name] == [words]
    assert not Registration.objects.exists()
    assert not Reminder.objects.exists()


@unhurried
@given(data=st.data())
def test_no_request_ends_in_an_error_of_ours(somebody, step, data):
    names = [*TEXT_FIELDS[step], "when", "identify", "fallback", "moments", "avoid", "language"]
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
    answer = asker.send("question", asker.consent(question=question, name=name))
    is_complete = bool(question.strip() and name.strip())
    assert is_refused(answer) is not is_complete
    assume(is_complete)
    assert answer["Location"] == asker.url("thank_you")
    stored = Registration.objects.latest("pk").read_answers()
    assert (stored.question, stored.name) == (question.strip(), name.strip())

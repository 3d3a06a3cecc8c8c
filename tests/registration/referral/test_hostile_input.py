"""Whatever a professional types or a program sends: calm answers, and nothing typed is lost."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from registration.forms.client import ClientForm
from registration.forms.client_reach import ClientReachForm
from registration.forms.referrer import ReferrerForm
from registration.journey.referral import answers_of
from registration.models import Registration
from tests.registration.factories import RegistrationFactory
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.visitor import controls, is_refused, text_of
from tests.registration.referral.professional import LEAST, REFERRAL

pytestmark = pytest.mark.django_db

HTML = "<script>alert(1)</script><b>&amp;\"'</b></textarea></form>"
TEXT_FIELDS = {
    "referrer": [
        "referrer_name",
        "organisation",
        "function",
        "referrer_email",
        "referrer_phone",
    ],
    "client": ["told_by", "agreed_on", "name", "story"],
    "client_reach": ["phone", "email", "other_way_details", "other_language", "other_need"],
}
FORMS = {"referrer": ReferrerForm, "client": ClientForm, "client_reach": ClientReachForm}
EVERY_TEXT_FIELD = [(step, name) for step, names in TEXT_FIELDS.items() for name in names]
unhurried = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize(("step", "name"), EVERY_TEXT_FIELD)
def test_html_in_a_field_is_shown_as_text_and_does_nothing(jamie, step, name):
    jamie.fill_in()
    page = jamie.send(step, {**LEAST[step], name: HTML})
    shown = page if is_refused(page) else jamie.read(step)
    assert "<script>alert" not in shown.content.decode()
    assert controls(shown)[name] == [HTML]


@pytest.mark.parametrize(("step", "name"), EVERY_TEXT_FIELD)
def test_text_that_is_too_long_is_kept_and_counted(jamie, step, name):
    jamie.fill_in()
    long = "a" * 10_000
    asks_for_all = {"referrer_contact": "call_me", "told_by_whom": "somebody_else"}
    page = jamie.send(step, {**LEAST[step], **asks_for_all, name: long})
    assert is_refused(page)
    assert "tekens te lang" in text_of(page)
    assert "Er is niets weggehaald." in text_of(page)
    assert controls(page)[name] == [long]
    assert controls(jamie.read(step))[name] == [long]


def test_every_name_is_kept_as_it_is(jamie):
    names = {"referrer": "Zoë O'Brien 李小龙", "client": "👩‍👩‍👧‍👦 thuis"}
    jamie.register(
        referrer_name=names["referrer"],
        organisation=HTML,
        name=names["client"],
    )
    answers = Registration.objects.get().read_answers()
    assert (answers.referral.name, answers.name) == (names["referrer"], names["client"])
    assert answers.referral.organisation == HTML


@pytest.mark.parametrize("step", FORMS)
@pytest.mark.parametrize("value", ["", "\x00", "' OR 1=1 --", "../../etc", "💣", HTML, "x" * 5000])
def test_a_forged_choice_is_answered_calmly(jamie, step, value):
    jamie.fill_in()
    answers = dict.fromkeys(FORMS[step].base_fields, value)
    assert jamie.send(step, answers).status_code in {200, 302, 422}
    assert jamie.read(step).status_code == 200
    assert not Registration.objects.exists()


@unhurried
@given(
    step=st.sampled_from(sorted(FORMS)),
    values=st.dictionaries(
        st.sampled_from(sorted(set().union(*(form.base_fields for form in FORMS.values())))),
        st.lists(
            st.text(max_size=60)
            | st.sampled_from(["agrees", "victim", "on", "call_client", "no_call", "1-1-2026"]),
            max_size=4,
        ),
    ),
)
def test_no_input_breaks_a_step_and_all_of_it_comes_back(jamie, step, values):
    form_class = FORMS[step]
    data = QueryDict(mutable=True)
    for name, given_values in values.items():
        data.setlist(name, given_values)
    raw = form_class.raw_values(data)
    form_class.is_refused(raw)
    checked = form_class.from_raw(raw, now=TUESDAY_MORNING)
    checked.is_valid()
    unchecked = form_class.unchecked(raw, now=TUESDAY_MORNING)
    for name in TEXT_FIELDS[step]:
        expected = (raw[name][-1] if raw.get(name) else None) or None
        assert (checked[name].value() or None) == expected
        assert (unchecked[name].value() or None) == expected


@unhurried
@given(
    choices=st.fixed_dictionaries(
        {
            "referrer_contact": st.sampled_from(["call_me", "mail_me"]),
            "call_client": st.sampled_from(["call_client", "through_referrer", "no_call"]),
            "referrer_phone": st.sampled_from(["", "020 555 12 34"]),
            "phone": st.sampled_from(["", "030-2345678"]),
            "email": st.sampled_from(["", "noor@example.org"]),
            "fallback": st.lists(st.sampled_from(["voicemail", "email", "only_retry"]), max_size=2),
            "identify": st.sampled_from(["", "org_ok", "first_name_only"]),
        }
    )
)
def test_what_passes_the_steps_can_be_stored_and_holds_no_more_than_was_wanted(jamie, choices):
    together = {}
    for step, form_class in FORMS.items():
        data = QueryDict(mutable=True)
        for name, value in {**LEAST[step], **choices}.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        form = form_class(data, now=TUESDAY_MORNING)
        assume(form.is_valid())
        together |= form.to_answers()
    answers = answers_of(together)
    stored = RegistrationFactory(answers=answers)
    stored.refresh_from_db()
    assert stored.read_answers() == answers
    assert bool(answers.referral.phone) is (choices["referrer_contact"] == "call_me")
    if choices["call_client"] != "call_client":
        assert not any((answers.phone, answers.email, answers.fallback, answers.identify))


@unhurried
@given(
    step=st.sampled_from(sorted(REFERRAL.slugs["nl"])),
    body=st.dictionaries(
        st.sampled_from(["client_consent", "name", "agreed_on", "call_client", "save", "back"])
        | st.text(max_size=10),
        st.text(max_size=200) | st.sampled_from(["refuses", "agrees", "no_call"]),
        max_size=8,
    ),
)
def test_no_request_ends_in_an_error_of_ours(jamie, step, body):
    assert jamie.send(step, body).status_code in {200, 302, 410, 422}
    assert jamie.read(step).status_code in {200, 302, 410}

"""What each step of a referral asks, accepts and points out."""

import pytest
from django.http import QueryDict
from django.utils import translation

from registration.forms.client import ClientForm
from registration.forms.client_reach import DIRECT_FIELDS, ClientReachForm
from registration.forms.reach import ReachForm
from registration.forms.referrer import ReferrerForm
from registration.models import Need, OrganisationKind, Role
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.referral.professional import LEAST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "in_english")]
FORMS = {"referrer": ReferrerForm, "client": ClientForm, "client_reach": ClientReachForm}


def filled_in(step, **answers):
    """Return the form of a step with the least answers and these, on a Tuesday morning."""
    data = QueryDict(mutable=True)
    for name, value in {**LEAST[step], **answers}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return FORMS[step](data, now=TUESDAY_MORNING)


def errors_of(form):
    """Return the messages per question."""
    return {name: list(messages) for name, messages in form.errors.items()}


@pytest.mark.parametrize("step", FORMS)
def test_the_least_is_enough(step):
    assert errors_of(filled_in(step)) == {}


# --- The professional -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("referrer_name", "", "Enter your name"),
        ("referrer_name", "  ", "Enter your name"),
        ("organisation", "", "Enter the name of your organisation"),
        ("organisation_kind", "", "Choose the kind of organisation"),
        ("organisation_kind", "circus", "Choose the kind of organisation"),
        ("referrer_email", "", "Enter your work e-mail address"),
        (
            "referrer_email",
            "jamie@",
            "Something seems to be missing from this e-mail address. "
            "It usually looks like this: name@example.com",
        ),
        ("referrer_contact", "", "Choose whether we may call you"),
        ("referrer_contact", "shout", "Choose whether we may call you"),
    ],
)
def test_each_mistake_about_the_professional_has_its_message(name, value, message):
    assert errors_of(filled_in("referrer", **{name: value})) == {name: [message]}


def test_who_may_be_called_gives_a_number():
    form = filled_in("referrer", referrer_contact="call_me")
    assert errors_of(form) == {"referrer_phone": ["Enter the phone number we can call"]}
    form = filled_in("referrer", referrer_contact="call_me", referrer_phone="030-234")
    assert errors_of(form) == {
        "referrer_phone": ["This number is not complete. A Dutch number has ten digits."]
    }
    form = filled_in("referrer", referrer_contact="call_me", referrer_phone="020 555 12 34")
    assert form.is_valid()
    assert form.to_answers()["referrer_phone"] == "+31205551234"
    assert form.answer_in_words("referrer_contact") == ["Yes, you may call me", "020 555 1234"]


@pytest.mark.parametrize("number", ["030-234", "020 555 12 34", "x" * 500])
def test_a_number_that_may_not_be_called_goes_nowhere(number):
    form = filled_in("referrer", referrer_phone=number)
    assert form.is_valid()
    assert form.to_answers()["referrer_phone"] == ""
    assert form["referrer_phone"].value() == number
    assert form.answer_in_words("referrer_contact") == "No, e-mail me"


def test_kinds_of_organisation_are_those_of_the_annual_report_and_can_be_edited():
    codes = [code for code, _label in filled_in("referrer").fields["organisation_kind"].choices]
    assert codes == [
        "victim_support",
        "police",
        "judicial_institution",
        "probation",
        "public_prosecution",
        "veilig_thuis",
        "sexual_assault_centre",
        "health_care",
        "school",
        "insurer",
        "other",
    ]
    insurer, school = (OrganisationKind.objects.get(code=code) for code in ("insurer", "school"))
    insurer.is_active = False
    insurer.save()
    school.label_en = "Schools"
    school.save()
    choices = dict(filled_in("referrer").fields["organisation_kind"].choices)
    assert "insurer" not in choices
    assert choices["school"] == "Schools"


# --- Consent --------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "refused"), [("refuses", True), ("unknown", True)])
def test_an_answer_without_consent_forbids_to_keep_anything(answer, refused):
    assert ClientForm.is_refused({"client_consent": [answer]}) is refused


@pytest.mark.parametrize("given", [{}, {"client_consent": [""]}, {"client_consent": ["agrees"]}])
def test_no_answer_yet_is_not_a_no(given):
    assert not ClientForm.is_refused(given)


def test_a_no_beside_a_yes_is_a_no():
    assert ClientForm.is_refused({"client_consent": ["refuses", "agrees"]})


@pytest.mark.parametrize("value", ["", "maybe"])
def test_consent_must_be_answered(value):
    assert errors_of(filled_in("client", client_consent=value)) == {
        "client_consent": ["Choose whether your client agrees"]
    }


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("told_by_whom", "", "Choose who told your client about this"),
        ("agreed_how", "", "Choose how your client agreed"),
        ("agreed_how", "by_pigeon", "Choose one of these answers"),
        ("agreed_on", "", "Enter the day on which your client agreed"),
        ("agreed_on", "25-11-2026", "This day is in the future. Enter the day it was."),
    ],
)
def test_how_the_client_agreed_must_be_told(name, value, message):
    errors = errors_of(filled_in("client", **{name: value}))
    assert message in errors.pop(name)
    assert errors == {}


@pytest.mark.parametrize(
    "text",
    [
        *("20-11-2026", "20/11/2026", "20.11.2026", "20 11 2026", "2026-11-20", "20-11-26"),
        *("20 november 2026", "vrijdag 20 nov 2026", "November 20, 2026"),
    ],
)
def test_a_day_is_understood_as_people_write_it(text):
    form = filled_in("client", agreed_on=text)
    assert form.is_valid()
    assert form.to_answers()["agreed_on"] == "2026-11-20"
    assert form.answer_in_words("agreed_on") == "Friday 20 November"


@pytest.mark.parametrize(
    ("text", "since"),
    [("20-11-2025", "12 months"), ("22 september 2026", "2 months"), ("20-11-2016", "10 years")],
)
def test_a_day_long_ago_is_asked_about_and_believed(text, since):
    form = filled_in("client", agreed_on=text)
    assert errors_of(form) == {
        "agreed_on": [f"That is {since} ago. Is the year right? Then tick the box below."]
    }
    assert form["agreed_on"].value() == text
    sure = filled_in("client", agreed_on=text, agreed_on_is_right="on")
    assert sure.is_valid()
    assert "agreed_on_is_right" not in sure.to_answers()


def test_a_day_of_this_autumn_is_not_asked_about():
    form = filled_in("client", agreed_on="24-09-2026")
    assert form.is_valid()
    assert "agreed_on_is_right" not in form.fields


def test_the_name_of_somebody_else_who_told_the_client_is_asked_for():
    form = filled_in("client", told_by_whom="somebody_else")
    assert errors_of(form) == {"told_by": ["Enter the name of who told your client"]}


@pytest.mark.parametrize("word", ["ik", "Ik.", "I", "me", "mezelf"])
def test_a_word_for_oneself_is_nobodys_name(word):
    form = filled_in("client", told_by_whom="somebody_else", told_by=word)
    assert set(errors_of(form)) == {"told_by"}


def test_a_name_beside_i_did_goes_no_further():
    form = filled_in("client", told_by_whom="referrer", told_by="ik")
    assert form.is_valid()
    assert form.to_answers()["told_by"] == ""


def test_today_in_the_netherlands_has_come():
    assert filled_in("client", agreed_on="24-11-2026").is_valid()


@pytest.mark.parametrize("text", ["yesterday", "01-01-0206"])
def test_what_is_no_day_is_refused_with_how_to_type_it(text):
    form = filled_in("client", agreed_on=text)
    assert form.errors["agreed_on"][0].startswith("We cannot read this as a date. Enter it like")


def test_the_example_of_a_day_is_one_of_this_week():
    assert "For example 21 November 2026, or 21-11-2026." in filled_in("client").as_p()


# --- The client -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("role", "", "Choose what fits your client best"),
        ("kind", "", "Choose what it is about, or ‘I would rather not say’"),
        ("name", "", "Enter a name. It does not have to be the real name."),
        ("age", "young", "Choose one of these answers"),
        ("when", "soon", "Choose one of these answers"),
        ("province", "atlantis", "Choose one of these answers"),
        ("known", "maybe", "Choose one of these answers"),
    ],
)
def test_each_mistake_about_the_client_has_its_message(name, value, message):
    assert errors_of(filled_in("client", **{name: value})) == {name: [message]}


def test_an_explanation_is_short_and_nothing_of_it_is_cut_off():
    form = filled_in("client", story="a" * 1003)
    (message,) = errors_of(form)["story"]
    assert message.startswith("Your text is 3 characters too long. Nothing was removed.")
    assert form["story"].value() == "a" * 1003


def test_answers_are_worded_about_the_client():
    roles = dict(filled_in("client").fields["role"].choices)
    assert roles["victim"].startswith("Someone did something to my client")
    assert dict(filled_in("client").fields["known"].choices)["unknown"] == (
        "No, my client does not know who it is"
    )
    needs = dict(filled_in("client_reach").fields["needs"].choices)
    assert needs["hearing"] == "My client is hard of hearing"
    assert needs["interpreter"] == "An interpreter"


def test_no_role_or_need_speaks_of_me_or_you():
    for language in ("nl", "en"):
        with translation.override(language):
            client, reach = filled_in("client"), filled_in("client_reach")
        labels = [
            label
            for form, names in ((client, ["role", "known"]), (reach, ["needs", "other_way"]))
            for name in names
            for code, label in form.fields[name].choices
            if code not in {"not_say", "other"}
        ]
        assert not [
            label
            for label in labels
            if {"mij", "me", "ik", "i", "you", "je"} & set(label.lower().split())
        ]


def test_the_coordinator_words_what_professionals_read():
    Role.objects.filter(code="witness").update(client_label_en="My client was there")
    Need.objects.filter(code="interpreter").update(client_label_en="An interpreter for my client")
    assert dict(filled_in("client").fields["role"].choices)["witness"] == "My client was there"
    assert dict(filled_in("client_reach").fields["needs"].choices)["interpreter"] == (
        "An interpreter for my client"
    )


def test_under_16s_can_be_referred_too():
    note = dict(ClientForm().fields["age"].notes)["under_16"]
    assert str(note).startswith("Is your client under 16? You can refer them too.")


# --- Reaching the client --------------------------------------------------------------------


def test_all_questions_about_safe_contact_are_asked_about_the_client():
    asked = set(ClientReachForm.base_fields)
    assert asked == (set(ReachForm.base_fields) - {"heard"}) | {"call_client"}
    assert next(iter(ClientReachForm().fields)) == "call_client"


@pytest.mark.parametrize("value", ["", "if_you_like"])
def test_whether_the_client_wants_a_call_must_be_answered(value):
    assert errors_of(filled_in("client_reach", call_client=value)) == {
        "call_client": ["Choose whether your client would like us to call"]
    }


def test_a_call_needs_one_safe_way():
    assert errors_of(filled_in("client_reach", phone="")) == {
        "phone": ["Enter a phone number or e-mail address of your client, or choose another way"]
    }
    assert errors_of(filled_in("client_reach", phone="", phone_impossible="on")) == {
        "other_way": [
            "Enter a phone number or e-mail address of your client, or choose another way"
        ]
    }
    assert errors_of(
        filled_in("client_reach", phone="", phone_impossible="on", other_way="letter")
    ) == {"other_way_details": ["Tell us how we can reach your client"]}


def test_a_number_of_a_client_who_may_not_be_called_is_asked_about():
    form = filled_in("client_reach", phone_impossible="on")
    assert errors_of(form) == {
        "phone_impossible": [
            "You gave a phone number of your client, but you also ticked this box. May we call? "
            "Then untick the box. If not, remove the number."
        ]
    }
    assert filled_in("client_reach", call_client="no_call", phone_impossible="on").is_valid()


def test_an_address_alone_needs_permission_to_mail(settings):
    settings.NEUTRAL_FROM_EMAIL = ""
    form = filled_in("client_reach", phone="", email="noor@example.org")
    assert errors_of(form) == {
        "fallback": [
            "You only gave an e-mail address. Tick the box to say we can e-mail your client, or "
            "choose another way."
        ]
    }
    form = filled_in("client_reach", phone="", email="noor@example.org", fallback=["email"])
    assert errors_of(form) == {
        "identify": [
            "We cannot send your client an e-mail that does not show who we are. Choose ‘Yes’ "
            "here, or choose another way to reach your client."
        ]
    }


@pytest.mark.parametrize("wish", ["through_referrer", "no_call"])
def test_whoever_is_not_called_needs_no_safe_way(wish):
    form = filled_in("client_reach", call_client=wish, phone="")
    assert form.is_valid()


@pytest.mark.parametrize("wish", ["through_referrer", "no_call"])
def test_contact_data_of_a_client_who_is_not_called_goes_nowhere(wish):
    typed = {
        "phone": "030-2345678",
        "email": "half@",
        "other_way": "letter",
        "other_way_details": "Postbus 1",
        "fallback": ["email", "only_retry"],
        "identify": "org_ok",
        "moments": ["2026-11-26:morning"],
        "avoid": ["monday:morning"],
        "language": "english",
        "needs": ["interpreter"],
    }
    form = filled_in("client_reach", call_client=wish, **typed)
    assert form.is_valid()
    answers = form.to_answers()
    assert not any(answers.get(name) for name in DIRECT_FIELDS)
    assert (answers["language"], answers["needs"]) == ("english", ("interpreter",))
    assert form["email"].value() == "half@"
    assert form.shown_fields() == ["call_client", "language", "needs"]


def test_contradictions_are_pointed_out_whatever_the_client_wants():
    form = filled_in("client_reach", call_client="no_call", needs=["none", "hearing"])
    assert set(errors_of(form)) == {"needs"}

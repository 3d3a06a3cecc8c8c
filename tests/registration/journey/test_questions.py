"""What each step asks, accepts and points out."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.utils import translation

from registration.forms import AboutYouForm, ReachForm, WhatHappenedForm
from registration.models import HeardFrom, OpeningHours
from registration.vocabulary.moments import ANY_TIME
from tests.registration.journey.conftest import TUESDAY_MORNING

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "in_english")]
THURSDAY_MORNING = "2026-11-26:morning"


def filled_in(form_class, **answers):
    """Return the form as it would be with these answers on a Tuesday morning."""
    data = QueryDict(mutable=True)
    for name, value in answers.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return form_class(data, now=TUESDAY_MORNING)


def about_you(**answers):
    return filled_in(
        AboutYouForm, **{"role": "victim", "for_whom": "self", "name": "Noor", **answers}
    )


def reach(**answers):
    return filled_in(ReachForm, **answers)


def errors_of(form):
    """Return the messages per question."""
    return {name: list(messages) for name, messages in form.errors.items()}


# --- About you ------------------------------------------------------------


def test_for_myself_is_chosen_already():
    assert AboutYouForm()["for_whom"].value() == "self"


def test_only_role_and_name_must_be_answered():
    form = filled_in(AboutYouForm, for_whom="self")
    assert set(errors_of(form)) == {"role", "name"}


@pytest.mark.parametrize("for_whom", ["self_with_help", "other_who_agrees"])
def test_who_is_called_and_consent_are_asked_if_somebody_helps(for_whom):
    form = about_you(for_whom=for_whom)
    assert errors_of(form) == {
        "who_to_call": ["Choose who we may call"],
        "helper_consent": ["Tick the box to say that the person this is about agrees"],
    }


def test_what_was_typed_about_a_helper_is_asked_about_if_nobody_helps():
    form = about_you(helper_name=" Kim ", helper_consent="on")
    asked = errors_of(form)
    assert set(asked) == {"helper_name", "helper_consent"}
    assert asked["helper_name"] == [
        "‘For myself’ is chosen, but this is filled in too: Kim. Which is right? Clear this, or "
        "choose something else above."
    ]
    assert (
        "this is filled in too: x" in errors_of(about_you(helper_name="x" * 500))["helper_name"][0]
    )


def test_a_radio_button_that_nobody_can_untick_counts_for_nothing_if_nobody_helps():
    form = about_you(who_to_call="call_helper", helper_name="  ")
    assert form.is_valid()
    answers = form.to_answers()
    assert (answers["helper_name"], answers["who_to_call"]) == ("", "")
    assert answers["helper_consent"] is False


def test_a_choice_that_does_not_exist_is_no_choice():
    form = about_you(role="queen", for_whom="everybody", age="1000")
    assert errors_of(form) == {
        "role": ["Choose what fits you best"],
        "for_whom": ["Choose who this is for"],
        "age": ["Choose one of these answers"],
    }


def test_under_16s_read_that_they_can_register_too():
    assert dict(AboutYouForm().fields["age"].notes)["under_16"].startswith("Are you under 16?")


def test_a_name_of_spaces_is_no_name():
    assert errors_of(about_you(name=" \t ")) == {
        "name": ["Enter a name. It does not have to be your real name."]
    }


# --- What happened ------------------------------------------------------------


@pytest.mark.parametrize("kind", ["violence", "not_say"])
def test_only_the_kind_of_event_must_be_answered_and_not_saying_counts(kind):
    assert filled_in(WhatHappenedForm, kind=kind).is_valid()
    assert set(errors_of(filled_in(WhatHappenedForm))) == {"kind"}


def test_a_story_that_is_too_long_is_counted_and_kept():
    form = filled_in(WhatHappenedForm, kind="traffic", story="é" * 10_000)
    assert errors_of(form)["story"][0].startswith("Your text is 5000 characters too long.")
    assert form["story"].value() == "é" * 10_000


def test_one_character_too_many_is_said_in_the_singular():
    with translation.override("nl"):
        form = filled_in(WhatHappenedForm, kind="traffic", story="a" * 5001)
        assert errors_of(form)["story"][0].startswith("Je tekst is 1 teken te lang.")


def test_a_line_break_counts_as_one_character():
    assert filled_in(
        WhatHappenedForm, kind="traffic", story="\r\n" + "a" * 4998 + "\r\nb"
    ).is_valid()


def test_a_list_without_options_is_not_asked():
    HeardFrom.objects.update(is_active=False)
    assert "heard" not in ReachForm(now=TUESDAY_MORNING).fields
    assert reach(phone="030-2345678").is_valid()


# --- How we reach you ------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        {"phone": "030-2345678"},
        {"email": "noor@example.org", "fallback": "email"},
        {"phone_impossible": "on", "email": "noor@example.org", "fallback": "email"},
        {"other_way": "letter", "other_way_details": "Postbus 1"},
        {"phone": "030-2345678", "email": "noor@example.org"},
    ],
)
def test_one_safe_way_is_enough(answers):
    assert errors_of(reach(**answers)) == {}


def test_without_any_way_we_ask_for_one():
    message = "Enter a phone number or e-mail address, or choose another way"
    assert errors_of(reach()) == {"phone": [message]}
    assert errors_of(reach(phone_impossible="on")) == {"other_way": [message]}


@pytest.mark.parametrize("other", [{}, {"other_way": "letter", "other_way_details": "Kade 1"}])
def test_who_gives_a_number_that_may_not_be_called_is_asked_which_holds(other):
    form = reach(phone="030-2345678", phone_impossible="on", **other)
    assert errors_of(form) == {
        "phone_impossible": [
            "You gave a phone number, but you also ticked this box. May we call? Then untick the "
            "box. If not, remove the number."
        ]
    }


def test_an_address_alone_is_no_permission_to_mail():
    form = reach(email="noor@example.org")
    assert errors_of(form) == {
        "fallback": [
            "You only gave an e-mail address. Tick the box to say we can e-mail you, or choose "
            "another way."
        ]
    }


def test_mail_that_must_not_name_us_needs_a_neutral_sender(settings):
    only_mail = {"email": "noor@example.org", "fallback": "email", "identify": "first_name_only"}
    assert reach(**only_mail).is_valid()
    settings.NEUTRAL_FROM_EMAIL = ""
    assert set(errors_of(reach(**only_mail))) == {"identify"}
    assert reach(**{**only_mail, "identify": "org_ok"}).is_valid()


def test_another_way_needs_to_know_where():
    assert errors_of(reach(other_way="letter")) == {
        "other_way_details": ["Tell us how we can reach you"]
    }


def test_a_letter_needs_an_address_at_which_it_arrives():
    assert errors_of(reach(other_way="letter", other_way_details="thuis")) == {
        "other_way_details": [
            "Write the whole address: street and number, postcode and town. Without it our letter "
            "does not arrive."
        ]
    }
    assert reach(other_way="letter", other_way_details="Postbus 1, Utrecht").is_valid()
    assert reach(other_way="trusted_person", other_way_details="mijn zus Kim").is_valid()


def test_a_mistake_in_a_number_is_not_also_called_missing():
    assert errors_of(reach(phone="06-1234")) == {
        "phone": ["This number is not complete. A Dutch number has ten digits."]
    }


def test_mistakes_are_pointed_out_together():
    form = reach(phone="06-1234", other_way="letter", needs=["none", "hearing"])
    assert set(errors_of(form)) == {"phone", "other_way_details", "needs"}


def test_none_of_these_and_something_else_contradict_each_other():
    form = reach(phone="030-2345678", fallback=["only_retry", "text"], needs=["none", "hearing"])
    assert set(errors_of(form)) == {"fallback", "needs"}


def test_any_time_and_a_moment_contradict_each_other():
    form = reach(phone="030-2345678", moments=[ANY_TIME, THURSDAY_MORNING])
    assert errors_of(form) == {
        "moments": ["You chose ‘Any time is fine’ and a time as well. Choose one of them."]
    }
    assert set(form["moments"].value()) == {ANY_TIME, THURSDAY_MORNING}


def test_any_time_is_no_preference():
    form = reach(phone="030-2345678", moments=ANY_TIME)
    assert form.is_valid()
    assert form.to_answers()["moments"] == ()


def test_whoever_allows_an_email_is_asked_for_the_address():
    form = reach(phone="030-2345678", fallback=["text", "email"])
    assert errors_of(form) == {
        "email": [
            "You ticked that we can send an e-mail. Enter an e-mail address, or untick that box."
        ]
    }
    assert form["fallback"].value() == ["text", "email"]


@pytest.mark.parametrize("channel", ["voicemail", "text"])
def test_whoever_allows_a_message_by_phone_is_asked_for_the_number(channel):
    form = reach(email="noor@example.org", fallback=["email", channel], identify="org_ok")
    (message,) = errors_of(form)["phone"]
    assert message.endswith("Enter a phone number, or untick that box.")


@pytest.mark.parametrize(
    "answers",
    [
        {"email": "noor@", "phone": "030-2345678", "fallback": "email"},
        {"phone": "06-12", "email": "noor@example.org", "fallback": ["email", "text"]},
        {"fallback": ["email", "voicemail"]},
    ],
    ids=["address has a mistake", "number has a mistake", "no way at all"],
)
def test_what_is_asked_for_already_is_not_asked_twice(answers):
    errors = errors_of(reach(**answers))
    assert [len(messages) for messages in errors.values()] == [1]


def test_whoever_cannot_be_called_safely_need_not_untick_a_voicemail():
    form = reach(
        phone_impossible="on", other_way="letter", other_way_details="Kade 1", fallback="voicemail"
    )
    assert form.is_valid()


# The promise ends on Friday; on Monday the desk may call again.
UNTIL_FRIDAY = [
    f"{day}:{part}"
    for day in ("tuesday", "wednesday", "thursday", "friday")
    for part in ("morning", "afternoon")
]


def test_who_rules_out_all_that_is_left_hears_from_when_we_may_call():
    form = reach(phone="030-2345678", avoid=UNTIL_FRIDAY)
    (message,) = errors_of(form)["avoid"]
    assert "So we cannot call you before then" in message
    assert "Monday 30 November" in message
    assert form["call_later"].label == (
        "You may call later: not before Monday 30 November, and no later than Thursday 3 December"
    )


def test_who_says_that_later_is_fine_goes_on_and_nothing_more_is_stored():
    form = reach(phone="030-2345678", avoid=UNTIL_FRIDAY, call_later="on")
    assert form.is_valid()
    assert "call_later" in form.shown_fields()
    assert "call_later" not in form.to_answers()
    assert form.to_answers()["avoid"] == tuple(UNTIL_FRIDAY)


def test_who_rules_out_everything_chooses_another_way():
    everything = [*UNTIL_FRIDAY, "monday:morning", "monday:afternoon"]
    form = reach(phone="030-2345678", avoid=everything)
    assert "Leave one of them free" in errors_of(form)["avoid"][0]
    assert "call_later" not in form.fields
    other = reach(email="noor@example.org", fallback="email", avoid=everything)
    assert other.is_valid()


@pytest.mark.parametrize("avoid", [[], UNTIL_FRIDAY[1:]])
def test_as_long_as_one_time_is_left_nothing_is_asked(avoid):
    form = reach(phone="030-2345678", avoid=avoid)
    assert form.is_valid()
    assert "call_later" not in form.fields


def test_a_good_time_that_is_ruled_out_too_is_named_and_asked_about():
    form = reach(phone="030-2345678", moments=THURSDAY_MORNING, avoid="thursday:morning")
    (message,) = errors_of(form)["moments"]
    assert "Thursday 26 November, morning" in message
    assert "Until then we will not call at that time" in message


def test_moments_are_real_dates_within_the_promise():
    offered = [day for day, _parts in ReachForm(now=TUESDAY_MORNING).fields["moments"].choices]
    assert offered[:-1] == [
        "Tuesday 24 November",
        "Wednesday 25 November",
        "Thursday 26 November",
        "Friday 27 November",
    ]


def test_a_moment_that_has_passed_is_pointed_out():
    data = QueryDict(f"phone=030-2345678&moments=2026-11-24:morning&moments={THURSDAY_MORNING}")
    assert ReachForm(data, now=TUESDAY_MORNING).is_valid()
    form = ReachForm(data, now=TUESDAY_MORNING + timedelta(hours=5))
    assert errors_of(form) == {"moments": ["This time is no longer possible. Choose another time."]}
    assert THURSDAY_MORNING in form["moments"].value()


def test_the_other_language_is_told_only_if_it_is_another_one():
    form = reach(phone="030-2345678", language="dutch", other_language="Pools", other_need="stoel")
    assert form.is_valid()
    assert form.to_answers()["other_language"] == ""
    assert form.to_answers()["other_need"] == ""


def test_times_to_avoid_are_asked_for_the_days_on_which_the_desk_calls():
    OpeningHours.objects.filter(weekday__gt=0).delete()
    choices = ReachForm(now=TUESDAY_MORNING).fields["avoid"].choices
    assert [day for day, _parts in choices] == ["Monday"]


def test_without_opening_hours_the_form_still_works():
    OpeningHours.objects.all().delete()
    assert reach(phone="030-2345678", moments=ANY_TIME).is_valid()


# --- Names ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["\u202e\u202c", "\u200b", "\u2800", "\u00ad \u00ad", "\u200d"])
def test_a_name_that_nobody_sees_is_no_name(name):
    assert set(errors_of(about_you(name=name))) == {"name"}


def test_a_name_that_is_too_long_is_not_called_a_text_for_the_phone():
    (message,) = errors_of(about_you(name="x" * 83))["name"]
    assert message.startswith("This is 3 characters too long: 80 fit here.")

"""Form components: what they tell somebody who cannot see them, in every state."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string

from perspectief.templatetags.form_fields import (
    control_kind,
    error_links_of,
    mark_date,
    option_groups,
)
from perspectief.widgets import (
    ChoiceCheckbox,
    ChoiceCheckboxSelectMultiple,
    ChoiceRadioSelect,
    DayPartCheckboxes,
)

DAYS = [
    ("Thursday 26 November", [("26m", "morning (9am to 12 noon)"), ("26a", "afternoon")]),
    ("any_time", "Any time is fine"),
]


class QuestionForm(forms.Form):
    """One of every kind of question."""

    role = forms.ChoiceField(
        label="Which fits?",
        help_text="Choose one.",
        choices=[("victim", "Victim"), ("other", "Other")],
        widget=ChoiceRadioSelect,
    )
    role_other = forms.CharField(label="What else?", required=False, max_length=10)
    ways = forms.MultipleChoiceField(
        label="What may we do?",
        required=False,
        choices=[("text", "Text"), ("email", "E-mail")],
        widget=ChoiceCheckboxSelectMultiple,
    )
    moments = forms.MultipleChoiceField(
        label="When?", required=False, choices=DAYS, widget=DayPartCheckboxes
    )
    name = forms.CharField(label="What should we call you?", help_text="An alias is fine.")
    consent = forms.BooleanField(label="I agree", widget=ChoiceCheckbox)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].why = "So we know how to start."
        self.fields["role"].notes = [("other", "You can explain below.")]
        self.fields["role"].sub_fields = {"other": ["role_other"]}
        self.fields["ways"].reveals = {"email"}


def draw(field):
    return render_to_string("components/field.html", {"field": field})


@pytest.fixture
def faulty() -> QuestionForm:
    form = QuestionForm(
        {"role": "", "role_other": "far too long a text", "moments": ["gone"], "name": ""}
    )
    assert not form.is_valid()
    return form


def test_a_group_is_a_fieldset_with_its_question_as_legend():
    html = draw(QuestionForm()["role"])

    assert re.search(r'<legend class="field__label">Which fits\?\s*</legend>', html)
    assert 'aria-describedby="id_role_helptext"' in html
    assert 'id="id_role_helptext"' in html
    assert "So we know how to start." in html


def test_only_what_is_optional_is_marked():
    assert "field__optional" in draw(QuestionForm()["ways"])
    assert "field__optional" not in draw(QuestionForm()["name"])


def test_an_optional_question_can_go_without_its_mark():
    form = QuestionForm()
    form.fields["ways"].hide_optional = True

    assert "field__optional" not in draw(form["ways"])


@pytest.mark.parametrize("name", ["role", "moments", "name", "consent"])
def test_an_error_is_told_with_the_question(faulty, name):
    html = draw(faulty[name])

    assert f'id="id_{name}_error"' in html
    assert re.search(rf'aria-describedby="[^"]*id_{name}_error', html)
    assert "field--error" in html


def test_the_error_stands_above_the_control(faulty):
    html = draw(faulty["name"])

    assert html.index("id_name_error") < html.index("<input")


def test_a_radio_does_not_claim_to_be_invalid_but_a_checkbox_and_a_line_do(faulty):
    radios = re.findall(r'<input class="choice__input" type="radio"[^>]*>', draw(faulty["role"]))
    assert len(radios) == 2
    assert not any("aria-invalid" in radio for radio in radios)
    assert 'aria-invalid="true"' in draw(faulty["name"])
    assert 'aria-invalid="true"' in draw(faulty["consent"])


def test_a_note_is_told_with_its_option():
    html = draw(QuestionForm()["role"])

    assert 'aria-describedby="id_role_1_note"' in html
    assert 'id="id_role_1_note">You can explain below.' in html


def test_a_question_that_belongs_to_an_answer_is_drawn_right_under_it(faulty):
    html = draw(QuestionForm()["role"])
    assert html.index("Other") < html.index('name="role_other"')
    assert "choice__more--error" not in html

    assert "choice__more--error" in draw(faulty["role"])


def test_only_the_answer_that_reveals_something_says_so():
    html = draw(QuestionForm()["ways"])

    assert re.findall(r'value="(\w+)"[^>]*data-reveals', html) == ["email"]


def test_parts_of_days_are_grouped_by_day():
    html = draw(QuestionForm()["moments"])

    assert "<legend>Thursday 26 November</legend>" in html
    assert re.search(r'morning <span class="choice__detail">9am to 12 noon</span>', html)
    assert html.index("days__any") < html.index("Any time is fine")


def test_given_answers_come_back():
    form = QuestionForm(
        {"role": "other", "moments": ["26a"], "name": "<b>Zoë</b>", "consent": "on"}
    )

    assert re.search(r'value="other"[^>]* checked', draw(form["role"]))
    assert re.search(r'value="26a"[^>]* checked', draw(form["moments"]))
    assert "&lt;b&gt;Zoë&lt;/b&gt;" in draw(form["name"])
    assert re.search(r'name="consent"[^>]* checked', draw(form["consent"]))


def test_every_error_links_to_a_control_that_exists(faulty):
    links = error_links_of(faulty)
    drawn = "".join(draw(field) for field in faulty)

    assert [link["target"] for link in links] == [
        "id_role_0",
        "id_role_other",
        "id_moments_0_0",
        "id_name",
        "id_consent",
    ]
    for link in links:
        assert re.search(rf'<(?:input|textarea)[^>]* id="{link["target"]}"', drawn)


def test_an_error_of_the_whole_form_comes_first_and_links_nowhere(faulty):
    faulty.add_error(None, "Choose one way to reach you.")

    assert error_links_of(faulty)[0] == {"target": "", "message": "Choose one way to reach you."}
    assert "Choose one way" in render_to_string("components/error_summary.html", {"form": faulty})


def test_there_is_no_summary_without_errors():
    html = render_to_string("components/error_summary.html", {"form": QuestionForm()})

    assert html.strip() == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("role", "choices"),
        ("ways", "choices"),
        ("moments", "days"),
        ("consent", "statement"),
        ("name", "line"),
    ],
)
def test_each_field_is_drawn_by_the_right_control(name, kind):
    assert control_kind(QuestionForm()[name]) == kind


def test_ungrouped_options_are_one_group_each():
    assert [group["name"] for group in option_groups(QuestionForm()["role"])] == ["", ""]


def test_the_date_in_a_promise_is_marked_and_the_rest_escaped():
    html = mark_date("We call <you> by Thursday 26 November.", "Thursday 26 November")

    assert html == ('We call &lt;you&gt; by <mark class="deadline">Thursday 26 November</mark>.')


@pytest.mark.parametrize("date", ["", "Friday"])
def test_a_promise_without_the_date_stays_as_it_is(date):
    assert mark_date("We call <you>.", date) == "We call &lt;you&gt;."

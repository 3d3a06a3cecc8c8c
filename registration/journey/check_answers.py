"""The answers as the last step shows them, each with a link to change it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.forms import BoundField

from perspectief.templatetags.form_fields import option_groups
from registration.forms import StepForm


@dataclass(frozen=True)
class AnswerRow:
    """One question with its answer in words; `change_url` leads to the question itself.

    `is_changed` is whether the page showed another answer before.
    """

    question: str
    answer: str | list[str]
    change_url: str
    is_changed: bool = False


def answer_rows(form: StepForm, step_url: str, *, changed: Collection[str] = ()) -> list[AnswerRow]:
    """Return the rows of a checked form.

    Args:
        form: a form that is valid.
        step_url: address of its step, to which the place of the question is added.
        changed: names of the answers that changed since the page was shown before.
    """
    questions = {form.question_of(name) for name in changed}
    return [
        AnswerRow(
            question=str(form[name].label),
            answer=form.answer_in_words(name),
            change_url=f"{step_url}#{_control_id(form[name])}",
            is_changed=name in questions,
        )
        for name in form.shown_fields()
    ]


def _control_id(field: BoundField) -> str:
    # A group of radios has no element with an id of its own: its first option has.
    return field.id_for_label or option_groups(field)[0]["options"][0]["attrs"]["id"]

"""The answers as the last step shows them, each with a link to change it."""

from collections.abc import Collection
from dataclasses import dataclass

from django.forms import BoundField

from perspectief.templatetags.form_fields import option_groups
from registration.journey.page_form import PageForm


@dataclass(frozen=True)
class AnswerRow:
    """One question with its answer in words; `change_url` leads to the question itself.

    `is_changed` is whether the page showed another answer before.
    """

    question: str
    answer: str | list[str]
    change_url: str
    is_changed: bool = False

    @property
    def is_told(self) -> bool:
        """Whether there is something to read again: an answer, or that one was taken back."""
        return bool(self.answer) or self.is_changed


def answer_rows(form: PageForm, step_url: str, *, changed: Collection[str] = ()) -> list[AnswerRow]:
    """Return the rows of a checked page.

    Args:
        form: a page of which all answers are right.
        step_url: its address, to which the place of the question is added.
        changed: names of the answers that changed since the page was shown before.
    """
    questions = {form.question_of(name) for name in changed}
    return [
        AnswerRow(
            question=str(form.bound(name).label),
            answer=form.form_of(name).answer_in_words(name),
            change_url=f"{step_url}#{_control_id(form.bound(name))}",
            is_changed=name in questions,
        )
        for name in form.shown_fields()
    ]


def _control_id(field: BoundField) -> str:
    # A group of radios has no element with an id of its own: its first option has.
    return field.id_for_label or option_groups(field)[0]["options"][0]["attrs"]["id"]

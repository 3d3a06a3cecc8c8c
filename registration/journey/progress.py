"""How far a visitor is: which steps are complete, and what was answered in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from registration.answers import Answers
from registration.contact_policy import is_ruled_out
from registration.dates_in_words import moment_in_words
from registration.deadlines import Moment
from registration.forms import StepForm
from registration.journey import drafts
from registration.journey.steps import FORM_STEPS, FormStep, Step
from registration.models import Draft


@dataclass
class FormProgress:
    """The stored answers of a draft, checked again as if they were sent now.

    An answer can stop being right by itself: a moment passes, an option is withdrawn.
    """

    draft: Draft | None
    now: datetime

    def __post_init__(self) -> None:
        self._forms: dict[str, StepForm | None] = {}

    def form(self, step: FormStep) -> StepForm | None:
        """Return the bound form of a step, or None if nothing was saved there."""
        if step.code not in self._forms:
            values = drafts.stored_values(self.draft, step.code)
            self._forms[step.code] = (
                None if values is None else step.form_class.from_raw(values, now=self.now)
            )
        return self._forms[step.code]

    def is_complete(self, step: FormStep) -> bool:
        """Return whether the visitor went on from a step and its answers are (still) right."""
        form = self.form(step)
        return bool(
            self.draft
            and form is not None
            and drafts.is_checked(self.draft, step.code)
            and form.is_valid()
        )

    def first_open_step(self) -> FormStep | None:
        """Return the first step that is not complete; None if only the check is left."""
        return next((step for step in FORM_STEPS if not self.is_complete(step)), None)

    def is_open_before(self, step: Step) -> bool:
        """Return whether a step before this one is not complete."""
        return any(
            not self.is_complete(earlier) for earlier in FORM_STEPS if earlier.number < step.number
        )

    def answers(self) -> Answers:
        """Return all answers together; only when no step is open."""
        together: dict[str, Any] = {}
        for step in FORM_STEPS:
            form = self.form(step)
            if form is None or not form.is_valid():
                raise ValueError("a step is not complete")
            together |= form.to_answers()
        return Answers(**together)


def ruled_out_moments(answers: Answers) -> list[str]:
    """Return, in words, the preferred moments that the person ruled out as well."""
    moments = [Moment.from_code(code) for code in answers.moments]
    return [moment_in_words(moment) for moment in moments if is_ruled_out(answers, moment)]

"""How far a visitor is: which steps are complete, and what was answered in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from registration.forms import StepForm
from registration.forms.shown_answers import Shown, ShownAnswers
from registration.journey import drafts
from registration.journey.definition import FormStep, Journey, Step
from registration.models import Draft
from registration.vocabulary.whose import Whose


@dataclass
class FormProgress:
    """The stored answers of a draft, checked again as if they were sent now.

    An answer can stop being right by itself: a moment passes, an option is withdrawn.
    """

    journey: Journey
    draft: Draft | None
    now: datetime

    def __post_init__(self) -> None:
        self._forms: dict[str, StepForm | None] = {}

    def whose(self, step: Step) -> Whose:
        """Return about whom a step asks, as far as was answered."""
        form_class = step.form_class if isinstance(step, FormStep) else StepForm
        return self.whose_in(form_class)

    def whose_in(self, form_class: type[StepForm]) -> Whose:
        """Return about whom a form asks, as far as was answered."""
        return form_class.whose_with(
            for_whom=self.draft.given("for_whom") if self.draft else "",
            who_to_call=self.draft.given("who_to_call") if self.draft else "",
        )

    def owner(self, step: FormStep) -> str:
        """Return a code of whose answers a step asks for, "" as long as that was not answered."""
        for_whom = self.draft.given("for_whom") if self.draft else ""
        if self.draft is None or not for_whom:
            return ""
        return step.form_class.owner_with(
            for_whom=for_whom, who_to_call=self.draft.given("who_to_call")
        )

    def is_of_another(self, step: FormStep) -> bool:
        """Return whether what was saved in a step is of somebody else than it asks about now."""
        if self.draft is None:
            return False
        owner = drafts.owner_of(self.draft, step.code)
        return bool(owner) and owner != self.owner(step)

    def is_checked(self, step: FormStep) -> bool:
        """Return whether the visitor went on from a step about whom it asks now."""
        return bool(
            self.draft and drafts.is_checked(self.draft, step.code) and not self.is_of_another(step)
        )

    def values(self, step: FormStep) -> drafts.RawValues | None:
        """Return the raw values of a step, None if nothing was saved; none of somebody else."""
        values = drafts.stored_values(self.draft, step.code)
        if values is not None and self.is_of_another(step):
            return step.form_class.kept_for_another(values)
        return values

    def form(self, step: FormStep) -> StepForm | None:
        """Return the bound form of a step, or None if nothing was saved there."""
        if step.code not in self._forms:
            values = self.values(step)
            self._forms[step.code] = (
                None
                if values is None
                else step.form_class.from_raw(values, now=self.now, whose=self.whose(step))
            )
        return self._forms[step.code]

    def is_complete(self, step: FormStep) -> bool:
        """Return whether the visitor went on from a step and its answers are (still) right."""
        form = self.form(step)
        return form is not None and self.is_checked(step) and form.is_valid()

    def first_open_step(self) -> FormStep | None:
        """Return the first step that is not complete; None if all can be sent."""
        return next((step for step in self.journey.form_steps if not self.is_complete(step)), None)

    def is_open_before(self, step: Step) -> bool:
        """Return whether a step before this one is not complete."""
        earlier_steps = self.journey.form_steps[: self.journey.number_of(step) - 1]
        return any(not self.is_complete(earlier) for earlier in earlier_steps)

    def answers(self) -> dict[str, Any]:
        """Return all checked answers together by their names.

        Raises:
            ValueError: a step is open.
        """
        together: dict[str, Any] = {}
        for step in self.journey.form_steps:
            form = self.form(step)
            if form is None or not form.is_valid():
                raise ValueError("a step is not complete")
            together |= form.to_answers()
        return together

    def shown_answers(self) -> ShownAnswers:
        """Return the answers that the page which sends shows of other pages, once none is open."""
        shown: dict[str, Shown] = {}
        for step in self.journey.form_steps:
            form = self.form(step)
            if step is self.journey.last_step or form is None or not form.is_valid():
                continue
            for name, answer in form.to_answers().items():
                question = str(form[form.question_of(name)].label)
                shown[f"{step.code}.{name}"] = Shown(question, answer)
        return ShownAnswers(shown)

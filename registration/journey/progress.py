"""How far a visitor is: which pages are complete, and what was answered on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from registration.forms import StepForm
from registration.forms.base import RawValues
from registration.forms.shown_answers import Shown, ShownAnswers
from registration.journey import drafts
from registration.journey.definition import FormStep, Journey, Step
from registration.journey.page_form import PageForm
from registration.models import Draft
from registration.vocabulary.whose import Whose


@dataclass
class FormProgress:
    """The stored answers of a draft, checked again as if they were sent now.

    An answer can stop being right by itself: a moment passes, an option is withdrawn. Whoever
    changes the draft asks for another progress: what was looked at once stays as it was.
    """

    journey: Journey
    draft: Draft | None
    now: datetime

    def __post_init__(self) -> None:
        self._forms: dict[type[StepForm], StepForm] = {}
        self._complete: dict[str, bool] = {}

    def given(self, question: str) -> str:
        """Return what was typed or chosen for a question, "" for nothing yet."""
        return self._given.get(question, "")

    @cached_property
    def _given(self) -> Mapping[str, str]:
        return self.draft.all_given() if self.draft else {}

    @cached_property
    def form_steps(self) -> tuple[FormStep, ...]:
        """The pages with questions that apply after what was answered so far."""
        return tuple(step for step in self.journey.form_steps if step.questions_for(self.given))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages that apply, up to sending."""
        check = self.journey.check
        return (*self.form_steps, check) if check else self.form_steps

    def number_of(self, step: Step) -> int:
        """Return which page this is of those that apply, counted from one."""
        return self.steps.index(step) + 1

    def step_before(self, step: Step) -> Step | None:
        """Return the page that comes before, or None for the first."""
        number = self.number_of(step)
        return self.steps[number - 2] if number > 1 else None

    def step_after(self, step: Step) -> Step:
        """Return the page that comes after.

        Raises:
            IndexError: it is the last.
        """
        return self.steps[self.number_of(step)]

    def whose(self, step: Step) -> Whose:
        """Return about whom a page asks first, as far as was answered."""
        return self.whose_in(step.forms[0] if isinstance(step, FormStep) else StepForm)

    def whose_in(self, form_class: type[StepForm]) -> Whose:
        """Return about whom a form asks, as far as was answered."""
        return form_class.whose_with(
            for_whom=self.given("for_whom"), who_to_call=self.given("who_to_call")
        )

    def owner(self, step: FormStep) -> str:
        """Return a code of whose answers a page asks for, "" as long as that was not answered."""
        for_whom = self.given("for_whom")
        if not for_whom:
            return ""
        called = self.given("who_to_call")
        owners = (form.owner_with(for_whom=for_whom, who_to_call=called) for form in step.forms)
        return next(filter(None, owners), "")

    def is_of_another(self, step: FormStep) -> bool:
        """Return whether what was saved on a page is of somebody else than it asks about now."""
        if self.draft is None:
            return False
        owner = drafts.owner_of(self.draft, step.code)
        return bool(owner) and owner != self.owner(step)

    def is_checked(self, step: FormStep) -> bool:
        """Return whether the visitor went on from a page about whom it asks now."""
        return bool(
            self.draft and drafts.is_checked(self.draft, step.code) and not self.is_of_another(step)
        )

    def values(self, step: FormStep) -> RawValues | None:
        """Return the raw values of a page, None if nothing was saved; none of somebody else."""
        values = drafts.stored_values(self.draft, step.code)
        if values is None or not self.is_of_another(step):
            return values
        return {
            name: given
            for form in step.forms
            for name, given in form.kept_for_another(step.of_form(form, values)).items()
        }

    def form(self, step: FormStep) -> PageForm | None:
        """Return the checked answers of a page, or None if nothing was saved there."""
        if self.values(step) is None:
            return None
        return PageForm(step, [self._whole(form) for form in step.forms], self.given)

    def form_with(self, step: FormStep, values: RawValues) -> PageForm:
        """Return a page with these raw values, checked beside what other pages were answered."""
        forms = [self._bound(form, step, values) for form in step.forms]
        return PageForm(step, forms, self.given)

    def unchecked_form(self, step: FormStep, values: RawValues | None = None) -> PageForm:
        """Return a page without looking for mistakes yet.

        Args:
            step: the page.
            values: raw values instead of those that were saved there.
        """
        forms = [self._unchecked(form, step, values) for form in step.forms]
        return PageForm(step, forms, self.given)

    def is_complete(self, step: FormStep) -> bool:
        """Return whether the visitor went on from a page and its answers are (still) right."""
        if step.code not in self._complete:
            form = self.form(step) if self.is_checked(step) else None
            self._complete[step.code] = form is not None and form.is_valid()
        return self._complete[step.code]

    def first_open_step(self) -> FormStep | None:
        """Return the first page that is not complete; None if all can be sent."""
        return next((step for step in self.form_steps if not self.is_complete(step)), None)

    def is_open_before(self, step: Step) -> bool:
        """Return whether a page before this one is not complete, or this one does not apply."""
        if step not in self.steps:
            return True
        earlier_steps = self.form_steps[: self.number_of(step) - 1]
        return any(not self.is_complete(earlier) for earlier in earlier_steps)

    def answers(self) -> dict[str, Any]:
        """Return all checked answers together by their names.

        Raises:
            ValueError: a page is open.
        """
        together: dict[str, Any] = {}
        for form_class in self.journey.forms:
            form = self._whole(form_class)
            if not form.is_valid():
                raise ValueError("a page is not complete")
            together |= form.to_answers()
        return together

    def shown_answers(self) -> ShownAnswers:
        """Return the answers that the page which sends knows of other pages."""
        shown: dict[str, Shown] = {}
        for form_class in self.journey.forms:
            form = self._of_other_pages(form_class)
            for name, answer in self._checked(form).items():
                question = form.question_of(name)
                step = self.journey.step_asking(question)
                if step is not self.journey.last_step:
                    shown[f"{step.code}.{name}"] = Shown(str(form[question].label), answer)
        return ShownAnswers(shown)

    def _of_other_pages(self, form_class: type[StepForm]) -> StepForm:
        last = self.journey.last_step
        if isinstance(last, FormStep):
            return self._bound(form_class, last, {})
        return self._whole(form_class)

    def _checked(self, form: StepForm) -> dict[str, Any]:
        if form.is_valid():
            return form.to_answers()
        # A page that asks and sends may still be unanswered; one with all answers is not reached.
        return form.cleaned_data if self.journey.check is None else {}

    def _whole(self, form_class: type[StepForm]) -> StepForm:
        """Return a form with what was answered to it on all pages."""
        if form_class not in self._forms:
            self._forms[form_class] = self._bound(form_class)
        return self._forms[form_class]

    def _bound(
        self,
        form_class: type[StepForm],
        sent: FormStep | None = None,
        values: RawValues | None = None,
    ) -> StepForm:
        together = self._together(form_class, sent, values)
        return form_class.from_raw(together, now=self.now, whose=self.whose_in(form_class))

    def _unchecked(
        self, form_class: type[StepForm], step: FormStep, values: RawValues | None
    ) -> StepForm:
        answered = [
            name
            for each in self._steps_of(form_class)
            if self.values(each) is not None or (each is step and values is not None)
            for name in each.questions
            if name in form_class.base_fields
        ]
        return form_class.unchecked(
            self._together(form_class, step, values),
            answered=answered,
            now=self.now,
            whose=self.whose_in(form_class),
        )

    def _together(
        self, form_class: type[StepForm], step: FormStep | None, values: RawValues | None
    ) -> RawValues:
        """Return the raw values of a form from all pages, with other ones of one page."""
        together: dict[str, Any] = {}
        for each in self._steps_of(form_class):
            given = values if each is step and values is not None else self.values(each)
            asked = each.questions_for(self.given)
            own = each.of_form(form_class, given or {})
            together |= {name: sent for name, sent in own.items() if name in asked}
        return together

    def _steps_of(self, form_class: type[StepForm]) -> list[FormStep]:
        return [step for step in self.form_steps if form_class in step.forms]

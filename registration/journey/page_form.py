"""The questions of one page: those of one form, or some of several, with their answers."""

import dataclasses
from collections.abc import Iterator, Sequence

from django.forms import BoundField

from registration.forms import StepForm
from registration.forms.base import Given
from registration.journey.definition import FormStep, Part, Passage, Revealed


@dataclasses.dataclass(frozen=True)
class Laid:
    """A part of a page as it is drawn: a question, a passage, or what shows with an answer."""

    field: BoundField | None = None
    is_compact: bool = False
    template: str = ""
    revealed: list["Laid"] = dataclasses.field(default_factory=list)


class PageForm:
    """What a page asks, out of forms that know the answers of other pages too.

    A mistake in what another page asks is none of this page.
    """

    def __init__(self, step: FormStep, forms: Sequence[StepForm], given: Given) -> None:
        self.step = step
        self.forms = forms
        self.questions = step.questions_for(given)
        self._parts = step.parts_for(given)

    def bound(self, name: str) -> BoundField:
        """Return a question with its answer."""
        return self.form_of(name)[name]

    def __iter__(self) -> Iterator[BoundField]:
        """Go through the questions, without those of which all options were withdrawn."""
        return (self.bound(name) for name in self.questions if self.asks(name))

    def form_of(self, question: str) -> StepForm:
        """Return the form that checks a question of this page."""
        return next(form for form in self.forms if question in form.base_fields)

    def question_of(self, answer: str) -> str:
        """Return the question of this page with which an answer is shown, "" for none of them."""
        questions = (form.question_of(answer) for form in self.forms)
        return next((name for name in questions if name in self.questions), "")

    def asks(self, name: str) -> bool:
        """Return whether a question of the declaration is asked now."""
        return name in self.form_of(name).fields

    def is_valid(self) -> bool:
        """Return whether every question of this page is answered well."""
        return not self.errors

    @property
    def errors(self) -> dict[str, list[str]]:
        """What is not right, per question of this page; nothing before anything was sent."""
        return {
            name: [str(message) for message in messages]
            for form in self.forms
            for name, messages in form.errors.items()
            if name in self.questions
        }

    def non_field_errors(self) -> list[str]:
        """Return mistakes that belong to no question: there are none."""
        return []

    def shown_fields(self) -> list[str]:
        """Return the questions to show when the answers are checked; all must be right."""
        shown = {name for form in self.forms for name in form.shown_fields()}
        return [name for name in self.questions if name in shown]

    def layout(self) -> list[Laid]:
        """Return the parts of the page in their order, for the template."""
        return self._laid(self._parts)

    def _laid(self, parts: Sequence[Part], *, is_compact: bool = False) -> list[Laid]:
        laid: list[Laid] = []
        is_asked = True
        for part in parts:
            match part:
                case Revealed():
                    if is_asked:
                        laid.append(Laid(revealed=self._laid(part, is_compact=True)))
                case Passage():
                    laid.append(Laid(template=part.template))
                case str():
                    is_asked = self.asks(part)
                    if is_asked:
                        laid.append(Laid(field=self.bound(part), is_compact=is_compact))
        return laid

"""The questions of one page: those of one form, or some of several, with their answers."""

import dataclasses
from collections.abc import Iterator, Sequence
from functools import cached_property

from django.forms import BoundField

from registration.forms import StepForm
from registration.forms.base import Given
from registration.journey.definition import FormStep, Part, Passage, Revealed, Topic


@dataclasses.dataclass(frozen=True)
class Laid:
    """A part of a page as it is drawn: a question, a passage, a topic, or what an answer shows.

    `is_heading` is whether the question is all that the page asks, and so its heading. `parts` are
    those of a topic, with the words of its `title`. `counts_if_shown` is whether what shows with an
    answer counts for nothing without it.
    """

    field: BoundField | None = None
    is_compact: bool = False
    is_heading: bool = False
    template: str = ""
    revealed: list["Laid"] = dataclasses.field(default_factory=list)
    counts_if_shown: bool = False
    title: str = ""
    parts: list["Laid"] = dataclasses.field(default_factory=list)
    is_open: bool = False


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

    @cached_property
    def heading_question(self) -> str:
        """The question that is the heading of its page, "" where the page asks more than one."""
        whole = [part for part in self._parts if not isinstance(part, Passage | Revealed)]
        only = whole[0] if len(whole) == 1 else ""
        return only if isinstance(only, str) and only and self.asks(only) else ""

    def layout(self) -> list[Laid]:
        """Return the parts of the page in their order, for the template."""
        return self._laid(self._parts)

    def _laid(self, parts: Sequence[Part], *, is_compact: bool = False) -> list[Laid]:
        laid: list[Laid] = []
        above, is_asked = "", True
        for part in parts:
            match part:
                case Revealed():
                    if is_asked:
                        revealed = self._laid(part, is_compact=True)
                        counts = above in self.form_of(above).follow_ups
                        laid.append(Laid(revealed=revealed, counts_if_shown=counts))
                case Passage():
                    laid.append(Laid(template=part.template))
                case Topic():
                    laid += self._topic(part)
                case str():
                    above, is_asked = part, self.asks(part)
                    if is_asked:
                        laid.append(
                            Laid(
                                field=self.bound(part),
                                is_compact=is_compact,
                                is_heading=part == self.heading_question,
                            )
                        )
        return laid

    def _topic(self, topic: Topic) -> list[Laid]:
        parts = self._laid(topic.parts, is_compact=True)
        fields = [part.field for part in parts if part.field]
        if not fields:
            return []  # the coordinator has withdrawn all of it
        is_open = any(field.errors or field.value() for field in fields)
        title = topic.label_for(self.form_of(fields[0].name).whose)
        return [Laid(title=title, parts=parts, is_open=is_open)]

"""A form of the site on paper, printed or entered: all that its declaration asks, in its order."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _

from registration.forms import StepForm
from registration.forms.fields import AnyOf, OneOf, Question, flat_choices
from registration.journey.definition import FormStep, If, Journey, Part, Revealed, Topic
from registration.journey.self_registration import SELF_REGISTRATION
from registration.paper.forms import ON_PAPER


@dataclass(frozen=True)
class OnPaper:
    """A question, or questions that only some have to answer, with who they are.

    `is_revealed` is whether the answer to the question above says who, and `option` which of its
    answers, if they belong to that one alone.
    """

    field: BoundField | None = None
    only_if: str = ""
    is_revealed: bool = False
    option: str = ""
    parts: Sequence["OnPaper"] = ()

    def fields(self) -> Iterator[BoundField]:
        """Return its questions in their order."""
        if self.field is not None:
            yield self.field
        yield from chain.from_iterable(part.fields() for part in self.parts)


class Section:
    """A page of the form on the site, as a part of the paper."""

    def __init__(self, step: FormStep, forms: Sequence[StepForm]) -> None:
        self.title = step.heading or step.label
        self.lead = step.lead
        self._forms = forms
        self.parts = list(self._on_paper(step.asks))

    def __iter__(self) -> Iterator[BoundField]:
        """Go through its questions in the order of the paper."""
        return chain.from_iterable(part.fields() for part in self.parts)

    @property
    def errors(self) -> dict[str, list[str]]:
        """What is not right, per question; nothing before anything was sent."""
        return {field.name: [str(each) for each in field.errors] for field in self if field.errors}

    def non_field_errors(self) -> list[str]:
        """Return mistakes that belong to no question: there are none."""
        return []

    def _on_paper(self, parts: Sequence[Part]) -> Iterator[OnPaper]:
        above: BoundField | None = None
        for part in parts:
            match part:
                case str():
                    above = self._field(part)
                    if above is not None:
                        yield from self._with_sub_fields(above)
                case If():
                    if asked := list(self._on_paper(part.parts)):
                        yield OnPaper(only_if=str(part.only_if), parts=asked)
                case Revealed() if above is not None:
                    yield from self._revealed(above, part)
                case Topic():
                    yield from self._on_paper(part.parts)

    def _revealed(
        self, above: BoundField, parts: Sequence[Part], option: str = ""
    ) -> Iterator[OnPaper]:
        if asked := list(self._on_paper(parts)):
            only_if = _only_if_ticked(above, option)
            yield OnPaper(only_if=only_if, is_revealed=True, option=option, parts=asked)

    def _with_sub_fields(self, field: BoundField) -> Iterator[OnPaper]:
        yield OnPaper(field=field)
        sub_fields = field.field.sub_fields if isinstance(field.field, Question) else {}
        for code, names in sub_fields.items():
            yield from self._revealed(field, names, code)

    def _field(self, name: str) -> BoundField | None:
        """Return a question; None for one that paper leaves out, or that has no options left."""
        return next((form[name] for form in self._forms if name in form.fields), None)


class Sheet:
    """All sections of a form on paper; with `data`, as the desk typed them."""

    def __init__(self, data: QueryDict | None = None, journey: Journey = SELF_REGISTRATION) -> None:
        self.forms = [ON_PAPER.get(form, form)(data) for form in journey.forms]
        self.sections = [Section(step, self.forms) for step in journey.form_steps]

    def is_valid(self) -> bool:
        """Return whether nothing is left to put right, in any form."""
        return not any([form.errors for form in self.forms])  # noqa: C419, so that all are checked

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers of all forms together."""
        return dict(chain.from_iterable(form.to_answers().items() for form in self.forms))


def _only_if_ticked(field: BoundField, option: str) -> str:
    """Return that what follows is only for who ticked this, or an answer to it that shows more."""
    question = field.field
    if isinstance(question, OneOf | AnyOf):
        revealing = {option} if option else _codes(question.reveals)
        ticked = [label for code, label in flat_choices(question) if code in revealing]
    else:
        ticked = [str(field.label)]
    *others, last = [f"‘{label}’" for label in ticked]
    answers = _("%(answers)s or %(last)s") % {"answers": ", ".join(others), "last": last}
    return _("Only if you tick %(answers)s") % {"answers": answers if others else last}


def _codes(reveals: Collection[str] | bool) -> Collection[str]:
    return () if isinstance(reveals, bool) else reveals

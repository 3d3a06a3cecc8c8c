"""What a form of the site consists of. The views in this package serve every `Journey` alike."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any, Protocol

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.forms import SendForm, StepForm
from registration.forms.base import Given, RawValues
from registration.forms.fields import Question
from registration.models import Draft
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag
from registration.vocabulary.whose import Whose
from registration.words.checked_answers import Checked
from registration.words.whose import said

Words = Promise | str
YOUR_CODE = _("Your code is")
ASK_FIRST = _("Do you want to ask something first?")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """What is said after sending, in words for the reader and, with `%(who)s`, for anybody else.

    `is_contact` is whether it is about whom we reach instead of about whom was told.
    """

    own: Words
    other: Words
    is_contact: bool = False

    def in_words(self, receipt: Receipt) -> str:
        """Return it as who sent the form reads it."""
        whose = receipt.whose_contact if self.is_contact else receipt.whose_story
        return said(self.own, self.other, Whose(whose))


MAIL_AS_ALLOWED = Sentence(
    own=_("We will also send you an e-mail, as you agreed. It does not repeat your answers."),
    other=_("We will also send %(who)s an e-mail, as you agreed. It does not repeat the answers."),
    is_contact=True,
)


@dataclass(frozen=True)
class Step:
    """One page of the form; `slugs` is the last part of its address per language."""

    code: str
    label: Words
    slugs: Mapping[str, str]
    template: str = "registration/steps/questions.html"
    # The label in a form about somebody else, with `%(who)s`.
    label_of_other: Words = ""

    def label_for(self, whose: Whose) -> str:
        """Return what the page is called in a form about this person."""
        return said(self.label, self.label_of_other or self.label, whose)


# Beside the steps of a form that can be continued later: where to save it, and where to go on.
SAVE_SLUGS: Mapping[str, str] = {"nl": "later-verder", "en": "continue-later"}
CONTINUE_SLUGS: Mapping[str, str] = {"nl": "verder", "en": "continue"}


@dataclass(frozen=True)
class Passage:
    """What a page says between its questions, in a template that knows what the page knows."""

    template: str


class Revealed(tuple["Part", ...]):
    """What shows with an answer to the question above it, which says with which."""

    __slots__ = ()


@dataclass(frozen=True)
class If:
    """Questions that are only asked after some answers; `only_if` says so where all are printed."""

    applies: Callable[[Given], bool]
    parts: tuple["Part", ...]
    only_if: Words = ""


@dataclass(frozen=True, kw_only=True)
class Topic:
    """Questions that may all be skipped, under words that open them."""

    label: Words
    # The words in a form about somebody else, with `%(who)s`.
    label_of_other: Words = ""
    parts: tuple["Part", ...]

    def label_for(self, whose: Whose) -> str:
        """Return its words in a form about this person."""
        return said(self.label, self.label_of_other or self.label, whose)


# The name of a question, or what stands between questions or round them.
Part = str | Passage | Revealed | If | Topic


@dataclass(frozen=True, kw_only=True)
class FormStep(Step):
    """A page with questions of one form, or of several.

    `asks` has the names of the questions in the order of the page; what belongs to one answer of a
    question comes with it. Each is a question of one of the `forms`, which checks it together with
    those that other pages ask of the same form, and knows whose answers these are.
    """

    asks: tuple[Part, ...]
    forms: tuple[type[StepForm], ...]
    heading: Words = ""
    lead: Words = ""
    # Whether the lines for help that cannot wait stand beside it.
    has_crisis_lines: bool = False
    # Whether all of it may be skipped.
    is_optional: bool = False

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The names of its questions, with those that belong to one answer of another."""
        return self._questions_in(self.asks)

    def questions_for(self, given: Given) -> tuple[str, ...]:
        """Return those of its questions that are asked after what was answered so far."""
        return self._questions_in(self.parts_for(given))

    def parts_for(self, given: Given) -> tuple[Part, ...]:
        """Return what stands on the page after what was answered so far; nothing: it is skipped."""
        return tuple(_applying(self.asks, given))

    def _questions_in(self, parts: Sequence[Part]) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(self._with_sub_fields, _names(parts))))

    def form_of(self, question: str) -> type[StepForm]:
        """Return the form that checks a question of this page.

        Raises:
            StopIteration: none does.
        """
        return next(form for form in self.forms if question in form.base_fields)

    def of_form(self, form: type[StepForm], values: RawValues) -> RawValues:
        """Return those of the raw values that belong to questions of one of its forms."""
        return {name: given for name, given in values.items() if name in form.base_fields}

    def raw_values(self, data: QueryDict) -> dict[str, list[str]]:
        """Return what was sent for the questions of this page, and nothing else."""
        sent = {name: given for form in self.forms for name, given in form.raw_values(data).items()}
        return {name: given for name, given in sent.items() if name in self.questions}

    def is_empty(self, values: RawValues) -> bool:
        """Return whether nothing was answered: all is as the page is before one begins."""
        return all(form.is_empty(self.of_form(form, values)) for form in self.forms)

    def refusal_template(self, values: RawValues) -> str:
        """Return the page for answers with which nobody may go on, "" where they may."""
        refusing = (form for form in self.forms if form.is_refused(self.of_form(form, values)))
        return next((form.refusal_template for form in refusing), "")

    def _with_sub_fields(self, name: str) -> Iterator[str]:
        yield name
        question = self.form_of(name).base_fields[name]
        if isinstance(question, Question):
            yield from chain.from_iterable(question.sub_fields.values())


def _names(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case str():
                yield part
            case Revealed():
                yield from _names(part)
            case If() | Topic():
                yield from _names(part.parts)


def _applying(parts: Sequence[Part], given: Given) -> Iterator[Part]:
    for part in parts:
        match part:
            case If():
                if part.applies(given):
                    yield from _applying(part.parts, given)
            case Revealed():
                yield Revealed(_applying(part, given))
            case Topic():
                yield replace(part, parts=tuple(_applying(part.parts, given)))
            case _:
                yield part


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Some questions that the page with all answers tells together, in one row.

    `tell` says their answers in sentences, and what follows from one that was skipped; where it
    says nothing, all of them may be called skipped. Without it each answer stands behind its
    question. All of the questions stand on one page, to which one link leads from the row.
    """

    subject: Words
    # The subject in a form about somebody else, with `%(who)s`.
    subject_of_other: Words = ""
    questions: tuple[str, ...]
    tell: Callable[[Checked], list[str]] | None = None

    def subject_for(self, whose: Whose) -> str:
        """Return what the row is about in a form about this person."""
        return said(self.subject, self.subject_of_other or self.subject, whose)


@dataclass(frozen=True, kw_only=True)
class ThankYou:
    """The page after sending; it shows code and promise beside these words.

    `promise` replaces the promise of a contact by something else on a day, `%(due_date)s`.
    """

    slugs: Mapping[str, str]
    title: Words
    code_label: Words = YOUR_CODE
    code_note: Words
    mail_note: Sentence | Words = MAIL_AS_ALLOWED
    next_steps: Sequence[Sentence | Words]
    call_title: Words = ASK_FIRST
    again_question: Words
    again_label: Words
    promise: Words = ""
    template: str = "registration/thank_you.html"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What the pages that all journeys share say about this one."""

    send: Words
    already_received: Words
    already_sent: Words
    captcha_skip: Words
    captcha_again: Words


class Submit(Protocol):
    """Stores what was sent, once per draft.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """

    def __call__(
        self, answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]
    ) -> Receipt:
        """Store the checked answers of all steps together, and return the receipt."""


@dataclass(frozen=True, kw_only=True)
class Journey:
    """One form from its first step to its thanks: the one declaration of what it asks, and where.

    With a `check` page, that page asks for consent and sends; without one, the last step does.
    `told` has how that page tells the answers, in its order; without it, it lists question after
    question, and a question that stands in none of it gets a row of its own.
    """

    code: JourneyCode
    form_steps: tuple[FormStep, ...]
    check: Step | None = None
    told: tuple[Summary, ...] = ()
    thank_you: ThankYou
    wording: Wording
    submit: Submit
    send_form_class: type[SendForm] = SendForm
    rail_template: str = "registration/includes/rail.html"
    # Whether one may go on with it on another day.
    is_savable: bool = False
    # Whether each page asks about one subject, so that the way ahead is told in words.
    has_short_pages: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        """All pages up to sending."""
        return (*self.form_steps, self.check) if self.check else self.form_steps

    @cached_property
    def forms(self) -> tuple[type[StepForm], ...]:
        """The forms whose questions its pages ask, each once."""
        return tuple(dict.fromkeys(form for step in self.form_steps for form in step.forms))

    def step_asking(self, question: str) -> FormStep:
        """Return the page that asks a question.

        Raises:
            StopIteration: none does.
        """
        return next(step for step in self.form_steps if question in step.questions)

    @property
    def first_step(self) -> FormStep:
        """The page to begin with."""
        return self.form_steps[0]

    @property
    def last_step(self) -> Step:
        """The page that asks for consent and sends."""
        return self.steps[-1]

    def step_with_slug(self, slug: str, language: str) -> Step | None:
        """Return the step that has this address in `language`, if any."""
        return next((step for step in self.steps if step.slugs[language] == slug), None)

    def slugs_of(self, slug: str) -> Mapping[str, str] | None:
        """Return the address in every language of the page that has `slug` in any of them."""
        extra = (SAVE_SLUGS, CONTINUE_SLUGS) if self.is_savable else ()
        for slugs in (*(step.slugs for step in self.steps), self.thank_you.slugs, *extra):
            if slug in slugs.values():
                return slugs
        return None

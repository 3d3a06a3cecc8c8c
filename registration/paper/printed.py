"""The questions of the registration form as they are printed: boxes to tick, and lines to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Field, Textarea
from django.utils.functional import Promise

from perspectief.templatetags.form_fields import control_kind
from registration.forms import SendForm
from registration.forms.fields import OneOfList
from registration.journey.definition import Journey
from registration.journey.self_registration import SELF_REGISTRATION
from registration.paper.sheet import OnPaper, Sheet


@dataclass(frozen=True)
class Option:
    """A box to tick, with what is said at it, and a line beside it for what it asks to add."""

    label: str
    note: str = ""
    has_line: bool = False


@dataclass(frozen=True)
class PrintedQuestion:
    """One question: boxes to tick, with those of a day together, or lines to write on."""

    label: str
    hint: str | Promise
    # Whether nothing can be stored without an answer.
    is_needed: bool = False
    options: Sequence[Option] = ()
    # Whether it has many options of few words.
    is_long: bool = False
    days: Sequence[tuple[str, Sequence[str]]] = ()
    lines: range = range(0)


@dataclass(frozen=True)
class Printed:
    """A question, or questions that only some have to answer, with who they are."""

    question: PrintedQuestion | None = None
    only_if: str = ""
    parts: Sequence["Printed"] = ()


@dataclass(frozen=True)
class PrintedSection:
    """A page of the form on the site, as a part of the paper."""

    title: str
    lead: str
    parts: Sequence[Printed]


def printed_sections(journey: Journey = SELF_REGISTRATION) -> list[PrintedSection]:
    """Return all questions of a form in the active language, in the order of the site."""
    return [
        PrintedSection(str(section.title), str(section.lead), _printed(section.parts))
        for section in Sheet(journey=journey).sections
    ]


def consent_label() -> str:
    """Return what one agrees to, in the words of the form on the site."""
    return str(SendForm.base_fields["consent"].label)


def _printed(parts: Sequence[OnPaper]) -> list[Printed]:
    return [
        Printed(
            question=_question(part.field) if part.field is not None else None,
            only_if=part.only_if,
            parts=_printed(part.parts),
        )
        for part in parts
        if not _stands_beside_option(part)
    ]


def _stands_beside_option(part: OnPaper) -> bool:
    """Return whether it is no more than a line for the answer that asks to add something."""
    return bool(part.option) and all(control_kind(field) == "line" for field in part.fields())


def _question(field: BoundField) -> PrintedQuestion:
    label, hint, is_needed = str(field.label), field.help_text, field.field.required
    choices: list[tuple[str, Any]] = list(getattr(field.field, "choices", ()))
    match control_kind(field):
        case "statement":
            return PrintedQuestion("", "", options=[Option(label)])
        case "days":
            days = [(str(day), [str(words) for _code, words in parts]) for day, parts in choices]
            return PrintedQuestion(label, hint, is_needed, days=days)
    if choices:
        is_long = isinstance(field.field, OneOfList)
        return PrintedQuestion(
            label, hint, is_needed, options=_options(field.field, choices), is_long=is_long
        )
    widget = field.field.widget
    rows = int(widget.attrs.get("rows", 1)) if isinstance(widget, Textarea) else 1
    return PrintedQuestion(label, hint, is_needed, lines=range(rows))


def _options(question: Field, choices: Sequence[tuple[str, Any]]) -> list[Option]:
    notes = dict(getattr(question, "notes", ()))
    sub_fields = getattr(question, "sub_fields", {})
    return [
        Option(str(label), str(notes.get(code, "")), has_line=code in sub_fields)
        for code, label in choices
        if code
    ]

"""The questions of the registration form as they are printed: made from the same form classes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, Textarea
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from perspectief.templatetags.form_fields import control_kind
from registration.forms import SendForm, StepForm
from registration.paper.forms import PaperAboutYouForm, PaperReachForm, PaperWhatHappenedForm

SHEETS: tuple[tuple[Promise, type[StepForm]], ...] = (
    (_("About you"), PaperAboutYouForm),
    (_("What happened"), PaperWhatHappenedForm),
    (_("How we can reach you safely"), PaperReachForm),
)


@dataclass(frozen=True)
class PrintedQuestion:
    """One question: boxes to tick, with those of a day together, or lines to write on."""

    label: str
    hint: str | Promise
    options: Sequence[str] = ()
    days: Sequence[tuple[str, Sequence[str]]] = ()
    lines: range = range(0)


@dataclass(frozen=True)
class PrintedPart:
    """A step of the form, as a part of the paper."""

    title: Promise
    questions: list[PrintedQuestion]


def printed_parts() -> list[PrintedPart]:
    """Return all questions in the active language, in the order of the form on the site."""
    return [
        PrintedPart(title, [_printed(field) for field in form_class()])
        for title, form_class in SHEETS
    ]


def consent_label() -> str:
    """Return what one agrees to, in the words of the form on the site."""
    return str(SendForm.base_fields["consent"].label)


def _printed(field: BoundField) -> PrintedQuestion:
    label, hint = str(field.label), field.help_text
    choices: list[tuple[str, Any]] = list(getattr(field.field, "choices", ()))
    match control_kind(field):
        case "statement":
            return PrintedQuestion("", "", options=[label])
        case "days":
            loose = [str(words) for _code, words in choices if not isinstance(words, list)]
            days = [
                (str(day), [str(words) for _code, words in parts])
                for day, parts in choices
                if isinstance(parts, list)
            ]
            return PrintedQuestion(label, hint, options=loose, days=days)
        case "choices":
            return PrintedQuestion(label, hint, options=[str(words) for _code, words in choices])
    widget = field.field.widget
    rows = int(widget.attrs.get("rows", 1)) if isinstance(widget, Textarea) else 1
    return PrintedQuestion(label, hint, lines=range(rows))

"""Kinds of questions. Each can say why we ask it, and what belongs to one of its answers."""

import re
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from perspectief.invisible import without_invisible
from perspectief.widgets import (
    ChoiceCheckbox,
    ChoiceCheckboxSelectMultiple,
    ChoiceRadioSelect,
    ListSelect,
)
from registration.vocabulary.whose import Whose
from registration.words.whose import Words, of_other

Widgets = forms.Widget | type[forms.Widget]
NO_CHOICE = ("", _("Choose, or leave this empty"))
ONE_OF_THESE = _("Choose one of these answers")


class Question:
    """What `components/field.html` shows beside label and help text."""

    def __init__(
        self,
        *args: Any,
        why: Words = "",
        notes: Sequence[tuple[str, Words]] = (),
        sub_fields: Mapping[str, Sequence[str]] | None = None,
        reveals: Collection[str] | bool = (),
        hide_optional: bool = False,
        has_short_answers: bool = False,
        **kwargs: Any,
    ) -> None:
        self.why = why
        self.notes = notes
        self.sub_fields = sub_fields or {}
        self.reveals = reveals
        self.hide_optional = hide_optional
        self.has_short_answers = has_short_answers
        super().__init__(*args, **kwargs)


class OneOf(Question, forms.ChoiceField):
    """One answer out of a group of options; `error` says what to do when there is none."""

    widget: Widgets = ChoiceRadioSelect

    def __init__(self, group: str, *, error: Words = ONE_OF_THESE, **kwargs: Any) -> None:
        self.group = group
        super().__init__(error_messages={"required": error, "invalid_choice": error}, **kwargs)


class OneOfList(OneOf):
    """One optional answer out of a long group of options, in a list that opens."""

    widget: Widgets = ListSelect


class AnyOf(Question, forms.MultipleChoiceField):
    """Any number of answers out of a group of options."""

    widget: Widgets = ChoiceCheckboxSelectMultiple

    def __init__(self, group: str = "", **kwargs: Any) -> None:
        self.group = group
        self._left_out: Collection[str] = ()
        kwargs.setdefault("error_messages", {"invalid_choice": ONE_OF_THESE})
        super().__init__(required=False, **kwargs)

    def leave_out(self, codes: Collection[str]) -> None:
        """Offer some options no more; that they were chosen before counts for nothing."""
        self._left_out = codes
        offered = cast(list[tuple[str, Any]], self.choices)
        self.choices = [(code, label) for code, label in offered if code not in codes]

    def to_python(self, value: Any) -> list[str]:
        """Return what was chosen of what is offered."""
        return [code for code in super().to_python(value) if code not in self._left_out]


class Statement(Question, forms.BooleanField):
    """One statement to agree with."""

    widget = ChoiceCheckbox


class Text(Question, forms.CharField):
    """Free text of at most `limit` characters; what is too long is never cut off.

    The browser is not told the limit: it would silently drop the end of what somebody pastes.
    """

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        self.limit = limit
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """Return the text without characters that nobody sees; on one line if it is asked so."""
        text = without_invisible(value or "").replace("\r\n", "\n")
        if not isinstance(self.widget, forms.Textarea):
            text = re.sub(r"[\r\n\t]+", " ", text)
        return super().to_python(text) or ""

    def validate(self, value: str) -> None:
        """Count the characters.

        Raises:
            ValidationError: the text is too long, or missing.
        """
        super().validate(value)
        over = len(value) - self.limit
        if over > 0 and not isinstance(self.widget, forms.Textarea):
            raise ValidationError(
                ngettext(
                    "This is %(over)s character too long: %(limit)s fit here. Nothing was "
                    "removed. Make it shorter.",
                    "This is %(over)s characters too long: %(limit)s fit here. Nothing was "
                    "removed. Make it shorter.",
                    over,
                )
                % {"over": over, "limit": self.limit},
                code="too_long",
            )
        if over > 0:
            raise ValidationError(
                ngettext(
                    "Your text is %(over)s character too long. Nothing was removed. "
                    "Make it shorter, or tell us the rest on the phone.",
                    "Your text is %(over)s characters too long. Nothing was removed. "
                    "Make it shorter, or tell us the rest on the phone.",
                    over,
                )
                % {"over": over},
                code="too_long",
            )


# What people answer who were asked for a name and are that person themselves.
_ONESELF = frozenset(
    {"ik", "ikzelf", "ik zelf", "mij", "mijzelf", "mezelf", "i", "i did", "me", "myself"}
)


class PersonName(Text):
    """The name of somebody whom we will mention to others, to whom "I" would be somebody else."""

    def validate(self, value: str) -> None:
        """Refuse a word for oneself.

        Raises:
            ValidationError: it is no name, or too long, or missing.
        """
        super().validate(value)
        if value.casefold().strip(" .!") in _ONESELF:
            raise ValidationError(
                _("Enter the name, also if it is your own: others will read it."), code="oneself"
            )


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a question is asked about somebody else than the reader; what is left out stays.

    `%(who)s` stands for that person. `options` are other words for some answers, and `notes` for
    what is said at them, by their codes. The browser does not fill in what it knows of the reader.
    """

    label: Words | None = None
    help_text: Words | None = None
    why: Words | None = None
    error: Words | None = None
    options: Mapping[str, Words] = field(default_factory=dict)
    notes: Mapping[str, Words] = field(default_factory=dict)

    def apply(self, question: forms.Field, whose: Whose) -> None:
        """Have a question of one form ask it so."""
        if "autocomplete" in question.widget.attrs:
            question.widget.attrs["autocomplete"] = "off"
        if self.notes and isinstance(question, Question):
            question.notes = [(code, of_other(words, whose)) for code, words in self.notes.items()]
        for part in ("label", "help_text", "why"):
            words = getattr(self, part)
            if words is not None:
                setattr(question, part, of_other(words, whose))
        if self.error is not None:
            for code in {"required", "invalid_choice"} & question.error_messages.keys():
                question.error_messages[code] = of_other(self.error, whose)

    def reword_options(self, question: "OneOf | AnyOf", whose: Whose) -> None:
        """Have the answers of a question in these words, once it offers them."""
        question.choices = [
            (code, of_other(self.options[code], whose) if code in self.options else words)
            for code, words in cast(list[tuple[str, Any]], question.choices)
        ]


class ExactText(Text):
    """A code, number or address, of which every letter counts."""

    is_exact = True

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "class": "input--short"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(limit=limit, **kwargs)


def reworded(
    form: type[forms.Form],
    name: str,
    *,
    label: Words | None = None,
    help_text: Words | None = None,
    why: Words | None = None,
    group: str | None = None,
) -> Any:
    """Return a question of another form, to be asked in other words; what is left out stays.

    Args:
        form: the form that asks it first.
        name: of the question there.
        label: what is asked instead.
        help_text: what is explained instead.
        why: why it is asked instead.
        group: the options with other words.
    """
    changed = {"label": label, "help_text": help_text, "why": why, "group": group}
    question = deepcopy(form.base_fields[name])
    for part, words in changed.items():
        if words is not None:
            setattr(question, part, words)
    return question


def flat_choices(question: OneOf | AnyOf) -> list[tuple[str, str]]:
    """Return the (code, label) pairs of a question, also where they stand in groups."""
    pairs: list[tuple[str, str]] = []
    for code, label in cast(list[tuple[str, Any]], question.choices):
        if isinstance(label, list | tuple):
            pairs += [(each, f"{code}, {words}") for each, words in label]
        else:
            pairs.append((code, str(label)))
    return pairs

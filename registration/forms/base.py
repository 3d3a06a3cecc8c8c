"""What the forms of all steps share."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, ClassVar, Self

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from perspectief.invisible import without_invisible
from registration.forms.contact_fields import PhoneField
from registration.forms.fields import (
    NO_CHOICE,
    AnyOf,
    Asked,
    OneOf,
    OneOfList,
    Question,
    Statement,
    flat_choices,
)
from registration.vocabulary.whose import Whose
from registration.words import option_labels
from registration.words.whose import Words, said

# What was sent for each question, as it was sent.
RawValues = Mapping[str, Sequence[str]]
# What was typed or chosen for a question, "" for nothing yet.
Given = Callable[[str], str]
# More values for one question than any question has options.
MOST_VALUES = 60
# So much of a text does a message about it repeat.
MOST_SHOWN = 80
BOTH_GIVEN = _(
    "‘%(answer)s’ is chosen, but this is filled in too: %(given)s. Which is right? Clear this, or "
    "choose something else above."
)


class StepForm(forms.Form):
    """A step of the form. Everything typed is shown again as it was typed."""

    use_required_attribute = False  # the browser's own messages do not say what to do
    # The page for answers with which `is_refused` lets nobody go on.
    refusal_template: ClassVar[str] = ""
    # About whom it asks, unless it is told otherwise.
    default_whose: ClassVar[Whose] = Whose.OWN
    # How its questions are asked about somebody else.
    asked_of_others: ClassVar[Mapping[str, Asked]] = {}
    # What it says of answers that are missing or clash, and of those about somebody else.
    errors_said: ClassVar[Mapping[str, Words]] = {}
    errors_said_of_others: ClassVar[Mapping[str, Words]] = {}
    # By a question with options: what is only asked after some of its answers, and counts for
    # nothing after the others.
    follow_ups: ClassVar[Mapping[str, Sequence[str]]] = {}
    # Else a browser would offer the name and number of whoever types it for somebody else.
    is_about_typist: ClassVar[bool] = True

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: Mapping[str, Any] | None = None,
        now: datetime | None = None,
        whose: Whose | None = None,
    ) -> None:
        self.now = now or timezone.now()
        self.whose = whose or self.default_whose
        super().__init__(data, initial=dict(initial or {}))
        self._ask_about_others()
        self.offer_choices()
        for name, field in list(self.fields.items()):
            if isinstance(field, OneOf | AnyOf) and not field.required and not field.choices:
                del self.fields[name]  # the coordinator has withdrawn all its options
            elif isinstance(field, OneOfList):
                field.choices = [NO_CHOICE, *flat_choices(field)]
            if not self.is_about_typist:
                field.widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """Keep what was typed round a telephone number beside it, as `phone_note` for `phone`."""
        cleaned = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, PhoneField) and name in cleaned:
                cleaned[f"{name}_note"] = field.note_of(self[name].data)
        for question, names in self.follow_ups.items():
            if cleaned.get(question) and not self._reveals(question, cleaned[question]):
                self._ask_about_follow_ups(question, names)
        return cleaned

    def _reveals(self, question: str, answer: str) -> bool:
        reveals = self.choices_field(question).reveals
        return reveals if isinstance(reveals, bool) else answer in reveals

    def _ask_about_follow_ups(self, question: str, names: Sequence[str]) -> None:
        """Ask about what was filled in though the answer to a question asks for none of it."""
        for name in filter(self.fields.__contains__, names):
            self.errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].clean(None)
            if given := self._given_in_words(name):
                answer = dict(flat_choices(self.choices_field(question)))[self[question].data]
                self.add_error(name, BOTH_GIVEN % {"answer": answer, "given": given})

    def _given_in_words(self, name: str) -> str:
        """Return what was sent for a question; "" for a radio button: nobody can untick that."""
        field, given = self.fields[name], self[name].data
        match field:
            case AnyOf():
                labels = dict(flat_choices(field))
                return "; ".join(labels[code] for code in given or () if code in labels)
            case OneOf():
                return ""
            case Statement():
                return str(field.label) if given else ""
        return Truncator(str(given or "").strip()).chars(MOST_SHOWN)

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return about whom the form asks, after what was answered in another step.

        Args:
            for_whom: a code of `ForWhom`, or "".
            who_to_call: a code of `WhoToCall`, or "".
        """
        return cls.default_whose

    @classmethod
    def owner_with(cls, *, for_whom: str, who_to_call: str) -> str:
        """Return a code of whose answers these are, "" where that makes no difference.

        Where it changes, they are asked again: they are not those of somebody else.

        Args:
            for_whom: a code of `ForWhom`, or "".
            who_to_call: a code of `WhoToCall`, or "".
        """
        return ""

    @classmethod
    def kept_for_another(cls, values: RawValues) -> RawValues:
        """Return the raw values that stay where the others were given of somebody else."""
        return values

    def error_said(self, name: str, **values: str) -> str:
        """Return an error of the form in words for whom it asks about.

        Args:
            name: of the error.
            values: what stands for placeholders in it.
        """
        own = self.errors_said[name]
        return said(own, self.errors_said_of_others.get(name, own), self.whose, **values)

    def _ask_about_others(self) -> None:
        if self.whose is Whose.OWN:
            return
        for name, asked in self.asked_of_others.items():
            if name in self.fields:
                asked.apply(self.fields[name], self.whose)

    def choices_field(self, name: str) -> OneOf | AnyOf:
        """Return a question that has options.

        Raises:
            TypeError: it has none.
        """
        field = self.fields[name]
        if not isinstance(field, OneOf | AnyOf):
            raise TypeError(f"{name} has no options")
        return field

    def offer_choices(self) -> None:
        """Fill the questions with the options of this moment, in the active language."""
        grouped = [
            field
            for field in self.fields.values()
            if isinstance(field, OneOf | AnyOf) and field.group
        ]
        for field in grouped:
            field.choices = option_labels.choices(field.group)
        if self.whose is not Whose.OWN:
            for name, asked in self.asked_of_others.items():
                if asked.options and name in self.fields:
                    asked.reword_options(self.choices_field(name), self.whose)

    @classmethod
    def raw_values(cls, data: QueryDict) -> dict[str, list[str]]:
        """Return what was sent for the questions of this form, and nothing else."""
        return {
            name: [without_invisible(value) for value in data.getlist(name)[:MOST_VALUES]]
            for name in cls.base_fields
            if name in data
        }

    @classmethod
    def is_empty(cls, values: RawValues) -> bool:
        """Return whether nothing was answered: all is as the form is before one begins.

        Args:
            values: raw values per question.
        """
        return all(
            {value.strip() for value in given} <= {"", str(cls.base_fields[name].initial or "")}
            for name, given in values.items()
            if name in cls.base_fields
        )

    @classmethod
    def is_refused(cls, values: RawValues) -> bool:
        """Return whether an answer forbids to keep or send anything.

        Args:
            values: raw values per question.
        """
        return False

    @classmethod
    def from_raw(
        cls,
        values: RawValues,
        *,
        now: datetime | None = None,
        whose: Whose | None = None,
    ) -> Self:
        """Return the form filled in with stored raw values, ready to be checked."""
        data = QueryDict(mutable=True)
        for name, given in values.items():
            data.setlist(name, list(given))
        return cls(data, now=now, whose=whose)

    @classmethod
    def unchecked(
        cls,
        values: RawValues,
        *,
        answered: Collection[str] | None = None,
        now: datetime | None = None,
        whose: Whose | None = None,
    ) -> Self:
        """Return the form with stored raw values, without looking for mistakes yet.

        Args:
            values: raw values per question.
            answered: the questions that were seen before; others begin as they are in a new form.
                Without it, all were.
            now: an aware moment.
            whose: about whom it asks.
        """
        initial: dict[str, Any] = {}
        for name in cls.base_fields if answered is None else answered:
            field = cls.base_fields[name]
            given = list(values.get(name, ()))
            if isinstance(field, AnyOf):
                initial[name] = given
            elif isinstance(field, Statement):
                initial[name] = bool(given)
            else:
                initial[name] = given[-1] if given else ""
        return cls(initial=initial, now=now, whose=whose)

    def to_answers(self) -> dict[str, Any]:
        """Return the checked answers by the names of `Answers`; lists become tuples."""
        return {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in self.cleaned_data.items()
        }

    def question_of(self, answer: str) -> str:
        """Return the name of the question with which an answer of `to_answers` is shown."""
        name = answer if answer in self.fields else answer.removesuffix("_note")
        for asked, field in self.fields.items():
            if isinstance(field, Question) and name in chain(*field.sub_fields.values()):
                return asked
        return name

    def shown_fields(self) -> list[str]:
        """Return the questions to show when the answers are checked; call after validation."""
        return list(self.fields)

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return the checked answer to a question as people read it; empty if not answered."""
        field, value = self.fields[name], self.cleaned_data.get(name)
        if isinstance(field, OneOf | AnyOf):
            chosen = set(value if isinstance(value, list) else [value]) - {"", None}
            words = [label for code, label in flat_choices(field) if code in chosen]
            return words if isinstance(field, AnyOf) else "".join(words)
        if isinstance(field, Statement):
            return str(_("Yes")) if value else ""
        return str(value or "")

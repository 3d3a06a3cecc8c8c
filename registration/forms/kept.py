"""Forms that are filled in with what is stored, so that saving changes only what was changed."""

from typing import Any, cast

from registration.forms.base import StepForm
from registration.forms.fields import AnyOf, OneOf, flat_choices
from registration.vocabulary.answers import Answers
from registration.words import option_labels


class KeptForm(StepForm):
    """Questions about answers that are stored; what it does not ask or offer stays as it was.

    A form sets `kept`, the stored answers, before it begins.
    """

    kept: Answers

    def offer_choices(self) -> None:
        """Add the stored answers to what is offered now: an option may have been withdrawn."""
        super().offer_choices()
        for name, field in self.fields.items():
            if not isinstance(field, OneOf | AnyOf) or not field.group:
                continue
            extra = [
                (code, option_labels.label(field.group, code)) for code in self._not_offered(name)
            ]
            field.choices = [*cast(list[Any], field.choices), *extra]

    def to_answers(self) -> dict[str, Any]:
        """Return the answers to what was asked, as far as they are stored.

        Whoever was not offered a time, because it passed or the desk is not open then, took nothing
        back by not ticking it.
        """
        asked = {*self.fields, *(f"{name}_note" for name in self.fields)}
        answers = {name: value for name, value in super().to_answers().items() if name in asked}
        for name, field in self.fields.items():
            if isinstance(field, AnyOf) and name in answers:
                answers[name] = (*self._not_offered(name), *answers[name])
        return answers

    def _not_offered(self, name: str) -> list[str]:
        stored = getattr(self.kept, name, "")
        offered = {code for code, _words in flat_choices(self.choices_field(name))}
        codes = stored if isinstance(stored, tuple) else (stored,)
        return [code for code in codes if code and code not in offered]

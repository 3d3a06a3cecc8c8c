"""The forms of one's own page."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from perspectief.phone_number import phone_number
from registration.forms.fields import ExactText, Words
from registration.forms.kept import KeptForm
from registration.forms.safe_contact import SafeContactForm
from registration.forms.shown_answers import Shown, ShownAnswers
from registration.forms.when_to_call import HELP_WITHOUT_DAY
from registration.own_page.overview import masked_email, masked_phone
from registration.rules.contact_policy import narrowed_contact
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers, changed_names

# Kept as they are when they are left empty, because they are never shown.
KEPT_WHEN_EMPTY = ("phone", "email", "other_way_details")
NOT_ASKED_AGAIN = ("language", "other_language", "needs", "other_need")
#: Name of the hidden field with which stored answers a page was made.
ANSWERS_SHOWN = "answers_shown"


class EntryForm(forms.Form):
    """Code and secret words."""

    use_required_attribute = False

    code = ExactText(
        limit=40,
        hide_optional=True,
        label=_("Your code"),
        help_text=_("Six letters and numbers, such as H7K-4MR."),
        error_messages={"required": _("Enter the code that you saw on the screen")},
    )
    secret_words = ExactText(
        limit=80,
        hide_optional=True,
        label=_("Your secret words"),
        help_text=_("Two words. Capital letters and the order do not matter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["secret_words"].error_messages["required"] = _(
            "Enter the two words that you saw on the screen. %(by_phone)s"
        ) % {"by_phone": self.by_phone_only()}

    @staticmethod
    def by_phone_only() -> str:
        """Return what holds for a code without secret words; all read it, whatever their code."""
        return _(
            "Is your code from a paper form or a phone call? It only works by phone: call "
            "%(phone)s."
        ) % {"phone": phone_number()}

    def refuse_combination(self) -> None:
        """Say that code and words do not belong together, alike for every code."""
        words = _(
            "We do not recognise this combination. Check for a typing mistake, or call us. "
            "%(by_phone)s"
        ) % {"by_phone": self.by_phone_only()}
        self.add_error("secret_words", words)


class ContactForm(KeptForm, SafeContactForm):
    """How and when to reach somebody who registered before.

    What we have is shown masked beside the questions; an empty field keeps it, but what turned out
    `wrong` counts as no way. `promised_before` ends the promise that still runs; None if there is
    none, and then no day is named. Whoever sends a page that was made from other answers than those
    that are stored now has not seen what they would undo: `changed_meanwhile` says what.
    """

    call_later: Any = None
    answers_shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        kept: Answers,
        wrong: Collection[str] = (),
        promised_before: datetime | None,
        now: datetime | None = None,
    ) -> None:
        self.kept = kept
        self.wrong = wrong
        self.promised_before = promised_before
        self._typed: Mapping[str, Any] = {}
        super().__init__(data, initial=self._initial(kept), now=now, whose=kept.whose_contact)
        self.initial[ANSWERS_SHOWN] = self._stored.stamp()
        for name in NOT_ASKED_AGAIN:
            self.fields.pop(name, None)
        self._tell_what_we_have("phone", masked_phone(kept))
        self._tell_what_we_have("email", masked_email(kept))
        if kept.other_way_details:
            self._tell_what_we_have("other_way_details", str(_("what you told us")))

    @classmethod
    def as_typed(cls, data: QueryDict, **known: Any) -> Self:
        """Return the form with what is typed in it, without looking for mistakes yet.

        Args:
            data: what is typed.
            known: what the form is made with beside it.
        """
        form = cls(**known)
        typed = cls(data, **known)
        form.initial = {name: typed[name].data for name in typed.fields}
        return form

    @classmethod
    def as_sent(cls, data: QueryDict, **known: Any) -> Self:
        """Return the form as it was sent, checked, made from the answers as they are stored now.

        Args:
            data: what was sent.
            known: what the form is made with beside it, as it is stored now.
        """
        sent = data.copy()
        sent[ANSWERS_SHOWN] = cls(**known).initial[ANSWERS_SHOWN]
        return cls(sent, **known)

    @classmethod
    def with_present_answers(cls, data: QueryDict, **known: Any) -> Self:
        """Return the form as it was typed, but with what was stored after its page was made.

        A number or address that was typed stays: what is stored of those stands beside it, masked.

        Args:
            data: what is typed.
            known: what the form is made with beside it, as it is stored now.
        """
        form, present = cls.as_typed(data, **known), cls(**known)
        changed = present._stored.changed_since(cls._stamp_of(data))
        for name in [ANSWERS_SHOWN, *changed]:
            if name in present.initial:
                form.initial[name] = present.initial[name]
        return form

    def changed_meanwhile(self) -> list[str]:
        """Return the names of the questions whose stored answers are not those that were shown."""
        return self._stored.changed_since(self._stamp_of(self.data))

    def is_stored(self) -> bool:
        """Return whether all that was filled in is stored already; call after validation."""
        return not changed_names(self.kept, replace(self.kept, **self.to_answers()))

    def questions_changed(self) -> list[str]:
        """Return how the page words them; nothing where no question is as it was."""
        names = self.changed_meanwhile()
        return [] if self._stored.are_all(names) else self._stored.questions(names)

    def safer(self) -> dict[str, Any]:
        """Return the answers by which less may be done than what is stored; call after validation.

        They count at once, whatever is not right yet: what contradicts another answer as well.
        """
        typed, kept = self._typed, self.kept
        asked: dict[str, Any] = {
            name: (*self._not_offered(name), *typed[name])
            for name in ("fallback", "avoid")
            if name in typed
        }
        asked |= {name: typed[name] for name in ("identify", "phone_impossible") if name in typed}
        after = narrowed_contact(kept, replace(kept, **asked))
        return {name: getattr(after, name) for name in changed_names(kept, after)}

    def labels_of(self, names: Collection[str]) -> list[str]:
        """Return how the page words these questions, in its own order."""
        return [str(field.label) for name, field in self.fields.items() if name in names]

    @staticmethod
    def _stamp_of(data: Mapping[str, Any]) -> str:
        return data.get(ANSWERS_SHOWN, "")

    @cached_property
    def _stored(self) -> ShownAnswers:
        """What the page is made from; with a number goes whose it is."""
        kept = self.kept
        stored = {
            "phone": [kept.phone, kept.phone_note, kept.for_whom, kept.who_to_call],
            "email": kept.email,
            "other_way_details": kept.other_way_details,
            **self._initial(kept),
        }
        labels = {name: str(field.label) for name, field in self.base_fields.items()}
        labels |= {name: str(field.label) for name, field in self.fields.items()}
        return ShownAnswers({name: Shown(labels[name], answer) for name, answer in stored.items()})

    def to_answers(self) -> dict[str, Any]:
        """Return the answers to what was asked, as far as they are stored."""
        answers = super().to_answers()
        return {name: value for name, value in answers.items() if name != ANSWERS_SHOWN}

    @staticmethod
    def _initial(kept: Answers) -> Mapping[str, Any]:
        return {
            "phone_impossible": kept.phone_impossible,
            "other_way": kept.other_way,
            "fallback": list(kept.fallback),
            "identify": kept.identify,
            "moments": list(kept.moments),
            "avoid": list(kept.avoid),
        }

    def promise_end(self, calendar: DeskCalendar) -> datetime:
        """Return the end of the promise that was made; where it is over, of one made now."""
        return self.promised_before or super().promise_end(calendar)

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; no day where none is promised any more."""
        return super().moments_help(due) if self.promised_before else HELP_WITHOUT_DAY

    def _tell_what_we_have(self, name: str, words: str) -> None:
        if name in self.wrong:
            self.fields[name].help_text = _("What we have is not right. Enter something else here.")
        elif words:
            self.fields[name].help_text = _("We have: %(words)s. Leave this empty to keep it.") % {
                "words": words
            }

    def clean(self) -> dict[str, Any]:
        """Put in what is kept, then look for one safe way as the registration does."""
        self._typed = dict(self.cleaned_data)
        for name in KEPT_WHEN_EMPTY:
            is_empty = name in self.cleaned_data and not self.cleaned_data[name]
            if is_empty and name not in self.wrong:
                self.cleaned_data[name] = getattr(self.kept, name)
        if self.kept.other_way and not self.cleaned_data.get("other_way"):
            self.cleaned_data["other_way_details"] = ""
        cleaned = super().clean()
        if not self["phone"].data:
            cleaned["phone_note"] = self.kept.phone_note
        for name in {"phone", "email"} & set(self.wrong):
            # It stays, so that the desk sees what was wrong.
            cleaned[name] = cleaned.get(name) or getattr(self.kept, name)
        return cleaned

    def _check_a_time_is_left(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: what a person rules out holds at once; the page then says what follows."""

"""How to reach somebody safely: the ways to do so, and what may be said and left there.

The words are those for who registers; `ASKED_TO_REACH` has those about anybody else.
"""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.written_phone import written
from registration.forms.base import StepForm
from registration.forms.contact_fields import EmailField, PhoneField
from registration.forms.fields import AnyOf, Asked, OneOf, Statement, Text
from registration.mail.senders import neutral_mail_available, neutral_sender_name
from registration.rules.contact_policy import ContactPolicy, policy_for
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Fallback, OtherWay
from registration.words.discreet_contact import if_we_may_not_be_named
from registration.words.whose import Words

# Shown as a part of the answer that they belong to.
JOINED_FIELDS: Mapping[str, str] = {"phone_impossible": "phone", "other_way_details": "other_way"}
WAYS = ("phone", "email", "other_way")

# How one asks about somebody else, a client of a professional too.
ASKED_TO_REACH: Mapping[str, Asked] = {
    "phone": Asked(
        label=_("What number can we call %(who)s on?"),
        help_text=_(
            "If possible, a number that only %(who)s answers. A number from another country is "
            "fine."
        ),
        why=_("We want to call %(who)s within three days."),
    ),
    "other_way": Asked(
        label=_("How else can we reach %(who)s?"),
        options={OtherWay.TRUSTED_PERSON: _("Through someone whom %(who)s trusts")},
    ),
    "other_way_details": Asked(),
    "email": Asked(
        label=_("What e-mail address can we use for %(who)s?"),
        why=_("We only e-mail %(who)s if you allow it below."),
    ),
    "fallback": Asked(
        label=_("What may we do if %(who)s does not answer?"),
        why=_("Someone else may be reading or listening. Ask %(who)s what is safe."),
    ),
}


class HowToReachForm(StepForm):
    """One safe way to reach somebody, and what may be done if nobody answers."""

    asked_of_others = ASKED_TO_REACH
    errors_said: ClassVar[Mapping[str, Words]] = {
        "no_way": _("Enter a phone number or e-mail address, or choose another way"),
        "no_details": _("Tell us how we can reach you"),
        "no_address_of_letter": _(
            "Write the whole address: street and number, postcode and town. Without it our letter "
            "does not arrive."
        ),
        "mail_not_allowed": _(
            "You only gave an e-mail address. Tick the box to say we can e-mail you, or choose "
            "another way."
        ),
        "mail_shows_us": _(
            "We cannot send you an e-mail that does not show who we are. "
            "Choose ‘Yes’ here, or choose another way to reach you."
        ),
        "no_address": _(
            "You ticked that we can send an e-mail. Enter an e-mail address, or untick that box."
        ),
        "no_number": _(
            "You ticked that we can leave a voicemail or send a text message. Enter a phone "
            "number, or untick that box."
        ),
        "number_without_calls": _(
            "You gave a phone number, but you also ticked this box. May we call? Then untick the "
            "box. If not, remove the number."
        ),
    }
    errors_said_of_others: ClassVar[Mapping[str, Words]] = {
        "no_way": _("Enter a phone number or e-mail address of %(who)s, or choose another way"),
        "no_details": _("Tell us how we can reach %(who)s"),
        "mail_not_allowed": _(
            "You only gave an e-mail address. Tick the box to say we can e-mail %(who)s, or choose "
            "another way."
        ),
        "mail_shows_us": _(
            "We cannot send %(who)s an e-mail that does not show who we are. "
            "Choose ‘Yes’ here, or choose another way to reach %(who)s."
        ),
        "no_address": _(
            "You ticked that we can send an e-mail. Enter an e-mail address of %(who)s, or untick "
            "that box."
        ),
        "no_number": _(
            "You ticked that we can leave a voicemail or send a text message. Enter a phone number "
            "of %(who)s, or untick that box."
        ),
        "number_without_calls": _(
            "You gave a phone number of %(who)s, but you also ticked this box. May we call? Then "
            "untick the box. If not, remove the number."
        ),
    }

    phone = PhoneField(
        required=False,
        hide_optional=True,
        label=_("What phone number can we call?"),
        help_text=_(
            "If possible, a number that only you answer. A number from another country is fine."
        ),
        why=_("We want to call you within three days."),
    )
    phone_impossible = Statement(
        required=False,
        label=_("Phone calls are not possible or not safe"),
        reveals=True,
    )
    other_way = OneOf(
        "other_way", required=False, hide_optional=True, label=_("How else can we reach you?")
    )
    other_way_details = Text(
        limit=500,
        required=False,
        hide_optional=True,
        label=_("What do we need to know for that?"),
        help_text=_("Add what we need to know, such as the address or the contact person’s name."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    email = EmailField(
        required=False,
        hide_optional=True,
        label=_("What e-mail address can we use?"),
        help_text=_(
            "If possible, an address that nobody else reads. "
            "Our e-mails do not repeat your answers."
        ),
        why=_("We only e-mail you if you allow it below."),
    )
    fallback = AnyOf(
        "fallback",
        hide_optional=True,
        label=_("What may we do if you do not answer?"),
        help_text=_("Tick what is safe. If you tick nothing, we will only try to call again."),
        why=_("Someone else may be reading or listening. You know what is safe."),
    )
    identify = OneOf(
        "identify",
        required=False,
        label=_("May we say who we are?"),
        help_text=_(
            "This covers speaking to someone else, a voicemail, a text message and an e-mail."
        ),
        why=_("Our name shows what it is about."),
    )

    def offer_choices(self) -> None:
        """Say at the question what follows where our name may not be said."""
        super().offer_choices()
        self._tell_what_follows_from_no()

    def _tell_what_follows_from_no(self) -> None:
        identify = self.fields["identify"]
        follows = if_we_may_not_be_named(
            neutral_sender_name() if neutral_mail_available() else "", **self._ways_that_may_be()
        )
        identify.help_text = f"{identify.help_text} {follows}"

    def _ways_that_may_be(self) -> dict[str, bool]:
        """Return what may be chosen in this form."""
        return {"may_call": True, "may_mail": True, "may_write": "other_way" in self.fields}

    def clean(self) -> dict[str, Any]:
        """Look for answers that contradict each other, and for one safe way."""
        cleaned = super().clean() or {}
        self._check_contradictions(cleaned)
        self._check_other_way(cleaned)
        self._check_one_safe_way(cleaned)
        return cleaned

    def _check_contradictions(self, cleaned: dict[str, Any]) -> None:
        fallback = cleaned.get("fallback", [])
        if Fallback.ONLY_RETRY in fallback and len(fallback) > 1:
            self.add_error(
                "fallback",
                _("You chose ‘None of these’ and something else. Choose one of them."),
            )
        self._check_number_without_calls(cleaned)

    def _check_number_without_calls(self, cleaned: dict[str, Any]) -> None:
        """Ask what holds where a number was typed that may not be called."""
        is_typed = cleaned.get("phone") and self["phone"].data
        if is_typed and cleaned.get("phone_impossible"):
            self.add_error("phone_impossible", self.error_said("number_without_calls"))

    def _check_other_way(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("other_way") or "other_way_details" in self.errors:
            return
        details = cleaned["other_way_details"]
        if not details:
            self.add_error("other_way_details", self.error_said("no_details"))
        elif cleaned["other_way"] == OtherWay.LETTER and not any(map(str.isdigit, details)):
            self.add_error("other_way_details", self.error_said("no_address_of_letter"))

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        # What has a mistake in it was given all the same; its own message says what to do.
        given = {name for name in WAYS if cleaned.get(name) or name in self.errors}
        if cleaned.get("phone_impossible"):
            given.discard("phone")
        if not given:
            field = "other_way" if cleaned.get("phone_impossible") else "phone"
            self.add_error(field, self.error_said("no_way"))
            return
        self._check_messages_can_go_somewhere(cleaned, given)
        if given == {"email"} and not {"email", "fallback", "identify"} & self.errors.keys():
            self._check_mail_is_permitted(cleaned)

    def _check_messages_can_go_somewhere(
        self, cleaned: dict[str, Any], given: Collection[str]
    ) -> None:
        """Ask for what an allowed message needs, so that nobody waits for one in vain."""
        allowed = set(cleaned.get("fallback", ()))
        if Fallback.EMAIL in allowed and "email" not in given:
            self.add_error("email", self.error_said("no_address"))
        # Who says that calls are not safe gets no message by telephone either, and need not untick.
        is_callable = "phone" in given or cleaned.get("phone_impossible")
        if {Fallback.VOICEMAIL, Fallback.TEXT} & allowed and not is_callable:
            self.add_error("phone", self.error_said("no_number"))

    def _check_mail_is_permitted(self, cleaned: dict[str, Any]) -> None:
        if Fallback.EMAIL not in cleaned["fallback"]:
            self.add_error("fallback", self.error_said("mail_not_allowed"))
        elif not self._policy(cleaned).has_permitted_way:
            self.add_error("identify", self.error_said("mail_shows_us"))

    def _policy(self, cleaned: dict[str, Any]) -> ContactPolicy:
        answers = Answers(
            role="",
            kind="",
            name="",
            email=cleaned["email"],
            phone_impossible=cleaned.get("phone_impossible", False),
            fallback=tuple(cleaned["fallback"]),
            identify=cleaned["identify"],
        )
        return policy_for(answers, neutral_mail_available=neutral_mail_available())

    def question_of(self, answer: str) -> str:
        """Return the name of the question with which an answer of `to_answers` is shown."""
        name = super().question_of(answer)
        return JOINED_FIELDS.get(name, name)

    def shown_fields(self) -> list[str]:
        """Leave out another way where none is needed, and what is shown with another answer."""
        left_out = set(JOINED_FIELDS)
        if not self.cleaned_data.get("other_way"):
            left_out.add("other_way")
        return [name for name in super().shown_fields() if name not in left_out]

    def answer_in_words(self, name: str) -> str | list[str]:
        """Return an answer with what was added to it, and a telephone number with its spaces."""
        words, cleaned = super().answer_in_words(name), self.cleaned_data
        match name:
            case "phone":
                return self._phone_in_words()
            case "other_way" if words:
                return [str(words), cleaned["other_way_details"]]
        return words

    def _phone_in_words(self) -> list[str]:
        cleaned = self.cleaned_data
        words = [written(cleaned["phone"])] if cleaned["phone"] else []
        if note := cleaned.get("phone_note"):
            words.append(note)
        if cleaned["phone_impossible"]:
            words.append(str(self.fields["phone_impossible"].label))
        return words

"""Step 1: who the person is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from perspectief.page_roles import PageRole, page_url
from perspectief.phone_number import phone_number
from registration.forms.base import StepForm
from registration.forms.fields import Asked, OneOf, PersonName, Statement, Text
from registration.vocabulary.person import AgeGroup, ForWhom
from registration.vocabulary.whose import Whose, whose_story

UNDER_16_NOTE = _(
    "Are you under 16? You can register too. It is good to have an adult to help you. That can be "
    "a parent, or someone else you trust. We do not contact your parents without you knowing."
)
ABOUT_THAT_PERSON = _(
    "Then the questions are about that person, also where they still say ‘you’. The next pages say "
    "it in other words."
)
HELPER_FIELDS = ("helper_name", "who_to_call", "helper_consent")


# How one asks about somebody else, a client of a professional too.
ASKED_ABOUT_PERSON: Mapping[str, Asked] = {
    "role": Asked(
        label=_("Which of these fits %(who)s best?"),
        help_text=_(
            "Choose what that person would say. Not sure? Choose the one that comes closest."
        ),
        why=_("This tells the person who calls how to start. We do not judge the answer."),
        error=_("Choose what fits %(who)s best"),
    ),
    "age": Asked(
        label=_("How old is %(who)s?"),
        help_text="",
        why=_("We sometimes work differently with young people. We do not need the date of birth."),
        notes={
            AgeGroup.UNDER_16: _(
                "Is %(who)s under 16? That is fine. Talk together about which adult can be "
                "trusted. We do not contact the parents without that person knowing."
            )
        },
    ),
    "name": Asked(
        label=_("What should we call %(who)s?"),
        help_text=_("A first name is enough. A different name is fine too."),
        error=_("Enter a name. It does not have to be the real name."),
    ),
    "pronouns": Asked(label=_("Which words should we use for %(who)s?")),
}


def professionals_may_call() -> str:
    """Return that professionals do better to call, and on which number."""
    return gettext(
        "Do you work with the person this is about? Call us on %(phone)s and we will "
        "fill in the registration together."
    ) % {"phone": phone_number()}


class AboutYouForm(StepForm):
    """The person's part in what happened, who fills this in, and what to call them."""

    asked_of_others = ASKED_ABOUT_PERSON
    follow_ups = {"for_whom": HELPER_FIELDS}

    for_whom = OneOf(
        "for_whom",
        label=_("Who is this registration for?"),
        why=_("We want to be sure that everyone knows about this registration and agrees to it."),
        error=_("Choose who this is for"),
        initial=ForWhom.SELF,
        reveals={ForWhom.SELF_WITH_HELP, ForWhom.OTHER_WHO_AGREES},
        notes=[(ForWhom.OTHER_WHO_AGREES, ABOUT_THAT_PERSON)],
    )
    helper_name = PersonName(
        limit=80,
        required=False,
        label=_("What is the name of the person who is helping?"),
        help_text=_("Are you the person who is helping? Then enter your own name."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    who_to_call = OneOf(
        "who_to_call",
        required=False,
        hide_optional=True,
        label=_("Who may we call?"),
        error=_("Choose who we may call"),
    )
    helper_consent = Statement(
        required=False,
        hide_optional=True,
        label=_("The person this is about knows about this registration and agrees."),
    )
    role = OneOf(
        "role",
        label=_("Which of these fits you best?"),
        help_text=_("You can choose one. Not sure? Choose the one that comes closest."),
        why=_("This tells the person who calls you how to start. We do not judge your answer."),
        error=_("Choose what fits you best"),
    )
    age = OneOf(
        "age",
        required=False,
        label=_("How old are you?"),
        why=_(
            "We sometimes work differently with young people. We do not need your date of birth."
        ),
        notes=[(AgeGroup.UNDER_16, UNDER_16_NOTE)],
        has_short_answers=True,
    )
    name = Text(
        limit=80,
        label=_("What should we call you?"),
        help_text=_("Your first name is enough. You may also choose a different name."),
        error_messages={"required": _("Enter a name. It does not have to be your real name.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    pronouns = Text(
        limit=40,
        required=False,
        label=_("Which words should we use for you?"),
        help_text=_("For example: she, he or they. You can leave this empty."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "input--short"}),
    )

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return about whom somebody tells."""
        return whose_story(for_whom=for_whom)

    def offer_choices(self) -> None:
        """Say where professionals go."""
        super().offer_choices()
        self.fields["for_whom"].help_text = self.way_of_professionals()

    def way_of_professionals(self) -> str:
        """Return where they go: to their own form or, where there is none, to the telephone."""
        if url := page_url(PageRole.REFERRAL, get_language() or settings.LANGUAGE_CODE):
            return format_html(
                '{} <a href="{}">{}</a>',
                _("Do you work with the person this is about?"),
                url,
                _("Use the form for professionals."),
            )
        return professionals_may_call()

    def clean(self) -> dict[str, Any]:
        """Ask about the helper if there is one."""
        cleaned = super().clean()
        if cleaned.get("for_whom") and cleaned["for_whom"] != ForWhom.SELF:
            self._check_helper(cleaned)
        return cleaned

    def _check_helper(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("who_to_call"):
            self.add_error("who_to_call", _("Choose who we may call"))
        if not cleaned.get("helper_consent"):
            self.add_error(
                "helper_consent", _("Tick the box to say that the person this is about agrees")
            )

    def shown_fields(self) -> list[str]:
        """Leave out the helper where nobody helps."""
        if self.cleaned_data["for_whom"] != ForWhom.SELF:
            return super().shown_fields()
        return [name for name in super().shown_fields() if name not in HELPER_FIELDS]

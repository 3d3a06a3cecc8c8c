"""Step 2: what happened."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.base import StepForm
from registration.forms.fields import Asked, OneOf, OneOfList, Text
from registration.vocabulary.whose import Whose, whose_story

ONGOING = "ongoing"
STORY_LIMIT = 5000


# How one asks about somebody else, a client of a professional too.
ASKED_ABOUT_EVENT: Mapping[str, Asked] = {
    "kind": Asked(why=_("So the person who calls can prepare.")),
    "when": Asked(
        why=_("If it is recent, or still going on, we will first ask whether %(who)s is safe."),
        notes={
            ONGOING: _(
                "When we speak to %(who)s, we will first ask whether that is safe. In danger now? "
                "Call 112, or the emergency number of the place where that person is."
            )
        },
    ),
    "province": Asked(
        label=_("Where does %(who)s live?"),
        help_text=_("Only the province. We do not ask for an address."),
    ),
    "known": Asked(
        label=_("Does %(who)s know who the other person is?"),
        help_text=_(
            "We will not do anything with this answer yet. We will speak to %(who)s first."
        ),
    ),
    "story": Asked(
        label=_("What would %(who)s like to tell us about it?"),
        why=_(
            "It helps the person who calls to prepare. It is also fine to wait and tell us on the "
            "phone."
        ),
    ),
}


class WhatHappenedForm(StepForm):
    """The event as far as somebody wants to tell; only its kind is asked of everybody."""

    asked_of_others = ASKED_ABOUT_EVENT

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return about whom somebody tells."""
        return whose_story(for_whom=for_whom)

    kind = OneOf(
        "kind",
        label=_("What is it about?"),
        help_text=_("Choose what fits best. You do not have to explain."),
        why=_("So the person who calls you can prepare."),
        error=_("Choose what it is about, or ‘I would rather not say’"),
    )
    when = OneOf(
        "when",
        required=False,
        label=_("How long ago was it?"),
        help_text=_("A rough answer is fine. It is never too early or too late."),
        why=_("If it is recent, or still going on, we will first ask whether you are safe."),
        notes=[(ONGOING, _("When we call, we will first ask whether you are safe."))],
        reveals={ONGOING},
    )
    province = OneOfList(
        "province",
        required=False,
        label=_("Where do you live?"),
        help_text=_("Only the province. We do not ask for your address."),
        why=_("Our mediators work in different parts of the country."),
    )
    known = OneOf(
        "known",
        required=False,
        label=_("Do you know who the other person is?"),
        help_text=_("We will not do anything with this answer yet. We will call you first."),
        why=_("So we can explain better what is possible."),
    )
    story = Text(
        limit=STORY_LIMIT,
        required=False,
        label=_("Do you want to tell us something about it?"),
        help_text=_(
            "You do not have to. A few words are enough. Please do not give names or addresses."
        ),
        why=_(
            "It helps the person who calls you to prepare. "
            "You can also wait and tell us on the phone."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
    )

"""Step 2: what happened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.base import StepForm
from registration.forms.fields import OneOf, OneOfList, Text

ONGOING = "ongoing"
STORY_LIMIT = 5000


class WhatHappenedForm(StepForm):
    """The event as far as somebody wants to tell; only its kind is asked of everybody."""

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

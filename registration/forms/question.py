"""The question form: what somebody wants to know, and how to answer safely."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.fields import Text, reworded
from registration.forms.short import ShortForm

QUESTION_LIMIT = 5000


class QuestionForm(ShortForm):
    """A question, a name, and one safe way to answer: nothing else of the registration form."""

    question = Text(
        limit=QUESTION_LIMIT,
        label=_("What would you like to ask?"),
        help_text=_(
            "A few words are enough. Please do not give names or addresses. You do not have to "
            "say what happened."
        ),
        why=_("So the person who answers you can prepare."),
        error_messages={"required": _("Write what you would like to ask. A few words are enough.")},
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    phone = reworded(ShortForm, "phone", why=_("We want to answer you within three days."))
    email = reworded(
        ShortForm,
        "email",
        help_text=_(
            "If possible, an address that nobody else reads. "
            "Our e-mails do not repeat your question."
        ),
    )
    fallback = reworded(
        ShortForm,
        "fallback",
        help_text=_(
            "Someone else may read or listen. Tick what is safe. Without a phone number we can "
            "only answer if you tick the e-mail."
        ),
    )
    # An answer is given at any time that is not ruled out.
    call_when: Any = None
    moments: Any = None

    field_order = ("question", "name")

    def impossible_messages(self) -> set[str]:
        """Leave out none: they are asked beside the ways to reach somebody."""
        return set()

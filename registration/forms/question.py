"""The one page of the question form: what somebody wants to know, and how to answer safely."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.forms.contact_fields import EmailField, PhoneField
from registration.forms.fields import Text, Words
from registration.forms.reach import ReachForm

QUESTION_LIMIT = 5000


class QuestionForm(ReachForm):
    """A question, a name, and one safe way to answer: nothing else of the registration form."""

    no_way: Words = _("Enter a phone number or an e-mail address")
    mail_not_allowed: Words = _(
        "You only gave an e-mail address. Tick that we may e-mail you, or enter a phone number."
    )
    mail_shows_us: Words = _(
        "We cannot send you an e-mail that does not show who we are. "
        "Choose ‘Yes’ here, or enter a phone number."
    )

    question = Text(
        limit=QUESTION_LIMIT,
        label=_("What would you like to ask?"),
        help_text=_(
            "A few words are enough. It is better not to write names or addresses. "
            "You do not have to say what happened."
        ),
        why=_("So the person who answers you can prepare."),
        error_messages={"required": _("Write what you would like to ask. A few words are enough.")},
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )
    name = Text(
        limit=80,
        label=_("What should we call you?"),
        help_text=_("Your first name is enough. You may also choose a different name."),
        why=_("So we can ask for the right person when we call."),
        error_messages={"required": _("Enter a name. It does not have to be your real name.")},
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    phone = PhoneField(
        required=False,
        hide_optional=True,
        label=_("Which phone number may we call?"),
        help_text=_(
            "If possible, a number that only you answer. A number from another country is fine."
        ),
        why=_("We want to answer you within three days."),
    )
    email = EmailField(
        required=False,
        hide_optional=True,
        label=_("Which e-mail address may we use?"),
        help_text=_(
            "If possible, an address that nobody else reads. "
            "Our e-mails do not repeat your question."
        ),
        why=_("We only e-mail you if you allow it below."),
    )
    # Asked of people who register only.
    phone_impossible: Any = None
    other_way: Any = None
    other_way_details: Any = None
    needs: Any = None
    other_need: Any = None
    heard: Any = None

    field_order = ("question", "name")

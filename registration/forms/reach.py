"""Step 3: how to reach the person safely."""

from django.utils.translation import gettext_lazy as _

from registration.forms.fields import OneOfList
from registration.forms.safe_contact import SafeContactForm


class ReachForm(SafeContactForm):
    """Safe contact, and how the person heard of us."""

    heard = OneOfList(
        "heard",
        required=False,
        label=_("How did you hear about us?"),
        why=_(
            "This tells us where people find us and where they do not. We keep it separate from "
            "your name."
        ),
    )

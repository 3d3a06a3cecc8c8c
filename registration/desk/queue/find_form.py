"""Finding somebody by the code that they were given."""

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.exact_text import ExactTextField


class FindByCodeForm(forms.Form):
    """The code that somebody mentions on the telephone; it is posted, never in an address."""

    code = ExactTextField(
        label=_("Code that the person gives"),
        max_length=20,
        error_messages={"required": _("Enter the code")},
    )

"""Finding somebody by the code that they were given."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FindByCodeForm(forms.Form):
    """The code that somebody mentions on the telephone; it is posted, never in an address."""

    code = forms.CharField(
        label=_("Code that the person gives"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Enter the code")},
    )

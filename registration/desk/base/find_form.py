"""The one field with which the desk finds somebody, whatever they mention."""

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.exact_text import ExactTextField

LONGEST_ADDRESS = 254


class FindForm(forms.Form):
    """What somebody mentions; it is posted, never in an address."""

    typed = ExactTextField(
        label=_("Number, code, phone number or e-mail address"),
        max_length=LONGEST_ADDRESS,
        error_messages={"required": _("Enter what you were given")},
    )

"""The forms for what somebody says whom another registered, or helped to register."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnYesForm(forms.Form):
    """What somebody whom another registered, or helped to, says about it to us."""

    agrees = forms.ChoiceField(
        label=_("What did the person say?"),
        choices=[
            ("yes", _("The person wants this")),
            (
                "no",
                _("The person does not want this. Close the registration; nothing more happens."),
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person said")},
    )

    @property
    def wants_this(self) -> bool:
        """Whether the person wants it; only after validation."""
        return bool(self.cleaned_data["agrees"] == "yes")


class ClientAgreesForm(OwnYesForm):
    """What the client of a professional says about the referral."""

    agrees = forms.ChoiceField(
        label=_("What did the client say?"),
        choices=[
            ("yes", _("The client agrees to the referral")),
            ("no", _("The client does not agree. Close the referral; nothing more happens.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the client said")},
    )

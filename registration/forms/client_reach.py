"""Step 3 of a referral: whether the client wants to hear from us, and how that is safe."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.forms.fields import Asked, OneOf, reworded
from registration.forms.safe_contact import ASKED_FOR_SAFE_CONTACT, SafeContactForm
from registration.vocabulary.referral_options import ClientCall
from registration.vocabulary.whose import Whose

# Only asked and kept where the desk itself gets in touch with the client.
DIRECT_FIELDS = (
    "phone",
    "phone_impossible",
    "other_way",
    "other_way_details",
    "email",
    "fallback",
    "identify",
    "moments",
    "avoid",
    "call_later",
)


class ClientReachForm(SafeContactForm):
    """The questions of the registration form about safe contact, now about the client."""

    is_about_typist = False
    default_whose = Whose.CLIENT
    asked_of_others = {
        **ASKED_FOR_SAFE_CONTACT,
        "phone_impossible": Asked(
            label=_("Phone calls are not possible or not safe for my client")
        ),
        "email": replace(
            ASKED_FOR_SAFE_CONTACT["email"],
            help_text=_(
                "If possible, an address that nobody else reads. Your client gets no confirmation: "
                "only you do."
            ),
        ),
        # Their options have words about a client, which the coordinator edits.
        "other_way": replace(ASKED_FOR_SAFE_CONTACT["other_way"], options={}),
        "needs": replace(ASKED_FOR_SAFE_CONTACT["needs"], options={}),
    }

    call_client = OneOf(
        "client_call",
        label=_("Would your client like us to call?"),
        help_text=_("Ask your client. If they say no, none of us will contact them."),
        error=_("Choose whether your client would like us to call"),
        reveals={ClientCall.CALL},
    )
    other_way = reworded(SafeContactForm, "other_way", group="client_other_way")
    fallback = reworded(SafeContactForm, "fallback", group="client_fallback")
    needs = reworded(SafeContactForm, "needs", group="client_needs")

    field_order = ("call_client",)

    @classmethod
    def whose_with(cls, *, for_whom: str, who_to_call: str) -> Whose:
        """Return that it is about a client, whatever was answered."""
        return cls.default_whose

    def clean(self) -> dict[str, Any]:
        """Ask how to reach the client only where the client wants us to.

        Otherwise what was typed stays on the page and goes no further: nobody may use it.
        """
        cleaned = self.cleaned_data
        if cleaned.get("call_client") == ClientCall.CALL:
            return super().clean()
        if cleaned.get("call_client"):
            for name in self._direct_fields():
                self.errors.pop(name, None)
                cleaned[name] = self.fields[name].clean(None)
        self._check_contradictions(cleaned)
        self._check_needs(cleaned)
        return cleaned

    def shown_fields(self) -> list[str]:
        """Leave out what is only asked where the desk itself gets in touch with the client."""
        shown = super().shown_fields()
        if self.cleaned_data["call_client"] == ClientCall.CALL:
            return shown
        return [name for name in shown if name not in DIRECT_FIELDS]

    def _direct_fields(self) -> list[str]:
        return [name for name in DIRECT_FIELDS if name in self.fields]

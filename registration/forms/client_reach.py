"""Step 3 of a referral: whether the client wants to hear from us, and how that is safe."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.forms.fields import OneOf, Words, reworded
from registration.forms.safe_contact import SafeContactForm
from registration.vocabulary.referral_options import ClientCall

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
)


class ClientReachForm(SafeContactForm):
    """The questions of the registration form about safe contact, now about the client."""

    is_about_typist = False

    no_way: Words = _(
        "Enter a phone number or e-mail address of your client, or choose another way"
    )
    no_details: Words = _("Tell us how we can reach your client")
    mail_not_allowed: Words = _(
        "You only gave an e-mail address. Tick the box to say we can e-mail your client, or "
        "choose another way."
    )
    mail_shows_us: Words = _(
        "We cannot send your client an e-mail that does not show who we are. "
        "Choose ‘Yes’ here, or choose another way to reach your client."
    )

    call_client = OneOf(
        "client_call",
        label=_("Would your client like us to call?"),
        help_text=_("Ask your client. If they say no, none of us will contact them."),
        error=_("Choose whether your client would like us to call"),
        reveals={ClientCall.CALL},
    )
    phone = reworded(
        SafeContactForm,
        "phone",
        label=_("What number can we call your client on?"),
        help_text=_(
            "If possible, a number that only your client answers. A number from another country "
            "is fine."
        ),
        why=_("We want to call your client within three days."),
    )
    phone_impossible = reworded(
        SafeContactForm,
        "phone_impossible",
        label=_("Phone calls are not possible or not safe for my client"),
    )
    other_way = reworded(
        SafeContactForm,
        "other_way",
        group="client_other_way",
        label=_("How else can we reach your client?"),
    )
    email = reworded(
        SafeContactForm,
        "email",
        label=_("What e-mail address can we use for your client?"),
        help_text=_(
            "If possible, an address that nobody else reads. Your client gets no confirmation: "
            "only you do."
        ),
        why=_("We only e-mail your client if you allow it below."),
    )
    fallback = reworded(
        SafeContactForm,
        "fallback",
        group="client_fallback",
        label=_("What may we do if your client does not answer?"),
        why=_("Someone else may be reading or listening. Ask your client what is safe."),
    )
    moments = reworded(
        SafeContactForm, "moments", label=_("When is a good time to call your client?")
    )
    avoid = reworded(
        SafeContactForm,
        "avoid",
        label=_("Are there times when we must not call your client?"),
        help_text=_(
            "For example because someone is with your client then. We never call at those times. "
            "Times are Dutch time."
        ),
    )
    language = reworded(
        SafeContactForm,
        "language",
        label=_("Which language would your client like to speak?"),
        help_text=_("An interpreter is free for your client."),
    )
    needs = reworded(
        SafeContactForm,
        "needs",
        group="client_needs",
        label=_("Does your client need anything for the call?"),
    )
    other_need = reworded(SafeContactForm, "other_need", label=_("What does your client need?"))

    field_order = ("call_client",)

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
        return cleaned

    def shown_fields(self) -> list[str]:
        """Leave out what is only asked where the desk itself gets in touch with the client."""
        shown = super().shown_fields()
        if self.cleaned_data["call_client"] == ClientCall.CALL:
            return shown
        return [name for name in shown if name not in DIRECT_FIELDS]

    def _direct_fields(self) -> list[str]:
        return [name for name in DIRECT_FIELDS if name in self.fields]

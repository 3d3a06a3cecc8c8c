"""The fixed codes of the form for professionals; `codes` says how labels of codes are edited.

Codes that a registrant's answers have too are the same codes, in words about somebody else. This
module imports nothing of `codes`, which lists these groups among its own.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClientConsent(models.TextChoices):
    """Whether the client knows of the referral and agrees; without that nothing is stored."""

    AGREES = "agrees", _("Yes, my client knows about it and agrees")
    REFUSES = "refuses", _("No, my client does not want this")
    UNKNOWN = "unknown", _("I have not asked yet, or I am not sure")


class ToldByWhom(models.TextChoices):
    """Who talked to the client about the referral."""

    REFERRER = "referrer", _("I did")
    SOMEBODY_ELSE = "somebody_else", _("Someone else")


class AgreedHow(models.TextChoices):
    """How the client agreed."""

    IN_PERSON = "in_person", _("In a conversation")
    BY_PHONE = "by_phone", _("By phone")
    IN_WRITING = "in_writing", _("In writing")


class ReferrerContact(models.TextChoices):
    """How the desk may reach the professional."""

    CALL = "call_me", _("Yes, you may call me")
    MAIL = "mail_me", _("No, e-mail me")


class ClientCall(models.TextChoices):
    """Whether the client wants us to get in touch; only the first is a promise to the client."""

    CALL = "call_client", _("Yes, get in touch with my client")
    THROUGH_REFERRER = "through_referrer", _("Yes, but contact me first")
    NO_CALL = "no_call", _("No, look at the referral and contact me")


class ClientKnown(models.TextChoices):
    """Whether the client knows the other person; the codes of `OtherKnown`."""

    IN_CONTACT = "in_contact", _("Yes, and they still see or speak to each other")
    KNOWN_NO_CONTACT = "known_no_contact", _("Yes, but they are not in contact")
    UNKNOWN = "unknown", _("No, my client does not know who it is")
    DECEASED = "deceased", _("The other person has died")
    NOT_SAY = "not_say", _("I would rather not say")


class ClientOtherWay(models.TextChoices):
    """How to reach a client without telephone or e-mail; the codes of `OtherWay`."""

    LETTER = "letter", _("By letter")
    INSTITUTION_CONTACT = (
        "institution_contact",
        _("Through a contact person in the prison or clinic"),
    )
    TRUSTED_PERSON = "trusted_person", _("Through someone my client trusts")


class ClientFallback(models.TextChoices):
    """What the desk may do if the client does not answer; the codes of `Fallback`.

    The confirmation goes to the professional only, so this e-mail is not for that.
    """

    VOICEMAIL = "voicemail", _("Leave a voicemail")
    TEXT = "text", _("Send a text message")
    EMAIL = "email", _("Send an e-mail")
    ONLY_RETRY = "only_retry", _("None of these: only call again")


REFERRAL_GROUPS: dict[str, type[models.TextChoices]] = {
    "client_consent": ClientConsent,
    "told_by_whom": ToldByWhom,
    "agreed_how": AgreedHow,
    "referrer_contact": ReferrerContact,
    "client_call": ClientCall,
    "client_known": ClientKnown,
    "client_other_way": ClientOtherWay,
    "client_fallback": ClientFallback,
}

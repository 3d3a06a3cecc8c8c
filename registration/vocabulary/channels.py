"""The ways to reach somebody, and what may be said there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageChannel(models.TextChoices):
    """How a person can be told that we tried to reach them."""

    EMAIL = "email", _("E-mail")
    TEXT = "text", _("Text message")
    VOICEMAIL = "voicemail", _("Voicemail")
    LETTER = "letter", _("Letter")


class OtherWay(models.TextChoices):
    """How to reach somebody without telephone or e-mail."""

    LETTER = "letter", _("By letter")
    INSTITUTION_CONTACT = (
        "institution_contact",
        _("Through a contact person in the prison or clinic"),
    )
    TRUSTED_PERSON = "trusted_person", _("Through someone I trust")


class Fallback(models.TextChoices):
    """What the desk may do if nobody answers."""

    VOICEMAIL = "voicemail", _("Leave a voicemail")
    TEXT = "text", _("Send a text message")
    EMAIL = "email", _("Send an e-mail, and a confirmation too")
    ONLY_RETRY = "only_retry", _("None of these: only call again")


class Identify(models.TextChoices):
    """Whether the desk may say who is calling."""

    ORGANISATION = "org_ok", _("Yes, you may say the name Perspectief Herstelbemiddeling")
    FIRST_NAME_ONLY = (
        "first_name_only",
        _("No, only give your own first name and do not say what it is about"),
    )

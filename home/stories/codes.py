"""Fixed codes of stories: who tells it, what it is about, which contact there was.

Codes are database values and parts of addresses: they never change. They stand apart from the
answers of the registration form, which have their own labels and their own life.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryRole(models.TextChoices):
    """Whose story it is."""

    HARMED = "harmed", _("Someone who was harmed")
    BEREAVED = "bereaved", _("A bereaved relative")
    OFFENDER = "offender", _("Someone who harmed another person")
    CAUSER = "causer", _("Someone who caused an accident")
    RELATIVE = "relative", _("Someone close to a person involved")
    WITNESS = "witness", _("Someone who saw it happen")
    PROFESSIONAL = "professional", _("A professional")


class StoryKind(models.TextChoices):
    """What the story is about."""

    VIOLENCE = "violence", _("Violence")
    SEXUAL = "sexual", _("Sexual violence")
    TRAFFIC = "traffic", _("Traffic accident")
    THEFT = "theft", _("Theft, robbery or fraud")
    ONLINE = "online", _("Images or threats online")
    OTHER = "other", _("Something else")


class ContactForm(models.TextChoices):
    """Which contact there was."""

    CONVERSATION = "conversation", _("Conversation")
    SHUTTLE = "shuttle", _("The mediator carried messages")
    LETTERS = "letters", _("Exchange of letters")
    GROUP = "group", _("Group meeting")
    VIDEO = "video", _("Video message")
    MEDIATOR_ONLY = "mediator_only", _("One conversation with a mediator")

"""The forms of the site."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JourneyCode(models.TextChoices):
    """The forms of the site; a draft belongs to one of them."""

    REGISTRATION = "registration", _("Registration")
    QUESTION = "question", _("Question")
    REFERRAL = "referral", _("Referral")
    STORY_LATER = "story_later", _("Registration, story later")
    REMINDER = "reminder", _("Reminder")

"""What belongs to passing somebody on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InformedBy(models.TextChoices):
    """How somebody outside the desk got to know of a person."""

    SHEET = "sheet", _("Handover sheet")
    FILE = "file", _("File for the case system")

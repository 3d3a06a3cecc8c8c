"""The fixed codes about promises: how each ended, and why one was broken."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PromiseOutcome(models.TextChoices):
    """How a promise ended; each ends once."""

    MET = "met", pgettext_lazy("promise", "Kept")
    BROKEN = "broken", pgettext_lazy("promise", "Not kept")
    VOID = "void", pgettext_lazy("promise", "Lapsed")


class BreachReason(models.TextChoices):
    """Why a promise was not kept."""

    NO_PERMITTED_MOMENT = "no_moment", _("There was no time left when we were allowed to call")
    LINE_FAULT = "line_fault", _("The telephone or the computer did not work")
    ABSENCE = "absence", _("A colleague was ill or absent")
    DESK_CLOSED = "desk_closed", _("The desk was closed unexpectedly")
    TOO_BUSY = "too_busy", _("There was more to do than we could manage")
    OVERLOOKED = "overlooked", _("It was overlooked")
    WRONG_NUMBER = "wrong_number", _("The number or address was not right")
    NOT_RECORDED = "not_recorded", _("There was contact in time, but nobody recorded it")
    OTHER = "other", _("Another reason")


class FigurePeriod(models.TextChoices):
    """Over which time the public figure is counted."""

    QUARTER = "quarter", _("The last full quarter")
    YEAR = "year", _("The last twelve full months")

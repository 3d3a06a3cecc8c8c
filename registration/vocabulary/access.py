"""What can be done with personal data, as the access log names it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessAction(models.TextChoices):
    """What somebody did with personal data."""

    VIEWED = "viewed", _("Viewed")
    SEARCHED = "searched", _("Found by a search")
    SAME_PERSON = "same_person", _("Confirmed as the same person")
    OTHER_PERSON = "other_person", _("Confirmed as someone else")
    STORY_OPENED = "story_opened", _("Story opened")
    REASSIGNED = "reassigned", _("Reassigned to a colleague")
    NOTE_EDITED = "note_edited", _("Note edited")
    ATTEMPT_UNDONE = "attempt_undone", _("Attempt undone")
    REOPENED = "reopened", _("Reopened")
    ALLOCATED = "allocated", _("Allocated to a mediator")
    SHEET_OPENED = "sheet_opened", _("Handover sheet opened")
    SHEET_GIVEN = "sheet_given", _("Handover sheet given to the mediator")
    SHEET_NOT_GIVEN = "sheet_not_given", _("Handover sheet not given after all")
    CASE_EXPORTED = "case_exported", _("Exported for the case system")
    END_TOLD = "end_told", _("Mediator and case system told")
    MEDIATOR_TOLD = "mediator_told", _("Mediator told how things stand")
    DATA_GIVEN = "data_given", _("All data shown to the person")
    CORRECTED = "corrected", _("Answers corrected")
    ERASED = "erased", _("Deleted at the person’s request")

"""The forms of the notes that the desk keeps: about a person, and with an attempt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.models import ContactAttempt

NOTE_LENGTH = 5000


class NoteField(forms.CharField):
    """A note of the desk; it is stored encrypted."""

    def __init__(self, *, label: Any = None) -> None:
        super().__init__(
            label=label or _("Note"),
            help_text=_("Only what the next colleague needs. The person may ask to read it."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=NOTE_LENGTH,
            required=False,
        )


class DeskNoteForm(forms.Form):
    """The note of the desk about a person."""

    note = NoteField(label=_("The desk’s note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "desk")
        super().__init__(*args, **kwargs)


class AttemptNoteForm(forms.Form):
    """A correction of the note with an attempt."""

    note = NoteField(label=_("Note with this attempt"))


def attempt_note_form(attempt: ContactAttempt) -> AttemptNoteForm:
    """Return the form that corrects this note; several of them are on one page."""
    return AttemptNoteForm(
        initial={"note": attempt.note or ""}, auto_id=f"id_attempt_{attempt.pk}_%s"
    )

"""The forms of the notes that the desk keeps: about a person, and with an attempt."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registration.models import ContactAttempt

NOTE_LENGTH = 5000


class NoteField(forms.CharField):
    """A note of the desk; it is stored encrypted."""

    def __init__(self, *, label: Any = None, help_text: Any = None, rows: int = 4) -> None:
        super().__init__(
            label=label or _("Note"),
            help_text=help_text
            or _("Only what the next colleague needs. The person may ask to read it."),
            widget=forms.Textarea(attrs={"rows": rows}),
            max_length=NOTE_LENGTH,
            required=False,
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out the limit: a browser would silently drop the end of what somebody pastes."""
        return {}


class DeskNoteForm(forms.Form):
    """The note of the desk about a person."""

    note = NoteField(label=_("The desk’s note"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "desk")
        super().__init__(*args, **kwargs)


class AttemptNoteForm(forms.Form):
    """A correction of the note with an attempt."""

    note = NoteField(label=_("Note with this attempt"))

    def __init__(self, *args: Any, attempt: int, **kwargs: Any) -> None:
        # Several of them are on one page.
        kwargs["auto_id"] = f"id_attempt_{attempt}_%s"
        super().__init__(*args, **kwargs)


def attempt_note_form(attempt: ContactAttempt) -> AttemptNoteForm:
    """Return the form that corrects this note."""
    return AttemptNoteForm(initial={"note": attempt.note or ""}, attempt=attempt.pk)

"""Notes of the desk, and corrections of them."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import claims
from registration.casework.notes import edit_attempt_note, edit_desk_note
from registration.casework.seen import Part
from registration.desk.callback.note_forms import AttemptNoteForm, DeskNoteForm
from registration.desk.callback.work_view import WorkView


class DeskNoteView(WorkView):
    """Changes the note of the desk."""

    acts_on = (Part.STATE, Part.NOTE)

    def typed(self) -> dict[str, Form]:
        """Return the form of the note."""
        return {"desk_note_form": DeskNoteForm(self.request.POST)}

    def work(self) -> HttpResponse:
        """Store the note, encrypted."""
        form = DeskNoteForm(self.request.POST)
        if not form.is_valid():
            return self.show_errors(desk_note_form=form)
        edit_desk_note(self.callback.pk, account_of(self.request), form.cleaned_data["note"])
        messages.success(self.request, _("The note has been saved."))
        return self.to_details()


class AttemptNoteView(WorkView):
    """Corrects the note that somebody wrote with an attempt of their own."""

    acts_on = (Part.ATTEMPT_NOTES,)

    def typed(self) -> dict[str, Form]:
        """Return the form of the note."""
        attempt = self.kwargs["attempt"]
        return {"attempt_note_form": AttemptNoteForm(self.request.POST, attempt=attempt)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context, which says at which attempt the form stands."""
        return super().get_context_data(attempt_of_note_form=self.kwargs["attempt"], **kwargs)

    def work(self) -> HttpResponse:
        """Store the note, encrypted."""
        form = AttemptNoteForm(self.request.POST, attempt=self.kwargs["attempt"])
        if not form.is_valid():
            return self.show_errors(attempt_note_form=form)
        try:
            edit_attempt_note(
                self.callback.pk,
                account_of(self.request),
                self.kwargs["attempt"],
                form.cleaned_data["note"],
            )
        except claims.NotAllowedError:
            messages.warning(self.request, _("This note cannot be changed."))
        else:
            messages.success(self.request, _("The note has been saved."))
        return self.to_details()

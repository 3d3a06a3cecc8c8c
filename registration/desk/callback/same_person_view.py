"""Where the desk decides whether two registrations are of the same person."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from registration.casework import claims, same_person
from registration.desk.callback.views import WorkView

SAME, DIFFERENT = "same", "different"


class SamePersonView(WorkView):
    """Records the decision; the case that stays open is where the work goes on."""

    def work(self) -> HttpResponse:
        """Record it, or say why that cannot be done."""
        posted = self.request.POST
        other, decision = posted.get("other", ""), posted.get("decision")
        try:
            if not (other.isascii() and other.isdigit() and len(other) < 16):
                raise same_person.NotTheSameError
            if decision == SAME:
                closed = same_person.confirm_same(self.callback.pk, int(other), self.request.user)
                messages.success(self.request, _same_words(closed))
                return self.to_details()
            if decision == DIFFERENT:
                same_person.confirm_different(self.callback.pk, int(other), self.request.user)
                messages.success(self.request, _("Recorded: these are two people."))
                return self.to_details()
        except claims.NotAllowedError:
            messages.warning(
                self.request,
                _(
                    "The other callback is with a colleague or the coordinator. Decide about it "
                    "together; nothing was recorded."
                ),
            )
        except same_person.NotTheSameError:
            messages.warning(
                self.request,
                _("A colleague has already decided this, or it has changed in the meantime."),
            )
        return self.to_details()


def _same_words(closed: int | None) -> str:
    if closed is None:
        return _("Recorded: this is the same person. Both stay as they are.")
    return _("Recorded: this is the same person. #%(number)s has been closed as a duplicate.") % {
        "number": closed
    }

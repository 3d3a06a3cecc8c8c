"""Where the desk decides whether two registrations are of the same person."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import claims, merging
from registration.casework.seen import Part
from registration.desk.callback.work_view import WorkView

SAME, DIFFERENT = "same", "different"


class SamePersonView(WorkView):
    """Records the decision; the case that stays open is where the work goes on."""

    acts_on = (Part.STATE, Part.ANSWERS)

    @property
    def _other(self) -> int | None:
        typed = self.request.POST.get("other", "")
        is_number = typed.isascii() and typed.isdigit() and len(typed) < 16
        return int(typed) if is_number else None

    def registrations_to_lock(self) -> list[int]:
        """Return both of the two."""
        return [*super().registrations_to_lock(), *([self._other] if self._other else [])]

    def work(self) -> HttpResponse:
        """Record it, or say why that cannot be done."""
        other, decision = self._other, self.request.POST.get("decision")
        try:
            if other is None:
                raise merging.NotTheSameError
            if decision == SAME:
                closed = merging.confirm_same(self.callback.pk, other, account_of(self.request))
                messages.success(self.request, _same_words(closed))
                return self.to_details()
            if decision == DIFFERENT:
                merging.confirm_different(self.callback.pk, other, account_of(self.request))
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
        except merging.NotTheSameError:
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

"""Finding a callback by whatever somebody mentions, or a mail, sheet or screen says."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.addresses import DETAILS
from registration.desk.base.find_screen import FindScreen
from registration.models import Callback, Registration
from registration.vocabulary.callbacks import CallbackAddress
from registration.words import option_labels


@dataclass(frozen=True)
class FoundRow:
    """A registration that was found; nothing personal."""

    registration: Registration
    state: str
    address: CallbackAddress | None


class FindView(DeskScreenMixin, FindScreen):
    """Finds a callback, and goes to it if it is the only one."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/queue/find.html"
    header_icon = "search"

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Find a callback")

    def show(self, rows: Sequence[FoundRow]) -> HttpResponse:
        """Go to the callback, or list what was found."""
        if len(rows) == 1 and rows[0].address:
            return redirect(DETAILS, rows[0].address)
        return super().show(rows)

    def rows_of(self, found: Sequence[Registration]) -> Sequence[FoundRow]:
        """Return the rows, each with its newest callback."""
        return rows_of(found)


def rows_of(found: Sequence[Registration]) -> list[FoundRow]:
    """Return the rows of what was found, each with its newest callback; takes two queries."""
    newest = Callback.objects.newest_addresses([row.pk for row in found])
    labels = dict(option_labels.choices("state"))
    return [FoundRow(row, labels[row.state], newest.get(row.pk)) for row in found]

"""Registrations as the screens about data list them: number, state and day, nothing personal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registration.casework.erasure import Erased
from registration.models import Registration
from registration.words import option_labels
from registration.words.received import received_in_words


@dataclass(frozen=True)
class RegistrationRow:
    """One registration with its state in words."""

    registration: Registration
    state: str

    @property
    def in_words(self) -> str:
        """Which one it is, in one line."""
        return _("%(number)s of %(moment)s: %(state)s") % {
            "number": self.registration,
            "state": self.state,
            "moment": received_in_words(self.registration),
        }

    @property
    def amounts(self) -> str:
        """How much hangs on it; for what `registrations_of_person` found."""
        row: Any = self.registration  # counted by its query
        return what_hangs_on(row.callback_count, row.attempt_count, row.mail_count)


def rows_of(registrations: Iterable[Registration]) -> list[RegistrationRow]:
    """Return the rows of a list."""
    labels = dict(option_labels.choices("state"))
    return [RegistrationRow(row, labels[row.state]) for row in registrations]


def what_hangs_on(callbacks: int, attempts: int, mails: int) -> str:
    """Return how much belongs to registrations, in one line."""
    return ", ".join(
        [
            ngettext("%(count)d callback", "%(count)d callbacks", callbacks) % {"count": callbacks},
            ngettext("%(count)d attempt", "%(count)d attempts", attempts) % {"count": attempts},
            ngettext("%(count)d e-mail", "%(count)d e-mails", mails) % {"count": mails},
        ]
    )


def erased_in_words(erased: Erased) -> str:
    """Return how much was deleted, in one line."""
    registrations = ngettext(
        "%(count)d registration", "%(count)d registrations", erased.registrations
    ) % {"count": erased.registrations}
    hanging = what_hangs_on(erased.callbacks, erased.attempts, erased.mails)
    return f"{registrations}, {hanging}"

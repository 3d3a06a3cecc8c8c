"""What the desk has promised to do, and what came of it."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CallbackAddress(NamedTuple):
    """Which callback an address is about: the number that people say, and which of its callbacks.

    `#17` and `/callbacks/17/` are the same thing; who went on after a pause has `/callbacks/17-2/`.
    """

    registration: int
    turn: int

    def __str__(self) -> str:
        return f"{self.registration}" if self.turn == 1 else f"{self.registration}-{self.turn}"


class TaskKind(models.TextChoices):
    """What the desk has promised to do."""

    CALL = "call", pgettext_lazy("task", "Call")
    LETTER = "letter", pgettext_lazy("task", "Send a letter")
    MAIL = "mail", pgettext_lazy("task", "Send an e-mail")
    CONTACT = "contact", pgettext_lazy("task", "Get in touch through a contact person")
    REFERRAL = "referral", pgettext_lazy("task", "Look at the referral")


#: What somebody gets on paper or by e-mail.
WRITTEN = frozenset({TaskKind.LETTER, TaskKind.MAIL})


class CallbackState(models.TextChoices):
    """Whether a promised contact is still to be made."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")


class AttemptResult(models.TextChoices):
    """What came of one attempt to reach somebody."""

    REACHED = "reached", _("Reached")
    CALLED_US = "called_us", _("The person called us")
    NO_ANSWER = "no_answer", _("No answer")
    VOICEMAIL = "voicemail", _("Voicemail left")
    WRONG_NUMBER = "wrong_number", _("Wrong number or address")
    CALL_BACK = "call_back", _("Asked to call back at another time")
    SENT = "sent", _("Letter or e-mail sent")
    TEXT_SENT = "text_sent", _("Text message sent")

    @property
    def has_left_the_house(self) -> bool:
        """Whether somebody may have something of us in hand: it is noted and never undone."""
        return self in {self.SENT, self.TEXT_SENT, self.VOICEMAIL}

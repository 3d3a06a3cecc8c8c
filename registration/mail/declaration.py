"""What a mail of the site is: a declaration of who gets it, when that is allowed, which words.

The modules `to_…` declare every mail, by who gets it; `enqueueing.enqueue` has any of them sent. No
mail repeats an answer, not even the name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from registration.mail.rendering import RenderedMail
from registration.mail.senders import Sender
from registration.mail.shares import Share
from registration.models import Registration
from registration.vocabulary.mails import MailCode

DESK_LANGUAGE = "nl"


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail.

    `identity` says what makes it this mail: two with the same identity are one, which is sent once.
    `values` stand for the placeholders of the wording that the coordinator keeps for `code`, and
    none of them comes from a visitor; `written` are words that nobody edits. Mails to people count
    for a `share`; colleagues get all there are. A mail that names a moment says `until` when it is
    true, and with which `late_values` it is still worth sending after that.
    """

    code: MailCode
    recipient: str
    sender: Sender
    identity: str
    language: str = DESK_LANGUAGE
    values: Mapping[str, str] = field(default_factory=dict)
    until: datetime | None = None
    late_values: Mapping[str, str] = field(default_factory=dict)
    written: RenderedMail | None = None
    registration: Registration | None = None
    share: Share | None = None
    is_allowed: bool = True

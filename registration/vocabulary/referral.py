"""What a professional told us about the referral itself: who refers, and how the client agreed."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from registration.vocabulary.referral_options import ClientCall, ReferrerContact


@dataclass(frozen=True, kw_only=True)
class Referral:
    """The professional who refers a client, stored encrypted with the client's answers.

    `agreed_on` is the day on which the client agreed, as YYYY-MM-DD; the other codes are those of
    `referral_codes`.
    """

    name: str
    organisation: str
    organisation_kind: str
    email: str
    told_by: str
    agreed_on: str
    agreed_how: str
    function: str = ""
    contact: str = ReferrerContact.MAIL
    phone: str = ""
    phone_note: str = ""
    call_client: str = ClientCall.NO_CALL

    @property
    def asks_to_reach_client(self) -> bool:
        """Whether the desk gets in touch with the client; else it contacts the professional."""
        return self.call_client == ClientCall.CALL

    @property
    def may_call_referrer(self) -> bool:
        """Whether the desk may call the professional; unanswered means no."""
        return self.contact == ReferrerContact.CALL and bool(self.phone)

    @property
    def agreed_date(self) -> date:
        """The day on which the client agreed."""
        return date.fromisoformat(self.agreed_on)

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Read a referral back; keys that this version does not know are ignored."""
        known = {item.name for item in fields(cls)}
        return cls(**{key: value for key, value in stored.items() if key in known})

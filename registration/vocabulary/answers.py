"""The answers of one registration: what is stored, encrypted, and read back."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.person import ForWhom, WhoToCall
from registration.vocabulary.referral import Referral
from registration.vocabulary.whose import Whose, whose_contact, whose_story


@dataclass(frozen=True, kw_only=True)
class Answers:
    """Everything a person told us, as codes and plain text.

    Moments are `YYYY-MM-DD:part`, ruled-out moments `weekday:part`. An empty string or tuple means
    that the question was not answered. `heard` is only counted anonymously, never stored. With a
    `referral`, a professional answered about a client. With `story_later` the person was not asked
    what happened, and would rather tell it another time. `unverified` names what was changed
    through the person's own page and not confirmed to the desk yet. `phone_note` are the words that
    were typed round the number, such as "na 5 uur".
    """

    role: str
    kind: str
    name: str
    for_whom: str = ForWhom.SELF
    helper_name: str = ""
    who_to_call: str = ""
    helper_consent: bool = False
    age: str = ""
    pronouns: str = ""
    when: str = ""
    province: str = ""
    known: str = ""
    story: str = ""
    question: str = ""
    phone: str = ""
    phone_note: str = ""
    phone_impossible: bool = False
    email: str = ""
    other_way: str = ""
    other_way_details: str = ""
    fallback: tuple[str, ...] = ()
    identify: str = ""
    moments: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    language: str = ""
    other_language: str = ""
    needs: tuple[str, ...] = ()
    other_need: str = ""
    heard: str = field(default="", compare=False)
    referral: Referral | None = None
    story_later: bool = False
    unverified: tuple[str, ...] = ()

    @property
    def is_told_by_other(self) -> bool:
        """Whether somebody else filled this in, or helped to: only the person's own yes counts."""
        return self.referral is not None or self.for_whom != ForWhom.SELF

    @property
    def calls_helper(self) -> bool:
        """Whether the desk calls the person who helps instead of the person it is about."""
        return self.for_whom != ForWhom.SELF and self.who_to_call == WhoToCall.HELPER

    @property
    def whose_story(self) -> Whose:
        """About whom these answers tell, seen from who filled in the form."""
        return Whose.CLIENT if self.referral is not None else whose_story(for_whom=self.for_whom)

    @property
    def whose_contact(self) -> Whose:
        """Whom we reach with these answers, seen from who filled in the form."""
        if self.referral is not None:
            return Whose.CLIENT
        return whose_contact(for_whom=self.for_whom, who_to_call=self.who_to_call)

    @property
    def name_to_ask_for(self) -> str:
        """The name of the person who picks up, if all goes well."""
        return self.helper_name if self.calls_helper and self.helper_name else self.name

    @property
    def may_name_organisation(self) -> bool:
        """Whether our name may be said; unanswered means no.

        Nor after a change that may be somebody else's: a partner may hold code and secret words.
        """
        return self.identify == Identify.ORGANISATION and not self.unverified

    @property
    def allowed_fallbacks(self) -> frozenset[str]:
        """The channels that may be used if nobody answers; nothing ticked means none.

        "None of these" beside another answer contradicts it, so the restrictive one counts.
        """
        return frozenset() if Fallback.ONLY_RETRY in self.fallback else frozenset(self.fallback)

    def to_stored(self) -> dict[str, Any]:
        """Return the answers as JSON-ready data, without what is only counted."""
        stored = asdict(self)
        del stored["heard"]
        return stored

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> Self:
        """Read answers back; keys that this version does not know are ignored."""
        known = {item.name for item in fields(cls)}
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in stored.items()
            if key in known
        }
        if values.get("referral"):
            values["referral"] = Referral.from_stored(values["referral"])
        return cls(**values)


def changed_names(before: Answers, after: Answers) -> frozenset[str]:
    """Return the names of the answers that differ; the order of several ticks does not matter."""
    return frozenset(
        field.name
        for field in fields(Answers)
        if field.compare and _value(before, field.name) != _value(after, field.name)
    )


def _value(answers: Answers, name: str) -> Any:
    value = getattr(answers, name)
    return frozenset(value) if isinstance(value, tuple) else value

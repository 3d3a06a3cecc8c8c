"""What a person told us, as labelled lines for the colleague who took the callback."""

from dataclasses import dataclass
from datetime import datetime

import phonenumbers
from django.utils.translation import gettext as _

from registration.rules import contact_policy
from registration.vocabulary.answers import Answers
from registration.vocabulary.moments import DayPart, Weekday
from registration.vocabulary.person import NO_NEED, OTHER_NEED, ForWhom, SpokenLanguage
from registration.vocabulary.referral import Referral
from registration.words import option_labels
from registration.words.dates import date_in_words, moment_choices


@dataclass(frozen=True)
class Line:
    """A label and what was answered; only answered questions get a line.

    A number or address that turned out wrong tells since when.
    """

    label: str
    value: str
    wrong_since: datetime | None = None


def person_lines(answers: Answers) -> list[Line]:
    """Return who the person is."""
    pairs = [
        (_("Name"), answers.name),
        (_("How to speak about the person"), answers.pronouns),
        (_("Role in what happened"), _label(_group("role", answers), answers.role)),
        (_("Age"), _label("age", answers.age)),
        (_("Lives in"), _label("province", answers.province)),
    ]
    if answers.for_whom != ForWhom.SELF:
        pairs += [
            (_("Filled in"), _label("for_whom", answers.for_whom)),
            (_("Who helps"), answers.helper_name),
            (_("Who to call"), _label("who_to_call", answers.who_to_call)),
        ]
    return _answered(pairs)


def event_lines(answers: Answers) -> list[Line]:
    """Return what happened, without the person's own words."""
    return _answered(
        [
            (_("What it is about"), _label("kind", answers.kind)),
            (_("How long ago"), _label("when", answers.when)),
            (_("The other person"), _label(_group("known", answers), answers.known)),
        ]
    )


def way_lines(answers: Answers, *, wrong_since: datetime | None = None) -> list[Line]:
    """Return how to reach the person without telephone.

    Args:
        answers: of the person.
        wrong_since: when the address or contact person turned out wrong.
    """
    other_way = _label(_group("other_way", answers), answers.other_way)
    lines = [
        Line(_("Another way"), other_way),
        Line(_("What we need to know for that"), answers.other_way_details, wrong_since),
    ]
    return [line for line in lines if line.value]


def need_lines(answers: Answers) -> list[Line]:
    """Return the language of the call, and what has to be arranged before it."""
    language = _label("language", answers.language)
    if answers.language == SpokenLanguage.OTHER:
        language = answers.other_language or language
    needs = [
        answers.other_need
        if code == OTHER_NEED and answers.other_need
        else _label(_group("needs", answers), code)
        for code in answers.needs
        if code != NO_NEED
    ]
    return _answered([(_("Language of the call"), language), (_("Needs"), ", ".join(needs))])


def preferred_moments(answers: Answers) -> list[str]:
    """Return the moments that the person asked for, in words and in order."""
    moments = contact_policy.preferred_moments(answers)
    return [words for _code, words in moment_choices(moments)]


def ruled_out_moments(answers: Answers) -> list[str]:
    """Return the weekly moments at which nobody may call, in words and in order."""
    parts = dict(option_labels.choices("day_part"))
    return [
        f"{day.label}, {parts[part]}"
        for day in Weekday
        for part in DayPart
        if f"{day.code}:{part.value}" in answers.avoid
    ]


def phone_link(number: str) -> str:
    """Return the `tel:` address of a stored number."""
    try:
        parsed = phonenumbers.parse(number, "NL")
    except phonenumbers.NumberParseException:
        return f"tel:{number}"
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.RFC3966)


def referrer_lines(referral: Referral) -> list[Line]:
    """Return who referred, without how to reach them."""
    return _answered(
        [
            (_("Name"), referral.name),
            (_("Role at work"), referral.function),
            (_("Organisation"), referral.organisation),
            (_("Kind of organisation"), _label("organisation_kind", referral.organisation_kind)),
        ]
    )


def consent_lines(referral: Referral) -> list[Line]:
    """Return what the professional says about the agreement of the client."""
    return _answered(
        [
            (_("Contact with the client"), _label("client_call", referral.call_client)),
            (_("Told by"), referral.told_by),
            (_("Agreed on"), date_in_words(referral.agreed_date)),
            (_("How the client agreed"), _label("agreed_how", referral.agreed_how)),
        ]
    )


def _group(group: str, answers: Answers) -> str:
    return f"{option_labels.CLIENT_PREFIX}{group}" if answers.referral else group


def _label(group: str, code: str) -> str:
    return option_labels.label(group, code) if code else ""


def _answered(pairs: list[tuple[str, str]]) -> list[Line]:
    return [Line(label, value) for label, value in pairs if value]

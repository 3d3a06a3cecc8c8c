"""Which language a text is in, however short: names do not count."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

#: Names are the same in every language; each group says whose.
NAMES = (
    # the organisation, what only it offers, and where it is
    *("Perspectief Herstelbemiddeling", "Perspectief", "Samenspraak", "Herstelcirkels", "Utrecht"),
    # people who work for it, and the people of the stories
    *("Rosa Jansen", "Edward van der Kruijk", "Nathalie de la Cousine", "Imke"),
    # other organisations, which are called by their Dutch name in English too
    *("Centrum Seksueel Geweld", "Veilig Thuis", "Kindertelefoon", "Autoriteit Persoonsgegevens"),
    *("Eigen Kracht Centrale", "Governancecode Sociaal Werk", "Slachtofferhulp"),
    # a podcast, and a video that is called by its English name in Dutch too
    *("Held in Eigen Verhaal", "Restorative mediation (Engels)"),
    # keys and programs
    *("Command", "Ctrl", "Shift", "Firefox", "Chrome", "Edge", "Safari", "iPhone", "iPad"),
)
LETTERS = re.compile(r"[^\W\d_]{2,}")
SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")
#: Below this confidence in its own language, a sentence is taken to be in another one.
LEAST_CONFIDENCE = 0.2


class HasLanguage(Protocol):
    """Text that claims to be in a language, as BCP 47 writes it."""

    language: str
    text: str


def foreign(
    texts: Iterable[HasLanguage], languages: frozenset[str], *, by_sentence: bool = True
) -> list[str]:
    """Return the sentences that are in another of `languages` than they claim.

    A text whose claim is not one of `languages` is always returned. Among many languages a short
    sentence can be in any, so judge those by whole texts.
    """
    found = []
    for each in texts:
        claimed = each.language.partition("-")[0]
        if claimed not in languages:
            found.append(f"[{each.language}] {each.text}")
            continue
        text = without_names(each.text)
        for sentence in SENTENCE_END.split(text) if by_sentence else [text]:
            if LETTERS.search(sentence) and confidence(sentence, claimed, languages) < (
                LEAST_CONFIDENCE
            ):
                found.append(f"[{claimed}] {sentence}")
    return found


def confidence(text: str, language: str, languages: frozenset[str]) -> float:
    """Return how sure it is, from 0 to 1, that `text` is in `language` and not in the others."""
    code = IsoCode639_1.from_str(language.upper())
    values = _detector(languages).compute_language_confidence_values(text)
    return next(each.value for each in values if each.language.iso_code_639_1 == code)


def without_names(text: str) -> str:
    """Return `text` without names and addresses, which say nothing about its language."""
    text = re.sub(r"\S+@\S+|https?://\S+|\b[\w-]+\.(?:nl|eu|com|org)\b", " ", text)
    for name in NAMES:
        text = text.replace(name, " ")
    return " ".join(text.split())


@cache
def _detector(languages: frozenset[str]) -> LanguageDetector:
    codes = [IsoCode639_1.from_str(each.upper()) for each in sorted(languages)]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()

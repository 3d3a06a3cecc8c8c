"""Which pages answer a question, the best ones first."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from django.utils import timezone
from wagtail.search.backends import get_search_backend

from home.search.models import SearchEntry
from home.search.question import Question
from home.search.terms import shared_terms, stems_of

#: With fewer pages than this that hold all words, those with some of them follow.
ENOUGH = 3
#: Pages that are weighed and can be leafed through.
MAXIMUM_FOUND = 1_000

# What a page gains when all words of the question stand there. Titles, headings and introductions
# say what a page is about; the order of the database tells how often its text has them.
TITLE_WEIGHT = 3.0
WHOLE_TITLE_WEIGHT = 1.0
HEADINGS_WEIGHT = 2.5
LEAD_WEIGHT = 1.5
DATABASE_WEIGHT = 0.3
OUTDATED_WEIGHT = -100.0
#: What a word counts that only means the same.
SYNONYM = 0.7


@dataclass(frozen=True)
class Found:
    """Keys of the entries that were found, in order; whether the first ones have all words."""

    keys: tuple[int, ...] = ()
    has_all_words: bool = False


def find(question: Question, language: str) -> Found:
    """Find published pages in the active language that hold all words, or else some of them."""
    if not question.terms:
        return Found()
    keys = _ranked(question, language, "and")
    has_all_words = bool(keys)
    if len(question.terms) > 1 and len(keys) < ENOUGH:
        keys = tuple(dict.fromkeys([*keys, *_ranked(question, language, "or")]))
    return Found(keys, has_all_words)


def _ranked(question: Question, language: str, operator: str) -> tuple[int, ...]:
    entries = SearchEntry.objects.readable().only("title", "lead", "headings", "outdated_from")
    terms = " ".join(question.terms)
    found = get_search_backend().search(terms, entries, operator=operator)[:MAXIMUM_FOUND]
    return tuple(entry.pk for entry in _weighed(found, question, language))


@dataclass(frozen=True)
class _Place:
    """Where in a page words stand: their stems, and their terms."""

    stems: frozenset[str]
    terms: frozenset[str]


def _place(text: str, language: str) -> _Place:
    stems = stems_of(text, language)
    shared = shared_terms(language)
    return _Place(stems, frozenset(shared.get(stem, stem) for stem in stems))


def _weighed(
    found: Iterable[SearchEntry], question: Question, language: str
) -> Iterable[SearchEntry]:
    """What the database found, by weight; the same weight keeps the order."""
    entries = list(found)
    places = [
        [_place(text, language) for text in (entry.title, entry.headings, entry.lead)]
        for entry in entries
    ]
    rarity = _rarity(question, places)
    now = timezone.now()

    def weight(position: int) -> float:
        title, headings, lead = places[position]
        in_title = _share(question, rarity, title)
        whole_title = in_title * len(question.terms) / max(1, len(title.stems))
        total = DATABASE_WEIGHT * (1 - position / len(entries))
        total += TITLE_WEIGHT * in_title + WHOLE_TITLE_WEIGHT * whole_title
        total += HEADINGS_WEIGHT * _share(question, rarity, headings)
        total += LEAD_WEIGHT * _share(question, rarity, lead)
        outdated_from = entries[position].outdated_from
        if outdated_from and outdated_from <= now:
            total += OUTDATED_WEIGHT
        return total

    order = sorted(range(len(entries)), key=weight, reverse=True)
    return [entries[position] for position in order]


def _rarity(question: Question, places: list[list[_Place]]) -> list[float]:
    """How much each word of the question tells: the less, the more pages are about it."""
    counts = [
        sum(any(term in place.terms for place in page) for page in places)
        for term in question.terms
    ]
    return [log(1 + len(places) / (1 + count)) for count in counts]


def _share(question: Question, rarity: list[float], place: _Place) -> float:
    """Which part of the question stands there, from 0 to 1."""
    present = (
        rare * (1 if stem in place.stems else SYNONYM)
        for rare, stem, term in zip(rarity, question.stems, question.terms, strict=True)
        if term in place.terms
    )
    return sum(present) / sum(rarity)

"""Terms: what search compares instead of words."""

import re
import unicodedata
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from home.search.stop_words import STOP_WORDS
from home.search.synonyms import SYNONYMS

WORD = re.compile(r"[^\W_]+")
#: Stemmers of Snowball by language; that for Dutch is Kraaij and Pohlmann's.
STEMMERS = {"nl": "dutch", "en": "english"}
#: Nobody types longer words, and PostgreSQL refuses words of 2 kB.
LONGEST_WORD = 40
_one_at_a_time = Lock()


def words_of(text: str) -> list[str]:
    """The words in a text, folded: no capitals, no accents, nothing but letters and digits.

    Quotes, brackets, wildcards and emoji are neither letters nor digits: nothing of them is left.
    """
    return [fold(word) for word in WORD.findall(text)]


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word in the form in which words are compared; at most LONGEST_WORD characters."""
    decomposed = unicodedata.normalize("NFKD", word[:LONGEST_WORD].casefold())
    return "".join(WORD.findall(decomposed))[:LONGEST_WORD]


def is_content_word(word: str, language: str) -> bool:
    """Whether a folded word says what a text is about, unlike “the” or a single letter."""
    return word not in STOP_WORDS[language] and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=20_000)
def stem_of(word: str, language: str) -> str:
    """What a folded word has in common with its plural and other forms."""
    with _one_at_a_time:  # a stemmer keeps the word that it works on to itself
        return _stemmer(language).stemWord(word)


def term_of(word: str, language: str) -> str:
    """The term of a folded word: its stem, or that of the words which mean the same here."""
    stem = stem_of(word, language)
    return shared_terms(language).get(stem, stem)


@lru_cache(maxsize=8_000)
def stems_of(text: str, language: str) -> frozenset[str]:
    """The stems of the content words in a text."""
    words = words_of(text)
    return frozenset(stem_of(word, language) for word in words if is_content_word(word, language))


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """The terms of the content words in a text, in order."""
    words = words_of(text)
    return tuple(term_of(word, language) for word in words if is_content_word(word, language))


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(STEMMERS[language])


@cache
def shared_terms(language: str) -> dict[str, str]:
    """The stems of all synonyms, each with the stem of the first word of its line."""
    return {
        stem_of(word, language): stem_of(fold(line[0]), language)
        for line in SYNONYMS[language]
        for word in words_of(" ".join(line))
    }

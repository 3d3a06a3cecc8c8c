"""One term for every form of a word, and for words that mean the same."""

import pytest

from home.search.stop_words import STOP_WORDS
from home.search.synonyms import SYNONYMS
from home.search.terms import LONGEST_WORD, fold, shared_terms, stem_of, terms_of, words_of


def test_words_are_letters_and_digits_only():
    assert words_of('"Tolk" AND (kost*) -x_y:z 💬 Pinguïns foto’s') == [
        *("tolk", "and", "kost", "x", "y", "z", "pinguins", "foto", "s")
    ]
    assert words_of("💬 ''") == []


@pytest.mark.parametrize("word", ["ﬀ", "ß", "İ", "１", "ǅ", "ﷺ", "a\u0301", "मराठी"])
def test_folding_twice_changes_nothing(word):
    folded = fold(word)
    assert fold(folded) == folded
    assert all(character.isalnum() for character in folded)


def test_endless_words_are_cut():
    assert len(fold("ﷺ" * 10_000)) == LONGEST_WORD


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "een brief", "de brieven"),
        ("nl", "bemiddelaar", "Bemiddelen"),
        ("nl", "gesprek", "gesprekken"),
        ("nl", "ongeluk", "aanrijding"),
        ("nl", "gedetineerde", "gevangenissen"),
        ("nl", "cafés", "cafe"),
        ("en", "a letter", "letters"),
        ("en", "mediator", "Mediation"),
        ("en", "crash", "accidents"),
        ("en", "apologise", "sorry"),
    ],
)
def test_words_that_mean_the_same_share_a_term(language, one, other):
    assert terms_of(one, language) == terms_of(other, language) != ()


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "straf", "strafzaak"),
        ("nl", "dader", "slachtoffer"),
        ("nl", "geweld", "wel"),
        ("en", "story", "victim"),
    ],
)
def test_other_words_do_not(language, one, other):
    assert terms_of(one, language) != terms_of(other, language)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lists_of_words_do_not_contradict_each_other(language):
    seen: dict[str, list[str]] = {}
    for line in SYNONYMS[language]:
        for word in words_of(" ".join(line)):
            assert word not in STOP_WORDS[language], word
            assert seen.setdefault(stem_of(word, language), line) is line, f"{word} is in two lines"
    assert all(word == fold(word) for word in STOP_WORDS[language])
    shared = shared_terms(language)
    assert all(shared.get(term, term) == term for term in shared.values())

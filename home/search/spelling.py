"""What somebody may have meant: words that our pages have and that look like the typed ones."""

from collections import Counter
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from home.search.models import SearchEntry
from home.search.question import Question
from home.search.synonyms import SYNONYMS
from home.search.terms import fold, is_content_word, term_of, words_of
from perspectief.kept_values import kept

#: The most frequent words of all pages in a language; their number bounds the time of a look-up.
MAXIMUM_WORDS = 20_000
#: Shorter words look like too many others.
SHORTEST_WORD = 4
#: Letters that may be wrong, missing, superfluous or swapped: one, or two in a word this long.
LONG_WORD = 7


def likely_question(question: Question, language: str) -> str:
    """The question with each word that no page has replaced by one that looks like it, or ""."""
    known = _vocabulary(language)
    if not known:
        return ""
    terms = frozenset(term_of(word, language) for word in known)
    words = [
        word if term in terms else (_closest(fold(word), known) or word)
        for word, term in zip(question.words, question.terms, strict=True)
    ]
    return " ".join(words) if words != list(question.words) else ""


def _closest(word: str, known: dict[str, int]) -> str:
    """The known word with the fewest letters changed; among equals the most frequent one."""
    if len(word) < SHORTEST_WORD:
        return ""
    wrong = 2 if len(word) >= LONG_WORD else 1
    close = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=wrong, limit=None)
    # Nobody mistypes the first letter as easily as any other.
    best = min(
        close, key=lambda match: (match[1], match[0][0] != word[0], -known[match[0]]), default=None
    )
    return best[0] if best else ""


@kept
def _vocabulary(language: str) -> dict[str, int]:
    """How often each word occurs in the published pages; kept until something is published."""
    counted: Counter[str] = Counter()
    entries = SearchEntry.objects.readable().values_list("title", "lead", "text")
    for texts in entries.iterator(chunk_size=100):
        counted.update(words_of("\n".join(texts)))
    frequent = {
        word: count
        for word, count in counted.most_common(MAXIMUM_WORDS)
        if len(word) >= SHORTEST_WORD and is_content_word(word, language)
    }
    terms = {term_of(word, language) for word in frequent}
    for word in words_of(" ".join(chain.from_iterable(SYNONYMS[language]))):
        if len(word) >= SHORTEST_WORD and term_of(word, language) in terms:
            frequent.setdefault(word, 0)
    return frequent

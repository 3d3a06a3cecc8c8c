"""What somebody typed, and what of it is looked for."""

from dataclasses import dataclass

from home.search.terms import WORD, fold, is_content_word, stem_of, term_of

#: Characters that are kept for the reader; a telephone book would only cost time.
LONGEST_QUESTION = 10_000
#: Words that are looked for: the first ones. Nobody's question needs more.
MAXIMUM_WORDS = 12
#: From this number of characters on it is no question any more but somebody's story.
STORY_LENGTH = 200


@dataclass(frozen=True)
class Question:
    """A question to search.

    `text` is what the reader typed, `words` what is looked for of it, as it was typed; `stems` and
    `terms` have the stem and the term of each of these.
    """

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    terms: tuple[str, ...]
    has_more_words: bool

    @property
    def is_story(self) -> bool:
        """Whether somebody tells what happened rather than asking for a page."""
        return len(self.text) >= STORY_LENGTH


def read_question(typed: str, language: str) -> Question:
    """Read what somebody typed, whatever it is; the work is bounded by the limits above."""
    text = typed.replace("\x00", "").strip()[:LONGEST_QUESTION]
    found: dict[str, str] = {}
    has_more_words = len(typed.strip()) > LONGEST_QUESTION
    for match in WORD.finditer(text):
        word = fold(match[0])
        if not word or not is_content_word(word, language):
            continue
        term = term_of(word, language)
        if term not in found and len(found) == MAXIMUM_WORDS:
            has_more_words = True
            break
        found.setdefault(term, match[0])
    words = tuple(found.values())
    stems = tuple(stem_of(fold(word), language) for word in words)
    return Question(text, words, stems, tuple(found), has_more_words)

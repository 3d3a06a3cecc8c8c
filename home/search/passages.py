"""The passage of a page that shows why it was found."""

import re
from collections.abc import Collection
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from home.search.terms import WORD, fold, is_content_word, term_of

#: Characters of a passage: about two lines and a half on a phone less than a screen.
LENGTH = 220
#: Characters shown before the first word that was found, in a sentence that is too long.
BEFORE = 60
END_OF_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")
#: Between lines that no full stop ends: a heading and what stands below it.
BREAK = " – "
ELLIPSIS = "…"


def passage(text: str, lead: str, terms: Collection[str], language: str) -> SafeString:
    """Return the sentences of `text` that hold most of the terms, marked and escaped.

    Where no sentence holds any, or the lead holds as many, that is the lead.
    """
    lead_line = lead.partition("\n")[0]
    sentences = [sentence for sentence in END_OF_SENTENCE.split(text) if sentence.strip()]
    found = [_terms_in(sentence, language) & set(terms) for sentence in sentences]
    best, most = 0, 0
    for start, here in enumerate(found):
        if here:
            reach = _reach(sentences, start)
            count = len(set().union(*found[start:reach]))
            if count > most:
                best, most = start, count
    if lead_line and len(_terms_in(lead_line, language) & set(terms)) >= most:
        return marked(_cut(lead_line, terms, language), terms, language)
    if not sentences:
        return SafeString()
    chosen = sentences[best : _reach(sentences, best)]
    return marked(_cut(_joined(chosen), terms, language), terms, language)


def marked(text: str, terms: Collection[str], language: str) -> SafeString:
    """Return `text`, escaped, with each word that has one of the terms in <mark>."""
    parts: list[tuple[str, str]] = []
    end = 0
    for match in WORD.finditer(text):
        if _term(match[0], language) in terms:
            parts.append((text[end : match.start()], match[0]))
            end = match.end()
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", parts), text[end:])


def _term(word: str, language: str) -> str:
    folded = fold(word)
    return term_of(folded, language) if is_content_word(folded, language) else ""


@lru_cache(maxsize=5_000)
def _terms_in(sentence: str, language: str) -> frozenset[str]:
    return frozenset(_term(word, language) for word in WORD.findall(sentence)) - {""}


def _reach(sentences: list[str], start: int) -> int:
    """Index behind the last sentence that still fits into a passage that begins at `start`."""
    length, end = len(sentences[start]), start + 1
    while end < len(sentences) and length + len(sentences[end]) < LENGTH:
        length += len(sentences[end])
        end += 1
    return end


def _joined(sentences: list[str]) -> str:
    text = sentences[0]
    for sentence in sentences[1:]:
        text += f" {sentence}" if text[-1:] in ".!?…:;," else f"{BREAK}{sentence}"
    return text


def _cut(text: str, terms: Collection[str], language: str) -> str:
    """Shorten a long sentence around the first of the terms, between words."""
    if len(text) <= LENGTH + BEFORE:
        return text
    hits = (found.start() for found in WORD.finditer(text) if _term(found[0], language) in terms)
    start = max(0, next(hits, 0) - BEFORE)
    if start:
        start = text.find(" ", start) + 1
    end = text.rfind(" ", start, start + LENGTH)
    end = end if end > start else start + LENGTH
    return f"{ELLIPSIS if start else ''}{text[start:end]}{ELLIPSIS}"

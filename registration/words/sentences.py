"""Sentences with something in them that somebody typed: no sign of it is markup, or turns others.

Names, numbers and stories may be written from right to left; `<bdi>` keeps the sentence in order.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from registration.vocabulary.whose import Whose
from registration.words.whose import Words, said


def typed_sentence(words: Words, /, **typed: str) -> SafeString:
    """Return a sentence with what somebody typed in the place of its placeholders."""
    if not typed:
        return format_html("{}", words)
    in_place = str(words) % {name: f"{{{name}}}" for name in typed}
    return format_html(in_place, **{name: isolated(text) for name, text in typed.items()})


def saying(own: Words, other: Words, whose: Whose, *, who: str = "", **typed: str) -> SafeString:
    """Return such a sentence in the words for whom it is about.

    Args:
        own: what is said to the reader about the reader.
        other: what is said of somebody else, with `%(who)s`.
        whose: whom it is about.
        who: what somebody else is called here; without it, in general words.
        typed: by placeholder, what somebody typed.
    """
    if who:
        typed["who"] = who
    placeholders = {name: f"%({name})s" for name in typed}
    return typed_sentence(said(own, other, whose, **placeholders), **typed)


def isolated(typed: str) -> SafeString:
    """Return what somebody typed as a part of a sentence."""
    return format_html("<bdi>{}</bdi>", typed)


def in_one_line(sentences: Iterable[str]) -> SafeString:
    """Return sentences after one another, without those that are empty."""
    return format_html_join(" ", "{}", ((each,) for each in sentences if each))


def within_a_sentence(label: str) -> str:
    """Return a label as it stands inside a sentence: its first letter small, unless all are big."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"

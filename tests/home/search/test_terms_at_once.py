"""Searching at the same moment as others."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from home.search.terms import stem_of

WORDS = [f"{start}{end}" for start in ("bemiddel", "gesprek", "herstel") for end in "abcdefgh"] + [
    "bemiddelingen",
    "aanmeldingen",
    "gesprekken",
    "verkeersongevallen",
]


@pytest.fixture
def switching_often() -> Iterator[None]:
    """Let threads take turns after every few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_many_who_search_at_once_get_the_stems_that_one_gets(switching_often: None):
    alone = {word: stem_of.__wrapped__(word, "nl") for word in WORDS}

    def stems(_number: int) -> dict[str, str]:
        return {word: stem_of.__wrapped__(word, "nl") for word in WORDS}

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(stems, range(40)))

    assert all(stems_of_one == alone for stems_of_one in found)

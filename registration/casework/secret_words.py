"""The secret words that, with the code, open a person's own page.

Code and words together hold at least 44 bits of chance: six letters out of 24 are 27.5 bits, two
words out of 470 or more in any order are 16.7. They are shown on the thank-you page only, never
mailed, and kept as a slow hash.
"""

import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

from django.contrib.auth.hashers import check_password, make_password

WORD_COUNT = 2
WORD_FILES = Path(__file__).parent / "secret_word_lists"


@cache
def words_of(language: str) -> tuple[str, ...]:
    """Return the words to choose from: short, common, peaceful, and each spelt unlike the others.

    Args:
        language: `nl` or `en`.
    """
    return tuple((WORD_FILES / f"{language}.txt").read_text(encoding="utf-8").split())


def new_secret_words(language: str) -> str:
    """Return two random words to remember, such as "tulp kasteel".

    Args:
        language: of the form, `nl` or `en`.
    """
    return " ".join(secrets.choice(words_of(language)) for _ in range(WORD_COUNT))


@dataclass(frozen=True)
class Secret:
    """Secret words, and what is stored instead of them."""

    words: str
    stored_hash: str


NO_SECRET = Secret("", "")


def new_secret(language: str) -> Secret:
    """Return new secret words; slow, so call it outside a transaction.

    Args:
        language: of the form, `nl` or `en`.

    Raises:
        TooBusyError: too many are being made at this moment.
    """
    words = new_secret_words(language)
    return Secret(words, hash_of(words))


def hash_of(words: str) -> str:
    """Return what is stored instead of the words."""
    return make_password(_normal(words))


def is_right(typed: str, stored_hash: str) -> bool:
    """Return whether somebody typed the words; it takes equally long if there is no hash.

    Args:
        typed: as people type: capitals, commas, dashes and the order of the words do not matter.
        stored_hash: from `hash_of`; empty if nobody has the code that was typed.
    """
    orders = _orders(_normal(typed))
    if not stored_hash:
        for words in orders:
            make_password(words)  # else the time would tell that there is no such code
        return False
    return any(check_password(words, stored_hash) for words in orders)


def _orders(words: str) -> list[str]:
    """Return the words in each order in which they may have been shown."""
    each = words.split()
    if len(each) != WORD_COUNT:  # wrong in any order, and many words have many orders
        return [words]
    return [" ".join(order) for order in permutations(each)]


def _normal(words: str) -> str:
    letters = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(
        "".join(character if character.isalnum() else " " for character in letters).split()
    )

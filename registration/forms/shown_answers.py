"""Which answers a page showed from which they are sent, so that nothing else is sent unseen.

The page carries a keyed digest of each answer. It tells no answer, not even whether two pages show
the same one, and says which answers changed since: in another tab, or by somebody else.
"""

import json
import secrets
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.crypto import salted_hmac

KEY_SALT = "registration.shown_answers"
SALT_BYTES = 12
DIGEST_DIGITS = 16


class Shown(NamedTuple):
    """A question as the page words it, and its checked answer."""

    question: str
    answer: Any


class ShownAnswers:
    """The answers of a draft as a page shows them now, by the names of their questions."""

    def __init__(self, answers: Mapping[str, Shown] | None = None) -> None:
        self._answers = dict(answers or {})

    def stamp(self) -> str:
        """Return what the page carries of them, "" where there are none; another one each time."""
        if not self._answers:
            return ""
        salt = secrets.token_hex(SALT_BYTES)
        return "~".join([salt, *(f"{name}={self._digest(salt, name)}" for name in self._answers)])

    def changed_since(self, stamp: str) -> list[str]:
        """Return the names of the questions whose answers are not those of a stamp.

        Args:
            stamp: as it came back, whatever it may be; of another page all answers are different.
        """
        salt, *parts = stamp.split("~")
        shown = dict(part.split("=", 1) for part in parts if "=" in part)
        return [name for name in self._answers if shown.get(name) != self._digest(salt, name)]

    def are_all(self, names: list[str]) -> bool:
        """Return whether nothing is as it was, so that to name each of them tells nothing."""
        return len(names) == len(self._answers)

    def questions(self, names: list[str]) -> list[str]:
        """Return how the page words these questions, each once and in its own order."""
        return list(dict.fromkeys(self._answers[name].question for name in names))

    def _digest(self, salt: str, name: str) -> str:
        value = json.dumps([name, self._answers[name].answer], default=str)
        digest = salted_hmac(f"{KEY_SALT}.{salt}", value, algorithm="sha256")
        return digest.hexdigest()[:DIGEST_DIGITS]

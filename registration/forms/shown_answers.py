"""Which answers a page showed from which they are sent, so that nothing else is sent unseen.

The page carries a stamp of them (`perspectief.page_stamps`), which says which changed since: in
another tab, or by somebody else.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from perspectief import page_stamps

PURPOSE = "registration.shown_answers"


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
        return page_stamps.stamp(PURPOSE, self._values())

    def changed_since(self, stamp: str) -> list[str]:
        """Return the names of the questions whose answers are not those of a stamp.

        Args:
            stamp: as it came back, whatever it may be; of another page all answers are different.
        """
        return page_stamps.changed_since(PURPOSE, stamp, self._values())

    def are_all(self, names: list[str]) -> bool:
        """Return whether nothing is as it was, so that to name each of them tells nothing."""
        return len(names) == len(self._answers)

    def questions(self, names: list[str]) -> list[str]:
        """Return how the page words these questions, each once and in its own order."""
        return list(dict.fromkeys(self._answers[name].question for name in names))

    def _values(self) -> dict[str, Any]:
        return {name: shown.answer for name, shown in self._answers.items()}

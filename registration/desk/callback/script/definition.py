"""What a script for contacting somebody consists of, and what it is made from."""

from dataclasses import dataclass
from datetime import date

from registration.desk.callback.script import spoken_words
from registration.rules.contact_policy import ContactPolicy
from registration.vocabulary.answers import Answers
from registration.vocabulary.person import CrisisAudience
from registration.words.crisis_audience import audience_of_reached


@dataclass(frozen=True)
class Step:
    """One instruction; `quote` holds words to use as they stand, `subject` that of an e-mail.

    `to_copy` is whether the words are sent, or written down to be read out.
    """

    icon: str
    words: str
    tone: str = ""
    quote: str = ""
    subject: str = ""
    to_copy: bool = False


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What a script is made from.

    `language` is that of the form; `received_on` the day the form was sent; `next_date` the day on
    which we try again, if that is known; `neutral_sender` the address of neutral mail, if any;
    `on_paper` whether the person sent a form by post and saw no screen; `attempts_left` how often
    we still call, this time included.
    """

    answers: Answers
    policy: ContactPolicy
    kind: str
    staff_name: str
    language: str
    received_on: date
    next_date: date | None
    neutral_sender: str
    on_paper: bool = False
    attempts_left: int = 2

    @property
    def speech(self) -> spoken_words.Speech:
        """What the words for the person are made from."""
        return spoken_words.Speech(
            staff_name=self.staff_name,
            name=self.answers.name_to_ask_for,
            next_date=self.next_date,
            language=spoken_words.spoken_language(self.answers, self.language),
            is_abroad=audience_of_reached(self.answers) == CrisisAudience.ABROAD,
        )


@dataclass(frozen=True)
class Script:
    """What to do before and during the contact, and what to do if it does not work out."""

    contact: list[Step]
    otherwise: list[Step]

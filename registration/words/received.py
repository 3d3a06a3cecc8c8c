"""When a registration came in, in words: of a form on paper only the day is known."""

from registration.models import Registration
from registration.vocabulary.lifecycle import Source
from registration.words.dates import date_and_time_in_words, date_in_words


def received_in_words(registration: Registration) -> str:
    """Return when it came in, such as "donderdag 26 november om 17:00 uur"; on paper, the day."""
    at = registration.received_at
    is_on_paper = registration.source == Source.PAPER
    return date_in_words(at) if is_on_paper else date_and_time_in_words(at)

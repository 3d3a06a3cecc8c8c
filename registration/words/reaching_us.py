"""What stands for `{phone}` and `{opening_hours}` in texts that colleagues edit."""

from perspectief.phone_number import phone_number
from registration.words.opening_hours import when_open


def how_to_reach_us(language: str | None = None) -> dict[str, str]:
    """Return the words for each name of `rules.placeholders.HOW_TO_REACH_US`.

    Args:
        language: `nl` or `en`; None means the active language.
    """
    return {"phone": phone_number(language), "opening_hours": when_open(language)}

"""Which telephone numbers lead nowhere outside the Netherlands."""

import re

# 0800-0113, 0900-0101, 020-1234567 and (020) 123 45 67, and the short 113; not +31 20 123 45 67,
# nor 113.nl, nor 112, which is the emergency number of the whole European Union.
_WITH_COUNTRY_CODE = re.compile(r"\+\d(?:[\s()-]*\d)*")
_DUTCH_ONLY = re.compile(r"(?<![\w.+-])(?:\(?0\d(?:[\s()-]*\d){5,}|113)(?!\w|-\d|\.\w)")


def numbers_of_home(text: str) -> list[str]:
    """Return the numbers in a text that cannot be called from another country, as written."""
    return _DUTCH_ONLY.findall(_WITH_COUNTRY_CODE.sub("+", text))

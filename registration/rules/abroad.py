"""Which telephone numbers lead nowhere outside the Netherlands."""

import re

# 0800-0113, 0900-0101, 030-2340045 and (030) 234 00 45, and the short 113; not +31 30 234 00 45,
# nor 113.nl, nor 112, which is the emergency number of the whole European Union.
_DUTCH_ONLY = re.compile(r"(?<![\w.+-])(?<!\+31 )(?:\(?0\d(?:[\s()-]*\d){5,}|113)(?!\w|-\d|\.\w)")


def numbers_of_home(text: str) -> list[str]:
    """Return the numbers in a text that cannot be called from another country, as written."""
    return _DUTCH_ONLY.findall(text)

"""The code that a person may mention when they call us."""

import secrets

# No vowels (no words by accident) and nothing that is read or heard as something else.
ALPHABET = "23456789CDFGHJKMNPQRTVWX"
GROUPS = (3, 3)


def new_reference() -> str:
    """Return a random code such as `H7K-4MR`; there are 24⁶ (191 million) of them."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for size in GROUPS)


def normalise_reference(text: str) -> str:
    """Return a typed code as it was given out, whatever its case, spaces or dashes."""
    letters = "".join(character for character in text.upper() if character.isalnum())
    return f"{letters[: GROUPS[0]]}-{letters[GROUPS[0] :]}"

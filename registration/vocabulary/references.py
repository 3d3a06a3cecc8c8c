"""The code that a person may mention when they call us."""

import secrets

# No vowels (no words by accident) and nothing that is read or heard as something else.
ALPHABET = "23456789CDFGHJKMNPQRTVWX"
GROUPS = (3, 3)


def new_reference() -> str:
    """Return a random code such as `H7K-4MR`; there are 24⁶ (191 million) of them."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for size in GROUPS)


def grouped_code(number: int, letters: int, group: int = 3) -> str:
    """Return a code such as `H7K-4MR-C9D` for a number; each letter takes one of 24 values.

    Args:
        number: a random number that is far greater than there are codes.
        letters: how many the code has.
        group: how many stand together, so that they can be read and typed.
    """
    spelt = ""
    for _ in range(letters):
        number, index = divmod(number, len(ALPHABET))
        spelt += ALPHABET[index]
    return "-".join(spelt[at : at + group] for at in range(0, letters, group))


def letters_of(text: str) -> str:
    """Return the letters and digits of a typed code in capitals, without spaces and dashes."""
    return "".join(character for character in text.upper() if character.isalnum())


def normalise_reference(text: str) -> str:
    """Return a typed code as it was given out, whatever its case, spaces or dashes."""
    letters = letters_of(text)
    return f"{letters[: GROUPS[0]]}-{letters[GROUPS[0] :]}"

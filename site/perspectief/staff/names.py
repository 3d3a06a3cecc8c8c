"""What a colleague is called on a screen."""

from typing import Any

from perspectief.invisible import isolated


def name_of(account: Any) -> str:
    """Return the name of a colleague, or the user name of one without it; "" of nobody.

    It can stand in any sentence: writing from the right turns nothing round.
    """
    if account is None:
        return ""
    return isolated(str(account.get_full_name() or account.get_username()))

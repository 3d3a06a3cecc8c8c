"""Names between braces in texts that the coordinator edits, such as `{phone}`."""

import re
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

#: Filled in from what is set elsewhere: our number, and when we answer it.
HOW_TO_REACH_US = frozenset({"phone", "opening_hours"})

BRACES = re.compile(r"\{([^{}]*)\}")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def names_in(text: str) -> list[str]:
    """Return what stands between braces in a text, in order."""
    return BRACES.findall(text)


def placeholder_problems(text: str, allowed: Collection[str]) -> list[str]:
    """Return what is wrong with the braces of a text, in the active language; empty if nothing."""
    problems = [
        _("We do not know {%(name)s}. You can use: %(allowed)s.")
        % {"name": name, "allowed": ", ".join(f"{{{item}}}" for item in sorted(allowed))}
        for name in dict.fromkeys(names_in(text))
        if name not in allowed
    ]
    if set(BRACES.sub("", text)) & set("{}"):
        problems.append(_("There is a brace on its own. Write a name between { and }."))
    return problems


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Replace `{name}` by its value, and nothing else.

    Unlike `str.format` this reaches no attribute, and braces within a value stay as they are.
    """
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)

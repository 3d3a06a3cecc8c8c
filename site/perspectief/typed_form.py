"""A form of which nothing that is typed may be lost when somebody changes the language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TypedForm:
    """What the language switch of the header needs to send a form along (`includes/header.html`).

    `id` is that of the form, `button` the name under which the page in the other language knows
    that it is only to be shown again, `query` what its address needs.
    """

    id: str
    button: str
    query: str = ""

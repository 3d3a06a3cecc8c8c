"""Where an e-mail goes: an address as people write it, and as mail servers get it.

A domain may have letters of any script. Mail servers get it in ASCII by IDNA 2008, in which
straße.de is a domain of its own; by the older rules of Python and Django it is strasse.de, which
belongs to somebody else.
"""

import re

import idna
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from perspectief.encryption import blind_index

NOT_COMPLETE = _(
    "Something seems to be missing from this e-mail address. "
    "It usually looks like this: name@example.com"
)
NO_DOMAIN_NAME = _(
    "We cannot send e-mail to an address with only numbers after the @. "
    "It usually looks like this: name@example.com"
)
NOT_ON_THE_INTERNET = _(
    "This e-mail address only works inside one computer or network. "
    "Our e-mail would not reach you there."
)
ODD_LETTERS = _(
    "We cannot send e-mail to an address with letters such as é or ß before the @. "
    "Do you have another address?"
)
NO_SUCH_DOMAIN = _("There is a character after the @ that no e-mail address can have there.")

# Names that never lead out of a house (RFC 6761, RFC 8375, and what routers give out).
_WITHIN_A_HOUSE = {"localhost", "localdomain", "local", "internal", "lan", "invalid", "test"}
_HOME_NETWORK = "home.arpa"
_ASCII_ADDRESS = EmailValidator(message=NOT_COMPLETE, allowlist=[])


def deliverable(address: str) -> str:
    """Return an address as mail servers get it: what follows the @ in ASCII.

    Raises:
        ValidationError: mail for it cannot be delivered; the message says why.
    """
    name, at, domain = address.rpartition("@")
    if not (name and at and domain):
        raise ValidationError(NOT_COMPLETE, code="email")
    if not name.isascii():
        raise ValidationError(ODD_LETTERS, code="email")
    if domain.startswith("[") or re.fullmatch(r"[\d.:]+", domain):
        raise ValidationError(NO_DOMAIN_NAME, code="email")
    try:
        ascii_domain = idna.encode(domain, uts46=True).decode("ascii")
    except idna.IDNAError:
        is_known = domain.isascii()
        raise ValidationError(NOT_COMPLETE if is_known else NO_SUCH_DOMAIN, code="email") from None
    ending = ascii_domain.lower().rpartition(".")[2]
    if ending in _WITHIN_A_HOUSE or f".{ascii_domain}".endswith(f".{_HOME_NETWORK}"):
        raise ValidationError(NOT_ON_THE_INTERNET, code="email")
    if ending.isdigit():
        raise ValidationError(NO_DOMAIN_NAME, code="email")
    # The domain in ASCII, else the validator would turn it by the older rules.
    _ASCII_ADDRESS(f"{name}@{ascii_domain}")
    return f"{name}@{ascii_domain}"


def for_mail_server(address: str) -> str:
    """Return an address as it is given to a mail server, which decides about one in ASCII.

    Raises:
        ValidationError: it has other letters, and mail for it cannot be delivered.
    """
    return address if address.isascii() else deliverable(address)


def is_deliverable(address: str) -> bool:
    """Return whether `address` is one address that mail can be sent to: no name, no line break."""
    try:
        deliverable(address)
    except ValidationError:
        return False
    return True


def email_index(address: str) -> str:
    """Return the keyed hash by which an address is found, however its domain is written."""
    return blind_index("email", index_form(address))


def index_form(address: str) -> str:
    """Return the form in which equal addresses are equal; what is no address stays as it is."""
    try:
        return deliverable(address)
    except ValidationError:
        return address

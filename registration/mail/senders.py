"""From whom mails come, and whether a mail can go out that does not betray who sends it."""

from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings

from perspectief.email_address import is_deliverable
from registration.rules.mail_wording import reveals_organisation


@dataclass(frozen=True)
class Sender:
    """What a mail says about who sends it; without `reply_to`, answers go to that address."""

    address: str
    reply_to: str = ""


def sender_to_people(*, is_neutral: bool) -> Sender:
    """Return from whom somebody outside gets a mail; a neutral one leads nowhere else."""
    if is_neutral:
        return Sender(settings.NEUTRAL_FROM_EMAIL)
    return Sender(settings.DEFAULT_FROM_EMAIL, settings.DESK_EMAIL)


def sender_to_colleagues() -> Sender:
    """Return from whom a colleague gets a mail."""
    return Sender(settings.DEFAULT_FROM_EMAIL)


def neutral_mail_available() -> bool:
    """Return whether NEUTRAL_FROM_EMAIL is set and gives nothing away.

    Its domain must differ from the foundation's: From, Return-Path and Message-ID carry it, and the
    mail server signs for it.
    """
    name, address = parseaddr(settings.NEUTRAL_FROM_EMAIL)
    if not name or not is_deliverable(address) or reveals_organisation(f"{name} {address}"):
        return False
    neutral_domain = domain_of(address)
    own_domains = {domain_of(settings.DEFAULT_FROM_EMAIL), domain_of(settings.DESK_EMAIL)}
    return not any(_same_or_below(neutral_domain, own) for own in own_domains)


def neutral_sender_name() -> str:
    """Return the name under which neutral mails go out, such as "Afspraken"."""
    return parseaddr(settings.NEUTRAL_FROM_EMAIL)[0]


def domain_of(sender: str) -> str:
    """Return the domain of an address, with or without a name before it, in lower case."""
    return parseaddr(sender)[1].rpartition("@")[2].lower()


def _same_or_below(domain: str, other: str) -> bool:
    return domain == other or domain.endswith(f".{other}") or other.endswith(f".{domain}")

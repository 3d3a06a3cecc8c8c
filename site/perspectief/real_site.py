"""Commands that fill a site with examples, or empty it, are not for the real one."""

from argparse import ArgumentParser
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError

from perspectief.site_address import absolute_url


def is_real_site() -> bool:
    """Return whether these are settings of a public site: any that allow no demo accounts."""
    return not settings.DEMO_ACCOUNTS_ALLOWED


def site_name() -> str:
    """Return the host of the site: what has to be typed to have something done to it anyhow."""
    return urlsplit(absolute_url("")).hostname or ""


def add_onto_argument(parser: ArgumentParser) -> None:
    """Take --onto, with which somebody names the site that they mean."""
    parser.add_argument(
        "--onto",
        default="",
        metavar="HOST",
        help="the host of the site, to do this although it is a real one or has pages of its own",
    )


def refuse_on_real_site(
    what: str, onto: str | None = None, has_content: Callable[[], bool] = lambda: False
) -> None:
    """Refuse to go on with a real site, or one with content of its own, unless it was named.

    Args:
        what: what would be done, for the message.
        onto: what was typed after --onto; None where naming the site does not help.
        has_content: tells whether the site has something that did not come from this command.

    Raises:
        CommandError: see above.
    """
    if onto and onto != site_name():
        raise CommandError(f"This site is {site_name()}, not {onto}. Nothing was done.")
    if onto:
        return
    if is_real_site():
        why = "this is a real site"
    elif has_content():
        why = "this site has content of its own"
    else:
        return
    way_out = "" if onto is None else f" If that is meant: --onto {site_name()}"
    raise CommandError(f"{what}: not done, because {why}.{way_out}")

"""`create_demo_accounts`: one account for each kind of person who works with the site."""

import os
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from wagtail.users.models import UserProfile

from perspectief.real_site import refuse_on_real_site
from perspectief.staff import groups

# User name, group, first name and preferred language.
ACCOUNTS = (
    ("redactie", groups.COMMUNICATION, "Robin", "nl"),
    ("aanmeldpunt", groups.DESK, "Noor", "nl"),
    ("coordinator", groups.COORDINATOR, "Sam", "en"),
    ("beheer", groups.ADMINISTRATION, "Kim", "nl"),
)


class Command(BaseCommand):
    """Make the demo accounts, or bring them back to what they were; for development only."""

    help = "Make the demo accounts redactie, aanmeldpunt, coordinator and beheer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the password, from the command line or from DEMO_PASSWORD."""
        parser.add_argument("--password", default=os.environ.get("DEMO_PASSWORD", ""))
        parser.add_argument(
            "--only-missing", action="store_true", help="leave accounts that are there alone"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError in production or without a password."""
        refuse_on_real_site("Making demo accounts")
        if not options["password"]:
            raise CommandError("Give a password: --password or DEMO_PASSWORD.")
        known = set(get_user_model().objects.values_list("username", flat=True))
        with transaction.atomic():
            for account in ACCOUNTS:
                if options["only_missing"] and account[0] in known:
                    continue
                make_account(*account, password=options["password"])
        if options["verbosity"]:
            self.stdout.write(f"Demo accounts: {', '.join(name for name, *_rest in ACCOUNTS)}")


def make_account(username: str, group: str, first_name: str, language: str, password: str) -> None:
    """Make the account, or bring it back to this; a password that is right already stays."""
    user, _created = get_user_model().objects.get_or_create(username=username)
    user.first_name = first_name
    user.last_name = "(demo)"
    user.email = f"{username}@example.org"
    user.is_active = True
    if not user.check_password(password):  # a new hash would end the session
        user.set_password(password)
    user.save()
    user.groups.set([Group.objects.get(name=group)])
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()

"""`reset_second_factor`: for a colleague who lost the phone and the recovery codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from perspectief.staff import sessions


class Command(BaseCommand):
    """Take all factors of one account away, and end its sessions."""

    help = "Take the second factor of an account away; it has to set up a new one at next login."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the user name."""
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if there is no such account."""
        users = get_user_model().objects
        user = users.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        count, _per_model = Authenticator.objects.filter(user=user).delete()
        sessions.end_all_of(user)
        self.stdout.write(f"{count} factors of {user.get_username()} taken away.")

"""`send_start_link`: for a colleague who lost the phone, while no coordinator can say yes."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from perspectief.staff import memberships, staff_mail, starting


class Command(BaseCommand):
    """Mail the owner of an account a link to start again, and tell the others."""

    help = "Mail the owner of an account a link to choose a password and set up a second factor."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the user name."""
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if there is no such active account with an address."""
        users = get_user_model().objects
        user = users.filter(username=options["username"], is_active=True).exclude(email="").first()
        if user is None:
            raise CommandError(f"There is no active account {options['username']} with an address.")
        starting.send_link(user, None)
        people = [*memberships.coordinators(), *memberships.administrators()]
        staff_mail.write_to(people, "restarted", {"name": staff_mail.name_of(user)})
        self.stdout.write(f"{user.get_username()} gets a mail with a link to start again.")

"""`appoint`: the first coordinator and the first of Beheer, whom nobody on the site can name."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from perspectief.email_address import deliverable
from perspectief.staff import groups, memberships, staff_mail, starting
from perspectief.staff.account_notices import Change, tell

logger = logging.getLogger(__name__)

ROLES = {"coordinator": groups.COORDINATOR, "administrator": groups.ADMINISTRATION}


class Command(BaseCommand):
    """Put an account into a group without a yes, and tell everybody who would have been asked."""

    help = "Appoint a coordinator or an administrator; makes the account if --email is given."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the account and what it becomes."""
        parser.add_argument("username")
        parser.add_argument("role", choices=ROLES)
        parser.add_argument("--email", default="", help="for a new account: where the link goes")
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError where there is no such account and none can be made."""
        account = get_user_model().objects.filter(username=options["username"]).first()
        is_new = account is None
        if account is None:
            account = _make(options)
        elif options["email"]:
            raise CommandError("This account is there already: leave --email out.")
        elif not account.is_active:
            raise CommandError("This account is inactive: make it active first.")
        group = Group.objects.get(name=ROLES[options["role"]])
        account.groups.add(group)
        if is_new:
            starting.send_link(account, None)
        tell(account, Change.GROUP_GIVEN, group=group.name)
        people = [*memberships.coordinators(), *memberships.administrators()]
        staff_mail.write_to(
            [person for person in people if person != account],
            "appointed",
            {"name": staff_mail.name_of(account), "group": group.name},
        )
        logger.warning("Account %s was put into a group on the server: %s", account.pk, group.name)
        self.stdout.write(
            f"{account.get_username()} is in the group {group.name}."
            + (" A mail with a link to start is on its way." if is_new else "")
        )


def _make(options: dict[str, Any]) -> Any:
    if not options["email"]:
        raise CommandError("There is no such account: give --email to make it.")
    try:
        deliverable(options["email"])
    except ValidationError as error:
        raise CommandError("This is no e-mail address that we can send to.") from error
    users = get_user_model().objects
    if users.filter(email__iexact=options["email"]).exists():
        raise CommandError("This address belongs to another account.")
    return users.create_user(
        options["username"],
        options["email"],
        first_name=options["first_name"],
        last_name=options["last_name"],
    )

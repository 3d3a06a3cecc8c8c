"""What tests of accounts share: the forms that browsers send, and the mails that colleagues get."""

import re
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from perspectief.staff.password_requests import mail_links
from registration.mail.delivery import deliver_due
from registration.models import OutboundMail
from registration.vocabulary.mails import MailCode

LINK = re.compile(r"http://testserver(/staff/start/[0-9a-f]{32}/)")
NEW_PASSWORD = "nog een lang wachtwoord"


def mails_to(address: str) -> list[dict[str, str]]:
    """Return the mails about accounts that wait for an address, the oldest first."""
    written = OutboundMail.objects.filter(code=MailCode.ACCOUNT, sent_at=None).order_by("pk")
    return [mail.message for mail in written if mail.message["recipient"] == address]


def deliver() -> None:
    """Do what the worker does now: look whose addresses those are, and send what waits."""
    waiting = DBTaskResult.objects.ready().filter(task_path=mail_links.module_path)
    for task in waiting:
        mail_links.call(*task.args_kwargs["args"])
    waiting.delete()
    deliver_due(timezone.now() + timedelta(seconds=1))


def forget_mails() -> None:
    """Throw away what was written until now."""
    OutboundMail.objects.all().delete()


def link_to(address: str) -> str:
    """Return the path of the newest link that was mailed to an address."""
    bodies = [mail["body"] for mail in mails_to(address)]
    return [found[1] for found in map(LINK.search, bodies) if found][-1]


def has_link(address: str) -> bool:
    """Return whether a link was mailed to an address."""
    return any(LINK.search(mail["body"]) for mail in mails_to(address))


def choose_password(path: str, password: str = NEW_PASSWORD, client: Client | None = None) -> Any:
    """Open the mailed link in a new browser and send its form."""
    client = client or Client()
    assert client.get(path).status_code == 200
    return client.post(path, {"new_password1": password, "new_password2": password})


def account_form(account: Any, **changes: Any) -> dict[str, Any]:
    """Return what the form for an account sends as it stands, with changes of what is typed."""
    fields = {
        "username": account.username,
        "email": account.email,
        "first_name": account.first_name or "Noor",
        "last_name": account.last_name or "Jansen",
        "is_active": "on" if account.is_active else "",
        "groups": [group.pk for group in account.groups.all()],
        **changes,
    }
    return {name: value for name, value in fields.items() if value != ""}


def group_keys(*names: str) -> list[int]:
    """Return the primary keys of groups."""
    return [Group.objects.get(name=name).pk for name in names]


def groups_of(account: Any) -> set[str]:
    """Return the names of the groups that an account is in."""
    return set(account.groups.values_list("name", flat=True))

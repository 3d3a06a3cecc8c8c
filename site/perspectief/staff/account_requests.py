"""What Beheer asks for an account and a coordinator decides: nobody does both.

Becoming a member of a group of the desk, a new start of an account of the desk, and another address
for an account that somebody uses. docs/decisions/staff-accounts.md says why these.
"""

import logging
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from perspectief.site_address import absolute_url
from perspectief.staff import memberships, staff_mail, starting
from perspectief.staff.account_guards import with_a_yes
from perspectief.staff.models import AccountRequest, Outcome, RequestKind

logger = logging.getLogger(__name__)

ASKED = "perspectief.request_asked"
ACCEPTED = "perspectief.request_accepted"
REFUSED = "perspectief.request_refused"
WITHDRAWN = "perspectief.request_withdrawn"


class NotAllowedError(Exception):
    """Only a coordinator decides, and never about what they asked or about themselves."""


class NotWaitingError(Exception):
    """Somebody else decided in the meantime, or it was withdrawn."""


def waiting() -> QuerySet[AccountRequest]:
    """Return what waits for a yes, the longest waiting first."""
    return (
        AccountRequest.objects.filter(outcome=Outcome.WAITING)
        .select_related("account", "group", "asked_by")
        .order_by("asked_at", "pk")
    )


def waiting_about(account: User) -> QuerySet[AccountRequest]:
    """Return what waits for a yes about one account."""
    return waiting().filter(account=account)


def may_decide(user: User, request: AccountRequest) -> bool:
    """Return whether the user may say yes or no to a request."""
    return memberships.is_coordinator(user) and user.pk not in {
        request.asked_by_id,
        request.account_id,
    }


def may_withdraw(user: User, request: AccountRequest) -> bool:
    """Return whether the user may take a request back: whoever manages accounts."""
    return user.is_active and user.has_perm("auth.change_user")


@transaction.atomic
def ask(
    kind: RequestKind, account: User, asker: Any, *, group: Any = None, new_address: str = ""
) -> AccountRequest:
    """Ask the coordinators; what waits already is not asked twice.

    Args:
        kind: what for.
        account: an active one.
        asker: whoever manages accounts.
        group: for a membership, one that needs a yes.
        new_address: for an address; it takes the place of an earlier one that waits.
    """
    same = waiting_about(account).filter(kind=kind, group=group).first()
    if same is not None and same.new_address == new_address:
        return same
    if same is not None:
        withdraw(same, asker)
    request = AccountRequest.objects.create(
        kind=kind, account=account, group=group, new_address=new_address, asked_by=asker
    )
    _log(ASKED, request, asker)
    _tell_coordinators(request, "request_asked")
    if kind != RequestKind.MEMBERSHIP:  # the owner of a used account may know better
        staff_mail.write_to([account], "request_about_you", {"request": request})
    return request


@transaction.atomic
def decide(request: AccountRequest, by: User, *, says_yes: bool) -> None:
    """Say yes or no; what was asked happens with a yes.

    Raises:
        NotAllowedError: see `may_decide`.
        NotWaitingError: it is no longer a question.
    """
    if not may_decide(by, request):
        raise NotAllowedError
    _close(request, by, Outcome.ACCEPTED if says_yes else Outcome.REFUSED)
    _log(ACCEPTED if says_yes else REFUSED, request, by)
    if says_yes:
        with with_a_yes():
            _carry_out(request, by)
    _tell_coordinators(request, "request_decided")


@transaction.atomic
def withdraw(request: AccountRequest, by: User | None) -> None:
    """Take a request back.

    Raises:
        NotWaitingError: it is no longer a question.
    """
    _close(request, by, Outcome.WITHDRAWN)
    _log(WITHDRAWN, request, by)


def withdraw_all_about(account: User, by: User | None) -> None:
    """Take back all that waits about an account."""
    for request in waiting_about(account):
        withdraw(request, by)


def ask_for_groups_again(account: User, asker: Any) -> None:
    """Take an account that comes back out of the groups of the desk, and ask for these anew."""
    for group in memberships.desk_groups_of(account):
        # Not by `remove`: that somebody left the desk was told when the account became inactive.
        account.groups.through._default_manager.filter(user=account, group=group).delete()
        ask(RequestKind.MEMBERSHIP, account, asker, group=group)


def tell_of_loss(account: User, groups: list[str], by: User | None) -> None:
    """Tell the coordinators that a colleague left the desk; others if no coordinator is left.

    Args:
        account: the colleague.
        groups: the names of the groups that the colleague was in.
        by: who did it; None for the server.
    """
    remaining = [user for user in memberships.coordinators() if user.pk != account.pk]
    values = {
        "name": staff_mail.name_of(account),
        "groups": ", ".join(groups),
        "by": staff_mail.name_of(by),
        "none_left": not remaining,
    }
    staff_mail.write(_recipients(remaining), "left_the_desk", values)
    if not remaining:
        logger.warning("No coordinator is left: appoint one on the server (docs/operations.md).")


def _close(request: AccountRequest, by: User | None, outcome: Outcome) -> None:
    # One statement, so that of two decisions one counts. Nobody needs the address after it.
    found = AccountRequest.objects.filter(pk=request.pk, outcome=Outcome.WAITING)
    request.outcome, request.decided_by, request.decided_at = outcome, by, timezone.now()
    if not found.update(
        outcome=outcome, decided_by=by, decided_at=request.decided_at, new_address=""
    ):
        raise NotWaitingError


def _carry_out(request: AccountRequest, by: User | None) -> None:
    account = request.account
    if request.group is not None:
        account.groups.add(request.group)
    elif request.kind == RequestKind.NEW_START:
        starting.send_link(account, by)
    else:
        is_to_start = starting.has_open_link(account)
        account.email = request.new_address
        account.save(update_fields=["email"])
        if is_to_start:  # the link went to the old address, and no longer works
            starting.send_link(account, by)


def _log(action: str, request: AccountRequest, by: User | None) -> None:
    data = {"kind": request.kind, **({"group": request.group.name} if request.group else {})}
    log(instance=request.account, action=action, user=by, data=data)


def _tell_coordinators(request: AccountRequest, template: str) -> None:
    coordinators = list(memberships.coordinators())
    recipients = _recipients(coordinators)
    if request.asked_by is not None and template == "request_decided":
        recipients.append(staff_mail.Recipient.of(request.asked_by))
    values = {
        "request": request,
        "name": staff_mail.name_of(request.account),
        "asker": staff_mail.name_of(request.asked_by),
        "decider": staff_mail.name_of(request.decided_by),
        "link": absolute_url(reverse("staff_request", args=[request.pk])),
        "none_left": not coordinators,
    }
    staff_mail.write(recipients, template, values)


def _recipients(coordinators: list[Any]) -> list[staff_mail.Recipient]:
    """Return the coordinators; without any, Beheer and the mailbox of the desk."""
    if coordinators:
        return [staff_mail.Recipient.of(user) for user in coordinators]
    administrators = [staff_mail.Recipient.of(user) for user in memberships.administrators()]
    return [*administrators, staff_mail.desk()]

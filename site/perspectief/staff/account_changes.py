"""Follows every account that a screen changes, whichever screen it is, and tells its owner."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from perspectief.staff import account_requests, acting, memberships, staff_mail, starting
from perspectief.staff.account_difference import Difference, difference, has_chosen_password
from perspectief.staff.account_notices import Change, gathered, note, tell
from perspectief.staff.groups import ADMINISTRATION
from perspectief.staff.models import RequestKind

FACTOR_ADDED = {
    Authenticator.Type.TOTP: Change.APP_ADDED,
    Authenticator.Type.WEBAUTHN: Change.PASSKEY_ADDED,
    Authenticator.Type.RECOVERY_CODES: Change.CODES_MADE,
}
# Recovery codes go only with the last factor, or when new ones are made; those are told.
FACTOR_REMOVED = {
    Authenticator.Type.TOTP: Change.APP_REMOVED,
    Authenticator.Type.WEBAUTHN: Change.PASSKEY_REMOVED,
}
FOUND = "_difference"  # kept on the instance between the two signals


def compare(sender: Any, instance: Any, update_fields: Any, raw: bool = False, **kw: Any) -> None:
    """Look what is about to change; who comes back has no password until they choose one."""
    if raw or acting.current_request() is None:
        return
    found = difference(instance, update_fields)
    if _comes_back(instance, found):
        instance.set_unusable_password()
    setattr(instance, FOUND, found)


def follow(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Tell of what changed, and do what goes with it."""
    found: Difference | None = instance.__dict__.pop(FOUND, None)
    if found is None or found.before is None:
        return
    with gathered():
        if has_chosen_password(instance, found.columns):
            starting.close_links(instance)
            tell(instance, Change.PASSWORD)
        if "email" in found.columns:
            _follow_address(instance, found.before.email)
        if _comes_back(instance, found):
            _begin_again(instance)
        elif "is_active" in found.columns:
            tell(instance, Change.INACTIVE)
            account_requests.withdraw_all_about(instance, acting.actor())
            _tell_of_loss(instance)


def follow_deletion(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Tell of an account that is about to be deleted."""
    if acting.current_request() is None:
        return
    tell(instance, Change.DELETED)
    _tell_of_loss(instance)


def follow_members(
    sender: Any, instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **kwargs: Any
) -> None:
    """Tell of who came into a group or left it."""
    changes = {"post_add": Change.GROUP_GIVEN, "post_remove": Change.GROUP_TAKEN}
    if action not in changes or acting.current_request() is None:
        return
    others: Any = get_user_model() if reverse else Group
    for other in others._default_manager.filter(pk__in=pk_set or ()):
        account, group = (other, instance) if reverse else (instance, other)
        _follow_member(account, group, changes[action])


def follow_new_factor(sender: Any, instance: Authenticator, created: bool, **kwargs: Any) -> None:
    """Tell of a new app, passkey or set of recovery codes."""
    if created and acting.current_request() is not None:
        tell(instance.user, FACTOR_ADDED[Authenticator.Type(instance.type)])


def follow_removed_factor(sender: Any, instance: Authenticator, **kwargs: Any) -> None:
    """Tell of an app or passkey that is gone."""
    change = FACTOR_REMOVED.get(Authenticator.Type(instance.type))
    if change is not None and acting.current_request() is not None:
        tell(instance.user, change)


def connect() -> None:
    """Have accounts followed; once, when the site starts."""
    user_model = get_user_model()
    pre_save.connect(compare, sender=user_model)
    post_save.connect(follow, sender=user_model)
    pre_delete.connect(follow_deletion, sender=user_model)
    m2m_changed.connect(follow_members, sender=user_model.groups.through)
    post_save.connect(follow_new_factor, sender=Authenticator)
    post_delete.connect(follow_removed_factor, sender=Authenticator)


def _comes_back(account: User, found: Difference) -> bool:
    return found.before is not None and "is_active" in found.columns and account.is_active


def _follow_address(account: User, old_address: str) -> None:
    EmailAddress.objects.filter(user=account).delete()
    if starting.is_somebodys(account):
        starting.close_links(account)
        tell(account, Change.ADDRESS, old_address=old_address)
        return
    # A slip was corrected: whoever reads the wrong address need not know of this account.
    note(account, Change.ADDRESS)
    for request in account_requests.waiting_about(account):  # the coordinator saw the wrong one
        account_requests.withdraw(request, acting.actor())
        account_requests.ask(
            RequestKind(request.kind), account, acting.actor(), group=request.group
        )
    starting.send_link(account, acting.actor())


def _begin_again(account: User) -> None:
    tell(account, Change.ACTIVE)
    Authenticator.objects.filter(user=account).delete()
    account_requests.ask_for_groups_again(account, acting.actor())
    starting.send_link(account, acting.actor())


def _follow_member(account: User, group: Group, change: Change) -> None:
    actor = acting.actor()
    if change is Change.GROUP_GIVEN and not starting.is_somebodys(account):
        note(account, change, group=group.name)  # the mail with the link is enough
    else:
        tell(account, change, group=group.name)
    if change is Change.GROUP_TAKEN and memberships.needs_a_yes(group) and account.is_active:
        account_requests.tell_of_loss(account, [group.name], actor)
    if change is Change.GROUP_GIVEN and group.name == ADMINISTRATION:
        people = {*memberships.administrators(), *memberships.coordinators()} - {account}
        values = {"name": staff_mail.name_of(account), "by": staff_mail.name_of(actor)}
        staff_mail.write_to(people, "new_administrator", values)


def _tell_of_loss(account: User) -> None:
    groups = [group.name for group in memberships.desk_groups_of(account)]
    if groups:
        account_requests.tell_of_loss(account, groups, acting.actor())

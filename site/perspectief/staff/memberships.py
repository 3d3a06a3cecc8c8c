"""Who is in which group, and which groups nobody is put into without a coordinator's yes."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR

# Beheer gives these. Any other group, also one that does not exist yet, takes a coordinator's yes.
GIVEN_BY_ADMINISTRATION = frozenset({COMMUNICATION, ADMINISTRATION})


def needs_a_yes(group: Group) -> bool:
    """Return whether a coordinator has to say yes before somebody gets into the group."""
    return group.name not in GIVEN_BY_ADMINISTRATION


def desk_groups_of(account: User) -> list[Group]:
    """Return the groups of an account that took a coordinator's yes."""
    return [group for group in account.groups.all() if needs_a_yes(group)]


def is_of_the_desk(account: User) -> bool:
    """Return whether an account is in a group that took a coordinator's yes."""
    return bool(desk_groups_of(account))


def coordinators() -> QuerySet[Any]:
    """Return the active coordinators."""
    return _active_members(COORDINATOR)


def administrators() -> QuerySet[Any]:
    """Return the active members of Beheer."""
    return _active_members(ADMINISTRATION)


def is_coordinator(user: User) -> bool:
    """Return whether the user is a coordinator; a superuser, who may do everything, is none."""
    return user.is_active and coordinators().filter(pk=user.pk).exists()


def _active_members(group: str) -> QuerySet[Any]:
    return get_user_model()._default_manager.filter(is_active=True, groups__name=group)

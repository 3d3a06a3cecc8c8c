"""What is about to change in an account, compared with what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User

COLUMNS = frozenset({"password", "email", "is_active", "is_superuser"})


@dataclass(frozen=True)
class Difference:
    """The account as it is stored, None for a new one; and the columns that will change."""

    before: Any | None
    columns: frozenset[str]


def difference(account: User, update_fields: Iterable[str] | None) -> Difference:
    """Compare an account that is about to be saved with what is stored.

    Args:
        account: an instance of the user model.
        update_fields: those that are saved; None for all.
    """
    saved = COLUMNS if update_fields is None else COLUMNS.intersection(update_fields)
    before = None
    if saved and account.pk is not None:
        before = type(account)._default_manager.filter(pk=account.pk).first()
    if before is None:
        return Difference(None, saved)
    changed = (name for name in saved if getattr(before, name) != getattr(account, name))
    return Difference(before, frozenset(changed))


def has_chosen_password(account: User, columns: frozenset[str]) -> bool:
    """Return whether somebody gave the account another password.

    At a login Django may store the same password in a newer way, and keeps no raw password then.
    """
    raw = getattr(account, "_password", None)
    return "password" in columns and account.has_usable_password() and raw is not None

"""Recovery codes: how many are left, and saying so to whoever uses one."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.signals import authenticator_used
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext


def count_left(codes: RecoveryCodes) -> int:
    """Return how many codes still work."""
    return len(codes.get_unused_codes())


def are_few(count: int) -> bool:
    """Return whether it is time to make new codes."""
    return count <= settings.STAFF_FEW_RECOVERY_CODES


def say_how_many_are_left(
    request: HttpRequest, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Tell somebody who used a code, on the next page, how many there still are."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        return
    left = count_left(Authenticator.objects.get(pk=authenticator.pk).wrap())
    text = ngettext(
        "You used a recovery code. %(count)d code is left.",
        "You used a recovery code. %(count)d codes are left.",
        left,
    )
    messages.warning(request, text % {"count": left})


def connect() -> None:
    """Have `say_how_many_are_left` called; once, when the site starts."""
    authenticator_used.connect(say_how_many_are_left)

"""Where somebody who finds a weakness can tell us (RFC 9116)."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from perspectief.site_address import absolute_url

# Who keeps the file may rely on it for so long. It is written anew for everybody who asks, and the
# address in it is one that the site itself works with, so no date has to be kept up by hand.
VALID_FOR = timedelta(days=90)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer where to tell us, in which languages, and until when this holds."""
    lines = [
        f"Contact: {contact()}",
        f"Expires: {expires_at(timezone.now()):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {absolute_url(reverse('security_txt'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def contact() -> str:
    """Return where to tell us, as a URI: SECURITY_CONTACT, or else the address of the desk."""
    chosen = settings.SECURITY_CONTACT or settings.DESK_EMAIL
    return chosen if ":" in chosen else f"mailto:{chosen}"


def expires_at(now: datetime) -> datetime:
    """Return the end of what is said now: a midnight, so that the file is the same all day.

    Args:
        now: an aware moment.
    """
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + VALID_FOR

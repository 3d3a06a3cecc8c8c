"""Whether a reader told us to be outside the Netherlands, as far as one request knows."""

from django.http import HttpRequest


def say_abroad(request: HttpRequest) -> None:
    """Have everything on the page that answers this request be readable from abroad."""
    request.reader_is_abroad = True  # type: ignore[attr-defined]


def is_abroad(request: HttpRequest) -> bool:
    """Return whether a view said that its reader is outside the Netherlands."""
    return getattr(request, "reader_is_abroad", False)

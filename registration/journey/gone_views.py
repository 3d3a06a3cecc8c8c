"""The pages shown when the answers are not here: expired, put away, or not to be sent at all."""

from typing import Any

from django.http import HttpResponse

from registration.journey import saved_drafts
from registration.journey.visit import Visit
from registration.words.dates import date_in_words


def show_expired(visit: Visit) -> HttpResponse:
    """Return the page that says that the answers are deleted, and forget the draft."""
    context: dict[str, Any] = {
        "start_url": visit.url(visit.journey.first_step),
        "was_watched": visit.asks_whether_time_is_over,
    }
    visit.discard_draft()
    return visit.render("registration/expired.html", context, status=410)


def show_put_away(visit: Visit) -> HttpResponse:
    """Return the page that says that the answers were saved and are no longer shown here."""
    saved = saved_drafts.last_put_away(visit.request.session, visit.journey.code)
    context: dict[str, Any] = {
        "start_url": visit.url(visit.journey.first_step),
        "last_day": date_in_words(saved_drafts.last_day(saved)) if saved else "",
        "has_others": not visit.holds_nothing,
    }
    return visit.render("registration/saved/away.html", context, status=200 if saved else 410)


def refuse(visit: Visit, template: str) -> HttpResponse:
    """Return the page that says why this cannot be sent; nothing that was typed is kept."""
    visit.discard_draft()
    return visit.render(template, {})

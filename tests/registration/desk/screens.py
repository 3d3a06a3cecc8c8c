"""How tests look at the screen of one callback."""

from datetime import UTC, datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from registration.models import Callback
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import put_on_record

QUEUE = "/admin/callbacks/"
# A Tuesday on which the desk is open, in summer: ten o'clock in Amsterdam.
TUESDAY_MORNING = datetime(2026, 6, 9, 8, 0, tzinfo=UTC)


def url(name: str, callback: Callback) -> str:
    """Return the address of a view of this callback, such as "take"."""
    return reverse(f"callbacks:{name}", args=[callback.address])


def details(client: Client, callback: Callback) -> str:
    """Return the HTML of the callback's screen, which must open."""
    response = client.get(url("details", callback))
    assert response.status_code == 200
    return response.content.decode()


def messages_of(response: Any) -> list[str]:
    """Return the messages at the top of a page."""
    return [str(message).strip() for message in response.context["messages"]]


def end_so(client: Client, callback: Callback, outcome: str, note: str = "") -> Any:
    """Close what the user has with an outcome that is on record; to no mediator yet."""
    reason = note or ("Dubbel" if outcome == Lifecycle.MISTAKE else "")
    chosen = {"close-outcome": outcome, "close-note": reason}
    put_on_record(callback, outcome)
    response = client.post(url("close", callback), chosen)
    if outcome == Lifecycle.ALLOCATED and response.status_code == 200:
        form = response.context["form"]
        filled = {name: form[name].value() or "" for name in form.fields} | {
            "mediator": "nobody_yet"
        }
        data = {f"hand-over-{name}": value for name, value in filled.items()}
        response = client.post(url("hand_over", callback), data)
    assert response.status_code == 302, response.content.decode()
    return response

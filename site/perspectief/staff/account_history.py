"""How what is done with accounts reads in the history of the site."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from perspectief.staff import account_requests, departure, starting
from perspectief.staff.account_notices import CHANGED, Change
from perspectief.staff.models import RequestKind

SIMPLE = {
    departure.LEFT: (gettext_lazy("Colleague left"), gettext_lazy("Colleague left")),
    departure.SESSIONS_ENDED: (gettext_lazy("End all sessions"), gettext_lazy("Sessions ended")),
    starting.LINK_SENT: (
        gettext_lazy("Send a link to start"),
        gettext_lazy("Link to start sent"),
    ),
    starting.STARTED: (
        gettext_lazy("Start with a link by e-mail"),
        gettext_lazy("Password chosen with the link by e-mail"),
    ),
}
OF_REQUESTS = {
    account_requests.ASKED: gettext_lazy("Asked the coordinators"),
    account_requests.ACCEPTED: gettext_lazy("A coordinator said yes"),
    account_requests.REFUSED: gettext_lazy("A coordinator said no"),
    account_requests.WITHDRAWN: gettext_lazy("Withdrawn"),
}


def register(actions: Any) -> None:
    """Register all actions with Wagtail's registry."""
    for action, (label, message) in SIMPLE.items():
        actions.register_action(action, label, message)
    actions.register_action(CHANGED)(ChangeFormatter)
    for action, label in OF_REQUESTS.items():
        formatter = type("RequestFormatter", (RequestFormatter,), {"label": label})
        actions.register_action(action)(formatter)


class ChangeFormatter(LogFormatter):
    """What changed in an account."""

    label = gettext_lazy("Account changed")

    def format_message(self, log_entry: Any) -> str:
        """Return the sentence that the owner got too."""
        change = Change(log_entry.data["change"])
        return str(change.label) % {"group": log_entry.data.get("group", "")}


class RequestFormatter(LogFormatter):
    """What was asked for an account, or decided."""

    def format_message(self, log_entry: Any) -> str:
        """Return what happened and what it was about."""
        data = log_entry.data
        about = data.get("group") or RequestKind(data["kind"]).label
        return _("%(what_happened)s: %(what_about)s") % {
            "what_happened": self.label,
            "what_about": about,
        }

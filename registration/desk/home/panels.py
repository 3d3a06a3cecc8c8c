"""What the desk sees first after logging in."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.forms import Media
from django.utils import timezone
from wagtail.admin.ui.components import Component

from perspectief.restoration import unfinished_restoration
from registration.background.alerts import alerts_for
from registration.casework import permissions
from registration.casework.desk_calendar import current_calendar
from registration.casework.unfinished import Unfinished, unfinished
from registration.desk.queue.open_answers import OpenAnswers
from registration.desk.queue.sections import Viewpoint, count_parts
from registration.desk.reports.unfinished_view import reason_counts, rows_of
from registration.mail.unsent import waiting_and_failed_counts
from registration.models import Callback

# Wagtail's own panels are about pages; somebody of the desk may have no pages to edit.
PAGE_PANELS = frozenset(
    {
        "user_objects_in_workflow_moderation",
        "workflow_objects_to_moderate",
        "recent_edits",
        "locked_pages",
    }
)


# Whoever paused waits for nobody but themselves.
WAITS_FOR_US = tuple(reason for reason in Unfinished.listed() if reason != Unfinished.PAUSED)
ROWS_ON_HOME = 5


class AlertsPanel(Component):
    """What is wrong now and for whom, above everything else."""

    name = "alerts"
    template_name = "registration/desk/parts/alerts.html"
    order = 1

    @property
    def media(self) -> Media:
        """The stylesheet of the desk."""
        return Media(css={"all": ["registration/desk.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return what the user can do something about."""
        user = parent_context["request"].user if parent_context else AnonymousUser()
        return {"alerts": alerts_for(user, timezone.now()), "heading_id": "home-alerts"}


class CallbacksPanel(Component):
    """How many callbacks are in the most pressing parts of the queue, and whether mail goes out."""

    name = "callbacks"
    template_name = "registration/desk/home/callbacks_panel.html"
    order = 10

    @property
    def media(self) -> Media:
        """The stylesheet of the desk."""
        return Media(css={"all": ["registration/desk.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the counts, and those of mail for who may see them."""
        user = parent_context["request"].user if parent_context else None
        shows_mail = user is not None and permissions.can_view_outgoing_mail(user)
        now = timezone.now()
        answers = OpenAnswers(now, current_calendar(now))
        return {
            "counts": count_parts(Callback.objects.open(), Viewpoint(user, now, answers)),
            "mails": waiting_and_failed_counts() if shows_mail else None,
        }


class UnfinishedPanel(Component):
    """What was closed or paused and still waits for something, the longest first."""

    name = "unfinished"
    template_name = "registration/desk/home/unfinished_panel.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return how many wait for each reason, and those of them that wait longest for us."""
        now = timezone.now()
        return {
            "counts": [count for count in reason_counts(now) if count.number],
            "rows": rows_of(unfinished(*WAITS_FOR_US)[:ROWS_ON_HOME], now),
        }


class RestoredPanel(Component):
    """That the site was put back from a backup, what is missing, and that no mail goes out."""

    name = "restored"
    template_name = "registration/desk/home/restored_panel.html"
    order = 5

    @property
    def media(self) -> Media:
        """The stylesheet of the desk."""
        return Media(css={"all": ["registration/desk.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the restoration, if it is not over, and whether the user may end the pause."""
        user = parent_context["request"].user if parent_context else None
        return {
            "restoration": unfinished_restoration(),
            "may_resume": user is not None and permissions.can_view_outgoing_mail(user),
        }


def arrange_panels(user: User, panels: list[Any]) -> None:
    """Add what is wrong and the desk's panels, and drop the panels of pages for the desk.

    Whoever looks after mail hears of a restored site too.

    Args:
        user: who opens the admin.
        panels: of Wagtail's home; changed in place.
    """
    if permissions.can_see_queue(user) or permissions.can_view_outgoing_mail(user):
        panels.append(RestoredPanel())
    if permissions.can_view_outgoing_mail(user):
        panels.append(AlertsPanel())
    if not permissions.can_see_queue(user):
        return
    if not user.has_perm("wagtailcore.change_page"):
        panels[:] = [panel for panel in panels if getattr(panel, "name", "") not in PAGE_PANELS]
    panels += [CallbacksPanel(), UnfinishedPanel()]

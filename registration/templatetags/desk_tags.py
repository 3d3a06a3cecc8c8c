"""What templates of the desk's screens ask."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone

from perspectief.staff.requests import account_of
from registration.background.alerts import mail_alerts_for
from registration.models import Registration
from registration.words import dates, received

register = template.Library()


@register.filter
def date_and_time_in_words(at: datetime) -> str:
    """Return an aware moment in Dutch time, such as "donderdag 26 november om 17:00 uur"."""
    return dates.date_and_time_in_words(at)


@register.filter
def date_in_words(day: date | datetime) -> str:
    """Return a date with its weekday, such as "donderdag 26 november"."""
    return dates.date_in_words(day)


@register.filter
def received_in_words(registration: Registration) -> str:
    """Return when a registration came in; of a form on paper only the day."""
    return received.received_in_words(registration)


@register.inclusion_tag("registration/desk/parts/alerts.html", takes_context=True)
def mail_alerts(context: dict[str, Any]) -> dict[str, Any]:
    """Show on a screen with a list what is wrong with mail, if the reader can do something."""
    alerts = mail_alerts_for(account_of(context["request"]), timezone.now())
    return {"alerts": alerts, "heading_id": "mail-alerts", "classname": "nice-padding"}

"""Searching the access log."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from perspectief.exact_text import ExactTextField
from registration.desk.base.day_field import DeskDayField
from registration.models import AccessLogEntry
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.access import AccessAction


class AccessLogFilterForm(forms.Form):
    """Whose data was looked at, who looked, when, and what was done."""

    registration = forms.IntegerField(label=_("Registration number"), min_value=1, required=False)
    user = ExactTextField(label=_("User name"), max_length=150, required=False)
    action = forms.ChoiceField(
        label=_("What was done"),
        choices=[("", _("Everything")), *AccessAction.choices],
        required=False,
    )
    since = DeskDayField(_("From"))
    until = DeskDayField(_("Up to and including"))


def search(chosen: dict[str, Any]) -> QuerySet[AccessLogEntry]:
    """Return the entries that were asked for, newest first.

    Args:
        chosen: what is filled in of `AccessLogFilterForm`; days are those at the desk.
    """
    entries = AccessLogEntry.objects.order_by("-at", "-pk")
    if number := chosen.get("registration"):
        entries = entries.filter(registration_number=number)
    if username := chosen.get("user"):
        entries = entries.filter(username__iexact=username)
    if action := chosen.get("action"):
        entries = entries.filter(action=action)
    if day := chosen.get("since"):
        entries = entries.filter(at__gte=datetime.combine(day, time.min, DESK_TIME_ZONE))
    if day := chosen.get("until"):
        entries = entries.filter(at__lte=datetime.combine(day, time.max, DESK_TIME_ZONE))
    return entries

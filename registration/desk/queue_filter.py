"""Which part of the queue somebody wants to see."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from registration.codes import Source
from registration.models import Callback

ALL, OVERDUE, MINE, UNCLAIMED = "all", "overdue", "mine", "unclaimed"
PARTS = [
    (ALL, _("All open")),
    (OVERDUE, _("Overdue")),
    (MINE, _("Taken by me")),
    (UNCLAIMED, _("Not taken yet")),
]


class QueueFilterForm(forms.Form):
    """The part of the queue, language and source; anything unknown in the URL shows everything."""

    show = forms.ChoiceField(choices=PARTS, required=False, widget=forms.HiddenInput)
    language = forms.ChoiceField(
        label=_("Language of the form"),
        choices=[("", _("All languages")), *settings.LANGUAGES],
        required=False,
    )

    source = forms.ChoiceField(
        label=_("How it came in"),
        choices=[("", _("All ways")), *Source.choices],
        required=False,
    )

    @property
    def part(self) -> str:
        """The chosen part of the queue."""
        return self._chosen("show") or ALL

    @property
    def chosen_language(self) -> str:
        """The chosen language; empty for all."""
        return self._chosen("language")

    @property
    def chosen_source(self) -> str:
        """How the chosen callbacks came in; empty for all."""
        return self._chosen("source")

    def _chosen(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


def filtered_queue(form: QueueFilterForm, *, user: Any, now: datetime) -> QuerySet[Callback]:
    """Return the open callbacks that were asked for: overdue ones first, then the earliest promise.

    Args:
        form: what was asked for.
        user: who asks.
        now: an aware moment.
    """
    late = Q(due_at__lt=now, first_attempt_at=None)
    queue = Callback.objects.open()
    if form.part == OVERDUE:
        queue = queue.filter(late)
    elif form.part == MINE:
        queue = queue.held_by(user, now)
    elif form.part == UNCLAIMED:
        queue = queue.unclaimed(now)
    if form.chosen_language:
        queue = queue.filter(registration__language=form.chosen_language)
    if form.chosen_source:
        queue = queue.filter(registration__source=form.chosen_source)
    order = Case(When(late, then=Value(0)), default=Value(1), output_field=IntegerField())
    return queue.order_by(order, "due_at", "pk").select_related("registration", "claimed_by")

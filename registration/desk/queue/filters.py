"""Which callbacks somebody wants to see: a part of the queue, and what they have in common."""

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from registration.desk.queue.sections import (
    QueuePart,
    Viewpoint,
    condition_of,
    is_late,
)
from registration.models import Callback
from registration.models.callback import is_waiting_for_retry
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.lifecycle import Source
from registration.words import option_labels


class QueueFilterForm(forms.Form):
    """The part of the queue and the filters; anything unknown in the URL shows everything."""

    show = forms.ChoiceField(choices=QueuePart, required=False, widget=forms.HiddenInput)
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
    task = forms.ChoiceField(
        label=_("Task"), choices=[("", _("All tasks")), *TaskKind.choices], required=False
    )
    event = forms.ChoiceField(label=_("What it is about"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        event = cast(forms.ChoiceField, self.fields["event"])
        event.choices = [("", _("All kinds of event")), *option_labels.choices("kind")]

    @property
    def part(self) -> QueuePart:
        """The chosen part of the queue."""
        return QueuePart(self._chosen("show") or QueuePart.ALL)

    @property
    def filters(self) -> dict[str, str]:
        """What was chosen beside the part, as parameters of an address."""
        names = [field.name for field in self.visible_fields()]
        return {name: chosen for name in names if (chosen := self._chosen(name))}

    def address_of(self, part: QueuePart) -> str:
        """Return the query of an address that shows another part with the same filters."""
        return "?" + urlencode({"show": part.value, **self.filters})

    def _chosen(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


def filtered_queue(form: QueueFilterForm, view: Viewpoint) -> QuerySet[Callback]:
    """Return the open callbacks that the filters leave, whatever the part.

    Args:
        form: what was asked for.
        view: who asks, and when.
    """
    queue: QuerySet[Callback] = Callback.objects.open()
    columns = {"language": "registration__language", "source": "registration__source"}
    for name, chosen in form.filters.items():
        if name == "event":
            queue = queue.filter(pk__in=view.open_answers.about(chosen))
        else:
            queue = queue.filter(**{columns.get(name, "kind"): chosen})
    return queue


def ordered_part(queue: QuerySet[Callback], part: QueuePart, view: Viewpoint) -> QuerySet[Callback]:
    """Return a part of the queue: broken promises first, then by promise, retries last."""
    order = Case(
        When(is_late(view.now), then=Value(0)),
        When(is_waiting_for_retry(view.now), then=Value(2)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return (
        queue.filter(condition_of(part, view))
        .order_by(order, "due_at", "pk")
        .select_related("registration", "claimed_by")
    )

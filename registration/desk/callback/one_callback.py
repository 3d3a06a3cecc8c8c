"""What every view of one callback begins with."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from registration.casework.desk_calendar import current_calendar
from registration.casework.seen import Part
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.addresses import DETAILS, QUEUE
from registration.desk.base.seen_form import SEEN, changed_meanwhile
from registration.models import AttemptPolicy, Callback
from registration.rules.deadlines import DeskCalendar


class CallbackMixin(DeskScreenMixin):
    """A view about one callback.

    `acts_on` are the parts of what its page showed on which the work of its form depends.
    """

    kwargs: dict[str, Any]
    acts_on: Collection[Part] = ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead back to the queue if the callback is gone: people may delete their data."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            messages.warning(
                request,
                _("This callback no longer exists. The person may have deleted all their data."),
            )
            return redirect(QUEUE)

    @cached_property
    def callback(self) -> Callback:
        """The callback of this address."""
        return get_object_or_404(
            Callback.objects.at(self.kwargs["which"]).select_related("registration", "claimed_by")
        )

    def registrations_to_lock(self) -> list[int]:
        """Return the numbers of the registrations whose callbacks the work is about."""
        return [self.callback.registration_id]

    @contextmanager
    def locked(self) -> Iterator[str]:
        """Hold the callback, as it is now, until the work on it is done.

        Two clicks on one button, or two colleagues, wait for each other here.

        Yields:
            What changed since the page of the form was made, in words; "" if nothing did.
        """
        with transaction.atomic():
            # In one order, as everywhere, so that nobody waits for ever.
            rows = Callback.objects.filter(registration__in=self.registrations_to_lock())
            list(rows.select_for_update().order_by("pk"))
            del self.callback
            stamp = self.request.POST.get(SEEN, "")
            callback = self.callback
            yield changed_meanwhile(stamp, callback.registration, callback, self.acts_on)

    @cached_property
    def calendar(self) -> DeskCalendar:
        """The desk's calendar."""
        return current_calendar()

    @cached_property
    def attempt_policy(self) -> AttemptPolicy:
        """How often the desk tries to reach somebody."""
        return AttemptPolicy.load()

    def to_details(self) -> HttpResponse:
        """Send the browser to the details of this callback."""
        return redirect(DETAILS, self.callback.address)

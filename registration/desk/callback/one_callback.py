"""What every view of one callback begins with."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from registration.casework.desk_calendar import current_calendar
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.addresses import DETAILS, QUEUE
from registration.models import Callback
from registration.rules.deadlines import DeskCalendar


class CallbackMixin(DeskScreenMixin):
    """A view about one callback."""

    kwargs: dict[str, Any]

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

    @cached_property
    def calendar(self) -> DeskCalendar:
        """The desk's calendar."""
        return current_calendar()

    def to_details(self) -> HttpResponse:
        """Send the browser to the details of this callback."""
        return redirect(DETAILS, self.callback.address)

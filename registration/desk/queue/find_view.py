"""Finding somebody by the code that they were given."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import permissions, reading
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.addresses import DETAILS, QUEUE
from registration.desk.queue.find_form import FindByCodeForm


class FindView(DeskScreenMixin, View):
    """Finds a registration by the code that somebody mentions on the telephone."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Go to the callback with this code; the code stays out of addresses and messages."""
        form = FindByCodeForm(request.POST)
        callback = (
            reading.find_by_reference(form.cleaned_data["code"], account_of(request))
            if form.is_valid()
            else None
        )
        if callback is None:
            messages.warning(
                request,
                _(
                    "We do not recognise this code. Check it with the person; a letter is easily "
                    "misheard."
                ),
            )
            return redirect(QUEUE)
        return redirect(DETAILS, callback.pk)

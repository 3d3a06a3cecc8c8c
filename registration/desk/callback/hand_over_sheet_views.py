"""The sheet for the mediator: looking at it, and writing down who got it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework.informed import sheets_of
from registration.casework.seen import Part, stamp_of
from registration.desk.callback.hand_over_views import (
    NOTHING_RECORDED,
    HandOverMixin,
    warn_of_informed,
)
from registration.handover.giving import note_given, note_not_given
from registration.handover.sheet import open_sheet, sheet_for
from registration.vocabulary.callbacks import CallbackAddress


class HandOverSheetView(HandOverMixin, TemplateView):
    """The sheet for the mediator, to print; opening it is logged, and nobody has it by that."""

    http_method_names = ["get"]
    template_name = "registration/desk/hand_over/sheet.html"

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the sheet, or say that nobody was allocated yet."""
        hand_over = open_sheet(self.callback, account_of(request))
        if hand_over is None:
            messages.warning(request, _("There is no handover sheet: choose a mediator first."))
            return self.to_details()
        registration = self.callback.registration
        has_it = {each.mediator.pk for each in sheets_of(registration.pk)}
        return self.render_to_response(
            {
                "callback": self.callback,
                "hand_over": hand_over,
                "sheet": sheet_for(hand_over),
                "has_it": hand_over.mediator_id in has_it,
                "seen": stamp_of(registration, self.callback, SheetGivenView.acts_on),
                "language": get_language(),
            }
        )


class SheetGivenView(HandOverMixin, View):
    """Records that the mediator got the sheet."""

    http_method_names = ["post"]
    acts_on = (Part.STATE, Part.HAND_OVER)

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Record it, and show the callback again."""
        with self.locked() as meanwhile:
            mediator = None if meanwhile else note_given(self.callback, account_of(request))
            if mediator:
                words = _("Recorded: %(mediator)s has the handover sheet.")
                messages.success(request, words % {"mediator": mediator})
                warn_of_informed(request, self.callback)
            else:
                messages.warning(request, meanwhile or NOTHING_RECORDED)
        return self.to_details()


class SheetNotGivenView(HandOverMixin, View):
    """Takes back that the mediator got the sheet."""

    http_method_names = ["post"]
    acts_on = (Part.STATE, Part.HAND_OVER)

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Take it back, and show the callback again."""
        with self.locked() as meanwhile:
            mediator = None if meanwhile else note_not_given(self.callback, account_of(request))
            if mediator:
                words = _("Recorded: %(mediator)s did not get the handover sheet.")
                messages.success(request, words % {"mediator": mediator})
            else:
                messages.warning(request, meanwhile or NOTHING_RECORDED)
        return self.to_details()

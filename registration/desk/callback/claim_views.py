"""Taking a callback, giving it back, reassigning it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.names import name_of
from perspectief.staff.requests import account_of
from registration.casework import claims, permissions
from registration.casework.seen import Part
from registration.desk.base.addresses import QUEUE
from registration.desk.callback.claim_forms import ReassignForm
from registration.desk.callback.one_callback import CallbackMixin
from registration.models import Callback
from registration.vocabulary.callbacks import CallbackAddress, CallbackState


class TakeView(CallbackMixin, View):
    """Takes a callback, unless a colleague was first."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Take it and show it, or say who has it."""
        callback = self.callback
        try:
            claims.claim(callback.pk, account_of(request))
        except claims.AlreadyClaimedError:
            callback.refresh_from_db()
            messages.warning(request, _taken_words(callback))
            return redirect(QUEUE)
        except claims.NotAllowedError:
            messages.warning(request, _("The coordinator decides about this callback."))
            return redirect(QUEUE)
        return self.to_details()


class ReleaseView(CallbackMixin, View):
    """Gives a callback back to the queue."""

    predicate = staticmethod(permissions.can_see_queue)
    acts_on = (Part.CLAIM,)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Release it, and return to the queue."""
        with self.locked() as meanwhile:
            try:
                if meanwhile:
                    raise claims.NotClaimedError
                claims.release(self.callback.pk, account_of(request))
            except claims.NotClaimedError:
                refusal = meanwhile or _("Someone else has taken this callback.")
                messages.warning(request, refusal)
            else:
                messages.success(
                    request,
                    _("Callback %(number)s is back in the queue.") % {"number": self.callback},
                )
        return redirect(QUEUE)


class ReassignView(CallbackMixin, View):
    """Gives a callback to a colleague."""

    predicate = staticmethod(permissions.can_see_queue)
    acts_on = (Part.CLAIM,)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Hand it over, or say why not."""
        with self.locked() as meanwhile:
            if meanwhile:
                messages.warning(request, meanwhile)
                return self.to_details()
            return self._reassign(request)

    def _reassign(self, request: HttpRequest) -> HttpResponse:
        form = ReassignForm(request.POST, callback=self.callback)
        if not form.is_valid():
            messages.warning(request, _("Choose a colleague who can take this callback."))
            return self.to_details()
        colleague = form.cleaned_data["colleague"]
        try:
            claims.reassign(self.callback.pk, account_of(request), colleague)
        except claims.NotClaimedError:
            messages.warning(request, _("Someone else has taken this callback."))
        except claims.NotAllowedError:
            messages.warning(request, _("This colleague cannot take this callback."))
        else:
            messages.success(
                request,
                _("%(name)s has callback %(number)s now.")
                % {"name": name_of(colleague), "number": self.callback},
            )
        return redirect(QUEUE)


def _taken_words(callback: Callback) -> str:
    if callback.state != CallbackState.OPEN:
        return _("This callback has already been dealt with.")
    holder = callback.claimed_by
    name = name_of(holder) if holder else _("A colleague")
    return _("%(name)s was just ahead of you and has taken callback %(number)s.") % {
        "name": name,
        "number": callback,
    }

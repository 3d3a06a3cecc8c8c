"""Ending the work on a callback, and taking it up again."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import ending, permissions
from registration.casework.claims import NotAllowedError
from registration.casework.reopening import reopen
from registration.casework.seen import Part
from registration.desk.base.addresses import CLOSED, QUEUE
from registration.desk.callback.details_view import close_form
from registration.desk.callback.hand_over_views import HandOverView, warn_of_informed
from registration.desk.callback.one_callback import CallbackMixin
from registration.desk.callback.work_view import WorkView
from registration.vocabulary.callbacks import CallbackAddress
from registration.vocabulary.lifecycle import Lifecycle
from registration.words import option_labels
from registration.words.dates import date_and_time_in_words


class CloseView(WorkView):
    """Closes a registration with an outcome."""

    acts_on = (Part.STATE, Part.ATTEMPTS, Part.NOTE, Part.ANSWERS)

    def typed(self) -> dict[str, Form]:
        """Return the form of the outcome."""
        form = close_form(self.callback, account_of(self.request), self.request.POST)
        return {"close_form": form}

    def work(self) -> HttpResponse:
        """Close it, and return to the queue; who is allocated goes by way of the mediators."""
        form = close_form(self.callback, account_of(self.request), self.request.POST)
        if not form.is_valid():
            return self.show_errors(close_form=form)
        outcome, note = Lifecycle(form.cleaned_data["outcome"]), form.cleaned_data["note"]
        if outcome is Lifecycle.ALLOCATED:
            # Shown at once and not by way of another address: the note goes along in no address.
            screen = HandOverView()
            screen.setup(self.request, which=self.callback.address)
            return screen.begin(note, closes_so=True)
        ending.end(self.callback.pk, account_of(self.request), outcome, note=note)
        messages.success(
            self.request,
            _("Callback %(number)s has been closed.") % {"number": self.callback},
            buttons=[messages.button(reverse(CLOSED), _("Recently closed"))],
        )
        return redirect(QUEUE)


class ReopenView(CallbackMixin, View):
    """Takes up again what was closed or paused."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]
    acts_on = (Part.STATE,)

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Open it, and show the callback that waits now."""
        with self.locked() as meanwhile:
            try:
                if meanwhile:
                    raise NotAllowedError
                reopened = reopen(self.callback.pk, account_of(request))
            except NotAllowedError:
                refusal = meanwhile or _("This callback cannot be opened again.")
                messages.warning(request, refusal)
                return self.to_details()
        words = _("Callback %(number)s is open again.") % {"number": self.callback}
        if reopened.ended_as in Lifecycle.outcomes():
            ended_as = option_labels.label("state", reopened.ended_as)
            words += " " + _("It had ended as: %(outcome)s.") % {"outcome": ended_as}
        if reopened.was_exported:
            words += " " + _("The case system already has this person: enter the change there.")
        messages.success(request, words)
        warn_of_informed(request, self.callback)
        if no_at := reopened.callback.registration.own_no_at:
            warning = _(
                "This person said no on %(moment)s. Only go on if they told us that they want to "
                "after all, or if the no was recorded by mistake."
            )
            messages.warning(request, warning % {"moment": date_and_time_in_words(no_at)})
        return redirect("callbacks:details", reopened.callback.address)

"""What the steps of the work on a callback share: a form on its page, and only for who has it."""

from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import claims, permissions
from registration.desk.base.addresses import QUEUE
from registration.desk.base.seen_form import show_unstored
from registration.desk.callback.details_view import CallbackView
from registration.vocabulary.callbacks import CallbackState


class WorkView(CallbackView):
    """A form of the call screen: errors are shown on the screen itself."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do the work of the form, or show its errors."""
        if not self.may_work() or self.callback.state != CallbackState.OPEN:
            return self._no_longer_theirs()
        try:
            with self.locked() as meanwhile:
                claims.continue_claim(self.callback.pk, account_of(request))
                self.callback.refresh_from_db(fields=["claimed_by", "claimed_until"])
                return self._decide_again(meanwhile) if meanwhile else self.work()
        except claims.NotClaimedError:
            return self._no_longer_theirs()

    def typed(self) -> dict[str, Form]:
        """Return the forms of the screen as they were sent, by their names in its context."""
        return {}

    def may_work(self) -> bool:
        """Return whether the form is the user's to send.

        Whoever let the claim lapse goes on as long as no colleague took the callback meanwhile.
        """
        user = self.request.user
        return permissions.can_take_callbacks(user) and self.callback.claimed_by_id == user.pk

    def work(self) -> HttpResponse:
        """Do what the form asks for and say where to go next.

        Raises:
            NotClaimedError: the callback changed hands meanwhile.
        """
        raise NotImplementedError

    def show_errors(self, **forms: Any) -> HttpResponse:
        """Show the call screen with the forms as they were filled in."""
        return self.render_to_response(
            self.get_context_data(nothing_done=_("Nothing has been recorded yet."), **forms),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )

    def _decide_again(self, meanwhile: str) -> HttpResponse:
        """Show the screen as it is now, with what was typed, and a stamp of now."""
        context = self.get_context_data(meanwhile=meanwhile, **self.typed())
        return self.render_to_response(context, status=HTTPStatus.CONFLICT)

    def _no_longer_theirs(self) -> HttpResponse:
        words = _("You have not taken this callback, so nothing was recorded.")
        if kept := show_unstored(self.request, self.callback, words, self.typed().values()):
            return kept
        messages.warning(self.request, words)
        return redirect(QUEUE)

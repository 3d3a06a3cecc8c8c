"""What came of an attempt, when the next one is, taking it back, and the message after the last."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import attempts, claims, permissions
from registration.casework.attempt_message import leave_message
from registration.casework.attempt_undo import attempt_to_undo, undo_attempt
from registration.casework.contact_answers import contact_answers_of
from registration.casework.seen import Part
from registration.desk.base.addresses import DETAILS, QUEUE
from registration.desk.callback.attempt_forms import MessageForm
from registration.desk.callback.details_view import attempt_form
from registration.desk.callback.next_moment_forms import PlanForm
from registration.desk.callback.one_callback import CallbackMixin
from registration.desk.callback.work_view import WorkView
from registration.vocabulary.callbacks import AttemptResult, CallbackAddress
from registration.vocabulary.channels import MessageChannel
from registration.words.dates import date_and_time_in_words


class AttemptView(WorkView):
    """Records an attempt."""

    acts_on = (Part.STATE, Part.ATTEMPTS, Part.ANSWERS)

    def typed(self) -> dict[str, Form]:
        """Return the form of the attempt."""
        answers = contact_answers_of(self.callback.registration)
        form = attempt_form(self.callback, answers, self.calendar, data=self.request.POST)
        return {"attempt_form": form}

    def work(self) -> HttpResponse:
        """Record the attempt; whoever was reached stays on the screen until there is an outcome."""
        answers = contact_answers_of(self.callback.registration)
        form = attempt_form(self.callback, answers, self.calendar, data=self.request.POST)
        if not form.is_valid():
            return self.show_errors(attempt_form=form)
        result = AttemptResult(form.cleaned_data["result"])
        user = account_of(self.request)
        attempt = attempts.record_attempt(
            self.callback.pk,
            user,
            result,
            note=form.cleaned_data["note"],
            next_attempt_at=form.next_attempt_at,
            agreed_stays=form.agreed_stays,
        )
        buttons = []
        if attempt_to_undo(attempt.callback, user, timezone.now()):
            details = reverse(DETAILS, args=[self.callback.address])
            buttons.append(messages.button(details, _("A mistake?")))
        messages.success(self.request, _("The attempt has been recorded."), buttons=buttons)
        if result in attempts.RELEASING_RESULTS:
            return redirect(QUEUE)
        return self.to_details()


class PlanView(WorkView):
    """Chooses another moment for the next attempt, without an attempt now."""

    acts_on = (Part.STATE, Part.ATTEMPTS, Part.ANSWERS)

    def typed(self) -> dict[str, Form]:
        """Return the form of the moment."""
        return {"plan_form": self._form()}

    def work(self) -> HttpResponse:
        """Plan it, and stay on the screen."""
        form = self._form()
        if not form.is_valid() or form.next_attempt_at is None:
            return self.show_errors(plan_form=form)
        attempts.plan_by_hand(
            self.callback.pk,
            account_of(self.request),
            form.next_attempt_at,
            is_agreed=form.cleaned_data.get("is_agreed", False),
        )
        messages.success(self.request, _("The next attempt is planned."))
        if self.callback.first_attempt_at is None and form.next_attempt_at > self.callback.due_at:
            messages.warning(
                self.request,
                _("That is later than promised. We promised it before %(moment)s.")
                % {"moment": date_and_time_in_words(self.callback.due_at)},
            )
        return self.to_details()

    def _form(self) -> PlanForm:
        return PlanForm(
            self.request.POST,
            callback=self.callback,
            answers=contact_answers_of(self.callback.registration),
            calendar=self.calendar,
        )


class UndoView(CallbackMixin, View):
    """Takes back an attempt that was recorded by mistake."""

    acts_on = (Part.STATE, Part.CLAIM, Part.ATTEMPTS)
    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Take it back, and show the callback to who has it again."""
        with self.locked() as meanwhile:
            if meanwhile:
                messages.warning(request, meanwhile)
                return self.to_details()
            try:
                undo_attempt(self.callback.pk, account_of(request))
            except claims.NotClaimedError:
                messages.warning(request, _("This attempt can no longer be undone."))
            else:
                messages.success(
                    request, _("The attempt has been undone. The callback is yours again.")
                )
        return self.to_details()


class MessageView(WorkView):
    """Records that the person was told that we tried; an e-mail is sent by the site."""

    acts_on = (Part.STATE, Part.ATTEMPTS, Part.ANSWERS)

    def work(self) -> HttpResponse:
        """Record it, and return to the queue."""
        form = MessageForm(self.request.POST)
        try:
            if not form.is_valid():
                raise claims.NotAllowedError
            leave_message(
                self.callback.pk,
                account_of(self.request),
                MessageChannel(form.cleaned_data["channel"]),
            )
        except claims.NotAllowedError:
            messages.warning(
                self.request,
                _("This is not possible in this way now, so nothing was sent or recorded."),
            )
            return self.to_details()
        messages.success(self.request, _("Recorded: you left a message."))
        return redirect(QUEUE)

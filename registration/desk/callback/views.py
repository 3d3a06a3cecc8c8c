"""One callback: take it, see how to call safely, record what came of it."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from registration.casework import attempts, claims, confirmations, permissions, reading
from registration.casework.attempt_message import leave_message
from registration.casework.attempt_undo import attempt_to_undo, undo_attempt
from registration.casework.desk_calendar import current_calendar
from registration.casework.notes import edit_attempt_note, edit_desk_note
from registration.desk.base.access import DeskScreenMixin
from registration.desk.callback.forms import (
    AttemptForm,
    AttemptNoteForm,
    ClientAgreesForm,
    CloseForm,
    DeskNoteForm,
    MessageForm,
    OwnYesForm,
    PlanForm,
    ReassignForm,
    quick_results,
)
from registration.desk.callback.screen import CallScreen, open_call_screen
from registration.desk.queue.find_form import FindByCodeForm
from registration.desk.queue.rows import rows_for
from registration.mail.senders import neutral_mail_available
from registration.models import Callback
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult, CallbackState
from registration.vocabulary.channels import MessageChannel
from registration.vocabulary.lifecycle import Source
from registration.words import option_labels

QUEUE = "callbacks:index"
DETAILS = "callbacks:details"
STORY = "registration/desk/callback/story_text.html"


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
            Callback.objects.select_related("registration", "claimed_by"), pk=self.kwargs["pk"]
        )

    @cached_property
    def calendar(self) -> DeskCalendar:
        """The desk's calendar."""
        return current_calendar()

    def to_details(self) -> HttpResponse:
        """Send the browser to the details of this callback."""
        return redirect(DETAILS, self.callback.pk)


class CallbackView(CallbackMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows a callback: signs to everybody of the desk, personal data only to who has taken it."""

    predicate = staticmethod(permissions.can_see_queue)
    template_name = "registration/desk/callback/details.html"
    header_icon = "phone"

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Callback %(number)s") % {"number": self.callback}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the queue."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(QUEUE), "label": _("Callbacks")},
            {"url": "", "label": self.get_page_title()},
        ]

    def opens_for_holder(self) -> bool:
        """Return whether the user has taken this callback, and so may read the registration."""
        user = self.request.user
        may_take = permissions.can_take_callbacks(user)
        return may_take and self.callback.is_held_by(user, timezone.now())

    def screen(self) -> CallScreen | None:
        """Return the decrypted registration, if the user may read it without asking."""
        if not self.opens_for_holder():
            return None
        return open_call_screen(self.callback, self.request.user, timezone.now(), self.calendar)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; the forms may be given with their errors."""
        context = super().get_context_data(**kwargs)
        user, callback, now = self.request.user, self.callback, timezone.now()
        screen = self.screen()
        if screen is not None:  # looking made the claim last longer
            callback.refresh_from_db(fields=["claimed_until"])
        is_open = callback.state == CallbackState.OPEN
        is_held = callback.is_held(now)
        works_on_it = is_open and screen is not None and callback.claimed_by_id == user.pk
        context.update(
            callback=callback,
            row=rows_for([callback], user=user, now=now, calendar=self.calendar)[0],
            screen=screen,
            state_label=option_labels.label("state", callback.registration.state),
            is_open=is_open,
            works_on_it=works_on_it,
            is_held=is_held,
            has_lapsed=is_open and not is_held and callback.claimed_by_id == user.pk,
            may_take=is_open and not is_held and permissions.can_take(user, callback),
            may_undo=attempt_to_undo(callback, user, now) is not None,
            # Opened by a button of its own, and logged: it is in no other page.
            story=None,
            may_release=is_open and permissions.can_release(user, callback),
            may_reopen=permissions.can_reopen(user, callback),
            may_read=screen is None and permissions.can_coordinate(user),
        )
        if is_open and permissions.can_reassign(user, callback):
            context.setdefault("reassign_form", ReassignForm(callback=callback))
        if works_on_it and screen is not None:
            context.setdefault("desk_note_form", desk_note_form(callback))
            context.setdefault(
                "attempt_form", attempt_form(callback, screen.answers, self.calendar)
            )
            context.setdefault(
                "plan_form", PlanForm(answers=screen.answers, calendar=self.calendar)
            )
            context["quick_results"] = quick_results(context["attempt_form"])
            context.setdefault("close_form", close_form(callback))
            if callback.registration.awaits_own_yes:
                context.setdefault("own_yes_form", own_yes_form(callback))
        return context


class ReadView(CallbackView):
    """Shows the coordinator a registration that a colleague has, or that is closed."""

    predicate = staticmethod(permissions.can_coordinate)
    http_method_names = ["post"]

    def screen(self) -> CallScreen:
        """Return the decrypted registration; that a coordinator asked for it is logged."""
        return open_call_screen(self.callback, self.request.user, timezone.now(), self.calendar)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the registration once; a reload asks again, so every look is a decision."""
        return self.render_to_response(self.get_context_data(**kwargs))


class TakeView(CallbackMixin, View):
    """Takes a callback, unless a colleague was first."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it and show it, or say who has it."""
        callback = self.callback
        try:
            claims.claim(callback.pk, request.user)
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
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Release it, and return to the queue."""
        try:
            claims.release(self.callback.pk, request.user)
        except claims.NotClaimedError:
            messages.warning(request, _("Someone else has taken this callback."))
        else:
            messages.success(
                request,
                _("Callback %(number)s is back in the queue.") % {"number": self.callback},
            )
        return redirect(QUEUE)


class ReassignView(CallbackMixin, View):
    """Gives a callback to a colleague."""

    predicate = staticmethod(permissions.can_see_queue)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hand it over, or say why not."""
        form = ReassignForm(request.POST, callback=self.callback)
        if not form.is_valid():
            messages.warning(request, _("Choose a colleague who can take this callback."))
            return self.to_details()
        colleague = form.cleaned_data["colleague"]
        try:
            claims.reassign(self.callback.pk, request.user, colleague)
        except claims.NotClaimedError:
            messages.warning(request, _("Someone else has taken this callback."))
        except claims.NotAllowedError:
            messages.warning(request, _("This colleague cannot take this callback."))
        else:
            messages.success(
                request,
                _("%(name)s has callback %(number)s now.")
                % {"name": _name_of(colleague), "number": self.callback},
            )
        return redirect(QUEUE)


class StoryView(CallbackView):
    """Shows what happened in the person's own words, to who asks for it; that is logged."""

    predicate = staticmethod(permissions.can_see_queue)
    http_method_names = ["post"]

    def screen(self) -> CallScreen:
        """Return the decrypted registration, for the page around the story."""
        return open_call_screen(self.callback, self.request.user, timezone.now(), self.calendar)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the whole screen with the story, or the story alone to the script that asks."""
        try:
            story = reading.open_story(self.callback.pk, request.user)
            if request.headers.get("X-Requested-With") == "XMLHttpRequest":
                context = {"story": story, "callback": self.callback}
                return TemplateResponse(request, STORY, context)
            context = self.get_context_data(**kwargs)
        except claims.NotClaimedError:
            messages.warning(request, _("Take this callback first."))
            return self.to_details()
        return self.render_to_response({**context, "story": story})


class WorkView(CallbackView):
    """A form of the call screen: errors are shown on the screen itself."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do the work of the form, or show its errors."""
        if not self.may_work() or self.callback.state != CallbackState.OPEN:
            return self._no_longer_theirs()
        try:
            claims.continue_claim(self.callback.pk, request.user)
            self.callback.refresh_from_db(fields=["claimed_by", "claimed_until"])
            return self.work()
        except claims.NotClaimedError:
            return self._no_longer_theirs()

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
            self.get_context_data(has_errors=True, **forms),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )

    def _no_longer_theirs(self) -> HttpResponse:
        messages.warning(
            self.request, _("You have not taken this callback, so nothing was recorded.")
        )
        return redirect(QUEUE)


class AttemptView(WorkView):
    """Records an attempt."""

    def work(self) -> HttpResponse:
        """Record the attempt; whoever was reached stays on the screen until there is an outcome."""
        answers = self.callback.registration.read_answers()
        form = attempt_form(self.callback, answers, self.calendar, data=self.request.POST)
        if not form.is_valid():
            return self.show_errors(attempt_form=form)
        result = AttemptResult(form.cleaned_data["result"])
        attempts.record_attempt(
            self.callback.pk,
            self.request.user,
            result,
            note=form.cleaned_data["note"],
            next_attempt_at=form.next_attempt_at,
        )
        messages.success(
            self.request,
            _("The attempt has been recorded."),
            buttons=[messages.button(reverse(DETAILS, args=[self.callback.pk]), _("A mistake?"))],
        )
        if result in attempts.RELEASING_RESULTS:
            return redirect(QUEUE)
        return self.to_details()


class PlanView(WorkView):
    """Chooses another moment for the next attempt, without an attempt now."""

    def work(self) -> HttpResponse:
        """Plan it, and stay on the screen."""
        answers = self.callback.registration.read_answers()
        form = PlanForm(self.request.POST, answers=answers, calendar=self.calendar)
        if not form.is_valid() or form.next_attempt_at is None:
            return self.show_errors(plan_form=form)
        attempts.plan_by_hand(self.callback.pk, self.request.user, form.next_attempt_at)
        messages.success(self.request, _("The next attempt is planned."))
        return self.to_details()


class UndoView(CallbackMixin, View):
    """Takes back an attempt that was recorded by mistake."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take it back, and show the callback to who has it again."""
        try:
            undo_attempt(self.callback.pk, request.user)
        except claims.NotClaimedError:
            messages.warning(request, _("This attempt can no longer be undone."))
        else:
            messages.success(
                request, _("The attempt has been undone. The callback is yours again.")
            )
        return self.to_details()


class MessageView(WorkView):
    """Records that the person was told that we tried; an e-mail is sent by the site."""

    def work(self) -> HttpResponse:
        """Record it, and return to the queue."""
        form = MessageForm(self.request.POST)
        try:
            if not form.is_valid():
                raise claims.NotAllowedError
            leave_message(
                self.callback.pk, self.request.user, MessageChannel(form.cleaned_data["channel"])
            )
        except claims.NotAllowedError:
            messages.warning(
                self.request,
                _("This is not possible in this way now, so nothing was sent or recorded."),
            )
            return self.to_details()
        messages.success(self.request, _("Recorded: you left a message."))
        return redirect(QUEUE)


class DeskNoteView(WorkView):
    """Changes the note of the desk."""

    def work(self) -> HttpResponse:
        """Store the note, encrypted."""
        form = DeskNoteForm(self.request.POST)
        if not form.is_valid():
            return self.show_errors(desk_note_form=form)
        edit_desk_note(self.callback.pk, self.request.user, form.cleaned_data["note"])
        messages.success(self.request, _("The note has been saved."))
        return self.to_details()


class AttemptNoteView(WorkView):
    """Corrects the note that somebody wrote with an attempt of their own."""

    def work(self) -> HttpResponse:
        """Store the note, encrypted."""
        form = AttemptNoteForm(self.request.POST)
        try:
            if not form.is_valid():
                raise claims.NotAllowedError
            edit_attempt_note(
                self.callback.pk,
                self.request.user,
                self.kwargs["attempt"],
                form.cleaned_data["note"],
            )
        except claims.NotAllowedError:
            messages.warning(self.request, _("This note cannot be changed."))
        else:
            messages.success(self.request, _("The note has been saved."))
        return self.to_details()


class OwnYesView(WorkView):
    """Records whether the person wants what another sent about them; a no closes it."""

    def work(self) -> HttpResponse:
        """Record the answer; whoever agrees stays on the screen until there is an outcome."""
        form = own_yes_form(self.callback, self.request.POST)
        if not form.is_valid():
            return self.show_errors(own_yes_form=form)
        try:
            return self._record(wants_this=form.wants_this)
        except claims.NotAllowedError:
            messages.warning(self.request, _("Nobody referred or helped this person."))
            return self.to_details()

    def _record(self, *, wants_this: bool) -> HttpResponse:
        is_referral = self.callback.registration.source == Source.REFERRER
        if wants_this:
            confirmations.record_own_yes(self.callback.pk, self.request.user)
            words = (
                _("Recorded: the client agrees.")
                if is_referral
                else _("Recorded: the person wants this.")
            )
            messages.success(self.request, words)
            return self.to_details()
        confirmations.record_own_no(self.callback.pk, self.request.user)
        words = (
            _(
                "The client does not agree, so callback %(number)s has been closed. Nothing more "
                "happens."
            )
            if is_referral
            else _(
                "The person does not want this, so callback %(number)s has been closed. Nothing "
                "more happens."
            )
        )
        messages.success(self.request, words % {"number": self.callback})
        return redirect(QUEUE)


class ChangesConfirmedView(WorkView):
    """Records that the person confirmed what was changed through their own page."""

    def work(self) -> HttpResponse:
        """Record it; from now on the new permissions count in full."""
        confirmations.record_changes_confirmed(self.callback.pk, self.request.user)
        messages.success(self.request, _("Recorded: the person confirmed the changes."))
        return self.to_details()


class FindView(DeskScreenMixin, View):
    """Finds a registration by the code that somebody mentions on the telephone."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Go to the callback with this code; the code stays out of addresses and messages."""
        form = FindByCodeForm(request.POST)
        callback = (
            reading.find_by_reference(form.cleaned_data["code"], request.user)
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


def attempt_form(
    callback: Callback, answers: Answers, calendar: DeskCalendar, data: Any = None
) -> AttemptForm:
    """Return the form with which an attempt to reach this person is recorded."""
    return AttemptForm(
        data,
        answers=answers,
        policy=policy_for(answers, neutral_mail_available=neutral_mail_available()),
        kind=callback.kind,
        calendar=calendar,
    )


def close_form(callback: Callback, data: Any = None) -> CloseForm:
    """Return the form with which this registration is closed."""
    registration = callback.registration
    return CloseForm(data, source=registration.source, awaits_own_yes=registration.awaits_own_yes)


def desk_note_form(callback: Callback) -> DeskNoteForm:
    """Return the form with the note of the desk as it is."""
    return DeskNoteForm(initial={"note": callback.registration.desk_note or ""})


def own_yes_form(callback: Callback, data: Any = None) -> OwnYesForm:
    """Return the form for what the person said about what another sent about them."""
    is_referral = callback.registration.source == Source.REFERRER
    return ClientAgreesForm(data) if is_referral else OwnYesForm(data)


def _taken_words(callback: Callback) -> str:
    if callback.state != CallbackState.OPEN:
        return _("This callback has already been dealt with.")
    holder = callback.claimed_by
    name = _name_of(holder) if holder else _("A colleague")
    return _("%(name)s was just ahead of you and has taken callback %(number)s.") % {
        "name": name,
        "number": callback,
    }


def _name_of(colleague: Any) -> str:
    return str(colleague.get_full_name() or colleague.get_username())

"""Passing somebody on to a mediator: choosing one, and who was told of another end."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.staff.requests import account_of
from registration.casework import access_log, claims, permissions
from registration.casework.closing_record import NotOnRecordError, was_in_touch
from registration.casework.informed import note_told, opened_unrecorded, to_be_told_of
from registration.casework.seen import Part, stamp_of
from registration.desk.base.addresses import DETAILS, QUEUE
from registration.desk.base.seen_form import show_unstored
from registration.desk.callback.closing_forms import missing_in_words
from registration.desk.callback.hand_over_forms import HandOverForm
from registration.desk.callback.one_callback import CallbackMixin
from registration.handover.allocation import allocate, note_end_told
from registration.models import Callback, HandOver
from registration.rules.what_endings_say import Presupposes
from registration.vocabulary.access import AccessAction
from registration.vocabulary.callbacks import CallbackAddress, CallbackState
from registration.vocabulary.lifecycle import Lifecycle
from registration.words.informed import names_of_informed

NOTHING_RECORDED = gettext_lazy("This callback has changed in the meantime. Nothing was recorded.")


def warn_of_informed(request: HttpRequest, callback: Callback) -> None:
    """Say at the top of the next screen which mediators still go by a sheet, or by the file."""
    if informed := to_be_told_of([callback.registration_id]):
        words = _("Tell %(names)s: they may still call. Then record that they know.")
        messages.warning(request, words % {"names": names_of_informed(informed)})


class HandOverMixin(CallbackMixin):
    """A view about passing on the person of one callback."""

    predicate = staticmethod(permissions.can_take_callbacks)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who may pass this person on.

        Raises:
            PermissionDenied: it is not for the user, or a colleague does that.
        """
        if not self.predicate(request.user):
            raise PermissionDenied
        try:
            may = permissions.can_hand_over(request.user, self.callback)
        except Http404:
            may = True  # the person had everything deleted; what is below says so
        if not may:
            return self.refuse()
        return super().dispatch(request, *args, **kwargs)

    def refuse(self) -> HttpResponse:
        """Turn away whoever may not pass this person on.

        Raises:
            PermissionDenied: always, unless something would be lost.
        """
        raise PermissionDenied

    @cached_property
    def hand_over(self) -> HandOver | None:
        """The allocation as it is now."""
        return (
            HandOver.objects.select_related("registration", "mediator", "by")
            .filter(registration=self.callback.registration_id)
            .first()
        )


class HandOverView(HandOverMixin, WagtailAdminTemplateMixin, TemplateView):
    """Allocates somebody to a mediator, which closes an open callback."""

    http_method_names = ["get", "post"]
    template_name = "registration/desk/hand_over/choose.html"
    acts_on = (Part.STATE, Part.ANSWERS, Part.HAND_OVER)
    header_icon = "group"

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Pass on callback %(number)s") % {"number": self.callback}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the queue."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(QUEUE), "label": _("Callbacks")},
            {"url": reverse(DETAILS, args=[self.callback.address]), "label": str(self.callback)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; the form is given."""
        return {
            **super().get_context_data(**kwargs),
            "callback": self.callback,
            "is_open": self._is_open,
            "seen": stamp_of(self.callback.registration, self.callback),
            "sheet_unrecorded": opened_unrecorded(self.hand_over),
        }

    def refuse(self) -> HttpResponse:
        """Turn away whom the callback is no longer of; what they typed is shown to them.

        Raises:
            PermissionDenied: nothing was typed.
        """
        words = _("You have not taken this callback, so nothing was recorded.")
        return self._keep_typed(words) or super().refuse()

    def _keep_typed(self, words: str) -> HttpResponse | None:
        if self.request.method != "POST":
            return None
        form = self._form(self.request.POST)
        return show_unstored(self.request, self.callback, words, [form])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, which says in which region the person lives; that is logged."""
        return self.begin()

    def begin(self, desk_note: str = "", *, closes_so: bool = False) -> HttpResponse:
        """Show the empty form, or say why nobody is passed on.

        Args:
            desk_note: what was written already, so that it is not lost.
            closes_so: whether the user has just chosen this outcome.
        """
        if refusal := self._refusal():
            messages.warning(self.request, refusal)
            return self.to_details()
        number = self.callback.registration_id
        access_log.record([number], account_of(self.request), AccessAction.VIEWED)
        form = self._form(desk_note=desk_note)
        return self.render_to_response(self.get_context_data(form=form, closes_so=closes_so))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Allocate, and show what was stored; or show what is missing, or changed meanwhile."""
        with self.locked() as meanwhile:
            if meanwhile and not self._refusal():
                context = self.get_context_data(form=self._form(request.POST), meanwhile=meanwhile)
                return self.render_to_response(context, status=HTTPStatus.CONFLICT)
            return self._allocate(request)

    def _allocate(self, request: HttpRequest) -> HttpResponse:
        if refusal := self._refusal():
            if kept := self._keep_typed(refusal):
                return kept
            messages.warning(request, refusal)
            return self.to_details()
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form, nothing_done=_("Nothing has been recorded yet.")),
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
        try:
            allocate(
                self.callback,
                account_of(request),
                form.allocation,
                desk_note=form.cleaned_data.get("desk_note", ""),
            )
        except (claims.NotClaimedError, claims.NotAllowedError, NotOnRecordError):
            if kept := self._keep_typed(str(NOTHING_RECORDED)):
                return kept
            messages.warning(request, NOTHING_RECORDED)
            return redirect(QUEUE)
        words = (
            _("Callback %(number)s has been allocated.")
            if form.allocation.mediator
            else _(
                "Callback %(number)s has been closed. It stays on the list until it has a mediator."
            )
        )
        messages.success(request, words % {"number": self.callback})
        warn_of_informed(request, self.callback)
        return self.to_details()

    @property
    def _is_open(self) -> bool:
        return self.callback.state == CallbackState.OPEN

    def _form(self, data: Any = None, *, desk_note: str = "") -> HandOverForm:
        return HandOverForm(
            data,
            answers=self.callback.registration.read_answers(),
            earlier=self.hand_over,
            is_open=self._is_open,
            desk_note=desk_note,
        )

    def _refusal(self) -> str:
        registration, is_open = self.callback.registration, self._is_open
        if Lifecycle.ALLOCATED not in Lifecycle.outcomes_of(registration.source):
            return _("A question is not passed on to a mediator.")
        if is_open and registration.awaits_own_yes():
            return _(
                "First ask the person, and record the answer. Nobody is passed on before that."
            )
        if is_open and not was_in_touch(self.callback):
            return missing_in_words(Presupposes.CONTACT, self.callback, account_of(self.request))
        if not is_open and registration.state != Lifecycle.ALLOCATED:
            return _("This registration ended in another way, so nobody is passed on.")
        return ""


class EndToldView(HandOverMixin, View):
    """Records that the mediator and the case system know how things stand."""

    http_method_names = ["post"]
    acts_on = (Part.STATE, Part.HAND_OVER)

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Record it, and show the callback again."""
        with self.locked() as meanwhile:
            if not meanwhile and note_end_told(self.callback, account_of(request)):
                messages.success(
                    request, _("Recorded: the mediator and the case system know how things stand.")
                )
            else:
                messages.warning(request, meanwhile or NOTHING_RECORDED)
        return self.to_details()


class MediatorToldView(HandOverMixin, View):
    """Records that a mediator who may still call knows that the person is no longer theirs."""

    http_method_names = ["post"]
    acts_on = (Part.STATE, Part.HAND_OVER)

    def post(self, request: HttpRequest, which: CallbackAddress, informed: int) -> HttpResponse:
        """Record it, and show the callback again."""
        with self.locked() as meanwhile:
            ours = {row.pk for row in to_be_told_of([self.callback.registration_id])}
            is_open = not meanwhile and informed in ours
            if is_open and note_told(informed, account_of(request), timezone.now()):
                messages.success(request, _("Recorded: the mediator knows how things stand."))
            else:
                messages.warning(request, meanwhile or NOTHING_RECORDED)
        return self.to_details()

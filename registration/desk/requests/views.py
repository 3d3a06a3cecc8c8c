"""What the coordinator does when people ask about their data: show, correct, delete."""

import json
from collections.abc import Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.backup.keeping import BACKUPS_KEPT
from perspectief.staff.reauthentication import ReauthenticatedMixin
from perspectief.staff.requests import account_of
from registration.casework import access_log, permissions
from registration.casework.changes_by_person import ChangeNotPossibleError, erase
from registration.casework.informed import sheets_of, to_be_told_of, who_would_be_told
from registration.casework.one_person import OnePerson, registrations_of_person
from registration.casework.retention_periods import kept_until
from registration.casework.seen import Part, stamp_of
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.attachment import attachment
from registration.desk.base.find_screen import FindScreen
from registration.desk.base.seen_form import SEEN, changed_meanwhile
from registration.desk.requests.rows import RegistrationRow, erased_in_words, rows_of
from registration.models import Callback, Registration
from registration.privacy_duties.correction import NotConfirmedError, WaysOfAnotherError, correct
from registration.privacy_duties.forms import (
    ConfirmedForm,
    EraseForm,
    WhoseWaysForm,
    correction_forms,
)
from registration.privacy_duties.person_data import data_of, sections_of
from registration.vocabulary.access import AccessAction
from registration.vocabulary.lifecycle import Lifecycle
from registration.words import option_labels
from registration.words.informed import names_of_informed

FIND = "privacy_duties:find"


class PrivacyDutyMixin(DeskScreenMixin):
    """A view about the data of one person, known by a number."""

    predicate = staticmethod(permissions.can_answer_requests)
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead back if the registration is gone: retention and people delete data."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            messages.warning(request, _("This registration no longer exists."))
            back = FIND if permissions.can_answer_requests(request.user) else "callbacks:index"
            return redirect(back)

    @cached_property
    def registration(self) -> Registration:
        """The registration of this address, its answers unread."""
        rows = Registration.objects.select_related("privacy_statement")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def address_to_return_to(self) -> str:
        """Return the overview of what can be done for this person."""
        return reverse("privacy_duties:person", args=[self.kwargs["pk"]])


class PrivacyScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of these, with the way back to the search."""

    header_icon = "key"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the search."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(FIND), "label": _("Requests about data")},
            {"url": "", "label": self.get_page_title()},
        ]


class FindPersonView(DeskScreenMixin, ReauthenticatedMixin, FindScreen):
    """Finds somebody by what they mention."""

    predicate = staticmethod(permissions.can_answer_requests)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/privacy/find.html"
    header_icon = "key"

    def address_to_return_to(self) -> str:
        """Return this screen."""
        return reverse(FIND)

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Requests about data")

    def rows_of(self, found: Sequence[Registration]) -> Sequence[RegistrationRow]:
        """Return the rows of a list."""
        return rows_of(found)


class PersonView(PrivacyDutyMixin, ReauthenticatedMixin, PrivacyScreen):
    """What can be done for one person; nothing of the answers is read for it."""

    http_method_names = ["get"]
    template_name = "registration/desk/privacy/person.html"

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Registration %(number)s") % {"number": self.registration}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        registration = self.registration
        return {
            **super().get_context_data(**kwargs),
            "registration": registration,
            "state": option_labels.label("state", registration.state),
            "kept_until": kept_until(registration),
            "is_open": Lifecycle(registration.state) in Lifecycle.open_states(),
            **_others_of(registration),
        }


def _others_of(registration: Registration) -> dict[str, Any]:
    person = registrations_of_person(registration.pk)
    others = [row for row in person.known if row.pk != registration.pk]
    return {"same": rows_of(others), "possible": rows_of(person.possible)}


class DataPageView(PrivacyDutyMixin, ReauthenticatedMixin, View):
    """All there is about somebody, to print, in the language of that person."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it once; a reload asks again, so every look is a decision."""
        registration = self.registration
        access_log.record([registration.pk], account_of(request), AccessAction.DATA_GIVEN)
        with translation.override(registration.language):
            return render(
                request,
                "registration/desk/privacy/data.html",
                {
                    "registration": registration,
                    "sections": sections_of(registration),
                    "made_on": timezone.now(),
                    "language": registration.language,
                },
            )


class DataFileView(PrivacyDutyMixin, ReauthenticatedMixin, View):
    """All there is about somebody, as data."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> Any:
        """Send the file."""
        registration = self.registration
        access_log.record([registration.pk], account_of(request), AccessAction.DATA_GIVEN)
        text = json.dumps(
            data_of(registration), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2
        )
        return attachment([text], "application/json", f"registration-{registration.pk}.json")


class EraseView(PrivacyDutyMixin, ReauthenticatedMixin, PrivacyScreen):
    """Deletes all there is about somebody; the proof is shown once, in the answer itself."""

    http_method_names = ["get", "post"]
    template_name = "registration/desk/privacy/erase.html"
    header_icon = "bin"

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Delete registration %(number)s") % {"number": self.registration}

    @cached_property
    def person(self) -> OnePerson:
        """All registrations that are, or may be, of this person."""
        return registrations_of_person(self.registration.pk)

    def form(self, data: Any = None) -> EraseForm:
        """Return the form; it asks about what came in meanwhile too."""
        rows = rows_of(self.person.possible)
        return EraseForm(data, possible={row.registration.pk: row.in_words for row in rows})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; a form with errors, or what was deleted, may be given."""
        context = super().get_context_data(**kwargs)
        if "erased" in context:
            return context
        if "form" not in context:
            context["form"] = self.form()
        return {
            **context,
            "registration": self.registration,
            "known": rows_of(self.person.known),
            "informed": names_of_informed(who_would_be_told(self.person.numbers)),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete all of this person, and show how much it was and the number of the proof."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form, nothing_done=_("Nothing has been deleted yet.")),
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
        numbers = self.person.numbers.union(form.chosen())
        try:
            erased = erase(self.registration.pk, timezone.now(), also=numbers)
        except ChangeNotPossibleError:
            raise Http404 from None
        access_log.record(sorted(numbers), account_of(request), AccessAction.ERASED)
        self.template_name = "registration/desk/privacy/erased.html"
        amounts = erased_in_words(erased)
        return self.render_to_response(
            self.get_context_data(
                erased=erased,
                amounts=amounts,
                informed=names_of_informed(to_be_told_of(numbers)),
                backups_kept=BACKUPS_KEPT,
            )
        )


class CorrectView(PrivacyDutyMixin, PrivacyScreen):
    """Corrects the answers of somebody who told us what is wrong."""

    predicate = staticmethod(permissions.can_take_callbacks)
    acts_on = (Part.ANSWERS,)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/privacy/correct.html"
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in the coordinator and who has the callback.

        Raises:
            PermissionDenied: a colleague does that.
        """
        registration = Registration.objects.filter(pk=kwargs["pk"]).first()
        is_desk = self.predicate(request.user)
        if is_desk and registration and not permissions.can_correct(request.user, registration):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Correct registration %(number)s") % {"number": self.registration}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the queue: not everybody here may search."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("callbacks:index"), "label": _("Callbacks")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; forms with errors may be given."""
        context = super().get_context_data(**kwargs)
        if "parts" not in context:
            context["parts"] = correction_forms(self.registration.read_answers())
        context.setdefault("confirmed_form", ConfirmedForm())
        titles = (_("About the person"), _("What it is about"), _("How to reach them safely"))
        shown = [
            {"title": title, "form": form}
            for title, form in zip(titles, context["parts"], strict=True)
            if form.fields
        ]
        seen = stamp_of(self.registration, parts=self.acts_on)
        return {**context, "shown": shown, "registration": self.registration, "seen": seen}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show what we have; that is logged."""
        access_log.record([self.registration.pk], account_of(request), AccessAction.VIEWED)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Store what changed, or show what is not right yet, or what changed meanwhile."""
        with transaction.atomic():
            rows = Callback.objects.filter(registration=self.kwargs["pk"]).order_by("pk")
            list(rows.select_for_update())
            return self._store(request)

    def _store(self, request: HttpRequest) -> HttpResponse:
        parts = correction_forms(self.registration.read_answers(), request.POST)
        confirmed_form = ConfirmedForm(request.POST)
        whose_form = WhoseWaysForm(request.POST)
        stamp = request.POST.get(SEEN, "")
        if meanwhile := changed_meanwhile(stamp, self.registration, None, self.acts_on):
            return self._show_errors(parts, confirmed_form, meanwhile=meanwhile)
        # All of them, so that every mistake shows at once.
        are_valid = [form.is_valid() for form in (*parts, confirmed_form, whose_form)]
        if not all(are_valid):
            return self._show_errors(parts, confirmed_form, whose_form=whose_form)
        try:
            changed = self._correct(parts, confirmed_form, whose_form, timezone.now())
        except NotConfirmedError:
            words = _(
                "Ask the person whether this is safe, and tick this. Nothing has been stored yet."
            )
            confirmed_form.add_error("confirmed", words)
            return self._show_errors(parts, confirmed_form, whose_form=whose_form)
        except ChangeNotPossibleError:
            raise Http404 from None
        except WaysOfAnotherError:
            words = _(
                "You changed who we call. Ask for the number, the address and what is allowed: "
                "what stands here is of who we called before. Then tick this. Nothing has been "
                "stored yet."
            )
            whose_form.add_error("ways_are_theirs", words)
            return self._show_errors(parts, confirmed_form, whose_form=whose_form)
        if changed:
            messages.success(request, _("The answers have been corrected."))
            if sheets := sheets_of(self.registration.pk):
                words = _(
                    "%(names)s has a handover sheet with the answers from before. Tell them what "
                    "has changed."
                )
                names = ", ".join(str(sheet.mediator) for sheet in sheets)
                messages.warning(request, words % {"names": names})
        else:
            messages.warning(request, _("Nothing was changed."))
        if callback := self.registration.callbacks.order_by("-turn").first():
            return redirect("callbacks:details", callback.address)
        return redirect("callbacks:index")

    def _correct(
        self, parts: Any, confirmed_form: ConfirmedForm, whose_form: WhoseWaysForm, now: datetime
    ) -> frozenset[str]:
        given: dict[str, Any] = {}
        for part in parts:
            given |= part.to_answers()
        return correct(
            self.registration.pk,
            given,
            account_of(self.request),
            now,
            confirmed=confirmed_form.cleaned_data["confirmed"],
            ways_are_theirs=whose_form.cleaned_data["ways_are_theirs"],
        )

    def _show_errors(
        self,
        parts: Any,
        confirmed_form: ConfirmedForm,
        *,
        whose_form: WhoseWaysForm | None = None,
        meanwhile: str = "",
    ) -> HttpResponse:
        # Asked only of whom it matters to, and again with the answer that was given.
        asked = whose_form and (whose_form.errors or whose_form.cleaned_data["ways_are_theirs"])
        return self.render_to_response(
            self.get_context_data(
                parts=parts,
                confirmed_form=confirmed_form,
                meanwhile=meanwhile,
                whose_form=whose_form if asked else None,
                nothing_done=_("Nothing has been stored yet."),
            ),
            status=HTTPStatus.CONFLICT if meanwhile else HTTPStatus.UNPROCESSABLE_ENTITY,
        )

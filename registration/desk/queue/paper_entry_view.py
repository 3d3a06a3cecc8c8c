"""The screen on which the desk enters a registration that came on paper."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.staff.requests import account_of
from registration.casework.permissions import can_enter_paper
from registration.casework.statement_in_force import is_form_open
from registration.desk.base.access import DeskScreenMixin
from registration.paper.receipt import ReceiptForm
from registration.paper.sheet import Sheet
from registration.paper.storing import StoredPaper, store_paper_registration
from registration.vocabulary.answers import Answers

QUEUE = "callbacks:index"


class PaperEntryView(DeskScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks what is on the paper; what was stored is shown in the answer itself, in no address."""

    predicate = staticmethod(can_enter_paper)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/paper/entry.html"
    header_icon = "doc-full"
    stored: StoredPaper | None = None

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Enter a paper registration")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the queue."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(QUEUE), "label": _("Callbacks")},
            {"url": "", "label": self.get_page_title()},
        ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead back to the queue as long as nobody can agree to any privacy statement."""
        if can_enter_paper(request.user) and not is_form_open():
            messages.warning(
                request,
                _(
                    "No version of the privacy statement has been approved yet, so nothing is "
                    "stored."
                ),
            )
            return redirect(QUEUE)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; a receipt and sections with errors may be given."""
        context = super().get_context_data(**kwargs)
        context.setdefault("receipt_form", ReceiptForm())
        context.setdefault("sections", Sheet().sections)
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Store it and show its code, or show what is not right yet."""
        receipt, sheet = ReceiptForm(request.POST), Sheet(request.POST)
        # Both, so that every mistake shows at once.
        if not all([receipt.is_valid(), sheet.is_valid()]):
            return self.render_to_response(
                self.get_context_data(
                    receipt_form=receipt,
                    sections=sheet.sections,
                    nothing_done=_("Nothing has been stored yet."),
                ),
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
        self.stored = store_paper_registration(
            Answers(**sheet.to_answers()),
            language=receipt.cleaned_data["form_language"],
            statement=receipt.cleaned_data["statement"],
            received_on=receipt.cleaned_data["received_on"],
            submission_key=receipt.cleaned_data["submission_key"],
            user=account_of(request),
        )
        self.template_name = "registration/desk/paper/stored.html"
        return self.render_to_response(super().get_context_data(stored=self.stored))

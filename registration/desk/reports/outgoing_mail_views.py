"""Mails that wait or were given up. No address and no text is shown: only that they exist."""

from typing import Any

from django import forms
from django.db.models import BooleanField, ExpressionWrapper, F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn

from perspectief import restoration
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.listing import FilteredListView, TemplateColumn
from registration.mail import unsent
from registration.models import OutboundMail

FAILED, WAITING = "failed", "waiting"


class OutgoingMailFilterForm(forms.Form):
    """Which mails to show."""

    show = forms.ChoiceField(
        label=gettext_lazy("Show"),
        choices=[
            ("", gettext_lazy("All not sent")),
            (FAILED, gettext_lazy("Given up")),
            (WAITING, gettext_lazy("Waiting")),
        ],
        required=False,
    )


class OutgoingMailView(FilteredListView):
    """The mails that have not been sent, those that were given up first."""

    predicate = staticmethod(permissions.can_view_outgoing_mail)
    model = OutboundMail
    page_title = gettext_lazy("Outgoing mail")
    header_icon = "mail"
    index_url_name = "registration_outgoing_mail"
    template_name = "registration/desk/listing/outgoing_mail.html"
    filter_form_class = OutgoingMailFilterForm
    columns = [
        Column("code", label=gettext_lazy("E-mail"), accessor="get_code_display"),
        Column(
            "registration",
            label=gettext_lazy("Registration"),
            accessor=lambda mail: f"#{mail.registration_id}" if mail.registration_id else "",
        ),
        DateColumn("created_at", label=gettext_lazy("Written")),
        Column("delivery_tries", label=gettext_lazy("Attempts")),
        Column("last_error", label=gettext_lazy("Last error")),
        DateColumn("failed_at", label=gettext_lazy("Given up")),
        TemplateColumn(
            "resend",
            "registration/desk/listing/resend_cell.html",
            label=gettext_lazy("Send again"),
        ),
    ]

    def get_queryset(self) -> QuerySet[OutboundMail]:
        """Return unsent mails without their text."""
        mails = OutboundMail.objects.filter(sent_at=None)
        mails = mails.annotate(
            may_be_dropped=ExpressionWrapper(unsent.may_be_dropped(), BooleanField())
        )
        if self.chosen.get("show") == FAILED:
            mails = mails.filter(failed_at__isnull=False)
        elif self.chosen.get("show") == WAITING:
            mails = mails.filter(failed_at=None)
        return mails.order_by(F("failed_at").asc(nulls_last=True), "-created_at", "-pk")


class ResendView(DeskScreenMixin, View):
    """Has a mail that was given up sent again."""

    predicate = staticmethod(permissions.can_view_outgoing_mail)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, *args: Any) -> HttpResponse:
        """Put it back in the queue of mails."""
        if unsent.resend(pk):
            messages.success(request, _("The e-mail will be sent again."))
        else:
            messages.warning(request, _("This e-mail is no longer waiting to be sent again."))
        return redirect("registration_outgoing_mail")


class ResumeMailView(DeskScreenMixin, View):
    """Lets mail go out again after the site was put back from a backup."""

    predicate = staticmethod(permissions.can_view_outgoing_mail)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any) -> HttpResponse:
        """End the pause, and show what goes out now."""
        try:
            restoration.resume_mail(timezone.now())
        except restoration.LedgerMissingError:
            messages.error(request, _("First, whoever was deleted has to be deleted again."))
        else:
            messages.success(request, _("E-mail goes out again."))
        return redirect("registration_outgoing_mail")


class DropMailView(DeskScreenMixin, View):
    """Throws away a mail that was given up and need not go out any more."""

    predicate = staticmethod(permissions.can_view_outgoing_mail)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, *args: Any) -> HttpResponse:
        """Delete it, and return to the list."""
        if unsent.drop(pk):
            messages.success(request, _("The e-mail has been deleted and will not be sent."))
        else:
            messages.warning(request, _("This e-mail is no longer waiting to be sent again."))
        return redirect("registration_outgoing_mail")

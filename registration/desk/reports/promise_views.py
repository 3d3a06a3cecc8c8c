"""The report on promises: how often they are kept, and why some were not."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.spreadsheet_files import csv_lines
from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen
from registration.desk.callback.note_forms import NoteField
from registration.models import Callback, PromiseBreach
from registration.promise_clock import reasons
from registration.promise_clock.hit_rate import SHOWN, PeriodRate, promise_days, rates_per
from registration.promise_clock.planned_late import planned_late
from registration.vocabulary.promises import BreachReason

PROMISES = "promises:index"
UNITS = {
    "week": gettext_lazy("By week"),
    "month": gettext_lazy("By month"),
    "quarter": gettext_lazy("By quarter"),
}
ROWS_PER_PAGE = 20
LAST_RECORDED = 10
REAL, EXAMPLES = "real", "examples"


class ReasonForm(forms.Form):
    """Why a promise was not kept."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why was the promise not kept?"),
        widget=forms.RadioSelect,
        choices=BreachReason.choices,
        error_messages={"required": gettext_lazy("Choose a reason")},
    )
    note = NoteField()


class PromiseScreenMixin(DeskScreenMixin):
    """What the screens of this report share."""

    predicate = staticmethod(permissions.can_take_callbacks)

    @property
    def unit(self) -> str:
        """The periods that were asked for: weeks if it is not clear."""
        chosen = self.request.GET.get("per", "")
        return chosen if chosen in SHOWN else "week"

    @cached_property
    def shows_examples(self) -> bool:
        """Whether to show the figures of examples: if asked, or while there is nothing else."""
        chosen = self.request.GET.get("of")
        is_only = chosen != REAL and not promise_days(is_example=False).exists()
        return self.has_examples and (chosen == EXAMPLES or is_only)

    @cached_property
    def has_examples(self) -> bool:
        """Whether there are figures of examples, as in a demo."""
        return promise_days(is_example=True).exists()

    def rates(self, *, is_question: bool) -> list[PeriodRate]:
        """Return the rows of a table."""
        return rates_per(
            self.unit,
            timezone.localdate(),
            is_question=is_question,
            is_example=self.shows_examples,
        )


class PromisesView(PromiseScreenMixin, TitledScreen):
    """What is planned too late, what was broken without a reason, and the hit rate per period."""

    http_method_names = ["get"]
    template_name = "registration/desk/promises/index.html"
    page_title = gettext_lazy("Promises")
    header_icon = "time"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        context = super().get_context_data(**kwargs)
        user = account_of(self.request)
        waiting = Paginator(
            reasons.without_reason(user).select_related("claimed_by", "registration"),
            ROWS_PER_PAGE,
        ).get_page(self.request.GET.get("p"))
        recorded = PromiseBreach.objects.filter(callback__in=reasons.broken_promises(user))
        return context | {
            "planned_late": planned_late().select_related("claimed_by", "registration"),
            "waiting": waiting,
            "unexplained": reasons.number_unexplained(),
            "recorded": recorded.select_related("callback").order_by("-recorded_at")[
                :LAST_RECORDED
            ],
            "unit": self.unit,
            "units": UNITS.items(),
            "tables": [
                (_("Registrations"), self.rates(is_question=False)),
                (_("Questions"), self.rates(is_question=True)),
            ],
            "has_examples": self.has_examples,
            "shows_examples": self.shows_examples,
            "kinds": [(REAL, _("Real figures")), (EXAMPLES, _("Example figures"))],
            "kind": EXAMPLES if self.shows_examples else REAL,
        }


class PromisesCsvView(PromiseScreenMixin, View):
    """The same figures as a file for a spreadsheet."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """Return all periods of the tables, registrations before questions."""
        header = [
            _("What"),
            _("First day"),
            _("Last day"),
            _("Promised"),
            _("Lapsed"),
            _("Kept"),
            _("Kept (%)"),
            _("Reached in time"),
            _("Reached in time (%)"),
        ]
        prefix = "example-promises" if self.shows_examples else "promises"
        name = f"{prefix}-{self.unit}.csv"
        return HttpResponse(
            "".join(csv_lines(header, self._rows())),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def _rows(self) -> Iterator[list[Any]]:
        names = ((_("Registrations"), False), (_("Questions"), True))
        if self.shows_examples:
            names = ((_("Registrations (example)"), False), (_("Questions (example)"), True))
        for name, is_question in names:
            for row in self.rates(is_question=is_question):
                rate = row.rate
                yield [
                    name,
                    row.period.first_day.isoformat(),
                    row.period.last_day.isoformat(),
                    rate.promised,
                    rate.void,
                    rate.met,
                    rate.percentage,
                    rate.reached_in_time,
                    rate.reached_percentage,
                ]


class ReasonView(PromiseScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks why one promise was not kept, or shows what was recorded."""

    http_method_names = ["get", "post"]
    template_name = "registration/desk/promises/reason.html"
    header_icon = "time"

    @cached_property
    def callback(self) -> Callback:
        """The broken promise; not found if it is not this user's to explain."""
        broken = reasons.broken_promises(account_of(self.request)).select_related(
            "breach__recorded_by"
        )
        return get_object_or_404(broken.at(self.kwargs["which"]))

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Promise of %(number)s") % {"number": self.callback}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the report."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(PROMISES), "label": _("Promises")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; a form with errors may be given."""
        context = super().get_context_data(**kwargs)
        breach = getattr(self.callback, "breach", None)
        context.update(callback=self.callback, breach=breach)
        if breach is None:
            context.setdefault("form", ReasonForm())
        else:
            context["note"] = reasons.open_note(breach, account_of(self.request))
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Record the reason, and return to the list."""
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY
            )
        try:
            reasons.record_reason(
                self.callback.pk,
                account_of(request),
                BreachReason(form.cleaned_data["reason"]),
                form.cleaned_data["note"],
            )
        except reasons.NoReasonNeededError:
            messages.warning(request, _("A colleague has already recorded the reason."))
        else:
            messages.success(
                request,
                _("The reason for %(number)s has been recorded.") % {"number": self.callback},
            )
        return redirect(PROMISES)

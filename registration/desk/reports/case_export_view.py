"""The file with allocated people for the case system, made by the coordinator."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from perspectief.exact_text import ExactTextField
from perspectief.staff.reauthentication import ReauthenticatedMixin
from perspectief.staff.requests import account_of
from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.attachment import attachment
from registration.desk.base.titled_screen import TitledScreen
from registration.handover import case_export

PAGE_SIZE = 50
NUMBERS_LENGTH = 2000


class CaseExportForm(forms.Form):
    """Which allocations go into the file, and how it is written."""

    numbers = ExactTextField(
        label=gettext_lazy("Or these numbers"),
        help_text=gettext_lazy("Including registrations that were exported before: 12, 15"),
        required=False,
        max_length=NUMBERS_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    file_format = forms.ChoiceField(
        label=gettext_lazy("Kind of file"),
        choices=[
            ("csv", gettext_lazy("CSV, for a spreadsheet")),
            ("json", gettext_lazy("JSON, for the case system")),
        ],
        widget=forms.RadioSelect,
        initial="json",
        error_messages={"required": gettext_lazy("Choose the kind of file")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        ticked = data.getlist("registration") if data is not None else []
        self._ticked = {int(value) for value in ticked if value.isdecimal() and len(value) < 10}

    @property
    def chosen(self) -> set[int]:
        """The numbers that were ticked and typed; only after validation."""
        return self._ticked | self.cleaned_data["numbers"]

    def clean_numbers(self) -> set[int]:
        """Read the numbers.

        Raises:
            ValidationError: something else than numbers was typed.
        """
        parts = self.cleaned_data["numbers"].replace(",", " ").replace("#", " ").split()
        if not all(part.isdecimal() and len(part) < 10 for part in parts):
            raise forms.ValidationError(_("Enter numbers only, such as 12, 15"))
        return {int(part) for part in parts}

    def clean(self) -> dict[str, Any]:
        """Ask for at least one registration."""
        data = super().clean() or {}
        if not self._ticked and not data.get("numbers") and "numbers" not in self.errors:
            self.add_error("numbers", _("Tick a registration, or enter a number"))
        return data


class CaseExportView(DeskScreenMixin, ReauthenticatedMixin, TitledScreen):
    """Lists what waits to be exported and makes the file; each registration in it is logged."""

    predicate = staticmethod(permissions.can_export_cases)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/hand_over/export.html"
    header_icon = "download"

    def address_to_return_to(self) -> str:
        """Return this screen."""
        return reverse("registration_case_export")

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Case system export")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; a form with errors may be given."""
        context = super().get_context_data(**kwargs)
        context.setdefault("form", CaseExportForm())
        # Only who waits and since when: nobody is named before the file is made.
        waiting = case_export.exportable().filter(exported_at=None)
        pages = Paginator(waiting, PAGE_SIZE)
        context["page"] = pages.get_page(self.request.GET.get("p"))
        context["most_at_once"] = case_export.MOST_AT_ONCE
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Send the file, or say what is missing."""
        form = CaseExportForm(request.POST)
        numbers: list[int] = []
        now = timezone.now()
        if form.is_valid():
            numbers = case_export.take_out(form.chosen, account_of(request), now)
            if not numbers:
                form.add_error(
                    "numbers", _("None of these has been allocated, so there is no file.")
                )
        if not numbers:
            return self.render_to_response(
                self.get_context_data(form=form, nothing_done=_("There is no file yet.")),
                status=HTTPStatus.UNPROCESSABLE_ENTITY,
            )
        kind = form.cleaned_data["file_format"]
        is_csv = kind == "csv"
        lines = case_export.as_csv(numbers) if is_csv else case_export.as_json(numbers, now)
        return attachment(
            lines,
            "text/csv; charset=utf-8" if is_csv else "application/json",
            f"case-export-{timezone.localtime(now):%Y%m%d-%H%M%S}.{kind}",
        )

"""What the desk says of a form on paper: when it came, and what the person agreed to."""

from datetime import date
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.date_fields import DayField
from perspectief.typed_dates import YearMeant
from registration.casework.statement_in_force import statements_to_agree_to
from registration.forms.fields import Statement
from registration.forms.long_ago import ask_about_year, is_long_ago
from registration.models import PrivacyStatement
from registration.rules.deadlines import DESK_TIME_ZONE


class ReceiptForm(forms.Form):
    """When the form came in, in which language, and what the person agreed to."""

    received_on = DayField(
        year_meant=YearMeant.BACK,
        label=_("What day did the form arrive?"),
        help_text=_("The promise counts from the beginning of this day."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Enter the day on which the form arrived")},
    )
    # Asked only about a day that is long ago.
    received_on_is_right = Statement(required=False, label=_("Yes, the form arrived on that day"))
    form_language = forms.ChoiceField(
        label=_("Language of the form"),
        help_text=_("Any e-mail to this person is in this language."),
        choices=[("nl", _("Dutch")), ("en", _("English"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of the form")},
    )
    statement = forms.ModelChoiceField(
        queryset=PrivacyStatement.objects.none(),
        label=_("Version of the privacy statement"),
        help_text=_("It is on the last page of the form."),
        empty_label=None,
    )
    consent = Statement(
        label=_("The box on the form is ticked: we may use the answers to contact this person"),
        error_messages={
            "required": _(
                "Without this tick we are not allowed to store anything. The coordinator decides."
            )
        },
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None) -> None:
        initial = {"received_on": today(), "submission_key": uuid4()}
        super().__init__(data, initial=initial, use_required_attribute=False)
        versions = self.fields["statement"]
        if isinstance(versions, forms.ModelChoiceField):
            versions.queryset = statements_to_agree_to()
            versions.initial = versions.queryset.first()
        if not self._is_long_ago():
            del self.fields["received_on_is_right"]

    def clean_received_on(self) -> date:
        """Refuse a day that is still to come, and ask about one that is long ago.

        Raises:
            ValidationError: the day is in the future, or nobody said that its year is right.
        """
        day: date = self.cleaned_data["received_on"]
        if day > today():
            raise forms.ValidationError(_("This day is in the future"), code="future")
        if is_long_ago(day, today()) and not self["received_on_is_right"].data:
            raise forms.ValidationError(ask_about_year(day, today()), code="long_ago")
        return day

    def _is_long_ago(self) -> bool:
        try:
            day = self.fields["received_on"].clean(self["received_on"].data)
        except forms.ValidationError:
            return False
        return is_long_ago(day, today())


def today() -> date:
    """Return the date at the desk."""
    return timezone.now().astimezone(DESK_TIME_ZONE).date()

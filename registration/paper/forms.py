"""The questions of the registration form as they are on paper, and as the desk enters them.

The wording is that of the form on the site. On paper there are no dates to choose from, and what
somebody left open can be stored: nobody can be asked again at once.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, cast
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from perspectief.date_fields import DayField
from perspectief.typed_dates import YearMeant
from registration.casework.desk_calendar import current_calendar
from registration.casework.statement_in_force import statements_to_agree_to
from registration.forms import AboutYouForm, ReachForm, WhatHappenedForm
from registration.forms.fields import Statement, Words
from registration.forms.long_ago import ask_about_year, is_long_ago
from registration.forms.when_to_call import HELP_WITHOUT_DAY
from registration.models import PrivacyStatement
from registration.rules.contact_policy import code_of_weekday
from registration.rules.deadlines import DESK_TIME_ZONE, offered_moments
from registration.vocabulary.moments import ANY_TIME
from registration.vocabulary.person import NOT_SAY

# So far ahead do days of the week become dates: as far as the queue looks for a moment to call.
MOMENTS_AHEAD = timedelta(days=14)


class PaperAboutYouForm(AboutYouForm):
    """Who the person is; what was left open is "rather not say" or unanswered."""

    is_about_typist = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].required = False
        # Paper does not change once somebody has ticked for whom it is.
        self.fields["age"].help_text = _("If this is for someone else, choose that person’s age.")

    def clean(self) -> dict[str, Any]:
        """Accept a helper of whom not everything is known: the desk asks the person anyway."""
        cleaned = super().clean()
        for name, unanswered in (("who_to_call", ""), ("helper_consent", False)):
            if self.errors.pop(name, None):
                cleaned[name] = unanswered
        return cleaned

    def to_answers(self) -> dict[str, Any]:
        """Return the answers; no role is "rather not say"."""
        answers = super().to_answers()
        return {**answers, "role": answers["role"] or NOT_SAY}


class PaperWhatHappenedForm(WhatHappenedForm):
    """What happened, which may have been left open altogether."""

    is_about_typist = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = False

    def to_answers(self) -> dict[str, Any]:
        """Return the answers; no kind is "rather not say"."""
        answers = super().to_answers()
        return {**answers, "kind": answers["kind"] or NOT_SAY}


class PaperReachForm(ReachForm):
    """How to reach the person; good moments are days of the week, for nobody knows the date yet."""

    is_about_typist = False
    errors_said: ClassVar[Mapping[str, Words]] = {
        **ReachForm.errors_said,
        "number_without_calls": _(
            "There is a phone number, and this box is ticked too. Is it not ticked on paper? Then "
            "untick it. Otherwise, leave out the number: we do not call it."
        ),
    }
    errors_said_of_others: ClassVar[Mapping[str, Words]] = {
        **ReachForm.errors_said_of_others,
        "number_without_calls": errors_said["number_without_calls"],
    }
    call_later: Any = None  # nobody can be asked now

    def offer_choices(self) -> None:
        """Offer the same days and parts of days for good moments as for bad ones."""
        super().offer_choices()
        week = cast(list[tuple[str, Any]], self.choices_field("avoid").choices)
        self.choices_field("moments").choices = [*week, (ANY_TIME, str(_("Any time is fine")))]

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; a form on paper names no day."""
        return HELP_WITHOUT_DAY

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: without a way that is allowed, nobody is contacted till somebody decides."""

    def _check_any_time(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: the times that somebody ticked are tried first."""

    def _check_moments(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: what was ruled out wins, and the coordinator decides if no time is left."""

    def to_answers(self) -> dict[str, Any]:
        """Return the answers, with days of the week as dates of the next two weeks."""
        answers = super().to_answers()
        chosen, now = set(answers["moments"]), timezone.now()
        offered = offered_moments(now, now + MOMENTS_AHEAD, current_calendar(now))
        answers["moments"] = tuple(
            moment.code for moment in offered if code_of_weekday(moment) in chosen
        )
        return answers


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

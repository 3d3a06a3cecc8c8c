"""What is asked on paper in another way than on the site, and so when the desk enters it.

The wording is that of the form on the site. On paper there are no dates to choose from, and what
somebody left open can be stored: nobody can be asked again at once.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registration.casework.desk_calendar import current_calendar
from registration.forms import AboutYouForm, ReachInTurnForm, StepForm, WhatHappenedForm
from registration.forms.about_you import professionals_may_call
from registration.forms.fields import Words, flat_choices
from registration.rules.contact_policy import code_of_weekday
from registration.rules.deadlines import offered_moments
from registration.vocabulary.person import NOT_SAY, ForWhom

ABOUT_THAT_PERSON = _("Then the questions are about that person, also where they say ‘you’.")
# So far ahead do days of the week become dates: as far as the queue looks for a moment to call.
MOMENTS_AHEAD = timedelta(days=14)


class PaperAboutYouForm(AboutYouForm):
    """Who the person is; what was left open is "rather not say" or unanswered."""

    is_about_typist = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].required = False
        # Paper does not change once somebody has ticked for whom it is.
        for_whom = self.choices_field("for_whom")
        for_whom.notes = [(ForWhom.OTHER_WHO_AGREES, ABOUT_THAT_PERSON)]
        self.fields["age"].help_text = _("If this is for someone else, choose that person’s age.")

    def way_of_professionals(self) -> str:
        """Return that they may call: no link can be followed on paper."""
        return professionals_may_call()

    def _check_helper(self, cleaned: dict[str, Any]) -> None:
        """Accept a helper of whom not everything is known: the desk asks the person anyway."""

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


class PaperReachForm(ReachInTurnForm):
    """How to reach the person; good moments are days of the week, for nobody knows the date yet."""

    is_about_typist = False
    asks_in_turn = False
    errors_said: ClassVar[Mapping[str, Words]] = {
        **ReachInTurnForm.errors_said,
        "number_without_calls": _(
            "There is a phone number, and this box is ticked too. Is it not ticked on paper? Then "
            "untick it. Otherwise, leave out the number: we do not call it."
        ),
        "no_time_ruled_out": _(
            "‘Yes’ is ticked, but no times. Are there none on paper? Then tick all of them: we do "
            "not call, and the coordinator decides."
        ),
    }
    call_later: Any = None  # nobody can be asked now

    def offer_choices(self) -> None:
        """Offer the same days and parts of days for good moments as for bad ones."""
        super().offer_choices()
        self.choices_field("moments").choices = self.choices_field("avoid").choices

    def moments_help(self, due: datetime) -> Words:
        """Return what is said beside the moments; a form on paper names no day."""
        return _("If we cannot make any of them, we will call at another time.")

    def _check_one_safe_way(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: without a way that is allowed, nobody is contacted till somebody decides."""

    def _check_times_are_chosen(self, cleaned: dict[str, Any]) -> None:
        """Let it pass: without a time that suits better, any time is fine."""

    def _check_moments(self, cleaned: dict[str, Any]) -> None:
        """Ask what the paper says of a time that is good and ruled out.

        Whether any time is left to call is for the coordinator to look at.
        """
        labels = dict(flat_choices(self.choices_field("moments")))
        chosen, avoid = cleaned.get("moments", ()), cleaned.get("avoid", ())
        if both := [labels[code] for code in chosen if code in avoid]:
            self.add_error(
                "moments",
                _(
                    "This is ticked as a good time, and also as a time when we must not call: "
                    "%(moments)s. Look at the paper. Does it say both? Then untick the good time: "
                    "we do not call then."
                )
                % {"moments": "; ".join(both)},
            )

    def to_answers(self) -> dict[str, Any]:
        """Return the answers, with days of the week as dates of the next two weeks."""
        answers = super().to_answers()
        chosen, now = set(answers["moments"]), timezone.now()
        offered = offered_moments(now, now + MOMENTS_AHEAD, current_calendar(now))
        answers["moments"] = tuple(
            moment.code for moment in offered if code_of_weekday(moment) in chosen
        )
        return answers


# What is asked on paper instead of a form of the site; any other is asked as it stands there.
ON_PAPER: Mapping[type[StepForm], type[StepForm]] = {
    AboutYouForm: PaperAboutYouForm,
    WhatHappenedForm: PaperWhatHappenedForm,
    ReachInTurnForm: PaperReachForm,
}

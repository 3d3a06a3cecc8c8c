"""Writing a letter to the person."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.care import helped_steps, under_16_steps
from registration.desk.callback.script.definition import Situation, Step


def letter_steps(situation: Situation) -> list[Step]:
    """Return how to write so that nobody who opens the letter learns anything."""
    answers = situation.answers
    steps = [
        Step(
            "doc-full",
            _(
                "Send a letter. Use a plain envelope, without our name or logo, and no return "
                "address."
            ),
        ),
        Step("user", _("Address it to %(name)s.") % {"name": answers.name_to_ask_for}),
        Step(
            "view",
            _("Someone else may open the letter. Do not write anything about what happened."),
            "warning",
        ),
    ]
    if not situation.policy.may_name_organisation:
        steps.append(
            Step(
                "no-view",
                _(
                    "In the letter, do not name the organisation or say what it is about. Sign "
                    "with your own first name only."
                ),
                "warning",
            )
        )
    return [*steps, *helped_steps(answers, in_writing=True), *under_16_steps(answers)]

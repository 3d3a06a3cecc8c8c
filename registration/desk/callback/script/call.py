"""Calling the person."""

from django.utils.translation import gettext as _

from registration.desk.callback.script import spoken_words
from registration.desk.callback.script.definition import Situation, Step
from registration.desk.callback.script.first_talk import first_talk_steps


def call_steps(situation: Situation) -> list[Step]:
    """Return how to call: whom to ask for, under which name, and the talk that follows."""
    steps = [_opening_step(situation), *first_talk_steps(situation)]
    if situation.policy.withhold_number:
        withhold = _("Withhold your number before you call.")
        steps.insert(0, Step("phone-withheld", withhold, tone="warning"))
    return steps


def _opening_step(situation: Situation) -> Step:
    name = situation.answers.name_to_ask_for
    if situation.policy.may_name_organisation:
        return Step(
            "phone",
            _("Ask for %(name)s. You may say the name Perspectief Herstelbemiddeling.")
            % {"name": name},
            quote=spoken_words.opening(situation.speech),
        )
    return Step(
        "no-view",
        _(
            "Ask for %(name)s. Do not say where you call from or what it is about. "
            "Give only your own first name."
        )
        % {"name": name},
        tone="warning",
        quote=spoken_words.neutral_opening(situation.speech),
    )

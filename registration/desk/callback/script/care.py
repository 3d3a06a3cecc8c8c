"""Whom to take particular care with, whichever way we contact them: the helped, and the young."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.definition import Step
from registration.vocabulary.answers import Answers
from registration.vocabulary.person import AgeGroup


def helped_steps(answers: Answers) -> list[Step]:
    """Return how to hear it from the person: a helper's word alone lets nothing go on.

    A referral has a script of its own for that.
    """
    if not answers.is_told_by_other or answers.referral:
        return []
    names = {"helper": answers.helper_name or _("The person who helps"), "name": answers.name}
    return [
        *(_through_helper_steps(names) if answers.calls_helper else [_ask_person_step(names)]),
        Step(
            "check",
            _(
                "Does %(name)s want this? Record the answer on this screen, under ‘Does the "
                "person want this?’. Until then, nothing happens."
            )
            % names,
        ),
    ]


def under_16_steps(answers: Answers) -> list[Step]:
    """Return what to ask first of somebody who is under sixteen."""
    if answers.age != AgeGroup.UNDER_16:
        return []
    return [
        Step(
            "info-circle",
            _(
                "Under 16: ask which adult the person trusts. Do not contact the parents without "
                "the person knowing."
            ),
            "warning",
        )
    ]


def _through_helper_steps(names: dict[str, str]) -> list[Step]:
    return [
        Step(
            "group",
            _("%(helper)s is helping. The registration is about %(name)s, who agrees to it.")
            % names,
        ),
        Step(
            "comment",
            _(
                "Then ask to speak to %(name)s, now or at another time. If that is not "
                "possible, agree on a time, and do nothing more."
            )
            % names,
            "warning",
        ),
    ]


def _ask_person_step(names: dict[str, str]) -> Step:
    return Step(
        "group",
        _("%(helper)s helped with the form. Ask %(name)s whether this is what they want.") % names,
    )

"""Whom to take particular care with, whichever way we contact them: the helped, and the young."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.definition import Step
from registration.vocabulary.answers import Answers
from registration.vocabulary.person import AgeGroup


def helped_steps(answers: Answers, *, in_writing: bool = False) -> list[Step]:
    """Return how to hear it from the person: a helper's word alone lets nothing go on.

    A referral has a script of its own for that.

    Args:
        answers: of which every name can stand in a sentence.
        in_writing: whether it begins with a letter or an e-mail, and not with a call.
    """
    if not answers.is_told_by_other or answers.referral:
        return []
    names = {"helper": answers.helper_name or _("The person who helps"), "name": answers.name}
    if not answers.calls_helper:
        first = [_ask_person_step(names)]
    elif in_writing:
        first = _written_to_helper_steps(answers)
    else:
        first = _through_helper_steps(names)
    return [
        *first,
        Step(
            "check",
            _(
                "Does %(name)s want this? Record the answer on this screen, under ‘Does the "
                "person want this?’. Until then, nothing happens."
            )
            % names,
        ),
    ]


def message_to_helper(answers: Answers) -> str:
    """Return that a message goes to who helps, and what that does to its words; "" if it does not.

    Args:
        answers: of which every name can stand in a sentence.
    """
    if not answers.calls_helper:
        return ""
    return _(
        "This goes to %(helper)s, who is helping, and not to %(name)s. So ‘you’ in it is "
        "%(helper)s."
    ) % {
        "helper": answers.helper_name or _("the person who is helping"),
        "name": answers.name,
    }


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


def _written_to_helper_steps(answers: Answers) -> list[Step]:
    return [
        Step("group", message_to_helper(answers), "warning"),
        Step(
            "comment",
            _(
                "Ask in it when and how we can speak to the person themselves, without giving the "
                "name. Write nothing that is meant for %(name)s, and nothing about what happened."
            )
            % {"name": answers.name},
            "warning",
        ),
    ]


def _ask_person_step(names: dict[str, str]) -> Step:
    return Step(
        "group",
        _("%(helper)s helped with the form. Ask %(name)s whether this is what they want.") % names,
    )

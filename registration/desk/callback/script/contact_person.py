"""Reaching the person through somebody else, such as a contact person of an institution."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.definition import Situation, Step
from registration.desk.callback.script.first_talk import first_talk_steps


def contact_person_steps(situation: Situation) -> list[Step]:
    """Return what to ask and tell the contact person, and the talk that follows."""
    steps = [
        Step(
            "group",
            _("Get in touch with the contact person, and ask how you can speak to %(name)s.")
            % {"name": situation.answers.name},
        ),
    ]
    if situation.policy.may_name_organisation:
        words = _("You may say our name to the contact person, but not what it is about.")
        steps.append(Step("info-circle", words))
    else:
        words = _("Do not tell the contact person our name or what it is about.")
        steps.append(Step("no-view", words, "warning"))
    steps.append(
        Step(
            "doc-full",
            _(
                "If you write to the contact person, use a plain envelope, and only ask them to "
                "call."
            ),
        )
    )
    steps.extend(first_talk_steps(situation))
    return steps

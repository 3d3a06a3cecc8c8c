"""Writing an e-mail to the person."""

from django.utils.translation import gettext as _

from registration.desk.callback.script.care import helped_steps, under_16_steps
from registration.desk.callback.script.definition import Situation, Step
from registration.desk.callback.script.no_way import no_way_step
from registration.rules.contact_policy import MailStyle


def mail_steps(situation: Situation) -> list[Step]:
    """Return how to write without giving away more than the person permits."""
    if situation.policy.mail is MailStyle.NONE:
        return [no_way_step()]
    answers = situation.answers
    return [
        *_mail_steps(situation),
        *helped_steps(answers, in_writing=True),
        *under_16_steps(answers),
    ]


def _mail_steps(situation: Situation) -> list[Step]:
    if situation.policy.mail is MailStyle.NEUTRAL:
        return [
            *_neutral_answer_steps(situation),
            Step(
                "no-view",
                _(
                    "Send a neutral e-mail, only from %(address)s. Do not name the organisation "
                    "or say what it is about. Do not add a link or a signature."
                )
                % {"address": situation.neutral_sender},
                "warning",
            ),
        ]
    if situation.answers.question:
        return [
            Step(
                "help",
                _(
                    "Answer the question by e-mail without repeating it. Do not use a name. Say "
                    "that the person can call for more: %(phone)s."
                )
                % {"phone": situation.speech.our_phone},
            )
        ]
    return [Step("mail", _("Send an e-mail. Do not repeat any answers in it, not even the name."))]


def _neutral_answer_steps(situation: Situation) -> list[Step]:
    if not situation.answers.question:
        return []
    return [
        Step(
            "help",
            _(
                "A neutral e-mail cannot answer a question about our work. Only ask when and how "
                "the two of you can talk safely."
            ),
        )
    ]

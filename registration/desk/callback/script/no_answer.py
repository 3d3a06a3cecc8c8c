"""What to do if somebody else answers, or nobody does: which messages may be left, and how."""

from django.utils.translation import gettext as _

from registration.desk.callback.script import spoken_words
from registration.desk.callback.script.care import message_to_helper
from registration.desk.callback.script.definition import Situation, Step
from registration.rules.contact_policy import MailStyle

# By whether our name may be said, and whether this is the last attempt.
VOICEMAILS = {
    (True, False): spoken_words.voicemail,
    (True, True): spoken_words.last_voicemail,
    (False, False): spoken_words.neutral_voicemail,
    (False, True): spoken_words.neutral_last_voicemail,
}


def someone_else_steps(situation: Situation) -> list[Step]:
    """Return what may be said to somebody else who answers."""
    if situation.policy.may_name_organisation:
        words = _(
            "If someone else answers, you may say our name, but not what it is about. Say that "
            "you will call again."
        )
        return [Step("group", words)]
    words = _(
        "If someone else answers, do not say our name or what it is about. Do not leave a message "
        "or a number."
    )
    return [
        Step("group", words, "warning", quote=spoken_words.neutral_someone_else(situation.speech)),
    ]


def no_answer_steps(situation: Situation) -> list[Step]:
    """Return which messages may be left; none any more after the last attempt."""
    if situation.attempts_left <= 0:  # the screen has words of its own for that
        return []
    if situation.attempts_left == 1:
        return [
            *_to_helper_steps(situation),
            _voicemail_step(situation),
            Step(
                "info-circle",
                _(
                    "This is the last attempt. Record it first. Then this screen shows how else "
                    "you may leave a message."
                ),
            ),
        ]
    return [
        *_to_helper_steps(situation),
        _voicemail_step(situation),
        _text_step(situation),
        _tried_mail_step(situation),
    ]


def _to_helper_steps(situation: Situation) -> list[Step]:
    policy = situation.policy
    sends = policy.may_leave_voicemail or policy.may_text or policy.mail is not MailStyle.NONE
    words = message_to_helper(situation.answers) if sends else ""
    return [Step("group", words, "warning")] if words else []


def _voicemail_step(situation: Situation) -> Step:
    if not situation.policy.may_leave_voicemail:
        return Step("voicemail-no", _("Do not leave a voicemail."), "warning")
    words = VOICEMAILS[situation.policy.may_name_organisation, situation.attempts_left == 1]
    return Step(
        "voicemail", _("You may leave a voicemail:"), quote=words(situation.speech), to_copy=True
    )


def _text_step(situation: Situation) -> Step:
    if not situation.policy.may_text:
        return Step("comment", _("Do not send a text message."), "warning")
    words = (
        spoken_words.text_message
        if situation.policy.may_name_organisation
        else spoken_words.neutral_text_message
    )
    return Step(
        "comment", _("You may send a text message:"), quote=words(situation.speech), to_copy=True
    )


def _tried_mail_step(situation: Situation) -> Step:
    style = situation.policy.mail
    if style is MailStyle.NONE:
        return Step("mail", _("Do not send an e-mail."), "warning")
    if style is MailStyle.NEUTRAL:
        return Step(
            "mail",
            _("You may send a neutral e-mail, only from %(address)s:")
            % {"address": situation.neutral_sender},
            subject=spoken_words.neutral_mail_subject(situation.speech),
            quote=spoken_words.neutral_mail(situation.speech),
            to_copy=True,
        )
    return Step(
        "mail",
        _("You may send an e-mail:"),
        subject=spoken_words.mail_subject(situation.speech),
        quote=spoken_words.mail(situation.speech),
        to_copy=True,
    )

"""How to contact one person safely, step by step, with the words to say, leave or send.

Everything follows from `contact_policy`. Instructions are in the language of the colleague; what is
said or sent to the person is in the language of the call. Wording after the foundation's own texts.
"""

from django.utils.translation import gettext as _

from perspectief.phone_number import phone_number
from registration.desk.callback import referral_script, spoken_words
from registration.desk.callback.script_steps import Script, Situation, Step
from registration.rules.contact_policy import MailStyle
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.person import AgeGroup
from registration.words.dates import date_in_words

# The code of the lookup row "It is still happening"; `initial_data` adds it.
ONGOING = "ongoing"
# By whether our name may be said, and whether this is the last attempt.
VOICEMAILS = {
    (True, False): spoken_words.voicemail,
    (True, True): spoken_words.last_voicemail,
    (False, False): spoken_words.neutral_voicemail,
    (False, True): spoken_words.neutral_last_voicemail,
}


def script_for(situation: Situation) -> Script:
    """Return the script for this person and this kind of task."""
    if situation.kind == TaskKind.LETTER:
        return Script(_letter_steps(situation), [])
    if situation.kind == TaskKind.MAIL:
        return Script(_mail_steps(situation), [])
    if situation.kind == TaskKind.CONTACT:
        return Script(_contact_person_steps(situation), _someone_else_steps(situation))
    if situation.kind == TaskKind.REFERRAL:
        return referral_script.script_for_referral(situation)
    if not situation.policy.may_call:
        return Script([_no_way_step()], [])
    return Script(
        _call_steps(situation),
        [*_someone_else_steps(situation), *_no_answer_steps(situation)],
    )


def _call_steps(situation: Situation) -> list[Step]:
    answers, policy = situation.answers, situation.policy
    name = answers.name_to_ask_for
    steps = []
    if policy.withhold_number:
        steps.append(
            Step("phone-withheld", _("Withhold your number before you call."), tone="warning")
        )
    if policy.may_name_organisation:
        steps.append(
            Step(
                "phone",
                _("Ask for %(name)s. You may say the name Perspectief Herstelbemiddeling.")
                % {"name": name},
                quote=spoken_words.opening(situation.speech),
            )
        )
    else:
        steps.append(
            Step(
                "no-view",
                _(
                    "Ask for %(name)s. Do not say where you call from or what it is about. "
                    "Give only your own first name."
                )
                % {"name": name},
                tone="warning",
                quote=spoken_words.neutral_opening(situation.speech),
            )
        )
    steps.extend(_shared_steps(situation))
    return steps


def _shared_steps(situation: Situation) -> list[Step]:
    answers = situation.answers
    steps = [
        referral_script.verify_step(situation) if answers.referral else _verify_step(situation),
        Step(
            "comment",
            _("Ask whether the person can talk freely now. If not, agree on another time."),
        ),
    ]
    if answers.unverified:
        steps.insert(
            0,
            Step(
                "warning",
                _(
                    "Something was changed through the person’s own page. Someone else may have "
                    "done that. Ask the person about it, and record that it is confirmed."
                ),
                "warning",
            ),
        )
    if answers.referral:
        steps.extend(referral_script.first_talk_steps(situation))
    if answers.question:
        steps.append(
            Step(
                "help",
                _(
                    "This person asked a question and has not registered. Answer it. Only ask "
                    "what happened if the person wants to tell you."
                ),
            )
        )
        steps.append(
            Step(
                "plus-inverse",
                _(
                    "If the person would like more than an answer, ask whether they want to "
                    "register on the site, now or later. Nobody has to."
                ),
            )
        )
    if answers.story_later:
        steps.append(
            Step(
                "comment",
                _(
                    "This person would rather tell the story later, and was not asked what "
                    "happened. Do not ask for it now. Ask when and how the person wants to talk."
                ),
            )
        )
    if answers.is_told_by_other and not answers.referral:
        steps.extend(_helped_steps(answers))
    if answers.when == ONGOING:
        steps.append(
            Step(
                "warning",
                _("It is still happening. First ask whether the person is safe."),
                "warning",
            )
        )
    if answers.age == AgeGroup.UNDER_16:
        steps.append(_under_16_step())
    return steps


def _helped_steps(answers: Answers) -> list[Step]:
    """Return how to hear it from the person: a helper's word alone lets nothing go on."""
    names = {"helper": answers.helper_name or _("The person who helps"), "name": answers.name}
    if answers.calls_helper:
        steps = [
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
    else:
        steps = [
            Step(
                "group",
                _("%(helper)s helped with the form. Ask %(name)s whether this is what they want.")
                % names,
            )
        ]
    return [
        *steps,
        Step(
            "check",
            _(
                "Does %(name)s want this? Record the answer on this screen, under ‘Does the "
                "person want this?’. Until then, nothing happens."
            )
            % names,
        ),
    ]


def _under_16_step() -> Step:
    return Step(
        "info-circle",
        _(
            "Under 16: ask which adult the person trusts. Do not contact the parents without the "
            "person knowing."
        ),
        "warning",
    )


def _verify_step(situation: Situation) -> Step:
    if situation.on_paper:
        return Step(
            "user",
            _(
                "First make sure that you are speaking to %(name)s: ask how the form came to us. "
                "It came on paper, and we received it on %(date)s. Only then say what it is about."
            )
            % {
                "name": situation.answers.name_to_ask_for,
                "date": date_in_words(situation.received_on),
            },
        )
    return Step(
        "user",
        _(
            "First make sure that you are speaking to %(name)s: ask on which day the form was "
            "sent. It was %(date)s. Only then say what it is about."
        )
        % {
            "name": situation.answers.name_to_ask_for,
            "date": date_in_words(situation.received_on),
        },
    )


def _someone_else_steps(situation: Situation) -> list[Step]:
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


def _no_answer_steps(situation: Situation) -> list[Step]:
    if situation.attempts_left <= 0:  # the screen has words of its own for that
        return []
    if situation.attempts_left == 1:
        return [
            _voicemail_step(situation),
            Step(
                "info-circle",
                _(
                    "This is the last attempt. Record it first. Then this screen shows how else "
                    "you may leave a message."
                ),
            ),
        ]
    return [_voicemail_step(situation), _text_step(situation), _tried_mail_step(situation)]


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


def _letter_steps(situation: Situation) -> list[Step]:
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
                _("In the letter, do not name the organisation or say what it is about."),
                "warning",
            )
        )
    if answers.is_told_by_other and not answers.referral:
        steps.extend(_helped_steps(answers))
    if answers.age == AgeGroup.UNDER_16:
        steps.append(_under_16_step())
    return steps


def _contact_person_steps(situation: Situation) -> list[Step]:
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
    steps.extend(_shared_steps(situation))
    return steps


def _mail_steps(situation: Situation) -> list[Step]:
    if situation.policy.mail is MailStyle.NONE:
        return [_no_way_step()]
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
                % {"phone": phone_number(situation.speech.language)},
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


def _no_way_step() -> Step:
    return Step(
        "warning",
        _(
            "The person has not agreed to any of our ways of getting in touch. Do not contact "
            "anyone; the coordinator decides."
        ),
        "critical",
    )

"""How and when we reach somebody, in plain sentences, before the answers about it are sent.

What was not answered is told by what follows from that: the most restrictive.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from perspectief.written_phone import written
from registration.rules.contact_policy import MailStyle, wished_moments
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.channels import Fallback, OtherWay
from registration.words import option_labels
from registration.words.checked_answers import Checked
from registration.words.discreet_contact import discreet_contact
from registration.words.promises import promise_sentence
from registration.words.sentences import in_one_line, typed_sentence
from registration.words.weekly_times import listed, moments_in_words, weekly_times_in_words

# A number that is broken over two lines is hard to check.
NO_BREAK = "\u00a0"


def ways(checked: Checked) -> list[str]:
    """Say how we reach the person; of a letter or an e-mail also when."""
    answers = checked.answers
    sentences = [_call(checked)] if checked.policy.may_call else _no_call(checked)
    if answers.phone_note:
        sentences.append(_added(answers.phone_note))
    if answers.other_way:
        sentences += [_other_way(checked), _added(answers.other_way_details)]
    if answers.email:
        sentences.append(_address(checked))
    return [in_one_line(sentences)]


def safety(checked: Checked) -> list[str]:
    """Say what we leave where nobody answers, whether we say who we are, and when we never call."""
    return [line for line in (_messages(checked), _identity(checked), _never(checked)) if line]


def times(checked: Checked) -> list[str]:
    """Say when we would rather call, and when at the latest."""
    return [in_one_line([_wish(checked.answers), _promise(checked)])]


def _call(checked: Checked) -> str:
    return checked.of_contact(
        gettext_lazy("We will call you on %(phone)s."),
        gettext_lazy("We will call %(who)s on %(phone)s."),
        phone=written(checked.answers.phone).replace(" ", NO_BREAK),
    )


def _no_call(checked: Checked) -> list[str]:
    not_called = [_("We will not call.")] if checked.answers.phone_impossible else []
    return [*not_called, _promise(checked)]


def _promise(checked: Checked) -> str:
    whose, name = checked.answers.whose_contact, checked.name_of_contact
    words = promise_sentence(checked.promised, whose=whose, who="%(who)s" if name else "")
    return typed_sentence(words, who=name)


def _other_way(checked: Checked) -> str:
    answers = checked.answers
    if checked.policy.may_call:
        way = option_labels.label("other_way", answers.other_way)
        return _("You chose another way too: ‘%(way)s’.") % {"way": way}
    match answers.other_way:
        case OtherWay.INSTITUTION_CONTACT:
            return _("That is somebody in the prison or clinic.")
        case OtherWay.TRUSTED_PERSON:
            return checked.of_contact(
                gettext_lazy("That is someone you trust."),
                gettext_lazy("That is someone whom %(who)s trusts."),
            )
    return ""  # the promise says that it is a letter


def _added(words: str) -> str:
    return typed_sentence(_("You added: ‘%(words)s’."), words=words)


def _address(checked: Checked) -> str:
    return checked.of_contact(
        gettext_lazy("Your e-mail address is %(email)s."),
        gettext_lazy("The e-mail address of %(who)s is %(email)s."),
        email=checked.answers.email,
    )


def _messages(checked: Checked) -> str:
    return in_one_line([_if_nobody_answers(checked), _mails(checked)])


def _if_nobody_answers(checked: Checked) -> str:
    policy = checked.policy
    if not policy.may_call:
        return ""
    allowed = {
        _("leave a voicemail"): policy.may_leave_voicemail,
        _("send a text message"): policy.may_text,
        _("send an e-mail"): policy.mail is not MailStyle.NONE,
    }
    if not any(allowed.values()):
        return checked.of_contact(
            gettext_lazy("If you do not answer, we leave no message."),
            gettext_lazy("If %(who)s does not answer, we leave no message."),
        )
    return checked.of_contact(
        gettext_lazy("If you do not answer, we may %(messages)s."),
        gettext_lazy("If %(who)s does not answer, we may %(messages)s."),
        messages=listed(message for message, is_allowed in allowed.items() if is_allowed),
    )


def _mails(checked: Checked) -> str:
    answers, policy = checked.answers, checked.policy
    if not answers.email:
        return ""
    if policy.mail is not MailStyle.NONE:
        is_promised = policy.task_kind in {TaskKind.CALL, TaskKind.MAIL}
        return (
            _("We may also e-mail a confirmation.")
            if is_promised
            else _("We may also send an e-mail, and a confirmation.")
        )
    if Fallback.EMAIL in answers.allowed_fallbacks:
        return _("We will not send an e-mail: it would show who we are.")
    return _("We will not send an e-mail.")


def _identity(checked: Checked) -> str:
    policy = checked.policy
    if policy.may_name_organisation:
        return _("We may say who we are.")
    is_neutral = policy.mail is MailStyle.NEUTRAL
    return in_one_line(
        [
            _("We do not say who we are, and call with a withheld number.")
            if policy.withhold_number
            else _("We do not say who we are."),
            discreet_contact(
                withholds_number=False,
                neutral_sender=checked.neutral_sender if is_neutral else "",
                whose=checked.answers.whose_contact,
                mail_is_certain=policy.task_kind == TaskKind.MAIL,
            ),
            _("The letter comes in a plain envelope, without a sender.")
            if policy.letter_is_neutral
            else "",
        ]
    )


def _never(checked: Checked) -> str:
    if not checked.policy.may_call:
        return ""
    if not checked.answers.avoid:
        return _("You rule out no times.")
    return _("We never call %(times)s.") % {"times": weekly_times_in_words(checked.answers.avoid)}


def _wish(answers: Answers) -> str:
    if wished := wished_moments(answers):
        return _("If we can, we call %(times)s. If not, at another time when we are open.") % {
            "times": moments_in_words(wished)
        }
    if answers.avoid:
        return _("Any other time when we are open is fine.")
    return _("Any time when we are open is fine.")

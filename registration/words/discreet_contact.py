"""What somebody notices when we may not say who we are: a call without a number, another sender.

Many people do not answer a call from a withheld number, so they must know of it before it comes.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registration.vocabulary.whose import Whose
from registration.words.whose import said

WITHHELD_NUMBER = gettext_lazy(
    "We call you with a withheld number, because we may not say who we are. The screen then shows "
    "‘private’ or ‘unknown’. Many people do not answer such calls. Now you know that it may be us."
)
WITHHELD_NUMBER_OF_OTHER = gettext_lazy(
    "We call %(who)s with a withheld number, because we may not say who we are. The screen then "
    "shows ‘private’ or ‘unknown’. Many people do not answer such calls, so please pass this on."
)


WITHHELD_UNTIL_WE_SPOKE = gettext_lazy(
    "You changed something here. Until we have spoken to you, we call you with a withheld number "
    "and do not say who we are. The screen then shows ‘private’ or ‘unknown’. Many people do not "
    "answer such calls. Now you know that it may be us."
)
WITHHELD_UNTIL_WE_SPOKE_TO_OTHER = gettext_lazy(
    "Something was changed here. Until we have spoken to %(who)s, we call with a withheld number "
    "and do not say who we are. The screen then shows ‘private’ or ‘unknown’. Many people do not "
    "answer such calls, so please pass this on."
)
NEUTRAL_MAIL = gettext_lazy(
    "The e-mail that we send you comes from ‘%(sender)s’. Our name is not in it."
)
NEUTRAL_MAIL_TO_OTHER = gettext_lazy(
    "The e-mail that we send %(who)s comes from ‘%(sender)s’. Our name is not in it."
)
NEUTRAL_MAIL_IF_ANY = gettext_lazy(
    "If we send an e-mail, it comes from ‘%(sender)s’. Our name is not in it."
)
NEUTRAL_LETTER = gettext_lazy(
    "A letter from us comes in a plain envelope, without a sender. It is addressed to the name "
    "that you gave, does not say who we are, and has only a first name under it. You cannot write "
    "back. Do you want to answer? Call us on %(phone)s."
)
NEUTRAL_LETTER_TO_OTHER = gettext_lazy(
    "A letter from us to %(who)s comes in a plain envelope, without a sender. It does not say who "
    "we are, and has only a first name under it. Writing back is not possible. To answer, call us "
    "on %(phone)s. Please pass this on."
)


def discreet_contact(
    *,
    withholds_number: bool,
    neutral_sender: str,
    whose: Whose,
    mail_is_certain: bool = False,
    until_we_spoke: bool = False,
    answer_letter_at: str = "",
) -> str:
    """Return what to expect of contact that does not show who we are; "" if it does.

    How it can be recognised, and how a letter can be answered that has no sender.

    Args:
        withholds_number: whether we call without showing our number.
        neutral_sender: the name under which a neutral e-mail comes; "" if none will come.
        whose: whom we call, seen from who reads this.
        mail_is_certain: whether that e-mail will come, whatever happens.
        until_we_spoke: whether our name may be said, but for a change that we have to check first.
        answer_letter_at: our number, where a letter without our name may come; "" if none will.
    """
    sentences = []
    if withholds_number and until_we_spoke:
        sentences.append(said(WITHHELD_UNTIL_WE_SPOKE, WITHHELD_UNTIL_WE_SPOKE_TO_OTHER, whose))
    elif withholds_number:
        sentences.append(said(WITHHELD_NUMBER, WITHHELD_NUMBER_OF_OTHER, whose))
    if neutral_sender and mail_is_certain:
        sentences.append(said(NEUTRAL_MAIL, NEUTRAL_MAIL_TO_OTHER, whose, sender=neutral_sender))
    elif neutral_sender:
        sentences.append(str(NEUTRAL_MAIL_IF_ANY) % {"sender": neutral_sender})
    if answer_letter_at:
        words = said(NEUTRAL_LETTER, NEUTRAL_LETTER_TO_OTHER, whose, phone=answer_letter_at)
        sentences.append(words)
    return " ".join(sentences)


def if_we_may_not_be_named(
    neutral_sender: str, *, may_call: bool, may_mail: bool, may_write: bool
) -> str:
    """Return, for at the question, what follows from "no", or from no answer.

    Args:
        neutral_sender: the name under which a neutral e-mail comes; "" if none can go out.
        may_call: whether it may be a call.
        may_mail: whether it may be an e-mail.
        may_write: whether it may be a letter.
    """
    sentences = []
    if may_call:
        sentences.append(
            _(
                "If you choose ‘No’ or nothing, we call with a withheld number. Many people do not "
                "answer such calls."
            )
        )
    if may_mail and neutral_sender:
        sentences.append(
            _("An e-mail then comes from ‘%(sender)s’, without our name.")
            % {"sender": neutral_sender}
        )
    elif may_mail:
        sentences.append(_("We do not send an e-mail then."))
    if may_write:
        sentences.append(
            _(
                "A letter then comes in a plain envelope, without our name, and with only a first "
                "name under it. It can be answered by calling us."
            )
        )
    return " ".join(sentences)

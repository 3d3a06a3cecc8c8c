"""The mail to a professional who refers a client."""

from registration.mail.declaration import Mail
from registration.mail.senders import sender_to_people
from registration.mail.shares import CONFIRMATIONS
from registration.models import Registration
from registration.rules.promised import Promised, too_late
from registration.vocabulary.mails import MailCode
from registration.vocabulary.referral import Referral
from registration.vocabulary.whose import Whose
from registration.words.promises import promise_sentence


def referral_receipt(
    registration: Registration,
    referral: Referral,
    reference: str,
    told: Promised,
) -> Mail:
    """Tell the professional that the referral came in, and nothing of the client.

    Args:
        registration: the stored registration; its language is that of the mail.
        referral: only the professional's address is used.
        reference: the number that the professional can mention on the telephone.
        told: what may be told of the promise.
    """
    code, language = MailCode.REFERRAL_RECEIVED, registration.language

    def values(told: Promised) -> dict[str, str]:
        sentence = promise_sentence(told, language, whose=Whose.CLIENT)
        return {"referral_id": reference, "callback_line": sentence}

    return Mail(
        code=code,
        recipient=referral.email,
        sender=sender_to_people(is_neutral=False),
        identity=f"{code}:{registration.submission_key}",
        language=language,
        values=values(told),
        until=told.before,
        late_values=values(too_late(told)),
        registration=registration,
        share=CONFIRMATIONS,
    )

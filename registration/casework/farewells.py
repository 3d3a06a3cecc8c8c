"""The last mail to somebody: that they stopped, or that everything about them was deleted.

Only where they allowed e-mail, and neutral where our name may not be said.
"""

from datetime import datetime

from django.db.models import Max

from perspectief.email_address import is_deliverable
from perspectief.encryption import DecryptionError
from registration.casework.contact_answers import contact_answers_of
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail import to_registrants
from registration.mail.declaration import Mail
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.mail.to_registrants import Recipient
from registration.models import OutboundMail, Registration
from registration.rules.contact_policy import MailStyle, policy_for
from registration.vocabulary.mails import MailCode

STOPPED = (MailCode.WITHDRAWN, MailCode.WITHDRAWN_NEUTRAL)


def recipient_of(registration: Registration) -> Recipient | None:
    """Return to whom a last mail may go; None if to nobody. Ask before anything is deleted.

    Nobody mails a client of a professional, who asked for no mail. Whose answers cannot be read any
    more, because a key was lost, can be deleted all the same.
    """
    try:
        answers = wrong_ways_of(registration.pk).without(contact_answers_of(registration))
    except DecryptionError:
        return None
    policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
    is_allowed = policy.mail is not MailStyle.NONE and answers.referral is None
    if not is_allowed or not is_deliverable(answers.email):
        return None
    return Recipient(
        address=answers.email.strip(),
        language=registration.language,
        is_neutral=policy.mail is MailStyle.NEUTRAL,
    )


def confirm_withdrawal(registration: Registration, now: datetime) -> bool:
    """Confirm to a person that they stopped; return whether a mail will come.

    Call within the transaction that withdraws, after what waited for the person was thrown away.

    Args:
        registration: as it is stored now.
        now: an aware moment.
    """
    recipient = recipient_of(registration)
    return _send(to_registrants.withdrawn(registration, recipient, now) if recipient else None)


def unconfirm_withdrawal(registration: Registration) -> datetime | None:
    """Throw away the mail that somebody stopped, now that they go on.

    Returns:
        When the last such mail went out, which cannot be taken back; None if none did.
    """
    mails = OutboundMail.objects.filter(registration=registration, code__in=STOPPED)
    mails.filter(sent_at=None).delete()
    return withdrawal_confirmed_at(registration)


def withdrawal_confirmed_at(registration: Registration) -> datetime | None:
    """Return when the last mail went out that says that somebody stopped; None if none did."""
    mails = OutboundMail.objects.filter(registration=registration, code__in=STOPPED)
    return mails.aggregate(last=Max("sent_at"))["last"]


def confirm_erasure(recipient: Recipient | None, proof: str, now: datetime) -> bool:
    """Confirm to a person that everything was deleted; return whether a mail will come.

    Args:
        recipient: of `recipient_of`, from before the deletion.
        proof: the number of the proof.
        now: an aware moment.
    """
    return _send(to_registrants.erased(recipient, proof, now) if recipient else None)


def _send(mail: Mail | None) -> bool:
    return mail is not None and enqueue(mail)

"""Telling a person, over a channel that they allow, that we tried to reach them.

It comes after the last attempt. If nothing is heard for some days after it, the registration is
closed as unreachable.
"""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from registration.casework.claims import NotAllowedError, clear_claim, lock_and_renew
from registration.casework.contact_answers import contact_answers_of
from registration.casework.desk_calendar import current_calendar
from registration.casework.follow_up import awaits_message, channels_for
from registration.casework.wrong_ways import wrong_ways_of
from registration.mail import to_registrants
from registration.mail.enqueueing import enqueue
from registration.mail.senders import neutral_mail_available
from registration.models import AttemptPolicy, ContactAttempt
from registration.rules.contact_policy import may_call_at, policy_for
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import MessageChannel

RESULTS = {
    MessageChannel.VOICEMAIL: AttemptResult.VOICEMAIL,
    MessageChannel.TEXT: AttemptResult.TEXT_SENT,
    MessageChannel.EMAIL: AttemptResult.SENT,
    MessageChannel.LETTER: AttemptResult.SENT,
}
# Whoever may not be called at a moment may not hear or see their telephone then either.
RINGING = frozenset({MessageChannel.VOICEMAIL, MessageChannel.TEXT})


def last_day_to_answer(message_at: datetime) -> datetime:
    """Return the moment, in words a day, at which a registration is closed after a message."""
    return message_at + timedelta(days=AttemptPolicy.load().days_until_unreachable)


@transaction.atomic
def leave_message(callback_id: int, user: User, channel: MessageChannel) -> None:
    """Record that the person was told that we tried, and give the callback back to the queue.

    The e-mail is sent by the site itself; the others are done by who records it.

    Raises:
        NotClaimedError: the user has not taken this callback.
        NotAllowedError: attempts are left, a message was left already, the person does not allow
            this channel or this moment, or no e-mail can go to the address.
    """
    callback = lock_and_renew(callback_id, user, coordinator_may=False)
    registration = callback.registration
    answers = wrong_ways_of(registration.pk).without(contact_answers_of(registration))
    now = timezone.now()
    if not awaits_message(callback) or channel not in channels_for(callback, answers):
        raise NotAllowedError
    if channel in RINGING and not may_call_at(answers, now, current_calendar(now)):
        raise NotAllowedError
    if channel == MessageChannel.EMAIL:
        policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
        if not enqueue(to_registrants.tried(callback, answers, policy, last_day_to_answer(now))):
            raise NotAllowedError
    ContactAttempt.objects.create(
        callback=callback, made_at=now, made_by=user, result=RESULTS[channel].value
    )
    if channel == MessageChannel.VOICEMAIL:
        callback.attempt_count += 1
    callback.message_at = now
    clear_claim(callback)
    callback.save()

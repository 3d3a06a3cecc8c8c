"""The fixed codes that the code acts on.

Codes are database values and never change. Their labels may be edited by the coordinator
(`OptionLabel`); the labels here are what everybody sees until then.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registration.referral_codes import REFERRAL_GROUPS

NOT_SAY = "not_say"


class Lifecycle(models.TextChoices):
    """Where a registration stands; the outcomes are those of the annual report over 2024."""

    RECEIVED = "received", _("Received")
    SPOKEN = "spoken", _("Spoken to")
    PAUSED = "paused", _("Paused")
    ALLOCATED = "allocated", _("Allocated to a mediator")
    CRIMINAL_CASE_FIRST = (
        "criminal_case_first",
        _("Mediation in criminal cases first, or handed over"),
    )
    DATA_NOT_OBTAINED = "data_not_obtained", _("Data not obtained")
    OTHER_SERVICE = "other_service", _("Another service fits better")
    CONTRA_INDICATION = "contra_indication", _("Mediation is not advisable")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    UNREACHABLE = "unreachable", _("Unreachable")
    MISTAKE = "mistake", _("Not a registration (duplicate, or sent by mistake)")
    ANSWERED = "answered", _("Question answered")

    @classmethod
    def open_states(cls) -> frozenset["Lifecycle"]:
        """Return the states in which the desk still has something to do or to wait for."""
        return frozenset({cls.RECEIVED, cls.SPOKEN, cls.PAUSED})

    @classmethod
    def outcomes(cls) -> tuple["Lifecycle", ...]:
        """Return the states that close a registration, in the order of the list."""
        return tuple(state for state in cls if state not in cls.open_states())

    @classmethod
    def outcomes_of(cls, source: str) -> tuple["Lifecycle", ...]:
        """Return those that fit what came in by this `Source`: a question is no registration."""
        if source == Source.QUESTION:
            return (cls.ANSWERED, cls.WITHDRAWN, cls.UNREACHABLE, cls.MISTAKE)
        return tuple(state for state in cls.outcomes() if state != cls.ANSWERED)

    @classmethod
    def passed_on(cls) -> frozenset["Lifecycle"]:
        """Return the outcomes for which others got to know of the person."""
        return frozenset({cls.ALLOCATED, cls.CRIMINAL_CASE_FIRST, cls.DATA_NOT_OBTAINED})


class Source(models.TextChoices):
    """How a registration came in."""

    SELF = "self", _("Registered on the site")
    REFERRER = "referrer", _("Referred by a professional")
    PAPER = "paper", _("Paper or telephone")
    QUESTION = "question", _("Question from the contact form")


class JourneyCode(models.TextChoices):
    """The forms of the site; a draft belongs to one of them."""

    REGISTRATION = "registration", _("Registration")
    QUESTION = "question", _("Question")
    REFERRAL = "referral", _("Referral")
    STORY_LATER = "story_later", _("Registration, story later")
    REMINDER = "reminder", _("Reminder")


class TaskKind(models.TextChoices):
    """What the desk has promised to do."""

    CALL = "call", pgettext_lazy("task", "Call")
    LETTER = "letter", pgettext_lazy("task", "Send a letter")
    MAIL = "mail", pgettext_lazy("task", "Send an e-mail")
    CONTACT = "contact", pgettext_lazy("task", "Get in touch through a contact person")
    REFERRAL = "referral", pgettext_lazy("task", "Look at the referral")


class CallbackState(models.TextChoices):
    """Whether a promised contact is still to be made."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    CANCELLED = "cancelled", _("Cancelled")


class AttemptResult(models.TextChoices):
    """What came of one attempt to reach somebody."""

    REACHED = "reached", _("Reached")
    NO_ANSWER = "no_answer", _("No answer")
    VOICEMAIL = "voicemail", _("Voicemail left")
    WRONG_NUMBER = "wrong_number", _("Wrong number or address")
    CALL_BACK = "call_back", _("Asked to call back at another time")
    SENT = "sent", _("Letter or e-mail sent")
    TEXT_SENT = "text_sent", _("Text message sent")


class MessageChannel(models.TextChoices):
    """How a person can be told that we tried to reach them."""

    EMAIL = "email", _("E-mail")
    TEXT = "text", _("Text message")
    VOICEMAIL = "voicemail", _("Voicemail")
    LETTER = "letter", _("Letter")


class Flag(models.TextChoices):
    """Why a registration deserves a second look; it is never a reason to refuse a person."""

    CAPTCHA_MISSING = "captcha_missing", _("The robot check was not done")
    CAPTCHA_UNAVAILABLE = "captcha_unavailable", _("The robot check gave no answer")
    HONEYPOT = "honeypot", _("A field that people cannot see was filled in")
    FAST = "fast", _("Filled in faster than people type")
    FLOOD = "flood", _("Many registrations from one address")


class ForWhom(models.TextChoices):
    """For whom the form is filled in."""

    SELF = "self", _("For myself")
    SELF_WITH_HELP = "self_with_help", _("For myself, and someone is helping me")
    OTHER_WHO_AGREES = "other_who_agrees", _("For someone else, who agrees")


class WhoToCall(models.TextChoices):
    """Whom the desk calls when somebody helps."""

    PERSON = "call_person", _("The person this is about")
    HELPER = "call_helper", _("The person who is helping")


class AgeGroup(models.TextChoices):
    """Age groups; the date of birth is not asked."""

    UNDER_16 = "under_16", _("Under 16")
    AGE_16_17 = "age_16_17", _("16 or 17")
    AGE_18_24 = "age_18_24", _("18 to 24")
    AGE_25_64 = "age_25_64", _("25 to 64")
    AGE_65_PLUS = "age_65_plus", _("65 or older")
    NOT_SAY = NOT_SAY, _("I would rather not say")


class OtherKnown(models.TextChoices):
    """Whether the other person is known."""

    IN_CONTACT = "in_contact", _("Yes, and we still see or speak to each other")
    KNOWN_NO_CONTACT = "known_no_contact", _("Yes, but we are not in contact")
    UNKNOWN = "unknown", _("No, I do not know who it is")
    DECEASED = "deceased", _("The other person has died")
    NOT_SAY = NOT_SAY, _("I would rather not say")


class OtherWay(models.TextChoices):
    """How to reach somebody without telephone or e-mail."""

    LETTER = "letter", _("By letter")
    INSTITUTION_CONTACT = (
        "institution_contact",
        _("Through a contact person in the prison or clinic"),
    )
    TRUSTED_PERSON = "trusted_person", _("Through someone I trust")


class Fallback(models.TextChoices):
    """What the desk may do if nobody answers."""

    VOICEMAIL = "voicemail", _("Leave a voicemail")
    TEXT = "text", _("Send a text message")
    EMAIL = "email", _("Send an e-mail, and a confirmation too")
    ONLY_RETRY = "only_retry", _("None of these: only call again")


class Identify(models.TextChoices):
    """Whether the desk may say who is calling."""

    ORGANISATION = "org_ok", _("Yes, you may say the name Perspectief Herstelbemiddeling")
    FIRST_NAME_ONLY = (
        "first_name_only",
        _("No, only give your own first name and do not say what it is about"),
    )


class DayPart(models.TextChoices):
    """Parts of a day on which the desk calls."""

    MORNING = "morning", _("morning (9am to 12 noon)")
    AFTERNOON = "afternoon", _("afternoon (12 noon to 5pm)")


ANY_TIME = "any_time"


class Weekday(models.IntegerChoices):
    """Days of the week, numbered as `date.weekday()` does."""

    MONDAY = 0, pgettext_lazy("weekday", "Monday")
    TUESDAY = 1, pgettext_lazy("weekday", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("weekday", "Wednesday")
    THURSDAY = 3, pgettext_lazy("weekday", "Thursday")
    FRIDAY = 4, pgettext_lazy("weekday", "Friday")
    SATURDAY = 5, pgettext_lazy("weekday", "Saturday")
    SUNDAY = 6, pgettext_lazy("weekday", "Sunday")

    @property
    def code(self) -> str:
        """The word in stored moments, such as `monday`."""
        return self.name.lower()


class SpokenLanguage(models.TextChoices):
    """The language of the call."""

    DUTCH = "dutch", _("Dutch")
    ENGLISH = "english", _("English")
    OTHER = "other_language", _("Another language:")


class MailCode(models.TextChoices):
    """The mails that the site sends."""

    CONFIRMATION = "confirmation", _("Confirmation")
    CONFIRMATION_NEUTRAL = "confirmation_neutral", _("Confirmation, neutral")
    QUESTION_RECEIVED = "question_received", _("Confirmation of a question")
    REFERRAL_RECEIVED = "referral_received", _("Referral received, to the professional")
    CONTINUE_LINK = "continue_link", _("Link to continue a form later")
    DESK_NOTICE = "desk_notice", _("Notice to the registration desk")
    DESK_CHANGE = "desk_change", _("Notice to the desk that a person changed something")
    PROMISE_REMINDER = "promise_reminder", _("Reminder of a promise, to the desk")
    PROMISE_BREACHED = "promise_breached", _("Promise not kept, to the coordinator")
    REMINDER = "reminder", _("Reminder that someone asked for")
    REMINDER_NEUTRAL = "reminder_neutral", _("Reminder that someone asked for, neutral")
    TRIED = "tried", _("We tried to reach you")
    TRIED_NEUTRAL = "tried_neutral", _("We tried to reach you, neutral")
    # Worded where accounts are (perspectief/staff); the coordinator edits none of it.
    ACCOUNT = "account", _("E-mail to a colleague about an account")


class CrisisAudience(models.TextChoices):
    """Whom a line of the crisis box is for."""

    EVERYONE = "everyone", _("Everyone")
    YOUNG = "young", _("Young people")
    ABROAD = "abroad", _("People outside the Netherlands")


class AccessAction(models.TextChoices):
    """What somebody did with personal data."""

    VIEWED = "viewed", _("Viewed")
    SEARCHED = "searched", _("Found by code")
    SAME_PERSON = "same_person", _("Confirmed as the same person")
    OTHER_PERSON = "other_person", _("Confirmed as someone else")
    STORY_OPENED = "story_opened", _("Story opened")
    REASSIGNED = "reassigned", _("Handed over to a colleague")
    NOTE_EDITED = "note_edited", _("Note edited")
    ATTEMPT_UNDONE = "attempt_undone", _("Attempt undone")
    REOPENED = "reopened", _("Reopened")
    ALLOCATED = "allocated", _("Allocated to a mediator")
    SHEET_OPENED = "sheet_opened", _("Handover sheet opened")
    CASE_EXPORTED = "case_exported", _("Exported for the case system")
    DATA_GIVEN = "data_given", _("All data shown to the person")
    CORRECTED = "corrected", _("Answers corrected")
    ERASED = "erased", _("Deleted at the person’s request")


LABELLED_GROUPS: dict[str, type[models.TextChoices]] = {
    "for_whom": ForWhom,
    "who_to_call": WhoToCall,
    "age": AgeGroup,
    "known": OtherKnown,
    "other_way": OtherWay,
    "fallback": Fallback,
    "identify": Identify,
    "day_part": DayPart,
    "language": SpokenLanguage,
    "state": Lifecycle,
    "attempt": AttemptResult,
    **REFERRAL_GROUPS,
}

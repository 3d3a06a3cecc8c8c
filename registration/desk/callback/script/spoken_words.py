"""What we say, leave or send when we try to reach somebody, in the language of that person.

Neutral words name neither the organisation nor the subject, and give no number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps

from django.utils import translation
from django.utils.translation import gettext as _

from perspectief.phone_number import phone_number
from registration.vocabulary.answers import Answers
from registration.vocabulary.person import SpokenLanguage
from registration.words.dates import date_in_words


@dataclass(frozen=True, kw_only=True)
class Speech:
    """Who speaks, for whom is asked, when we try again (if known), and in which language.

    `is_abroad` is whether the person said to be outside the Netherlands.
    """

    staff_name: str
    name: str
    next_date: date | None
    language: str
    is_abroad: bool = False

    @property
    def our_phone(self) -> str:
        """Our number as the person can dial it."""
        return phone_number(self.language, from_abroad=self.is_abroad)

    @property
    def next_time(self) -> str:
        """When we try again, in words of the person's language."""
        if self.next_date is None:
            return _("another time")
        return _("on %(date)s") % {"date": date_in_words(self.next_date)}


Words = Callable[[Speech], str]


def spoken_language(answers: Answers, form_language: str) -> str:
    """Return the language, "nl" or "en", of what we say or send."""
    chosen: dict[str, str] = {SpokenLanguage.DUTCH: "nl", SpokenLanguage.ENGLISH: "en"}
    return chosen.get(answers.language, form_language)


def _in_their_language(words: Words) -> Words:
    @wraps(words)
    def translated(speech: Speech) -> str:
        with translation.override(speech.language):
            return words(speech)

    return translated


@_in_their_language
def opening(speech: Speech) -> str:
    """Return how a call begins when our name may be said."""
    return _("Hello, this is %(staff)s from Perspectief Herstelbemiddeling. Is %(name)s there?") % {
        "staff": speech.staff_name,
        "name": speech.name,
    }


@_in_their_language
def neutral_opening(speech: Speech) -> str:
    """Return how a call begins when our name may not be said."""
    return _("Hello, this is %(staff)s. Is %(name)s there?") % {
        "staff": speech.staff_name,
        "name": speech.name,
    }


@_in_their_language
def neutral_someone_else(speech: Speech) -> str:
    """Return what to say to somebody else when our name may not be said."""
    return _("That is fine. I will try again another time. Goodbye.")


@_in_their_language
def voicemail(speech: Speech) -> str:
    """Return the voicemail when our name may be said; it does not say what it is about."""
    return _(
        "Hello, this is %(staff)s from Perspectief Herstelbemiddeling. I will try again "
        "%(next_time)s. You can also call us on %(phone)s. Goodbye."
    ) % {"staff": speech.staff_name, "next_time": speech.next_time, "phone": speech.our_phone}


@_in_their_language
def neutral_voicemail(speech: Speech) -> str:
    """Return the voicemail when our name may not be said."""
    return _("Hello, this is %(staff)s. I will try again another time. Goodbye.") % {
        "staff": speech.staff_name
    }


@_in_their_language
def text_message(speech: Speech) -> str:
    """Return the text message when our name may be said; it does not say what it is about."""
    return _(
        "Hello, I tried to call you. I will call again %(next_time)s. "
        "Kind regards, %(staff)s, Perspectief Herstelbemiddeling"
    ) % {"staff": speech.staff_name, "next_time": speech.next_time}


@_in_their_language
def neutral_text_message(speech: Speech) -> str:
    """Return the text message when our name may not be said."""
    return _(
        "Hello, I tried to call you. I will call again %(next_time)s. Kind regards, %(staff)s"
    ) % {"staff": speech.staff_name, "next_time": speech.next_time}


@_in_their_language
def mail_subject(speech: Speech) -> str:
    """Return the subject of the e-mail after a call that nobody answered."""
    return _("We tried to call you")


@_in_their_language
def mail(speech: Speech) -> str:
    """Return the text of the e-mail after a call that nobody answered."""
    return _(
        "Hello,\n\n"
        "We called you, but we could not reach you. That is all right. We will try again "
        "%(next_time)s.\n\n"
        "If another time is better, call %(phone)s. If you do not want us to call again, "
        "let us know and we will stop.\n\n"
        "The registration desk of Perspectief Herstelbemiddeling"
    ) % {"next_time": speech.next_time, "phone": speech.our_phone}


@_in_their_language
def neutral_mail_subject(speech: Speech) -> str:
    """Return the subject of the e-mail when our name may not be said."""
    return _("Missed call")


@_in_their_language
def neutral_mail(speech: Speech) -> str:
    """Return the text of the e-mail when our name may not be said."""
    return _(
        "Hello,\n\n"
        "I called, but could not reach you. I will try again %(next_time)s.\n\n"
        "Kind regards, %(staff)s"
    ) % {"staff": speech.staff_name, "next_time": speech.next_time}


@_in_their_language
def last_voicemail(speech: Speech) -> str:
    """Return the voicemail after the last attempt, when our name may be said."""
    return _(
        "Hello, this is %(staff)s from Perspectief Herstelbemiddeling. I have called you a few "
        "times. Would you still like to hear from us? Call us on %(phone)s. Goodbye."
    ) % {"staff": speech.staff_name, "phone": speech.our_phone}


@_in_their_language
def neutral_last_voicemail(speech: Speech) -> str:
    """Return the voicemail after the last attempt, when our name may not be said."""
    return _(
        "Hello, this is %(staff)s. I have called you a few times. It is all right that you could "
        "not answer. Goodbye."
    ) % {"staff": speech.staff_name}


@_in_their_language
def last_text_message(speech: Speech) -> str:
    """Return the text message after the last attempt, when our name may be said."""
    return _(
        "Hello, I have called you a few times. Would you still like to hear from us? Call us on "
        "%(phone)s. Kind regards, %(staff)s, Perspectief Herstelbemiddeling"
    ) % {"staff": speech.staff_name, "phone": speech.our_phone}


@_in_their_language
def neutral_last_text_message(speech: Speech) -> str:
    """Return the text message after the last attempt, when our name may not be said."""
    return _(
        "Hello, I have called you a few times, but could not reach you. That is all right. Kind "
        "regards, %(staff)s"
    ) % {"staff": speech.staff_name}


@_in_their_language
def last_letter(speech: Speech) -> str:
    """Return the letter after the last attempt, when our name may be said."""
    return _(
        "Hello,\n\n"
        "We have called you a few times, but could not reach you. That is all right. Would you "
        "still like to hear from us? Call us on %(phone)s.\n\n"
        "Kind regards, %(staff)s, Perspectief Herstelbemiddeling"
    ) % {"staff": speech.staff_name, "phone": speech.our_phone}


@_in_their_language
def neutral_last_letter(speech: Speech) -> str:
    """Return the letter after the last attempt, when our name may not be said."""
    return _(
        "Hello,\n\n"
        "I have called you a few times, but could not reach you. That is all right.\n\n"
        "Kind regards, %(staff)s"
    ) % {"staff": speech.staff_name}

"""What we say to a client who was referred, and to the professional.

To the client in the language of the call, to the professional in that of the form.
"""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from perspectief.phone_number import phone_number
from registration.desk.callback.script.spoken_words import Speech
from registration.models import RetentionSettings
from registration.vocabulary.answers import Answers
from registration.vocabulary.referral import Referral
from registration.words.dates import date_in_words


def who_told_us_what(speech: Speech, referral: Referral, answers: Answers) -> str:
    """Return how the first talk begins: who gave us what, and the question whether that is right.

    It names the kinds of things that we were told, and none of the answers.
    """
    with translation.override(speech.language):
        return _(
            "%(referrer)s from %(organisation)s gave us your name. We heard that %(told_by)s "
            "talked to you about this on %(date)s, and that you agreed. This is what we were "
            "told: %(things)s. Is that right? And do you agree to us talking to you about it?"
        ) % {
            "referrer": referral.name,
            "organisation": referral.organisation,
            "told_by": referral.told_by,
            "date": date_in_words(referral.agreed_date),
            "things": ", ".join(things_told(answers)),
        }


def we_stop(speech: Speech) -> str:
    """Return what to say to a client who does not agree."""
    days = RetentionSettings.load().withdrawn_days
    with translation.override(speech.language):
        return ngettext(
            "That is fine. Then we will stop. After %(days)s day, we will delete what we were told "
            "about you; sooner if you ask us to. We will not tell anyone what you said. You can "
            "always call us yourself.",
            "That is fine. Then we will stop. After %(days)s days, we will delete what we were "
            "told about you; sooner if you ask us to. We will not tell anyone what you said. You "
            "can always call us yourself.",
            days,
        ) % {"days": days}


def things_told(answers: Answers) -> list[str]:
    """Return what the professional told us, as kinds of things, in the active language."""
    reach = answers.phone or answers.email or answers.other_way
    told = [
        (answers.name, _("what to call you")),
        (answers.role, _("how you were involved")),
        (answers.kind, _("what it is about")),
        (answers.when, _("how long ago it was")),
        (answers.age, _("your age group")),
        (answers.province, _("which province you live in")),
        (answers.known, _("whether you know the other person")),
        (answers.story, _("what you would like, in a few words")),
        (reach, _("how we can reach you safely")),
        (answers.language, _("which language you want to speak")),
        (answers.needs, _("what you need for a call")),
    ]
    return [words for answer, words in told if answer]


def opening_to_referrer(staff_name: str, language: str) -> str:
    """Return how a call to the professional begins.

    Args:
        staff_name: first name of who calls.
        language: of the form, "nl" or "en".
    """
    with translation.override(language):
        return _(
            "Hello, this is %(staff)s from Perspectief Herstelbemiddeling. You sent us a "
            "referral. Can you talk freely now?"
        ) % {"staff": staff_name}


def mail_subject_to_referrer(language: str) -> str:
    """Return the subject of an e-mail to the professional, in `language` ("nl" or "en")."""
    with translation.override(language):
        return _("About your referral")


def mail_to_referrer(staff_name: str, language: str) -> str:
    """Return an e-mail to the professional that tells nothing of the client.

    Args:
        staff_name: first name of who writes.
        language: of the form, "nl" or "en".
    """
    with translation.override(language):
        return _(
            "Hello,\n\n"
            "We have looked at your referral and would like to talk to you. When could you call "
            "us? Our number is %(phone)s. Please give your referral number.\n\n"
            "Do not send details about your client by e-mail.\n\n"
            "Kind regards, %(staff)s\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ) % {"staff": staff_name, "phone": phone_number()}

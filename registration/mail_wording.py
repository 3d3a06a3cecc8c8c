"""The wording that mails start with, and the placeholders that each may use.

The coordinator edits subject and body in the admin. No mail repeats an answer, not even the name.
A neutral mail names neither the organisation nor its number, and carries no link and no code.
"""

from registration.codes import MailCode

PLACEHOLDERS: dict[str, frozenset[str]] = {
    MailCode.CONFIRMATION: frozenset({"promise"}),
    MailCode.CONFIRMATION_NEUTRAL: frozenset({"due_date", "neutral_sender"}),
    MailCode.DESK_NOTICE: frozenset({"queue_id", "due_at", "admin_link"}),
}
NEUTRAL_CODES = frozenset({MailCode.CONFIRMATION_NEUTRAL})

INITIAL_WORDING: dict[str, dict[str, str]] = {
    MailCode.CONFIRMATION: {
        "subject_nl": "We hebben je aanmelding ontvangen",
        "subject_en": "We have received your registration",
        "body_nl": (
            "Hallo,\n\n"
            "Je aanmelding is goed aangekomen. {promise}\n\n"
            "Dan kun je alles vragen. Jij beslist wat er daarna gebeurt. Het kost niets en je kunt "
            "altijd stoppen.\n\n"
            "Wil je iets veranderen of stoppen? Bel 030-2340045 en noem de code die je op het "
            "scherm zag.\n\n"
            "Heb jij je niet aangemeld? Bel ons, dan wissen we dit.\n\n"
            "Kan het niet wachten? Bel 112 bij gevaar. Denk je aan zelfdoding? Bel gratis 113.\n\n"
            "Het aanmeldpunt van Perspectief Herstelbemiddeling"
        ),
        "body_en": (
            "Hello,\n\n"
            "We have received your registration. {promise}\n\n"
            "You can ask anything then. You decide what happens after that. It is free and you "
            "can stop at any time.\n\n"
            "Do you want to change something or stop? Call +31 30 234 00 45 and give the code you "
            "saw on the screen.\n\n"
            "Did you not register? Call us and we will delete this.\n\n"
            "Do you need help now? If you are in danger, call 112. If you are thinking about "
            "suicide, call 113 (free).\n\n"
            "The registration desk of Perspectief Herstelbemiddeling"
        ),
    },
    MailCode.CONFIRMATION_NEUTRAL: {
        "subject_nl": "Je bericht is aangekomen",
        "subject_en": "Your message has arrived",
        "body_nl": (
            "Hallo,\n\n"
            "Je bericht is goed aangekomen. Je hoort uiterlijk op {due_date} van ons.\n"
            "Je hoeft nu niets te doen.\n\n"
            "Groet, {neutral_sender}"
        ),
        "body_en": (
            "Hello,\n\n"
            "We received your message. You will hear from us no later than {due_date}.\n"
            "You do not need to do anything now.\n\n"
            "Kind regards, {neutral_sender}"
        ),
    },
    MailCode.DESK_NOTICE: {
        "subject_nl": "Nieuw terugbelverzoek {queue_id}",
        "subject_en": "New callback {queue_id}",
        "body_nl": (
            "Er staat een nieuw terugbelverzoek klaar. Bellen kan tot {due_at}.\n"
            "Open het in de lijst: {admin_link}"
        ),
        "body_en": (
            "A new callback is waiting. Call before {due_at}.\nOpen it in the queue: {admin_link}"
        ),
    },
}

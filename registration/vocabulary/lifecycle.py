"""Where a registration stands, how it came in, and why it deserves a second look."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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


class Flag(models.TextChoices):
    """Why a registration deserves a second look; it is never a reason to refuse a person."""

    CAPTCHA_MISSING = "captcha_missing", _("The robot check was not done")
    CAPTCHA_UNAVAILABLE = "captcha_unavailable", _("The robot check gave no answer")
    HONEYPOT = "honeypot", _("A field that people cannot see was filled in")
    FAST = "fast", _("Filled in faster than people type")
    FLOOD = "flood", _("Many registrations from one address")

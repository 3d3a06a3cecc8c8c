"""Examples that were closed: what is behind the reports, the hand-overs and the list of closed."""

from typing import Any

from registration.demo.example import PHONE, DemoRegistration, Ending
from registration.demo.moments import just_now, overdue, yesterday
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.channels import Identify
from registration.vocabulary.lifecycle import Lifecycle, Source
from registration.vocabulary.promises import BreachReason


def closed_registrations() -> list[DemoRegistration]:
    """Return the examples that the desk has spoken to and closed, each in another way."""
    return [
        _closed(
            21,
            "Femke",
            ("victim", "violence", "utrecht"),
            Ending(
                outcome=Lifecycle.ALLOCATED,
                note="Voorbeeld: belt liever 's ochtends.",
                has_mediator=True,
                is_exported=True,
            ),
        ),
        _closed(
            22,
            "Samir",
            ("offender", "traffic", "gelderland"),
            Ending(
                outcome=Lifecycle.ALLOCATED,
                note="Voorbeeld: wil eerst een brief schrijven.",
                has_mediator=True,
            ),
        ),
        _closed(
            23,
            "Loes",
            ("bereaved", "traffic", "limburg"),
            Ending(
                outcome=Lifecycle.ALLOCATED,
                note="Voorbeeld: vraagt om een bemiddelaar die Pools spreekt.",
            ),
            received=just_now,
        ),
        _closed(
            24,
            "Daan",
            ("victim", "theft_fraud", "zeeland"),
            Ending(
                outcome=Lifecycle.OTHER_SERVICE,
                note="Voorbeeld: zoekt vooral hulp met de verzekering; doorverwezen.",
            ),
        ),
        _closed(
            25,
            "Priya",
            ("relative", "sexual", "flevoland"),
            Ending(outcome=Lifecycle.WITHDRAWN, note="Voorbeeld: wil er nog over nadenken."),
        ),
        _closed(
            26,
            "Wout",
            ("victim", "threat_stalking", "drenthe"),
            Ending(
                outcome=Lifecycle.CONTRA_INDICATION,
                note="Voorbeeld: te laat gebeld door ziekte, excuses aangeboden.",
                late_because=BreachReason.ABSENCE,
            ),
            received=overdue,
        ),
        DemoRegistration(
            name="closed 27",
            source=Source.QUESTION,
            received=yesterday,
            attempt=AttemptResult.REACHED,
            answers=Answers(
                role="",
                kind="",
                name="Iris",
                phone=PHONE.format(27),
                identify=Identify.ORGANISATION,
                question="Kan ik later nog stoppen als ik me aanmeld?",
            ),
            ending=Ending(outcome=Lifecycle.ANSWERED, note="Voorbeeld: ja, altijd."),
        ),
    ]


def _closed(
    number: int, name: str, about: tuple[str, str, str], ending: Ending, **example: Any
) -> DemoRegistration:
    role, kind, province = about
    return DemoRegistration(
        name=f"closed {number}",
        answers=Answers(
            role=role,
            kind=kind,
            name=name,
            province=province,
            phone=PHONE.format(number),
            identify=Identify.ORGANISATION,
        ),
        **{
            "received": yesterday,
            "attempt": AttemptResult.REACHED,
            "attempt_note": "Voorbeeld: gesproken.",
            "ending": ending,
            **example,
        },
    )

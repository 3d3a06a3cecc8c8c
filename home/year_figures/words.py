"""What the page with the figures of a year says, apart from the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from home.bilingual.texts import Text, bullets, section, texts_in
from home.figures.models import FigureSet
from home.year_figures.sets import set_code
from registration.services import ReleasedChart, ReleasedFigures

NOTHING = Text("", "")


@dataclass(frozen=True)
class YearPageWords:
    """The texts of the page in both languages; `body` holds blocks."""

    title: Text
    slug: Text
    description: Text
    intro: Text
    body: list[tuple[str, Any]]

    def all_texts(self) -> list[Text]:
        """Everything that needs a translation."""
        return list(texts_in([self.title, self.slug, self.description, self.intro, self.body]))


def words_of(released: ReleasedFigures, sets: Mapping[str, FigureSet]) -> YearPageWords:
    """Return the page for a year with a chart for each set, in the order of the release."""
    year = released.year
    return YearPageWords(
        title=Text(f"Cijfers over {year}", f"Figures for {year}"),
        slug=Text(f"cijfers-over-{year}", f"figures-for-{year}"),
        description=Text(
            f"De cijfers van Perspectief Herstelbemiddeling over {year}: wie zich aanmeldde, wat "
            "er was gebeurd en hoe het verder ging.",
            f"The figures of Perspectief Herstelbemiddeling for {year}: who registered, what had "
            "happened and what happened next.",
        ),
        intro=Text(
            "Bij elk getal lees je waarvan het een deel is, van welk jaar, en waar het vandaan "
            "komt.",
            "Next to each number you can read what it is a share of and which year it is for. You "
            "can also read where it comes from.",
        ),
        body=[
            _how_to_read(released),
            *(_chart(year, chart, sets[chart.code]) for chart in released.charts),
        ],
    )


def _how_to_read(released: ReleasedFigures) -> tuple[str, Any]:
    year, smallest = released.year, released.smallest
    return section(
        Text("Hoe lees je deze cijfers?", "How do you read these figures?"),
        bullets(
            Text(
                f"We kregen [[{set_code(year, 'received')}.received.{year}]] aanmeldingen in "
                f"{year}. Niet al die aanmeldingen gingen naar een bemiddelaar.",
                f"We received [[{set_code(year, 'received')}.received.{year}]] registrations in "
                f"{year}. Not all of those went to a mediator.",
            ),
            Text(
                f"Gaat een getal over minder dan {smallest} mensen? Dan laten we het weg. Zo is "
                "niemand te herkennen.",
                f"If a number is about fewer than {smallest} people, we leave it out, so that "
                "nobody can be recognised.",
            ),
            Text(
                "Soms laten we ook een groter getal weg. Anders reken je het kleine getal uit.",
                "Sometimes we leave out a larger number too. Otherwise it would give the smaller "
                "one away.",
            ),
            Text(
                "Tel je de rijen op, dan mis je dus soms een paar mensen.",
                "So if you add up the rows, some people may be missing.",
            ),
            Text(
                "Percentages zijn afgerond. Samen zijn ze niet altijd 100.",
                "Percentages are rounded. They do not always add up to 100.",
            ),
            Text(
                f"Staat er {released.year_before} bij een getal? Dat is het jaar ervoor.",
                f"If a number has {released.year_before} beside it, that is the number for the "
                "year before.",
            ),
        ),
    )


def _chart(year: int, chart: ReleasedChart, figure_set: FigureSet) -> tuple[str, Any]:
    title = Text(chart.title.nl, chart.title.en)
    heading, intro = _headings(year).get(chart.code, (title, NOTHING))
    return ("chart", {"heading": heading, "intro": intro, "figure_set": figure_set.pk})


def _headings(year: int) -> dict[str, tuple[Text, Text]]:
    return {
        "received": (
            Text(
                "Hoeveel aanmeldingen kwamen er binnen?", "How many registrations did we receive?"
            ),
            NOTHING,
        ),
        "quarter": (Text("Wanneer meldden mensen zich?", "When did people register?"), NOTHING),
        "who-registers": (Text("Wie meldde aan?", "Who made the registrations?"), NOTHING),
        "what-happened": (Text("Wat was er gebeurd?", "What had happened?"), NOTHING),
        "role": (
            Text("Welke rol hadden mensen?", "What role did people have?"),
            Text(
                "Dit is de rol die iemand zelf koos bij het aanmelden.",
                "This is the role that people chose for themselves when they registered.",
            ),
        ),
        "language": (
            Text("In welke taal meldden mensen zich?", "In which language did people register?"),
            NOTHING,
        ),
        "heard": (
            Text("Hoe hoorden mensen van ons?", "How did people hear about us?"),
            Text(
                "Mensen hoeven deze vraag niet te beantwoorden. Ook wat later geen aanmelding "
                "bleek, telt hier mee.",
                "People do not have to answer this question. This also counts anything that later "
                "turned out not to be a registration.",
            ),
        ),
        "outcome": (
            Text("Hoe ging het daarna verder?", "What happened after that?"),
            Text(
                f"Dit gaat over aanmeldingen die we in {year} afsloten. Sommige kwamen al in "
                f"{year - 1} binnen.",
                f"This is about registrations that we closed in {year}. We received some of them "
                f"in {year - 1}.",
            ),
        ),
        "who-reached-a-mediator": (
            Text(
                "Via wie kwamen mensen bij een bemiddelaar?",
                "Who made the registrations that went to a mediator?",
            ),
            NOTHING,
        ),
        "initiator": (Text("Wie nam het initiatief?", "Who took the first step?"), NOTHING),
        "initiator-by-kind": (
            Text("Verschilt dat per gebeurtenis?", "Does that depend on the event?"),
            Text(
                "Bij slachtoffers tellen we nabestaanden mee. Bij daders tellen we verdachten en "
                "veroorzakers van een ongeval mee.",
                "Victims include bereaved relatives. Offenders include suspects and people who "
                "caused an accident.",
            ),
        ),
    }

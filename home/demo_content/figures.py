"""The figures of the annual report over 2024, loaded once and then in the hands of editors."""

from dataclasses import dataclass
from typing import Any

from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from home.bilingual.rows import write_texts
from home.demo_content import LOG_ACTION
from home.demo_content.texts import Text
from home.figures.models import Figure, FigureSet, Precision, Unit

ANNUAL_REPORT = Text("ons jaarverslag over 2024", "our annual report for 2024")


@dataclass(frozen=True)
class DemoFigure:
    """One number of one year."""

    code: str
    value: int
    label: Text
    year: int = 2024
    precision: str = Precision.EXACT
    unit: str = Unit.NUMBER
    note: Text | None = None
    base: Text | None = None


@dataclass(frozen=True)
class DemoSet:
    """Figures that belong together; `percent` makes all of them percentages."""

    code: str
    title: Text
    figures: tuple[DemoFigure, ...]
    base: Text | None = None
    percent: bool = False
    has_bars: bool = False


ALLOCATED_BASE = Text(
    "van de aanmeldingen die in dat jaar naar een bemiddelaar gingen "
    "([[registrations.allocated.2024]] in 2024)",
    "of the registrations that went to a mediator in that year "
    "([[registrations.allocated.2024]] in 2024)",
)

KINDS = (
    ("violence", 40, 38, Text("Geweld", "Violence"), None),
    ("sexual", 29, 30, Text("Seksueel geweld", "Sexual violence"), None),
    ("traffic", 19, 14, Text("Verkeersongeval", "Traffic accident"), None),
    (
        "other",
        12,
        18,
        Text("Anders", "Other"),
        Text("zoals diefstal, online en bedreiging", "such as theft, something online and threats"),
    ),
)

FIGURE_SETS = (
    DemoSet(
        code="registrations",
        title=Text("Aanmeldingen", "Registrations"),
        has_bars=True,
        figures=(
            DemoFigure("received", 1651, Text("Ontvangen aanmeldingen", "Registrations received")),
            DemoFigure(
                "allocated", 1459, Text("Naar een bemiddelaar gegaan", "Went to a mediator")
            ),
            DemoFigure(
                "data-source",
                69,
                Text("Niet opgepakt", "Not taken up"),
                note=Text(
                    "omdat de gegevens niet van het Openbaar Ministerie of de politie kwamen",
                    "because the details did not come from the Public Prosecution Service or the "
                    "police",
                ),
            ),
            DemoFigure(
                "criminal-mediation",
                41,
                Text("Eerst naar Mediation in Strafzaken", "Mediation in criminal cases first"),
                note=Text(
                    "of aan hen overgedragen",
                    "or handed over to that service (Mediation in Strafzaken)",
                ),
            ),
        ),
    ),
    DemoSet(
        code="who-registers",
        title=Text("Wie aanmeldt", "Who makes the registrations"),
        base=ALLOCATED_BASE,
        has_bars=True,
        figures=(
            DemoFigure("self", 428, Text("Mensen zelf", "People themselves")),
            DemoFigure(
                "victim-support",
                391,
                Text("Slachtofferhulp Nederland", "Victim Support Netherlands"),
            ),
            DemoFigure(
                "victim-support",
                289,
                Text("Slachtofferhulp Nederland", "Victim Support Netherlands"),
                year=2023,
            ),
            DemoFigure(
                "judicial-institutions",
                231,
                Text("Justitiële inrichtingen", "Prisons and clinics"),
                note=Text(
                    "gevangenissen, jeugdgevangenissen en tbs-klinieken",
                    "prisons, youth prisons and forensic clinics",
                ),
            ),
            DemoFigure("police", 141, Text("Politie", "Police")),
        ),
    ),
    DemoSet(
        code="kind-of-event",
        title=Text("Wat er was gebeurd", "What had happened"),
        base=ALLOCATED_BASE,
        percent=True,
        has_bars=True,
        figures=tuple(
            DemoFigure(code, value, label, year=year, note=note)
            for code, now, before, label, note in KINDS
            for year, value in ((2024, now), (2023, before))
        ),
    ),
    DemoSet(
        code="initiator",
        title=Text("Wie begint", "Who takes the first step"),
        base=ALLOCATED_BASE,
        percent=True,
        has_bars=True,
        figures=(
            DemoFigure(
                "victims",
                56,
                Text("Slachtoffers", "Victims"),
                note=Text("ook nabestaanden", "including bereaved relatives"),
            ),
            DemoFigure(
                "offenders",
                40,
                Text("Daders", "Offenders"),
                note=Text(
                    "ook verdachten en veroorzakers van een ongeval",
                    "including suspects and people who caused an accident",
                ),
            ),
            DemoFigure("others", 4, Text("Getuigen en anderen", "Witnesses and others")),
        ),
    ),
    DemoSet(
        code="initiator-by-kind",
        title=Text("Wie het vaakst begint", "Who takes the first step most often"),
        percent=True,
        has_bars=True,
        figures=(
            DemoFigure(
                "sexual-victims",
                73,
                Text("Na seksueel geweld: slachtoffers", "After sexual violence: victims"),
                base=Text(
                    "van de zaken na seksueel geweld bij een bemiddelaar",
                    "of the cases after sexual violence that went to a mediator",
                ),
            ),
            DemoFigure(
                "traffic-victims",
                58,
                Text("Na een verkeersongeval: slachtoffers", "After a traffic accident: victims"),
                base=Text(
                    "van de zaken na een verkeersongeval bij een bemiddelaar",
                    "of the cases after a traffic accident that went to a mediator",
                ),
            ),
            DemoFigure(
                "violence-offenders",
                53,
                Text("Na geweld: daders", "After violence: offenders"),
                base=Text(
                    "van de zaken na geweld bij een bemiddelaar",
                    "of the cases after violence that went to a mediator",
                ),
            ),
        ),
    ),
    DemoSet(
        code="contact",
        title=Text("Hoe vaak er contact komt", "How often there is contact"),
        base=Text(
            "van de keren dat beiden na het eerste gesprek door wilden",
            "of the times when both people wanted to go on after the first conversation",
        ),
        percent=True,
        has_bars=True,
        figures=(DemoFigure("reached", 97, Text("Er kwam contact", "There was contact")),),
    ),
    DemoSet(
        code="form-of-contact",
        title=Text("Hoe mensen contact hadden", "How people had contact"),
        base=Text("van alle contacten in dat jaar", "of all contacts in that year"),
        percent=True,
        has_bars=True,
        figures=(
            DemoFigure(
                "shuttle",
                44,
                Text("Via de bemiddelaar", "Through the mediator"),
                note=Text(
                    "De bemiddelaar brengt boodschappen over. Je ziet elkaar niet.",
                    "The mediator carries messages. You do not see each other.",
                ),
            ),
            DemoFigure(
                "conversation",
                35,
                Text("Een gesprek", "A conversation"),
                note=Text("Met de bemiddelaar erbij.", "With the mediator present."),
            ),
            DemoFigure(
                "group",
                15,
                Text("Een gesprek in een groep", "A group meeting"),
                note=Text(
                    "Ook familie of anderen doen mee.", "Family or others take part as well."
                ),
            ),
            DemoFigure(
                "letters",
                6,
                Text("Brieven", "Letters"),
                note=Text(
                    "Je schrijft, en de ander leest.", "You write, and the other person reads."
                ),
            ),
        ),
    ),
    DemoSet(
        code="sexual-violence",
        title=Text("Na seksueel geweld", "After sexual violence"),
        base=Text("van de zaken na seksueel geweld", "of the cases after sexual violence"),
        percent=True,
        figures=(
            DemoFigure(
                "known",
                90,
                Text("De mensen kennen elkaar", "The people know each other"),
                precision=Precision.ABOUT,
            ),
        ),
    ),
    DemoSet(
        code="organisation",
        title=Text("Onze organisatie", "Our organisation"),
        figures=(
            DemoFigure("mediators", 24, Text("Bemiddelaars", "Mediators")),
            DemoFigure(
                "office",
                7,
                Text("Mensen op kantoor", "People at the office"),
                note=Text("ook bij het aanmeldpunt", "including at the registration desk"),
            ),
            DemoFigure(
                "supervisory-board",
                5,
                Text("Leden van de raad van toezicht", "Members of the supervisory board"),
            ),
        ),
    ),
    DemoSet(
        code="quality",
        title=Text("Kwaliteit", "Quality"),
        figures=(
            DemoFigure(
                "cases",
                20,
                Text("Zaken per bemiddelaar in een jaar", "Cases per mediator in a year"),
                precision=Precision.AT_LEAST,
            ),
            DemoFigure("complaints", 2, Text("Klachten", "Complaints")),
            DemoFigure(
                "complaints-committee",
                3,
                Text(
                    "Leden van de onafhankelijke klachtencommissie",
                    "Members of the independent complaints committee",
                ),
            ),
        ),
    ),
    DemoSet(
        code="reach",
        title=Text("Bezoek en bereik", "Visitors and reach"),
        figures=(
            DemoFigure("visitors", 23000, Text("Bezoekers van de website", "Website visitors")),
            DemoFigure(
                "visitors-growth",
                15,
                Text("Meer bezoekers dan in 2023", "More visitors than in 2023"),
                unit=Unit.PERCENT,
                precision=Precision.GROWTH,
                base=Text("van de bezoekers in 2023", "of the visitors in 2023"),
            ),
            DemoFigure(
                "english-visitors",
                100,
                Text(
                    "Bezoekers van de Engelse site per maand",
                    "Visitors to the English site per month",
                ),
                precision=Precision.ABOUT,
                note=Text("sinds oktober 2024", "since October 2024"),
            ),
            DemoFigure("videos", 5, Text("Korte uitlegvideo’s", "Short explainer videos")),
            DemoFigure(
                "podcast-plays",
                5000,
                Text(
                    "Keer geluisterd naar Held in Eigen Verhaal",
                    "Plays of our episode of a Dutch podcast",
                ),
                precision=Precision.MORE_THAN,
                note=Text("onze aflevering van de podcast", "Held in Eigen Verhaal"),
            ),
        ),
    ),
    DemoSet(
        code="in-prison",
        title=Text("In de gevangenis", "In prison"),
        figures=(
            DemoFigure(
                "samenspraak",
                2,
                Text("Gevangenissen met Samenspraak", "Prisons with Samenspraak"),
                note=Text("groepsgesprekken na geweld", "group conversations after violence"),
            ),
            DemoFigure(
                "relatives",
                3,
                Text(
                    "Gevangenissen met bemiddeling voor naasten",
                    "Prisons with mediation for people close to someone inside",
                ),
                note=Text("proef van 2021 tot en met 2024", "a pilot from 2021 to 2024"),
            ),
        ),
    ),
)


def load_figures() -> None:
    """Make the sets and figures that were never made; what editors did to others stays."""
    made_before = set(
        ModelLogEntry.objects.filter(action=LOG_ACTION).values_list("data__key", flat=True)
    )
    for order, demo_set in enumerate(FIGURE_SETS, start=1):
        figure_set = None
        if demo_set.code not in made_before:
            figure_set = FigureSet(code=demo_set.code, sort_order=order * 10)
            figure_set.has_bars = demo_set.has_bars
            write_texts(figure_set, title=demo_set.title, base=demo_set.base)
            _keep(figure_set, demo_set.code)
        for position, demo in enumerate(demo_set.figures, start=1):
            key = f"{demo_set.code}.{demo.code}.{demo.year}"
            if key in made_before:
                continue
            figure_set = figure_set or FigureSet.objects.filter(code=demo_set.code).first()
            if figure_set is None:
                break  # an editor deleted the set, and so does not want its figures
            figure = Figure(
                figure_set=figure_set,
                code=demo.code,
                year=demo.year,
                value=demo.value,
                precision=demo.precision,
                unit=Unit.PERCENT if demo_set.percent else demo.unit,
                sort_order=position * 10,
            )
            write_texts(
                figure, label=demo.label, note=demo.note, base=demo.base, source=ANNUAL_REPORT
            )
            _keep(figure, key)


def _keep(row: Any, key: str) -> None:
    row.full_clean()
    row.save()
    log(instance=row, action=LOG_ACTION, data={"key": key})

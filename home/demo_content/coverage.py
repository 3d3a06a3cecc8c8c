"""What appeared in the media, as far as the annual report over 2024 tells."""

from dataclasses import dataclass

from home.demo_content.texts import Text
from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage

YEAR = 2024


@dataclass(frozen=True)
class DemoItem:
    """One item; the report gives neither dates nor addresses, so they stay unknown."""

    outlet: str
    kind: CoverageKind
    title: Text
    summary: Text
    people: Text | None = None


#: The list shows the last one first.
ITEMS = (
    DemoItem(
        "Veroordeeld",
        CoverageKind.PODCAST,
        Text("Een podcast over herstelbemiddeling", "A podcast about restorative mediation"),
        Text(
            "Ook in deze podcast ging het over ons werk.",
            "This Dutch podcast also covered our work.",
        ),
    ),
    DemoItem(
        "Het Misdaadbureau",
        CoverageKind.PODCAST,
        Text(
            "Herstelbemiddeling in een podcast van NPO Radio 1",
            "Restorative mediation on an NPO Radio 1 podcast",
        ),
        Text(
            "Een aflevering van deze podcast ging over ons werk.",
            "An episode of this podcast was about our work.",
        ),
    ),
    DemoItem(
        "Held in Eigen Verhaal",
        CoverageKind.PODCAST,
        Text("Een aflevering over herstelbemiddeling", "An episode about restorative mediation"),
        Text(
            "Deze aflevering is duizenden keren beluisterd. Het getal staat bij onze cijfers.",
            "This episode was played thousands of times. You can find the number among our "
            "figures.",
        ),
    ),
    DemoItem(
        "De Vriendin",
        CoverageKind.ARTICLE,
        Text("Een bemiddelaar over haar werk", "A mediator on her work"),
        Text(
            "Wat doet een bemiddelaar? Zij vertelt het zelf.",
            "What does a mediator do? She explains it herself.",
        ),
        Text("een bemiddelaar", "a mediator"),
    ),
    DemoItem(
        "Libelle",
        CoverageKind.ARTICLE,
        Text(
            "Een moeder over haar zoon, die een dodelijk ongeval veroorzaakte",
            "A mother about her son, who caused a fatal accident",
        ),
        Text(
            "Op de website van Libelle vertelt een moeder haar verhaal.",
            "A mother tells her story on the website of this Dutch magazine.",
        ),
        Text("de moeder van een veroorzaker", "the mother of a person who caused an accident"),
    ),
    DemoItem(
        "NPO Radio 1, De Nieuws BV",
        CoverageKind.RADIO,
        Text("Contact na seksueel geweld", "Contact after sexual violence"),
        Text(
            "Een gesprek op de radio over bemiddeling na seksueel geweld.",
            "A conversation on the radio about mediation after sexual violence.",
        ),
        Text("iemand die het zelf meemaakte", "a person with lived experience"),
    ),
    DemoItem(
        "Trouw",
        CoverageKind.NEWSPAPER,
        Text("Serie over de nieuwe zedenwet", "A series on the new law on sexual offences"),
        Text(
            "De wet geldt sinds 1 juli 2024. Trouw maakte er een serie over.",
            "The law has been in force since 1 July 2024. This Dutch newspaper ran a series about "
            "it.",
        ),
    ),
)


def load_coverage() -> None:
    """Add the items to a site that has none; called once, when the page that lists them is new."""
    if MediaCoverage.objects.exists():
        return
    for demo in ITEMS:
        item = MediaCoverage(outlet=demo.outlet, kind=demo.kind, year=YEAR)
        for name, text in (
            ("title", demo.title),
            ("summary", demo.summary),
            ("people", demo.people),
        ):
            setattr(item, f"{name}_nl", text.nl if text else "")
            setattr(item, f"{name}_en", text.en if text else "")
        item.full_clean()
        item.save()

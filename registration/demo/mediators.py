"""Mediators for the demo, so that the desk can pass an example on; nobody reads their mail."""

from dataclasses import dataclass

from registration.models import Mediator, Region


@dataclass(frozen=True)
class DemoMediator:
    """A fictional mediator with the codes of the regions; `name` gives the address too."""

    name: str
    regions: tuple[str, ...]
    languages: str = ""


DEMO_MEDIATORS = (
    DemoMediator("Voorbeeld Anouk", ("north", "east"), "English, Deutsch"),
    DemoMediator("Voorbeeld Bilal", ("west",), "English, Français"),
    DemoMediator("Voorbeeld Corrie", ("south",)),
    DemoMediator("Voorbeeld Daan", ("west", "south"), "English, Polski"),
    DemoMediator("Voorbeeld Elif", ("east", "west"), "English, Türkçe"),
)


def load_mediators() -> None:
    """Make the demo's mediators, unless there are any."""
    if Mediator.objects.exists():
        return
    regions = {region.code: region for region in Region.objects.all()}
    for demo in DEMO_MEDIATORS:
        first_name = demo.name.split()[-1].lower()
        mediator = Mediator.objects.create(
            name=demo.name, email=f"{first_name}@example.org", languages=demo.languages
        )
        # The coordinator of the demo may have divided the country in another way.
        mediator.regions.set(regions[code] for code in demo.regions if code in regions)

"""The regions that an installation starts with; the coordinator changes them in the admin."""

from dataclasses import dataclass

from django.apps import AppConfig


@dataclass(frozen=True)
class InitialRegion:
    """A region with the codes of its provinces."""

    code: str
    dutch: str
    english: str
    provinces: tuple[str, ...]


INITIAL_REGIONS = (
    InitialRegion("north", "Noord", "North", ("groningen", "friesland", "drenthe")),
    InitialRegion("east", "Oost", "East", ("overijssel", "gelderland", "flevoland")),
    InitialRegion("south", "Zuid", "South", ("zeeland", "noord_brabant", "limburg")),
    InitialRegion("west", "West", "West", ("noord_holland", "zuid_holland", "utrecht")),
)


def add_regions(app: AppConfig) -> None:
    """Divide the provinces over regions, unless there are regions: the coordinator's own stay.

    Args:
        app: the registration app's configuration.
    """
    regions = app.get_model("Region")._default_manager
    provinces = app.get_model("Province")._default_manager
    if regions.exists():
        return
    for position, region in enumerate(INITIAL_REGIONS, start=1):
        row = regions.create(
            code=region.code,
            label_nl=region.dutch,
            label_en=region.english,
            sort_order=10 * position,
        )
        provinces.filter(code__in=region.provinces, region=None).update(region=row)

"""Media items to test with."""

import factory

from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage


class MediaCoverageFactory(factory.django.DjangoModelFactory):
    """An item of which only the year is known."""

    outlet = "De Courant"
    kind = CoverageKind.ARTICLE
    year = 2024
    title_nl = factory.Sequence(lambda number: f"Bericht {number}")
    title_en = factory.Sequence(lambda number: f"Item {number}")
    summary_nl = "Waar het over gaat."
    summary_en = "What it is about."
    people_nl = ""
    people_en = ""

    class Meta:
        model = MediaCoverage

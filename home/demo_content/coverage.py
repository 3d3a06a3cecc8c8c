"""What appeared in the media."""

from collections.abc import Iterable
from dataclasses import dataclass

from home.bilingual.rows import write_texts
from home.bilingual.texts import Text
from media_library.coverage import CoverageKind
from media_library.models import MediaCoverage


@dataclass(frozen=True)
class DemoItem:
    """One item; no dates and addresses are known of those that the demo has."""

    year: int
    outlet: str
    kind: CoverageKind
    title: Text
    summary: Text
    people: Text | None = None


def load_coverage(items: Iterable[DemoItem]) -> None:
    """Add the items to a site that has none; called once, when the page that lists them is new."""
    if MediaCoverage.objects.exists():
        return
    for demo in items:
        item = MediaCoverage(outlet=demo.outlet, kind=demo.kind, year=demo.year)
        write_texts(item, title=demo.title, summary=demo.summary, people=demo.people)
        item.full_clean()
        item.save()

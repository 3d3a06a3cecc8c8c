"""What the list of media items can be narrowed with."""

from django.utils.translation import gettext_lazy as _

from home.pages.filters import Filter
from media_library.coverage import FIRST_YEAR, LAST_YEAR, CoverageKind, ItemLanguage


def _years() -> list[tuple[int, str]]:
    """All years that an item can be of, the newest first."""
    return [(year, str(year)) for year in range(LAST_YEAR, FIRST_YEAR - 1, -1)]


FILTERS = (
    Filter("kind", "kind", _("Kind"), lambda: CoverageKind.choices),
    Filter("year", "year", _("Year"), _years),
    Filter("language", "language", _("Language of the item"), lambda: ItemLanguage.choices),
)

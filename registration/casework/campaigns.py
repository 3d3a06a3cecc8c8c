"""How many registrations came in through a campaign, and nothing else about them.

A campaign's register buttons carry its public code in the address. It stays with the draft,
encrypted, and is counted when the draft is sent; the registration does not know it.
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest

from registration.models import AnonymousCount

#: Name in the address of the registration page.
PARAMETER = "via"
DIMENSION = "campaign"
LONGEST_CODE = 40  # what a counter can hold

_recognisers: list[Callable[[str], bool]] = []


def recognise_campaigns(is_campaign: Callable[[str], bool]) -> None:
    """Count the codes for which `is_campaign` says yes; what nobody recognises is ignored.

    That way nobody can fill the counters with codes made up in an address.
    """
    if is_campaign not in _recognisers:
        _recognisers.append(is_campaign)


def code_in(request: HttpRequest) -> str:
    """Return the code of a campaign in an address, or "" if no campaign has it."""
    given = request.GET.get(PARAMETER, "")
    if not given or len(given) > LONGEST_CODE or "\x00" in given:
        return ""
    return given if any(is_campaign(given) for is_campaign in _recognisers) else ""


def query_with(code: str) -> str:
    """Return what an address needs at its end to carry a code on; "" without one."""
    return f"?{PARAMETER}={code}" if code else ""


def campaign_totals(codes: Iterable[str]) -> dict[str, int | None]:
    """Return how many registrations came in through each campaign.

    Args:
        codes: of the campaigns.

    Returns:
        For each code a number, or None below the smallest total that staff may see, so that
        nobody can conclude anything about one person.
    """
    rows = AnonymousCount.objects.filter(dimension=DIMENSION, code__in=(wanted := set(codes)))
    counted = dict(rows.values("code").annotate(total=Sum("count")).values_list("code", "total"))
    return {code: _shown(counted.get(code, 0)) for code in wanted}


def _shown(total: int) -> int | None:
    return total if total >= settings.SMALLEST_SHOWN_TOTAL else None

"""What other sites add to our addresses to follow people: dropped before anything sees it.

A link from a newsletter, an advertisement or a social network names there who clicked it. We want
to know nothing of that, and with it each visitor would have a page of their own in every cache.
"""

from collections.abc import Callable
from urllib.parse import unquote_plus

from django.http import HttpRequest
from django.http.response import HttpResponseBase

#: Beginnings of names: Google Analytics and whoever copied it, Matomo, HubSpot.
PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "_hs", "__hs", "gad_")
#: As browsers that protect their users know them.
NAMES = frozenset(
    {
        *("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl"),  # Google
        *("fbclid", "igshid", "igsh"),  # Meta
        *("msclkid", "li_fat_id", "ttclid", "twclid", "epik", "yclid", "sccid", "rdt_cid"),
        *("mc_cid", "mc_eid", "mkt_tok", "ml_subscriber", "ml_subscriber_hash"),  # newsletters
        *("vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "_openstat"),
    }
)


class TrackingParametersMiddleware:
    """Answer an address with such parameters as if it had none.

    Stands outside everything that reads the query, the page cache above all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        if query := request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = without_tracking(query)
        return self.get_response(request)


def without_tracking(query: str) -> str:
    """Return a query without the parameters that follow people, else as it was."""
    return "&".join(each for each in query.split("&") if not _is_tracking(each))


def _is_tracking(parameter: str) -> bool:
    name = unquote_plus(parameter.partition("=")[0]).lower()
    return name in NAMES or name.startswith(PREFIXES)

"""Where the short link of a campaign leads."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language

from home.campaigns.page import CampaignPage
from home.campaigns.short_codes import normalise_short_code
from home.page_index import load_page_index


def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """Lead from a short link to its campaign, in the language of the link if it is there.

    Never permanently: the page may move, but what is printed stays.

    Raises:
        Http404: no published campaign has this code.
    """
    normal = normalise_short_code(code)
    found = CampaignPage.objects.filter(short_code=normal).values_list("pk", flat=True)
    entries = [entry for pk in found if (entry := load_page_index().entries.get(pk))]
    if not normal or not entries:
        raise Http404
    entries.sort(key=lambda entry: (entry.language != get_language(), entry.language, entry.pk))
    return HttpResponseRedirect(entries[0].url)

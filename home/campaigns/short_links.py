"""The short link of a campaign: what is on posters, in each language."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from home.campaigns.short_codes import normalise_short_code
from home.page_index import load_page_index
from home.pages.campaigns import CampaignPage
from perspectief.site_address import absolute_url


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


def short_link_path(page: CampaignPage) -> str:
    """Return the path of the short link to a campaign in the language of the page."""
    with translation.override(page.locale.language_code):
        return reverse("campaign_short_link", args=[page.short_code])


def short_link_url(page: CampaignPage) -> str:
    """Return the whole address, which the QR code holds."""
    return absolute_url(short_link_path(page))

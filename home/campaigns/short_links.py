"""The short link of a campaign: what is on posters, in each language."""

from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from perspectief.site_address import absolute_url


def short_link_path(code: str, locale: Locale) -> str:
    """Return the path of the short link to a campaign in the language of `locale`."""
    with translation.override(locale.language_code):
        return reverse("campaign_short_link", args=[code])


def short_link_url(code: str, locale: Locale) -> str:
    """Return the whole address, which the QR code holds."""
    return absolute_url(short_link_path(code, locale))

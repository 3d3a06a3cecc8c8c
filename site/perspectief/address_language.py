"""The language of an answer, which its address tells, or the profile of who is logged in."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class AddressLanguageMiddleware(LocaleMiddleware):
    """Django's, without its word to caches that the language of a browser changes an answer.

    It never does: Dutch has no prefix in its addresses, and English has. A cache in front of the
    site would keep each page once for every browser.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Name the language of the answer."""
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

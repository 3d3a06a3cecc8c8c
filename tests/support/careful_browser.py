"""A browser whose forms the site asks for a safety token, and which says where they come from."""

from django.test import Client

OWN_ORIGIN = "http://testserver"


def careful_browser(origin: str = OWN_ORIGIN) -> Client:
    """Return a browser of which every form is checked as a real one is.

    Args:
        origin: of the pages that its forms are on, as browsers send it.
    """
    return Client(enforce_csrf_checks=True, headers={"Origin": origin})

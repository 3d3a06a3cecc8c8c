"""Names of the buttons beside "next"."""

from django.http import HttpRequest

BACK, SAVE = "back", "save"
# Leads to where a form is saved for another day.
LATER = "later"
# The switch of the language in the header: what is typed goes along.
LANGUAGE = "change_language"
# No button: the script that keeps what is typed, while somebody types.
KEEP = "keep"


def goes_on(request: HttpRequest) -> bool:
    """Return whether the visitor wants to go on, so that mistakes may be pointed out."""
    return not request.POST.keys() & {BACK, SAVE, LATER, LANGUAGE, KEEP}

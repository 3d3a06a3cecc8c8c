"""What stands in the place of a number."""

from django.conf import settings

from registration.annual_figures.suppression import Hidden, Shown


def in_words(shown: Shown) -> str:
    """Return a number, "<5" for a small one, or "x" for one from which a small one would follow."""
    if shown is Hidden.FEW:
        return f"<{settings.SMALLEST_SHOWN_FIGURE}"
    return "x" if shown is Hidden.DERIVABLE else str(shown)

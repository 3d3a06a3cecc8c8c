"""SVG files: drawings that could also hold scripts and fetch things from elsewhere."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from py_svg_hush import filter_svg

#: Pictures within a drawing, and nothing else.
KEPT_DATA = {"image": ["png", "jpeg", "webp"]}


def without_scripts(content: bytes) -> bytes:
    """Return an SVG without scripts, handlers of events, and addresses on other sites.

    Raises:
        ValidationError: `content` is no SVG.
    """
    try:
        return filter_svg(content, KEPT_DATA)
    except ValueError as error:
        raise ValidationError(_("This SVG file cannot be read. Save it again.")) from error

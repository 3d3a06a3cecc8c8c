"""The desk's guide inside the admin: docs/desk-guide.md, in the language of whoever reads it."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import markdown
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from registration.casework import permissions
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.titled_screen import TitledScreen

# A link to the file in docs/, so that an installed package has it too.
GUIDE = Path(__file__).with_name("guide.md")
BETWEEN_LANGUAGES = "\n---\n"  # Dutch first


class GuideView(DeskScreenMixin, TitledScreen):
    """Shows the guide to who may see the queue."""

    predicate = staticmethod(permissions.can_see_queue)
    http_method_names = ["get"]
    page_title = _("Guide for the registration desk")
    header_icon = "help"
    template_name = "registration/desk/guide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context with the text of the guide."""
        language = "en" if get_language() == "en" else "nl"
        return {
            **super().get_context_data(**kwargs),
            "guide": guide_html(language),
            "language": language,
        }


@lru_cache(maxsize=2)
def guide_html(language: str) -> SafeString:
    """Return the guide as HTML, without its title, which the screen has already.

    Args:
        language: "nl" or "en".
    """
    dutch, english = GUIDE.read_text(encoding="utf-8").split(BETWEEN_LANGUAGES)
    text = (english if language == "en" else dutch).strip()
    _title, _newline, body = text.partition("\n")
    body = body.replace("*English below.*", "")
    # Our own file, written by developers and reviewed like code.
    return mark_safe(markdown.markdown(body, extensions=["tables", "sane_lists", "toc"]))  # noqa: S308

"""Pages that the web server in front shows by itself, without asking the site.

They are files, in both languages, because whoever shows them knows nothing of the visitor.
"""

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from perspectief.phone_number import phone_number

#: Name of each file, and its template. 500 is for every fault of the server.
TEMPLATES = {
    "400.html": "outage/400.html",
    "403.html": "outage/403.html",
    "404.html": "outage/404.html",
    "413.html": "outage/413.html",
    "429.html": "outage/429.html",
    "500.html": "500.html",
}


def write_outage_pages() -> None:
    """Write those that are not as they should be, such as after a change of the phone number.

    A reader finds the old page or the new one, and never half of one.
    """
    phone_number()  # from the database, so that the pages name the present one
    folder = Path(settings.OUTAGE_PAGES)
    folder.mkdir(parents=True, exist_ok=True)
    for name, template in TEMPLATES.items():
        path = folder / name
        html = render_to_string(template)
        if not path.exists() or path.read_text(encoding="utf-8") != html:
            unfinished = path.with_name(f"{name}.new")
            unfinished.write_text(html, encoding="utf-8")
            unfinished.replace(path)

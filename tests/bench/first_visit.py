"""How many bytes a first visit and the page after it take, as a browser of today asks for them."""

import re
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from perspectief.style_sheet import style_sheet

HOME, NEXT = "/", "/aanmelden/"
#: What a page names and a browser fetches at once; a picture further down it fetches later.
FETCHED = re.compile(
    r"""<link rel="stylesheet" href="([^"]+)"|<script[^>]+src="([^"]+)"|"""
    r"""<link rel="icon" href="([^"]+\.svg)\""""
)
#: Of a style sheet; a face with a range of letters is fetched only by pages that use them.
FONT_FACE = re.compile(r"@font-face \{[^}]*\}")
FONT_FILE = re.compile(r"""url\("\.\./(fonts/[^"]+)"\)""")
TEXT = {".css", ".js", ".svg"}


def first_visit(home: str = HOME, following: str = NEXT) -> dict[str, int]:
    """Return the bytes of the front page with all that it needs, and of the page after it.

    Contents only, without the heads of answers. Files are compressed as `collectstatic` does it.
    """
    html = _page(home)
    needed = {name for names in FETCHED.findall(brotli.decompress(html).decode()) for name in names}
    files = {name: _size(name) for name in needed if name.startswith(settings.STATIC_URL)}
    files |= {font: _size(f"{settings.STATIC_URL}perspectief/{font}") for font in _fonts()}
    return {
        "html_bytes": len(html),
        "files": len(files),
        "first_visit_bytes": len(html) + sum(files.values()),
        "next_page_bytes": len(_page(following)),
    }


def _fonts() -> list[str]:
    faces = [face for face in FONT_FACE.findall(style_sheet()) if "unicode-range" not in face]
    return [font for face in faces for font in FONT_FILE.findall(face)]


def _page(path: str) -> bytes:
    response = Client(SERVER_NAME="localhost", headers={"accept-encoding": "br"}).get(path)
    if response.headers.get("Content-Encoding") != "br":
        raise RuntimeError(f"{path} is not compressed")
    return response.content


def _size(address: str) -> int:
    found = finders.find(address.removeprefix(settings.STATIC_URL))
    content = Path(str(found)).read_bytes()
    return len(brotli.compress(content)) if Path(address).suffix in TEXT else len(content)

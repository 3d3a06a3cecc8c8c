"""The order of our packages: each imports only what stands before it, and nothing imports back.

`python -m tests.support.package_order` draws the picture of it in `docs/images`; the test of the
layers holds both against the code. A module belongs to the longest name in `ORDER` that it begins
with, so what an app has in no folder comes after its folders.
"""

import ast
from collections.abc import Iterator, Mapping
from html import escape
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURE = ROOT / "docs" / "images" / "package-order.svg"

#: From below; with each package what it is for.
ORDER: Mapping[str, str] = {
    "perspectief": "what any site of ours needs",
    "perspectief.staff": "accounts of colleagues",
    "media_library": "images, documents, videos, media coverage",
    "registration.vocabulary": "codes and values",
    "registration.rules": "pure rules: deadlines, safe contact, attempts",
    "registration.models": "tables",
    "registration.words": "how it is said in words",
    "registration.mail": "outbox and delivery",
    "registration.casework": "the one owner of callbacks and registrations",
    "registration.promise_clock": "keeping the promise, and how often that is done",
    "registration.annual_figures": "the figures of a year",
    "registration.handover": "passing somebody on",
    "registration.forms": "the questions",
    "registration.journey": "the way through a form",
    "registration.own_page": "one’s own registration",
    "registration.paper": "registering on paper",
    "registration.reminder": "one e-mail later",
    "registration.privacy_duties": "requests about data",
    "registration.background": "the worker, recurring jobs, retention",
    "registration.services": "what other apps may use of all this",
    "home.page_index": "which page is where",
    "home.bilingual": "Dutch and English beside each other",
    "home.figures": "figures as data",
    "home.blocks": "what pages are made of",
    "home.navigation": "menus, header, footer, sitemap",
    "home.structured_data": "what search engines read",
    "home.pages": "what every page type is built on",
    "home.coverage": "the foundation in the media",
    "home.stories": "experience stories",
    "home.videos": "explainer videos",
    "home.campaigns": "campaigns, in print too",
    "home.search": "search",
    "home.models": "the page types for Django",
    "home.year_figures": "a page with the figures of a year",
    "home.templatetags": "what templates ask",
    "home.demo_content": "the pages of the demo",
    "home.management": "commands about pages",
    "home": "hooks and start of the app",
    "registration.public_pages": "page types that mount the forms",
    "registration.templatetags": "what templates ask",
    "registration.desk.base": "what the screens of the desk are built on",
    "registration.desk.settings": "rows and texts that the coordinator edits",
    "registration.desk.queue": "what waits",
    "registration.desk.callback": "one callback",
    "registration.desk.requests": "what people ask about their data",
    "registration.desk.reports": "what was done, what is to do",
    "registration.desk.home": "what the desk sees first",
    "registration.desk": "menu and addresses of the desk",
    "registration.installation": "the first rows",
    "registration.demo": "fictional registrations",
    "registration.management": "commands about registrations",
    "registration": "hooks and start of the app",
    "perspectief.csrf_failure": "a form that cannot be trusted",
    "perspectief.urls": "all addresses of the site",
}
APPS = ("perspectief", "media_library", "registration", "home")
#: Written by Django, or not imported.
LEFT_OUT = {"migrations", "static", "templates", "__pycache__"}

ROW_HEIGHT, ROW_WIDTH, MARGIN = 26, 760, 16
COLOURS = {
    "perspectief": "#efe9f7",
    "media_library": "#e4eef0",
    "registration": "#fbeee6",
    "home": "#e9f3ea",
}


def package_of(module: str) -> str:
    """Return the package in `ORDER` to which a module belongs.

    Raises:
        ValueError: none has it.
    """
    return max((name for name in ORDER if f"{module}.".startswith(f"{name}.")), key=len)


def modules() -> dict[str, Path]:
    """Return all our modules, with their files."""
    found = {}
    for app in APPS:
        folder = _folder_of(app)
        for path in sorted(folder.rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            if LEFT_OUT.isdisjoint(parts):
                names = (part for part in parts if part != "__init__")
                found[".".join((app, *names))] = path
    return found


def imports_of(source: str) -> Iterator[str]:
    """Yield what `source` imports, wherever it stands: `from a import b` as `a.b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_back(module: str, source: str) -> list[str]:
    """Return the imports of a module that stand after its own package in `ORDER`."""
    places = list(ORDER)
    own = places.index(package_of(module))
    ours = (name for name in imports_of(source) if name.split(".")[0] in APPS)
    return [name for name in ours if places.index(package_of(name)) > own]


def picture() -> str:
    """Return the order as an SVG, the first package at the bottom."""
    height = len(ORDER) * ROW_HEIGHT + 2 * MARGIN
    rows = [
        _row(name, purpose, height - MARGIN - (place + 1) * ROW_HEIGHT)
        for place, (name, purpose) in enumerate(ORDER.items())
    ]
    title = "The order of the packages: each imports only what stands below it"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{title}"'
            f' viewBox="0 0 {ROW_WIDTH + 2 * MARGIN} {height}" font-family="sans-serif"'
            ' font-size="13">',
            f'<rect width="100%" height="{height}" fill="#ffffff"/>',
            *rows,
            "</svg>\n",
        ]
    )


def _row(name: str, purpose: str, top: int) -> str:
    colour = COLOURS[name.split(".")[0]]
    baseline = top + ROW_HEIGHT - 9
    return (
        f'<rect x="{MARGIN}" y="{top}" width="{ROW_WIDTH}" height="{ROW_HEIGHT - 2}" rx="4"'
        f' fill="{colour}"/>'
        f'<text x="{MARGIN + 10}" y="{baseline}" fill="#1d1430">{escape(name)}</text>'
        f'<text x="{MARGIN + 270}" y="{baseline}" fill="#4a4356">{escape(purpose)}</text>'
    )


def _folder_of(app: str) -> Path:
    spec = find_spec(app)
    if spec is None or not spec.submodule_search_locations:
        raise ValueError(f"{app} is no package.")
    return Path(spec.submodule_search_locations[0])


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")

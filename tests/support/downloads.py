"""`make downloads`: print the demo documents again, each from its page in a demo of its own."""

import os
import tempfile
from io import BytesIO
from pathlib import Path

import django
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from tests.support.chromium import launch_arguments
from tests.support.demo import running_demo
from tests.support.install_chromium import install
from tests.support.page_drawn import wait_until_drawn

PREFIXES = {"nl": "/", "en": "/en/"}


def main() -> None:
    """Print all of them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perspectief.settings.dev")
    django.setup()
    from home.demo_content.documents import FOLDER, LANGUAGES
    from home.demo_content.reading.demo import the_demo

    install()
    documents = the_demo().documents
    FOLDER.mkdir(parents=True, exist_ok=True)
    for demo_document in documents:  # the demo that we print from needs some file to start with
        for language in LANGUAGES:
            if not demo_document.path(language).exists():
                _write_blank(demo_document.path(language))
    with (
        tempfile.TemporaryDirectory(prefix="perspectief-demo-") as folder,
        running_demo(Path(folder)) as demo,
        sync_playwright() as playwright,
    ):
        options = launch_arguments(playwright.chromium.executable_path)
        browser = playwright.chromium.launch(**options)
        page = browser.new_page(base_url=demo.url, color_scheme="light")
        for demo_document in documents:
            for language in LANGUAGES:
                page.goto(_address(demo_document.page_key, language))
                content = print_page(page)
                demo_document.path(language).write_bytes(content)
                print(f"{demo_document.path(language).name}: {len(content) / 1000:.0f} kB")
        browser.close()


def print_page(page: Page) -> bytes:
    """Return what the window shows as a PDF with headings and lists, and without the time."""
    wait_until_drawn(page)
    printed = page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(printed)))
    writer.metadata = {"/Title": page.title(), "/Author": "Perspectief Herstelbemiddeling"}
    # A window shows the title instead of the name of the file (ISO 14289-1 §7.1).
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.compress_identical_objects()
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def _address(key: str, language: str) -> str:
    from home.demo_content.reading.demo import the_demo

    pages = {demo.key: demo for demo in the_demo().pages}
    slugs = []
    while key != "home":
        slugs.append(getattr(pages[key].slug, language))
        key = pages[key].parent
    return PREFIXES[language] + "".join(f"{slug}/" for slug in reversed(slugs))


def _write_blank(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)  # A4, in points
    writer.write(path)


if __name__ == "__main__":
    main()

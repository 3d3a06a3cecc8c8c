"""Rules that every public template keeps, and the page for when nothing else works."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.views.defaults import server_error

ROOT = Path(settings.BASE_DIR)
FOLDERS = ("site/perspectief/templates", "home/templates", "registration/templates")
TEMPLATES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.html"))
# What allauth's own script reads is data, and the admin has a policy of its own.
DATA = re.compile(r'<script [^>]*type="application/json"[^>]*>.*?</script>', re.DOTALL)
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_has_style_or_script_of_its_own(path):
    source = DATA.sub("", COMMENT.sub("", path.read_text()))

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", source)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_template_names_is_there(path):
    named = re.findall(r"\{% static '([^']+)' %\}", path.read_text())
    assert [name for name in named if not finders.find(name)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_template_says_what_it_is_given(path):
    """A component without a word about its parameters cannot be used without reading it."""
    source = path.read_text()
    is_component = path.parent.name in {"components", "blocks", "includes"}

    assert not is_component or COMMENT.search(source)


def test_the_page_for_faults_needs_no_database_and_speaks_both_languages(rf):
    response = server_error(rf.get("/"))
    html = response.content.decode()

    assert response.status_code == 500
    for text in ("Er gaat iets mis bij ons", "Something is wrong on our side"):
        assert text in html
    assert 'href="tel:+31302340045"' in html
    assert f'href="{settings.LEAVE_URL}"' in html
    assert "noindex" in html


def test_the_page_for_faults_needs_no_request():
    assert "<h1>Er gaat iets mis bij ons</h1>" in render_to_string("500.html")


def test_whoever_refuses_cookies_is_told_what_to_do(client, db):
    with_frame = client.get("/").wsgi_request
    html = render_to_string("cookies_refused.html", request=with_frame)

    assert "cookies" in html
    assert 'class="button" href="tel:' in html

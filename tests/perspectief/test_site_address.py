"""Every absolute address says BASE_URL, and nothing but one module makes such addresses."""

import re
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from wagtail.models import Page, Site

from home.campaigns.short_links import short_link_url
from perspectief.base_url import checked_base_url
from perspectief.site_address import absolute_url
from tests.home.campaigns.factories import CampaignPageFactory
from tests.home.factories import StoryIndexPageFactory, StoryPageFactory, plant_site

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "https://www.example.org"
#: Each takes the address from the request, or from a record that may be out of date.
OTHER_WAYS = re.compile(
    r"build_absolute_uri|\bfull_?url\b|get_full_url|fullpageurl|\.root_url\b|get_current_site"
    r"|RequestSite|WAGTAILADMIN_BASE_URL|get_admin_base_url|base_url_setting|\.get_host\(\)"
    r"|https?://localhost"
)
OWNERS = ("site/perspectief/site_address.py", "site/perspectief/settings/")
#: A page cache must keep apart what was asked for under different names, and where a request comes
#: from is compared with where it goes; neither makes a link.
EXEMPT = {
    ("site/perspectief/page_cache.py", ".get_host()"),
    ("site/perspectief/request_source.py", ".get_host()"),
}


@pytest.fixture
def other_address(settings):
    """The site has a public address, and is asked for under another name."""
    settings.WAGTAILADMIN_BASE_URL = ADDRESS


# --- One source -----------------------------------------------------------------------------------


def test_no_other_code_makes_an_absolute_address():
    found = []
    for folder in ("site", "home", "registration", "media_library"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.suffix not in {".py", ".html", ".txt", ".xml"} or name.startswith(OWNERS):
                continue
            text = path.read_text(encoding="utf-8")
            words = {match[0] for match in OTHER_WAYS.finditer(text)}
            found += [(name, word) for word in words if (name, word) not in EXEMPT]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "request.build_absolute_uri('/')",
        "page.full_url",
        "page.get_full_url(request)",
        "{% fullpageurl page %}",
        "site.root_url + path",
        "settings.WAGTAILADMIN_BASE_URL",
        "f'https://{request.get_host()}/'",
        "'http://localhost:8000/'",
    ],
)
def test_another_way_would_be_found(line):
    assert OTHER_WAYS.search(line)


def test_a_path_becomes_absolute_and_an_absolute_address_stays(other_address):
    assert absolute_url("/en/about-us/?year=2026") == f"{ADDRESS}/en/about-us/?year=2026"
    assert absolute_url("https://media.example.net/a.png") == "https://media.example.net/a.png"


@pytest.mark.django_db
def test_everything_a_stranger_reads_tells_the_one_address(other_address, client):
    home = plant_site()
    stories = StoryIndexPageFactory(parent=home, slug="verhalen")
    StoryPageFactory(parent=stories, slug="een-verhaal")
    campaign = CampaignPageFactory(parent=home, title="Verkeer", short_code="verkeer")

    page = client.get("/verhalen/een-verhaal/", headers={"host": "127.0.0.1"}).content.decode()
    feed = client.get("/verhalen/rss/", headers={"host": "127.0.0.1"}).content.decode()
    sitemap = client.get("/sitemap.xml", headers={"host": "127.0.0.1"}).content.decode()
    robots = client.get("/robots.txt", headers={"host": "127.0.0.1"}).content.decode()

    story = f"{ADDRESS}/verhalen/een-verhaal/"
    assert f'<link rel="canonical" href="{story}">' in page
    assert f'<meta property="og:url" content="{story}">' in page
    assert f'"mainEntityOfPage": "{story}"' in page
    assert f"<link>{story}</link>" in feed
    assert f"<loc>{story}</loc>" in sitemap
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in robots
    assert short_link_url(campaign.short_code, campaign.locale) == f"{ADDRESS}/c/verkeer/"
    for text in (page, feed, sitemap, robots):
        assert "127.0.0.1" not in text
        assert "testserver" not in text


# --- What BASE_URL may be -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.example.org", "https://www.example.org"),
        (" https://www.Example.org:443/ ", "https://www.example.org"),
        ("http://localhost:8001/", "http://localhost:8001"),
        ("http://localhost:80", "http://localhost"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_scheme_and_host(text, address):
    assert checked_base_url(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "www.example.org",
        "//www.example.org",
        "ftp://www.example.org",
        "https://",
        "https://www.example.org/site",
        "https://www.example.org?x=1",
        "https://kim@www.example.org",
        "https://www.example.org:8443",
        "http://www.example.org:443",
        "http://www.example.org:port",
    ],
)
def test_what_wagtail_cannot_repeat_is_refused(text):
    with pytest.raises(ImproperlyConfigured, match="BASE_URL must be"):
        checked_base_url(text)


# --- Wagtail's record of the site -----------------------------------------------------------------


@pytest.mark.django_db
def test_the_record_says_base_url_from_the_first_migration_on(settings):
    assert Site.objects.get().root_url == settings.WAGTAILADMIN_BASE_URL


@pytest.mark.django_db
@pytest.mark.parametrize("address", [ADDRESS, "http://localhost:8001", "http://localhost"])
def test_the_record_follows_with_the_next_migrate(settings, address):
    settings.WAGTAILADMIN_BASE_URL = address

    call_command("migrate", verbosity=0)

    assert Site.objects.get().root_url == address
    assert plant_site().full_url == f"{address}/"


@pytest.mark.django_db
def test_nobody_makes_the_record_differ(settings):
    site = Site.objects.get()
    site.hostname, site.port, site.site_name = "elsewhere.example.org", 8080, "Perspectief"

    site.save()

    site.refresh_from_db()
    assert site.root_url == settings.WAGTAILADMIN_BASE_URL
    assert site.site_name == "Perspectief"


def deployment_faults() -> list[str]:
    found = run_checks(include_deployment_checks=True, databases=["default"])
    return [fault.id for fault in found if fault.id in {"perspectief.E109", "perspectief.E110"}]


@pytest.mark.django_db
def test_a_deployment_without_faults_has_none_of_these():
    assert deployment_faults() == []


@pytest.mark.django_db
def test_a_record_that_differs_after_all_is_a_fault_of_the_deployment():
    Site.objects.update(hostname="elsewhere.example.org")

    assert deployment_faults() == ["perspectief.E110"]


@pytest.mark.django_db
def test_a_second_record_is_one_too():
    Site.objects.create(hostname="second.example.org", root_page=Page.objects.get(depth=1))

    assert deployment_faults() == ["perspectief.E110"]


@pytest.mark.django_db
def test_a_site_that_would_not_answer_at_its_address_is_one_too(other_address):
    Site.objects.get().save()

    assert deployment_faults() == ["perspectief.E109"]

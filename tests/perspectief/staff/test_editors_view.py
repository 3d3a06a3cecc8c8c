"""Editors cannot see that registrations exist: a walk through all that their admin links to."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from wagtail.log_actions import log
from wagtail.models import Locale

from perspectief.staff import groups
from registration.models import OptionLabel, RetentionSettings, Role
from registration.public_pages.models import RegistrationPage
from tests.home.factories import ContentPageFactory, plant_site
from tests.registration.factories import AnswersFactory, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MOST_PAGES = 120
# Addresses that end the walk or answer with something else than a page.
NOT_WALKED = re.compile(r"^/admin/(logout|jsi18n|api|sprite)|\.(csv|xlsx)$|export=")
# What the desk's screens are called, in both languages, and the person in the queue.
TELLTALES = re.compile(
    r"callback|terugbel|wachtrij|bewaartermijn|retention|inzagelog|access log"
    r"|Planted-Person|uitgaande mail|outgoing mail"
    r"|soort gebeurtenis|kind of event",
    re.IGNORECASE,
)

REGISTRATION_TEXTS = (
    "intro",
    "what_happens",
    "what_we_ask",
    "time_needed",
    "costs",
    "phone_alternative",
    "your_data",
)


@pytest.fixture
def busy_site(admin_user):
    """A site with a registration page, a person in the queue, and traces of the desk's work."""
    home = plant_site()
    ContentPageFactory(parent=home, title="Over ons", slug="over-ons")
    if not RegistrationPage.objects.exists():
        texts = dict.fromkeys(REGISTRATION_TEXTS, "Een paar woorden.")
        page = RegistrationPage(
            title="Aanmelden", slug="aanmelden", locale=Locale.get_default(), **texts
        )
        home.add_child(instance=page)
    CallbackFactory(registration__answers=AnswersFactory(name="Planted-Person"))
    for changed in (Role.objects.first(), OptionLabel.objects.first(), RetentionSettings.load()):
        if changed is not None:
            log(instance=changed, action="wagtail.edit", user=admin_user)
    return home


def walk(client, start: str) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of every page of the admin that links lead to from `start`."""
    found: set[str] = set()
    waiting = deque([start])
    while waiting and len(found) < MOST_PAGES:
        address = waiting.popleft()
        if address in found:
            continue
        response = client.get(address, follow=True)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        found.add(address)
        yield address, response.text
        # Menus are data for a script, in which addresses are quoted too.
        text = unescape(response.text)
        for target in re.findall(
            r"""(?<![\w-])(?:href|url|action)["']?\s*[=:]\s*["']([^"'#]+)""", text
        ):
            parts = urlsplit(urljoin(address, target))
            if parts.netloc or not parts.path.startswith("/admin/"):
                continue
            next_address = parts.path + (f"?{parts.query}" if parts.query else "")
            if NOT_WALKED.search(next_address) or "p=" in parts.query:
                continue
            waiting.append(next_address)


def view_module(address: str) -> str:
    """Return the module of the view behind an address of the admin."""
    try:
        function = resolve(urlsplit(address).path).func
    except Resolver404:
        return ""
    return getattr(function, "view_class", function).__module__


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_in_the_admin_tells_of_registrations(client, busy_site, make_staff, language):
    from wagtail.users.models import UserProfile

    editor = make_staff()
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()
    client.force_login(editor)
    pages = dict(walk(client, "/admin/"))
    assert len(pages) > 30
    for address, html in pages.items():
        assert not view_module(address).startswith("registration."), address
        telltale = TELLTALES.search(html)
        assert telltale is None, (address, telltale and html[telltale.start() - 80 :][:200])


def test_the_same_walk_does_find_them_for_the_desk(client, busy_site, make_staff):
    """Else the test above would prove nothing."""
    client.force_login(make_staff(group=groups.COORDINATOR))
    assert any(
        view_module(address).startswith("registration.") and TELLTALES.search(html)
        for address, html in walk(client, "/admin/")
    )


@pytest.mark.parametrize("query", ["Planted", "callback", "#1"])
def test_search_finds_nobody(client, busy_site, editor, query):
    client.force_login(editor)
    for address in ("/admin/pages/search/", "/admin/images/", "/admin/documents/"):
        response = client.get(address, {"q": query}, follow=True)
        assert response.status_code == 200
        assert "Planted-Person" not in response.text


class TestRegistrationPage:
    @pytest.fixture
    def registration_page(self, busy_site):
        return RegistrationPage.objects.first()

    def test_its_texts_can_be_edited(self, client, editor, registration_page):
        client.force_login(editor)
        assert client.get(f"/admin/pages/{registration_page.pk}/edit/").status_code == 200
        assert registration_page.permissions_for_user(editor).can_publish()

    @pytest.mark.parametrize("action", ["unpublish", "delete", "move"])
    def test_it_cannot_be_taken_away(self, client, editor, registration_page, action):
        client.force_login(editor)
        client.post(f"/admin/pages/{registration_page.pk}/{action}/")
        again = RegistrationPage.objects.get(pk=registration_page.pk)
        assert again.live
        assert again.path == registration_page.path

    def test_pages_above_it_cannot_be_taken_away_either(self, client, editor, registration_page):
        client.force_login(editor)
        parent = registration_page.get_parent()
        for action in ("unpublish", "delete"):
            client.post(f"/admin/pages/{parent.pk}/{action}/", {"include_descendants": "on"})
        assert RegistrationPage.objects.get(pk=registration_page.pk).live

    @pytest.mark.parametrize("action", ["unpublish", "delete", "move"])
    def test_not_with_others_at_once(self, client, editor, registration_page, action):
        client.force_login(editor)
        client.post(
            f"/admin/bulk/wagtailcore/page/{action}/?id={registration_page.pk}", {"chooser": 1}
        )
        again = RegistrationPage.objects.get(pk=registration_page.pk)
        assert again.live
        assert again.path == registration_page.path

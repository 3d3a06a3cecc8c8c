"""The desk's guide is at hand in the admin, in the language of whoever reads it."""

import pytest
from django.urls import reverse

from registration.desk.home.guide_view import guide_html
from tests.registration.factories import DeskMemberFactory, StaffFactory

pytestmark = pytest.mark.django_db
GUIDE = reverse("registration_desk_guide")


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [
        ("nl", "Een verzoek oppakken", "Taking a callback"),
        ("en", "Taking a callback", "Een verzoek"),
    ],
)
def test_it_is_in_the_language_of_the_reader(client, language, own, other):
    client.force_login(DeskMemberFactory(admin_language=language))
    home = client.get("/admin/").content.decode()
    assert GUIDE in home
    page = client.get(GUIDE).content.decode()
    assert f">{own}</h2>" in page
    assert other not in page


def test_who_does_not_see_the_queue_has_no_guide(client):
    client.force_login(StaffFactory())
    assert GUIDE not in client.get("/admin/").content.decode()
    assert client.get(GUIDE).status_code == 302


@pytest.mark.parametrize("language", ["nl", "en"])
def test_tables_and_lists_are_what_they_look_like(language):
    html = guide_html(language)
    assert "<table>" in html
    assert "<ol>" in html
    assert "|---" not in html
    assert "<h1" not in html

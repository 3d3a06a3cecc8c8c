"""Exports and filters of Wagtail's reports: columns in Dutch Excel, days as people type them."""

import csv
import io
from datetime import UTC, datetime

import django_filters
import pytest
import time_machine
from django.urls import reverse
from django.utils import translation
from wagtail.admin.filters import WagtailFilterSet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from perspectief.date_fields import DayField
from tests.home.factories import ContentPageFactory, plant_site
from tests.perspectief.staff.admin_screens import all_screens
from tests.registration.factories import StaffFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture(params=["nl", "en"])
def reader(request, client):
    """A superuser, who sees every report, in each language."""
    user = StaffFactory(is_superuser=True, admin_language=request.param)
    client.force_login(user)
    client.raise_request_exception = False  # an address of Wagtail is there to break
    return user


def exported(client, address):
    """Return the CSV file of a list; None if it offers none, or one without any column."""
    response = client.get(address, {"export": "csv"})
    if not response.headers.get("Content-Type", "").startswith("text/csv"):
        return None
    text = response.getvalue().decode()
    return text if text.strip("\ufeff\r\n") else None


def test_a_report_of_wagtail_opens_as_columns_in_the_language_of_the_colleague(client, reader):
    page = ContentPageFactory(
        parent=plant_site(), title='Vragen; en "antwoorden"', last_published_at=NOW
    )
    language = reader.wagtail_userprofile.preferred_language
    separator, heading = {"nl": (";", "Titel"), "en": (",", "Title")}[language]
    with translation.override({"nl": "en", "en": "nl"}[language]):  # where the file is sent
        text = exported(client, reverse("wagtailadmin_reports:aging_pages"))
    assert text.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator)
    assert header[0] == heading
    assert page.title in [row[0] for row in rows]
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.any_database
def test_every_list_that_wagtail_exports_has_columns_and_harmless_cells(client, reader):
    plant_site()
    Redirect.objects.create(old_path="/oud", redirect_link='=HYPERLINK("https://example.org")')
    language = reader.wagtail_userprofile.preferred_language
    separator = {"nl": '";"', "en": '","'}[language]
    redirects = reverse("wagtailredirects:index")
    addresses = [each.template for each in all_screens() if "<" not in each.template]
    files = {address: exported(client, address) for address in addresses}
    files = {address: text for address, text in files.items() if text is not None}
    assert {redirects, reverse("wagtailadmin_reports:site_history")} <= set(files)
    for address, text in files.items():
        assert text.startswith("\ufeff"), address
        assert separator in text.splitlines()[0], address
    assert "'=HYPERLINK" in files[redirects]


# --- Filters ----------------------------------------------------------------------------------


@time_machine.travel(NOW, tick=False)
@pytest.mark.parametrize("day", ["1 november 2026", "1 nov", "01-11-2026", "1/11/26"])
def test_a_report_is_filtered_by_a_day_as_people_type_it(client, reader, day):
    page = ContentPageFactory(parent=plant_site())
    for month, title in ((10, "Vroege pagina"), (11, "Late pagina")):
        PageLogEntry.objects.create(
            content_type=page.cached_content_type,
            label=title,
            action="wagtail.edit",
            timestamp=datetime(2026, month, 15, tzinfo=UTC),
            page=page,
        )
    address = reverse("wagtailadmin_reports:site_history")
    shown = client.get(address, {"timestamp_from": day}).content.decode()
    assert "Late pagina" in shown
    assert "Vroege pagina" not in shown
    until = client.get(address, {"timestamp_to": day}).content.decode()
    assert "Vroege pagina" in until
    assert "Late pagina" not in until


def test_every_filter_by_day_reads_what_people_type():
    def all_of(kind):
        yield kind
        for narrower in kind.__subclasses__():
            yield from all_of(narrower)

    found = [
        each
        for kind in all_of(WagtailFilterSet)
        for each in kind.base_filters.values()
        if isinstance(each, django_filters.DateFromToRangeFilter | django_filters.DateFilter)
    ]
    assert len(found) > 5
    for each in found:
        fields = getattr(each.field, "fields", (each.field,))
        assert all(isinstance(field, DayField) for field in fields)

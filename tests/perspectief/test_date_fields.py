"""Every date of the admin is read as people type it, or refused at the field in plain words."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module

import pytest
import time_machine
from bs4 import BeautifulSoup
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page

from perspectief.date_fields import DayField, MomentField, PastDayField, TimeOfDayField
from perspectief.typed_dates import YearMeant
from registration.forms.day_field import TypedDayField
from tests.home.factories import ContentPageFactory
from tests.perspectief.staff.test_forms_as_rendered import _fields_of
from tests.support.some import some

OURS = (DayField, TimeOfDayField, MomentField)
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
PACKAGES = ("perspectief", "media_library", "registration", "home")


# --- Everywhere -------------------------------------------------------------------------------


def _kinds_of_forms(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds_of_forms(narrower)


def test_a_date_of_any_model_is_asked_for_with_a_field_that_reads_dates():
    dates = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.DateField | models.TimeField) and field.editable
    ]
    for field in some(dates):
        assert isinstance(formfield_for_dbfield(field), OURS), field


def test_no_form_of_ours_has_a_field_that_reads_dates_in_another_way():
    import_module("perspectief.urls")  # so that every form is there
    found = [
        (kind, name)
        for kind in _kinds_of_forms(forms.BaseForm)
        if kind.__module__.startswith(PACKAGES)
        for name, field in getattr(kind, "base_fields", {}).items()
        if isinstance(field, forms.DateField | forms.TimeField | forms.DateTimeField)
    ]
    strange = [
        (kind.__name__, name)
        for kind, name in some(found)
        if not isinstance(kind.base_fields[name], OURS)  # type: ignore[attr-defined]
    ]
    assert strange == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_in_a_field_that_is_not_ours_the_day_comes_first_too(language):
    with translation.override(language):
        assert forms.DateField().clean("5/12/26") == date(2026, 12, 5)
        assert forms.DateTimeField().clean("05-12-2026 09:00").month == 12


# --- One field --------------------------------------------------------------------------------


@time_machine.travel(NOW, tick=False)
def test_what_cannot_be_read_is_refused_in_plain_words():
    for field, text, nl, en in [
        (
            DayField(),
            "volgende week",
            "Dit kunnen we niet als datum lezen. Vul het zo in: 13 december 2026 of 13-12-2026.",
            "We cannot read this as a date. Enter it like this: 13 December 2026 or 13-12-2026.",
        ),
        *(
            (
                field,
                text,
                "Deze dag bestaat niet. Kijk de dag en de maand nog eens na.",
                "This day does not exist. Check the day and the month.",
            )
            for field, text in [
                (DayField(), "31-2-2027"),
                (DayField(), "31 feb"),
                (DayField(), "0-12-2026"),
                (PastDayField(), "31 april"),
                (TypedDayField(year_meant=YearMeant.AHEAD), "29-02-2027"),
                (MomentField(), "31 november 2026 9:00"),
                (MomentField(), "31 november"),
            ]
        ),
        (
            DayField(),
            "5 dec",
            "Zet het jaar erbij, bijvoorbeeld 13 december 2026",
            "Add the year, such as 13 December 2026",
        ),
        (
            MomentField(),
            "5 december 2026",
            "Zet er een tijd bij, bijvoorbeeld 13 december 2026 9:00",
            "Add a time, such as 13 December 2026 9:00",
        ),
        (
            TimeOfDayField(),
            "half tien",
            "Dit kunnen we niet als tijd lezen. Vul het zo in: 14:30.",
            "We cannot read this as a time. Enter it like this: 14:30.",
        ),
    ]:
        for language, words in (("nl", nl), ("en", en)):
            with translation.override(language), pytest.raises(ValidationError) as refused:
                field.clean(text)
            assert refused.value.messages == [words]


@pytest.mark.parametrize("text", ["28-03-2027 02:30", "31-10-2027 02:30"])
def test_a_time_that_the_clock_skips_or_has_twice_is_asked_again(text):
    with translation.override("en"), pytest.raises(ValidationError, match="The clock changes"):
        MomentField().clean(text)


@pytest.mark.parametrize("text", ["5-12-0206", "5-12-9999"])
def test_a_year_with_a_wrong_digit_is_no_date(text):
    with pytest.raises(ValidationError):
        DayField().clean(text)


def test_a_date_that_is_left_open_stays_open():
    assert [field(required=False).clean(" ") for field in OURS] == [None, None, None]


# --- An editor keeps an embargo ---------------------------------------------------------------


@pytest.fixture
def draft(site_tree) -> Page:
    return ContentPageFactory(parent=site_tree.home, title="Nieuws", slug="nieuws", live=False)


def _publish(client: Client, page: Page, go_live_at: str) -> str:
    """Press Publish in the editor with a moment to go live; return the answer."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = BeautifulSoup(client.get(address).content, "html.parser").select_one(
        "form[data-edit-form]"
    )
    written_by_script = {f"{name}-count": ["0"] for name in ("action", "body", "related")}
    chosen = {"go_live_at": [go_live_at], "action-publish": ["x"]}
    sent = _fields_of(form) | written_by_script | chosen
    return client.post(address, sent, follow=True).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["5 december 2026 9:00", "5/12/26 09.00", "za 5 dec om 9 uur"])
def test_a_page_waits_for_the_date_that_an_editor_typed(draft, admin_client, text):
    with time_machine.travel(NOW):
        _publish(admin_client, draft, text)

    draft.refresh_from_db()
    assert not draft.live
    assert draft.go_live_at == datetime(2026, 12, 5, 8, tzinfo=UTC)


@pytest.mark.django_db
def test_a_page_with_an_unreadable_date_is_not_published_and_says_why(draft, admin_client):
    with time_machine.travel(NOW):
        answer = _publish(admin_client, draft, "volgende week")

    draft.refresh_from_db()
    assert (draft.live, draft.go_live_at) == (False, None)
    assert "Dit kunnen we niet als datum lezen" in answer
    assert "volgende week" in answer


def test_a_date_is_shown_as_it_can_be_read_again():
    shown = AdminDateTimeInput().format_value(datetime(2026, 12, 5, 9))  # noqa: DTZ001
    assert MomentField().clean(shown).day == 5

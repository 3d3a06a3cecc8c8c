"""A keyboard leaves alone what has to be typed exactly, in every field of every form."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.module_loading import import_string

from perspectief.exact_text import EXACT, ExactCharField, ExactTextField, attributes_of, is_exact
from registration.forms import ReachForm
from registration.forms.fields import Text
from registration.paper.forms import PaperReachForm
from tests.support.some import some

PACKAGES = ("perspectief", "media_library", "registration", "home")
# What a field is called whose letters all count.
EXACT_NAME = re.compile(
    r"(^|_|-)(code|e?mail|phone|numbers?|user(name)?|login|slug|url|youtube_id|typed|secret_words"
    r"|old_?password|password[12]?|new_password[12]|old_path|hostname|date|time|day|at)($|_|-)"
)
# Names that look like it and are words, or are not typed at all.
WORDS = {"referrer_name", "banner_link_text"}
# Nobody types into these by name, or they are names and titles.
NOT_EXACT = {"website", "name", "first_name", "last_name", "uidb36", "key"}
# Columns whose names look like it, and that hold words or are typed into no form.
OTHER_COLUMNS = {
    *("home.campaignpage.banner_link_text", "registration.accesslogentry.username"),
    *("public_pages.referralpage.time_needed", "public_pages.registrationpage.time_needed"),
    *("registration.anonymouscount.code", "registration.examplecount.code"),
    "registration.erasure.number",
}


def _forms() -> Iterator[type[forms.BaseForm]]:
    import_module("perspectief.urls")
    waiting = [forms.BaseForm]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        yield kind


def _fields() -> Iterator[tuple[str, str, forms.Field]]:
    """Yield (form, name, field) of our forms, and of those of others that we show."""
    others = {*settings.ACCOUNT_FORMS.values(), *settings.MFA_FORMS.values()}
    kinds = {kind for kind in _forms() if kind.__module__.startswith(PACKAGES)}
    for kind in kinds | {import_string(path) for path in others}:
        for name, field in getattr(kind, "base_fields", {}).items():
            yield kind.__name__, name, field


def _is_typed_on_one_line(field: forms.Field) -> bool:
    widget = field.widget
    kind = widget.attrs.get("type", getattr(widget, "input_type", ""))
    return isinstance(widget, forms.widgets.Input) and kind in {
        *("text", "email", "url", "tel", "password"),
    }


def test_every_field_of_one_line_is_for_words_or_knows_that_it_is_exact():
    typed = [each for each in _fields() if _is_typed_on_one_line(each[2])]
    neither = [
        f"{form}.{name}"
        for form, name, field in some(typed)
        if not is_exact(field, name) and not isinstance(field, Text) and name not in NOT_EXACT
    ]
    assert neither == []


def test_what_is_called_a_code_a_number_or_an_address_is_exact():
    wrong = [
        f"{form}.{name}"
        for form, name, field in some(_fields())
        if _is_typed_on_one_line(field)
        and EXACT_NAME.search(name)
        and name not in WORDS
        and not attributes_of(field, name).items() >= EXACT.items()
    ]
    assert wrong == []


def test_a_column_for_a_code_a_number_or_an_address_knows_that_it_is_exact():
    undecided = {
        f"{model._meta.label_lower}.{field.name.removesuffix('_nl').removesuffix('_en')}"
        for model in apps.get_models()
        if model.__module__.startswith(PACKAGES)
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField)
        and field.editable
        and EXACT_NAME.search(field.name)
        and not field.choices
        and not field.name.endswith("_hash")
        and not isinstance(
            field, ExactCharField | models.SlugField | models.EmailField | models.URLField
        )
    }
    assert sorted(undecided - OTHER_COLUMNS) == []


def test_a_field_says_how_it_is_typed_wherever_it_is_rendered():
    class NewForm(forms.Form):
        code = ExactTextField()
        email = forms.EmailField()
        address = forms.URLField(assume_scheme="https")
        old_password = forms.CharField(widget=forms.PasswordInput)
        number = forms.IntegerField()
        words = forms.CharField()

    shown = BeautifulSoup(NewForm().as_p(), "html.parser")
    for name in ("code", "email", "address", "old_password"):
        control = shown.find(attrs={"name": name})
        assert {key: control[key] for key in EXACT} == EXACT, name  # type: ignore[index]
    modes = {
        name: shown.find(attrs={"name": name}).get("inputmode")  # type: ignore[union-attr]
        for name in ("email", "address", "number", "words")
    }
    assert modes == {"email": "email", "address": "url", "number": "numeric", "words": None}
    assert not set(EXACT) & set(shown.find(attrs={"name": "words"}).attrs)  # type: ignore[union-attr]


@pytest.mark.django_db
def test_the_screens_of_wagtail_and_of_logging_in_say_it_too(admin_client, client):
    addresses = [
        (admin_client, reverse("wagtailusers_users:add")),
        (admin_client, reverse("wagtailredirects:add")),
        (admin_client, reverse("mediators:add")),
        (client, reverse("account_login")),
        (client, reverse("account_reset_password")),
    ]
    for browser, address in addresses:
        page = BeautifulSoup(browser.get(address).content, "html.parser")
        typed = [
            control
            for control in page.select("main input[name]")
            if control.get("type", "text") in {"text", "email", "url", "password"}
            and EXACT_NAME.search(str(control["name"]))
        ]
        for control in some(typed):
            assert {key: control.get(key) for key in EXACT} == EXACT, control


@pytest.mark.django_db
def test_a_browser_does_not_fill_in_the_colleague_for_somebody_else():

    own, on_paper = ReachForm(), PaperReachForm()
    for name, kind in (("phone", "tel"), ("email", "email")):
        assert f'autocomplete="{kind}"' in str(own[name])
        assert 'autocomplete="off"' in str(on_paper[name])

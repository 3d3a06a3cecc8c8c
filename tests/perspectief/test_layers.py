"""Packages stand in one order and import nothing back; imports inside functions count too."""

import re

import pytest

from registration import services
from tests.support.package_order import (
    ORDER,
    PICTURE,
    imports_back,
    imports_of,
    modules,
    package_of,
    picture,
)


def imports_past_the_door(source: str) -> list[str]:
    return [
        name
        for name in imports_of(source)
        if name.startswith("registration.") and not name.startswith("registration.services")
    ]


def test_nothing_imports_back():
    found = [
        f"{module} imports {name}"
        for module, path in modules().items()
        for name in imports_back(module, path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_order_names_only_packages_that_are_there():
    there = {package_of(module) for module in modules()}
    assert there == set(ORDER)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("perspectief.checks", "from home.pages import BasePage"),
        ("media_library.models", "from registration.services import opening_line"),
        ("registration.rules.deadlines", "from registration import models"),
        ("registration.casework.claims", "from registration.journey import drafts"),
        ("registration.mail.enqueueing", "def send():\n    import registration.desk.urls"),
        ("registration.journey.views", "from registration.public_pages.bases import JourneyPage"),
        ("home.blocks.stories", "def story():\n    from home.stories.pages import StoryPage"),
        (
            "registration.desk.queue.rows",
            "from registration.desk.callback import closing_forms",
        ),
    ],
)
def test_an_import_back_is_found(module: str, source: str):
    assert len(imports_back(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("home.blocks.promises", "from registration import services"),
        ("registration.public_pages.bases", "from home.pages import BasePage"),
        ("registration.casework.claims", "from registration.casework.access_log import log"),
        ("perspectief.urls", "from home.navigation.robots import robots_txt"),
        ("home.pages.base", "import django.db"),
    ],
)
def test_an_import_of_what_stands_before_is_left_alone(module: str, source: str):
    assert imports_back(module, source) == []


def test_other_apps_come_in_through_one_door_only():
    found = [
        f"{module} imports {name}"
        for module, path in modules().items()
        if module.startswith("home.")
        for name in imports_past_the_door(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_that_door_holds_nothing_that_nobody_uses():
    sources = [
        path.read_text(encoding="utf-8")
        for module, path in modules().items()
        if not module.startswith("registration.") or module.startswith("registration.public_pages.")
    ]
    used = {name for source in sources for name in re.findall(r"\w+", source)}
    assert set(services.__all__) - used == set()


def test_the_picture_is_of_this_order():
    assert PICTURE.read_text(encoding="utf-8") == picture(), (
        "Draw it again: python -m tests.support.package_order"
    )

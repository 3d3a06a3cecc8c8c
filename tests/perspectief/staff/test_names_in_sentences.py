"""A name in Hebrew or Arabic turns no sentence round, wherever a colleague reads it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template

from perspectief.staff.names import name_of
from tests.registration.factories import StaffFactory

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("home", "media_library", "registration", "site/perspectief")
APART = "\u2068דנה כהן\u2069"
#: Where the name of an account is told; the rest asks there.
ITS_PLACE = "site/perspectief/staff/names.py"
# As it stands in a template, outside of an element that keeps its direction to itself.
BARE_NAME = re.compile(
    r"get_full_name|user_display_name|(?<!<bdi>)\{\{ *[\w.]*get_username|=[\w.]*get_username *%"
    r"|mediator\.name|(?<!<bdi>)\{\{ *row\.mediator"
)


@pytest.mark.django_db
def test_the_name_of_a_colleague_stands_apart():
    dana = StaffFactory(first_name="דנה", last_name="כהן", username="dana")
    nameless = StaffFactory(first_name="", username="sam")
    assert name_of(dana) == APART
    assert (name_of(nameless), name_of(None)) == ("sam", "")
    shown = Template("{% load staff_names %}{{ user|name_of }}, 9:00").render(
        Context({"user": dana})
    )
    assert shown == f"{APART}, 9:00"


def sources(ending):
    return [path for name in PACKAGES for path in sorted((ROOT / name).rglob(f"*.{ending}"))]


def test_no_template_puts_a_name_into_a_sentence_by_itself():
    bare = {
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in sources("html")
        for found in BARE_NAME.finditer(path.read_text())
    }
    assert bare == set()


def test_no_code_tells_the_name_of_a_colleague_by_itself():
    telling = {
        str(path.relative_to(ROOT)) for path in sources("py") if "get_full_name" in path.read_text()
    }
    assert telling == {ITS_PLACE}

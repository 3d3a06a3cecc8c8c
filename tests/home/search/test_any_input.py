"""Search survives whatever somebody types, on both databases."""

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.home.search.conftest import update_index

pytestmark = pytest.mark.django_db

STRANGE = [
    '"', "'", '"tolk', "tolk*", "tolk AND", "OR", "NOT tolk", "NEAR(tolk, 2)", "title:tolk",
    "(tolk", "^tolk", "tolk -kost", "tolk & kost", "a | b !", "\\", "%", "%s", "%(a)s", "_", "💬",
    "💬 tolk", "\x00tolk", "مرحبا", "שלום tolk", "tolk; DROP TABLE x", "<script>alert(1)</script>",
    "{}[]:<>=~`", "x" * 10_000, "tolk " * 2_000, "💬" * 10_000, "'' \"\" ()", "١٢٣", "ﬀ ß İ",
    "tolk <-> kost", "tolk:*", "!!tolk", "1e10", "-1.5e-3", "a.b.c/d?e=f", "a@b.nl",
    "\ufeff\u200btolk", "\U0001e922\U0001e944", "मराठी भाषा", "Ⅷ ½ ²", "\ud7ff\ue000\uffff",
    "\u202etolk\u202c", "ﷺ" * 500,
]  # fmt: skip
#: Characters that mean something to one of the databases, beside any others.
ALPHABET = st.one_of(
    st.sampled_from("\"'()*:&|!<>-^~\\%_{}[]+,;/.= \t\n\x00"),
    st.characters(exclude_categories=["Cs"]),
)
WORDS = st.sampled_from(
    ["tolk", "AND", "OR", "NOT", "NEAR", "kosten", "title", "💬", "NULL", "to_tsquery"]
)
QUESTIONS = st.one_of(
    st.text(ALPHABET, max_size=80), st.lists(WORDS | st.text(ALPHABET, max_size=5)).map(" ".join)
)


@pytest.mark.parametrize("question", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("path", ["/zoeken/", "/en/search/"])
def test_no_input_is_too_strange(costs, client, path, question):
    for page in ("", "2", "nonsense", "9" * 5_000):
        response = client.post(path, {"q": question, "page": page})
        assert response.status_code == 200
    expected = 400 if "\0" in question[:500] else 200  # for any address with a NUL byte
    assert client.get(path, {"q": question[:500]}).status_code == expected


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(QUESTIONS)
def test_no_text_is(costs, question):
    client = Client()
    for path in ("/zoeken/", "/en/search/"):
        response = client.post(path, {"q": question})
        assert response.status_code == 200


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(ALPHABET, min_size=1, max_size=200))
def test_nor_is_any_text_of_a_page(costs, text):
    costs.refresh_from_db()
    costs.intro = text.replace("\x00", "")
    costs.save()
    update_index()

    assert Client().post("/zoeken/", {"q": text}).status_code == 200
    assert Client().post("/zoeken/", {"q": "kosten"}).context["results"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "multipart/form-data"])
def test_a_body_that_is_no_form_asks_nothing(costs, client, content_type):
    assert client.post("/zoeken/", b"\xff\xfe{", content_type=content_type).status_code in (
        200,
        400,
    )


def test_other_methods_are_refused(costs, client):
    assert client.delete("/zoeken/").status_code == 405

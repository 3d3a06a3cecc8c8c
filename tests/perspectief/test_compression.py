"""Kept pages are small on their way; whatever holds a secret is not compressed."""

import gzip

import brotli
import pytest
from django.test import Client

from registration.journey.self_registration import ABOUT_YOU
from tests.support.site_tree import SiteTree

pytestmark = pytest.mark.django_db

STEP = f"/aanmelden/{ABOUT_YOU.slugs['nl']}/"
ANY = {"accept-encoding": "gzip, deflate, br, zstd"}


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("BR", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("br; q=0.0, gzip;q=0", None),
        ("identity", None),
        ("", None),
        ("brotli, gzipped", None),
        (",;q=,;", None),
    ],
)
def test_everybody_gets_a_page_in_an_encoding_that_they_know(
    site_tree: SiteTree, header: str, encoding: str | None
):
    plain = Client().get("/").content
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]

    for _turn in range(2):
        answer = Client().get("/", headers={"accept-encoding": header})
        assert answer.headers.get("Content-Encoding") == encoding
        assert decode(answer.content) == plain
        assert answer["Content-Length"] == str(len(answer.content))
        assert answer["Vary"] == "Accept-Encoding"


def test_a_page_that_is_made_is_compressed_too(site_tree: SiteTree):
    made, kept = (Client().get("/", headers=ANY) for _turn in range(2))

    assert made["Content-Encoding"] == "br"
    assert made.content == kept.content
    assert len(made.content) < len(brotli.decompress(made.content)) / 3


@pytest.mark.parametrize(
    "path", [STEP, "/zoeken/?q=geheim", "/?only=en", "/staff/login/", "/nergens/"]
)
def test_what_has_a_form_or_repeats_an_address_is_not_compressed(site_tree: SiteTree, path: str):
    for _turn in range(2):
        answer = Client().get(path, headers=ANY)
        assert "Content-Encoding" not in answer.headers


def test_nor_is_a_page_for_somebody_with_a_session(site_tree: SiteTree, admin_client: Client):
    admin_client.get("/", headers=ANY)

    assert "Content-Encoding" not in admin_client.get("/", headers=ANY).headers

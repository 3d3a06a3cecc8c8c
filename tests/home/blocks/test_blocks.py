"""A link is whole or absent, and has one target."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks.links import LinkBlock, OptionalLinkBlock, resolve_link
from home.page_index import load_page_index
from tests.support.site_tree import SiteTree

ADDRESS = "https://example.org/"


def value(block, **fields):
    return block.to_python({"label": "", "page": None, "external_url": "", "special": ""} | fields)


@pytest.mark.parametrize("fields", [{"external_url": ADDRESS}, {"special": "register"}])
def test_a_label_with_a_target_is_a_link(fields):
    block = LinkBlock()

    assert block.clean(value(block, label="Meld je aan", **fields))["label"] == "Meld je aan"


def test_an_optional_link_may_be_empty():
    block = OptionalLinkBlock()

    assert block.clean(value(block))["label"] == ""


@pytest.mark.parametrize(
    ("fields", "faulty"),
    [
        ({"label": "Nergens heen"}, "page"),
        ({"external_url": ADDRESS}, "label"),
        ({"label": "Twee", "external_url": ADDRESS, "special": "register"}, "special"),
    ],
)
@pytest.mark.parametrize("block", [LinkBlock(), OptionalLinkBlock()])
def test_half_links_and_double_links_are_refused(block, fields, faulty):
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value(block, **fields))

    assert faulty in refused.value.block_errors


@pytest.mark.django_db
def test_the_registration_page_is_found_wherever_it_is(site_tree: SiteTree):
    assert resolve_link({"special": "register"}) == "/aanmelden/"
    assert load_page_index().register_urls == {"nl": "/aanmelden/", "en": "/en/register/"}
    assert load_page_index().privacy_urls == {"nl": "/privacy/", "en": "/en/privacy/"}

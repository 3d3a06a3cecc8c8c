"""Editors make the menus; what is not published is not in them."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from home.models import SiteMenu
from home.navigation.site_frame import SiteFrame
from tests.home.factories import SiteMenuFactory, say_in_english

pytestmark = pytest.mark.django_db


def link(page, label):
    return {"label": label, "page": page.pk, "external_url": "", "special": ""}


def frame(rf, path="/", page=None, language="nl"):
    with translation.override(language):
        made = SiteFrame(rf.get(path), page)
        assert made.header_links is not None
        return made


def stored_item(value: dict) -> dict:
    """Return an item of a list as the admin stores it: with a number, by which it is translated."""
    return {"type": "item", "value": value, "id": str(uuid4())}


@pytest.fixture
def menu(about, only_dutch):
    links = [link(about, "Over ons"), link(only_dutch, "Alleen hier")]
    return SiteMenuFactory(
        header_links=json.dumps([{"type": "link", "value": value} for value in links]),
        footer_groups=json.dumps(
            [
                {"type": "group", "value": {"title": "Over", "links": [stored_item(links[0])]}},
                {"type": "group", "value": {"title": "Hier", "links": [stored_item(links[1])]}},
            ]
        ),
        hide_visit_page=about,
    )


def test_header_and_footer_have_the_links_that_editors_chose(menu, rf):
    made = frame(rf, "/over-ons/")

    assert [(item.label, item.url, item.is_current) for item in made.header_links] == [
        ("Over ons", "/over-ons/", True),
        ("Alleen hier", "/alleen-hier/", False),
    ]
    assert [group.title for group in made.footer_groups] == ["Over", "Hier"]
    assert made.hide_visit_url == "/over-ons/"


def test_links_to_unpublished_pages_vanish_with_their_empty_column(menu, only_dutch, rf):
    only_dutch.unpublish()

    made = frame(rf)

    assert [item.label for item in made.header_links] == ["Over ons"]
    assert [group.title for group in made.footer_groups] == ["Over"]


def test_links_to_deleted_pages_vanish_too(menu, about, only_dutch, client):
    assert "/alleen-hier/" in client.get("/").content.decode()

    Page.objects.get(pk=only_dutch.pk).delete()
    about.get_translations().get().delete()

    text = client.get("/").content.decode()
    assert "/alleen-hier/" not in text
    assert "/over-ons/" in text
    assert client.get("/en/").status_code == 200
    Page.objects.get(pk=about.pk).delete()
    assert "/over-ons/" not in client.get("/").content.decode()


def test_editors_change_the_order_and_the_words_of_a_menu(menu, about, client, admin_client):
    address = reverse(SiteMenu.snippet_viewset.get_url_name("edit"), args=[menu.pk])
    form = admin_client.get(address).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    for name in ("header_links", "footer_groups", "social_links"):
        del data[name]
        data[f"{name}-count"] = "0"
    data["hide_visit_page"] = about.pk
    data["action-publish"] = "yes"
    data["header_links-count"] = "2"
    for number, (label, order) in enumerate((("Over ons", 1), ("Eerst dit", 0))):
        block = f"header_links-{number}"
        data |= {f"{block}-type": "link", f"{block}-order": order, f"{block}-deleted": ""}
        data |= {f"{block}-value-label": label, f"{block}-value-page": about.pk}
        data |= {f"{block}-value-external_url": "", f"{block}-value-special": ""}

    assert admin_client.post(address, data).status_code == 302

    text = client.get("/").content.decode()
    nav = text[text.index('id="site-menu"') :].split("</nav>")[0]
    assert nav.index("Eerst dit") < nav.index("Over ons")


def test_each_language_has_its_own_menu(menu, rf):
    say_in_english(menu, {"Over ons": "About us"})

    made = frame(rf, "/en/", language="en")

    assert [item.url for item in made.header_links] == ["/en/about-us/"]
    assert made.phone_display == "+31 30 234 00 45"
    assert made.phone_href == "tel:+31302340045"
    assert frame(rf).phone_display == "030-2340045"
    assert frame(rf).phone_href == "tel:+31302340045"


def test_the_phone_number_is_there_before_anybody_made_a_menu(home, rf):
    assert frame(rf).phone_href == "tel:+31302340045"
    assert frame(rf).header_links == []


def test_a_page_below_a_menu_link_marks_it_as_current_but_the_front_page_does_not(home, about, rf):
    SiteMenuFactory(
        header_links=json.dumps(
            [
                {"type": "link", "value": link(home, "Home")},
                {"type": "link", "value": link(about, "Over ons")},
            ]
        )
    )

    made = frame(rf, "/over-ons/bestuur/")

    assert [item.is_current for item in made.header_links] == [False, True]


def test_a_saved_menu_shows_at_once(menu, client):
    assert "Twijfel je?" in client.get("/").content.decode()

    menu.footer_title = "Bel ons"
    menu.save()

    text = client.get("/").content.decode()
    assert "Bel ons" in text
    assert "Twijfel je?" not in text


def test_a_second_menu_in_the_same_language_is_refused(menu):
    second = SiteMenu(
        locale=menu.locale,
        organisation="x",
        footer_title="x",
    )

    with pytest.raises(ValidationError, match=r"menus already|al menu"):
        second.full_clean()


def test_menus_cost_no_query_once_they_are_known(menu, rf, django_assert_num_queries):
    frame(rf)

    with django_assert_num_queries(0):
        made = frame(rf, "/over-ons/")
        assert made.footer_groups
        assert made.languages
        assert made.register_url == ""


def test_breadcrumbs_lead_back_to_the_front_page(about, rf):
    assert frame(rf, "/over-ons/", about).breadcrumbs == [
        {"label": "Home", "url": "/"},
        {"label": "Over ons", "url": ""},
    ]


def test_the_front_page_has_no_breadcrumbs(home, rf):
    assert frame(rf, "/", home).breadcrumbs == []

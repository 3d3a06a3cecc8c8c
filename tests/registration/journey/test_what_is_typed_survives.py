"""What somebody typed is still there after another language or a reload, and only for them."""

from datetime import timedelta

import pytest
from django.test import Client

from perspectief import limits
from registration.journey import keeping
from registration.journey.buttons import LANGUAGE
from registration.journey.drafts import LONGEST_STEP
from registration.models import Draft, Registration
from tests.registration.journey.visitor import LANDING, LEAST, SLUGS, Visitor, controls, text_of
from tests.registration.own_page.conftest import own_pages, register
from tests.registration.own_page.owner import Owner
from tests.registration.referral.professional import REFERRAL, plant_referral_page
from tests.support.careful_browser import careful_browser

__all__ = ["own_pages"]
pytestmark = pytest.mark.django_db

HALF = {"for_whom": "self_with_help", "name": "Noo"}
KEEP = {"keep": "1"}


def kept(step: str = "about_you") -> dict[str, list[str]]:
    return Draft.objects.get().answers[step]["values"]


# --- Another language ------------------------------------------------------------------------


def switch(visitor: Visitor, step: str, typed: dict, to: str = "en"):
    """Press the language in the header, with what is typed; return what is shown then."""
    page = visitor.read(step).content.decode()
    address = f"{LANDING[to]}{SLUGS[to][step]}/"
    assert f'form="step-form" formaction="{address}" name="change_language"' in page
    answer = visitor.browser.post(address, {**typed, "change_language": to})
    assert answer.status_code == 302
    return visitor.browser.get(answer["Location"])


def test_changing_the_language_keeps_what_is_half_typed_and_finds_no_fault(visitor):
    page = switch(visitor, "about_you", HALF)
    assert "What should we call you?" in text_of(page)
    assert controls(page)["name"] == ["Noo"]
    assert controls(page)["for_whom"] == ["self_with_help"]
    assert "data-error-summary" not in page.content.decode()


def test_whoever_typed_nothing_begins_nothing_by_changing_the_language(visitor):
    switch(visitor, "about_you", {"name": ""})
    assert not Draft.objects.exists()
    assert "sessionid" not in visitor.browser.cookies


def test_enter_in_a_field_goes_on_and_never_changes_the_language(visitor):
    page = visitor.read("about_you").content.decode()
    first = page.index('form="step-form"')
    assert page[page.rindex("<", 0, first) : page.index(">", first)].endswith(" hidden")


def test_who_changes_one_answer_still_goes_back_to_all_of_them(visitor):
    visitor.fill_in()
    page = visitor.read("about_you", "?return=check").content.decode()
    address = f"{LANDING['en']}{SLUGS['en']['about_you']}/?return=check"
    assert f'formaction="{address}"' in page
    answer = visitor.browser.post(
        address, {**LEAST["about_you"], "name": "Zoë", "change_language": "en"}
    )
    assert answer["Location"] == address
    assert controls(visitor.browser.get(address))["name"] == ["Zoë"]


def test_on_the_own_page_changing_the_language_keeps_it_too(own_pages, clock):
    owner = Owner(register(), Client())
    owner.enter()
    page = owner.read("veranderen/").content.decode()
    assert 'form="change-form" formaction="/en/your-registration/change/"' in page
    # The script that asks for more time takes the one button with that name.
    assert page.count('name="save"') == 1
    typed = {"phone": "06 1234", "made_for": owner.made_for, "action": "x"}
    answer = owner.browser.post("/en/your-registration/change/", {**typed, LANGUAGE: "en"})
    assert controls(answer)["phone"] == ["06 1234"]


# --- While somebody types --------------------------------------------------------------------


def test_reloading_a_page_shows_what_was_typed_so_far(visitor):
    answer = visitor.send("about_you", {**HALF, **KEEP})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer.json()["secondsLeft"] == 3600
    assert "Noo" not in answer.content.decode()

    page = visitor.read("about_you")
    assert controls(page)["name"] == ["Noo"]
    assert "data-error-summary" not in page.content.decode()


def test_nothing_begins_before_something_is_typed(visitor):
    assert visitor.send("about_you", {"name": " ", **KEEP}).status_code == 204
    assert not Draft.objects.exists()
    assert not visitor.browser.cookies.get("sessionid")


def test_a_change_of_a_finished_step_leaves_it_finished_only_if_it_is_right(visitor):
    visitor.fill_in()
    visitor.send("about_you", {**LEAST["about_you"], "name": "Zoë", **KEEP})
    assert "Zoë" in text_of(visitor.read("check"))
    visitor.send("about_you", {**LEAST["about_you"], "name": "", **KEEP})
    assert visitor.read("check")["Location"].startswith(visitor.url("about_you"))


def test_what_is_kept_is_found_by_this_session_only_and_first_answers_renew_it(visitor):
    visitor.send("about_you", {"name": "", "save": "1"})  # an empty draft, begun by whoever it was
    before = visitor.browser.cookies["sessionid"].value
    visitor.send("about_you", {**HALF, **KEEP})
    assert visitor.browser.cookies["sessionid"].value != before

    stranger = Client()
    stranger.cookies["sessionid"] = before
    assert controls(Visitor("nl", browser=stranger).read("about_you"))["name"] == [""]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://stranger.example"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-origin"},  # ours, without its token
    ],
)
def test_another_site_begins_no_draft_and_changes_none(site_tree, clock, headers):
    browser = careful_browser()
    visitor = Visitor("nl", browser=browser)
    visitor.read("about_you")
    answer = browser.post(visitor.url("about_you"), {**HALF, **KEEP}, headers=headers)
    assert answer.status_code == 403
    assert not Draft.objects.exists()


def test_after_leaving_nothing_that_was_on_its_way_is_kept(visitor):
    visitor.send("about_you", {**HALF, **KEEP})
    cookie = visitor.browser.cookies["sessionid"].value
    visitor.browser.post("/weg/", headers={"Sec-Fetch-Site": "same-origin"})
    assert not Draft.objects.exists()
    visitor.browser.cookies["sessionid"] = cookie
    assert visitor.send("about_you", {**HALF, **KEEP}).status_code == 410
    assert not Draft.objects.exists()


def test_nothing_is_kept_where_answers_expired_or_were_sent(visitor, clock):
    visitor.send("about_you", {**HALF, **KEEP})
    clock.shift(timedelta(hours=2))
    assert visitor.send("about_you", {**HALF, **KEEP}).status_code == 410

    other = Visitor("nl")
    other.register()
    assert other.send("about_you", {**HALF, **KEEP}).status_code == 410
    assert Registration.objects.count() == 1


def test_nothing_of_a_client_who_did_not_agree_is_kept(site_tree, clock):
    plant_referral_page(site_tree.home)
    visitor = Visitor("nl", walk=REFERRAL)
    visitor.send("referrer", REFERRAL.least["referrer"])
    visitor.send("client", {"name": "Noor", **KEEP})
    assert kept("client")["name"] == ["Noor"]
    visitor.send("client", {"name": "Noor", "client_consent": "refuses", **KEEP})
    assert kept("client") == {}


def test_more_than_fits_is_not_kept(visitor):
    visitor.send("about_you", {**HALF, **KEEP})
    answer = visitor.send("about_you", {"name": "x" * (LONGEST_STEP + 1), **KEEP})
    assert answer.status_code == 413
    assert kept()["name"] == ["Noo"]


def test_keeping_too_often_waits(visitor, monkeypatch):
    few = limits.Limit("few", most=2, period=timedelta(minutes=10))
    monkeypatch.setattr(keeping, "PER_DRAFT", few)
    answers = [visitor.send("about_you", {**HALF, **KEEP}).status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]


def test_a_page_to_check_answers_keeps_nothing(visitor):
    visitor.fill_in()
    assert visitor.send("check", KEEP).status_code == 410
    assert 'data-keep-typed=""' in visitor.read("check").content.decode()

"""A stranger on another site and somebody who registers, each in a browser of their own."""

from collections.abc import Callable
from html import escape

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from registration.models import Draft, Registration, Reminder
from tests.e2e.registration_journey import go_on
from tests.registration.journey.visitor import (
    QUESTION,
    REMINDER,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    Walk,
)
from tests.registration.referral.professional import REFERRAL, plant_referral_page
from tests.support.next_page import open_by
from tests.support.site_guard import SiteGuard
from tests.support.site_tree import SiteTree

WALKS = {
    "registration": SELF_REGISTRATION,
    "question": QUESTION,
    "referral": REFERRAL,
    "story_later": STORY_LATER,
    "reminder": REMINDER,
}
WITHOUT_CHECK = [QUESTION, STORY_LATER, REMINDER]
# Where the stranger's page is, and what is in its head: a site of its own, another port of our own
# machine, and a page that has the browser hide where it is, which then says `Origin: null`.
LAIRS = {
    "http://stranger.example/": "",
    "http://localhost:8123/": "",
    "http://stranger.example/hidden/": '<meta name="referrer" content="no-referrer">',
}
TYPED = "zij@veilig.example"
PLANTED = "hij@vreemd.example"
MORE_TIME = "Ik heb meer tijd nodig"


@pytest.fixture(params=WALKS)
def walk(request: pytest.FixtureRequest) -> Walk:
    """Every form of the site in turn."""
    return WALKS[request.param]


def address(walk: Walk, step: str) -> str:
    """Return the path of a step in Dutch."""
    return Visitor("nl", walk=walk).url(step)


def hidden_fields(page: Page) -> dict[str, str]:
    """Return what the form of a page holds that nobody typed."""
    found: list[tuple[str, str]] = page.locator("form.form input[type=hidden]").evaluate_all(
        "inputs => inputs.map(input => [input.name, input.value])"
    )
    return dict(found)


def trap(head: str, target: str, fields: dict[str, str]) -> str:
    """Return a page of a stranger whose button sends a form to ours."""
    inputs = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    return (
        f"<!doctype html><html lang=nl><head><title>Prijs</title>{head}</head><body>"
        f'<form method="post" action="{escape(target)}">{inputs}<button>Open</button></form>'
    )


def everything_shown_to(page: Page, walk: Walk) -> str:
    """Return the source of every page of a form, as this browser gets to see it."""
    sources = []
    for step in walk.slugs["nl"]:
        page.goto(address(walk, step))
        sources.append(page.content())
    return " ".join(sources)


def answer(page: Page, answers: dict[str, str]) -> None:
    """Type and choose answers, by the names of the questions."""
    for name, value in answers.items():
        control = page.locator(f'[name="{name}"]').first
        if control.get_attribute("type") == "radio":
            choice = page.locator(f'[name="{name}"][value="{value}"]').get_attribute("id")
            page.locator(f'label[for="{choice}"]').click()
        else:
            control.fill(value)


def go_to_the_last_page(page: Page, walk: Walk, typed: dict[str, str]) -> None:
    """Answer the least from the first page on, with other answers to some questions."""
    for code in walk.least:
        answer(page, {**walk.least[code], **(typed if code == walk.first else {})})
        if code == walk.sends:
            return
        open_by(page.locator(".button-row__next"))


def test_a_stranger_who_sends_somebody_to_the_form_reads_nothing_of_it(
    site_tree: SiteTree,
    new_context: Callable[..., BrowserContext],
    site_guard: SiteGuard,
    live_server,
    walk: Walk,
):
    plant_referral_page(site_tree.home)
    first = address(walk, walk.first)
    stranger, victim = new_context().new_page(), new_context().new_page()
    stranger.goto(first)
    held = hidden_fields(stranger)
    fields = {**held, walk.text: PLANTED}
    for lair, head in LAIRS.items():
        site_guard.expect_leaving_to(lair, trap(head, f"{live_server.url}{first}", fields))
        victim.goto(lair)
        victim.get_by_role("button", name="Open").click()
        expect(victim.get_by_role("heading", level=1)).to_have_text("Open de pagina opnieuw")
        source = victim.content()
        assert not [value for value in fields.values() if len(value) > 1 and value in source]

    victim.get_by_role("main").get_by_role("link", name="Open de pagina opnieuw").click()
    expect(victim).to_have_url(f"{live_server.url}{walk.landing['nl']}")
    victim.goto(first)
    assert PLANTED not in victim.content()
    answer(victim, {walk.text: TYPED})
    go_on(victim, MORE_TIME)
    assert TYPED in victim.content()

    # The page from before is still open, with all that it held.
    go_on(stranger, MORE_TIME)
    assert TYPED not in everything_shown_to(stranger, walk)
    assert TYPED in everything_shown_to(victim, walk)
    assert Draft.objects.count() == 2


@pytest.mark.parametrize("walk", WITHOUT_CHECK, ids=lambda walk: walk.sends)
def test_a_page_that_a_stranger_left_open_shows_them_no_code(
    site_tree: SiteTree, new_context: Callable[..., BrowserContext], walk: Walk
):
    """They kept all that was in it, and the cookies of the shared computer too."""
    first = address(walk, walk.first)
    shared = new_context()
    left_open = shared.new_page()
    left_open.goto(first)
    elsewhere = new_context()
    elsewhere.add_cookies(shared.cookies())
    stranger = elsewhere.new_page()
    stranger.goto(first)
    held = hidden_fields(left_open)
    stranger.locator("form.form").evaluate(
        """(form, held) => {
            for (const [name, value] of Object.entries(held))
                form.querySelector(`input[type=hidden][name="${name}"]`).value = value;
        }""",
        held,
    )

    go_to_the_last_page(left_open, walk, {walk.text: TYPED})
    left_open.locator("label[for=id_consent]").click()
    open_by(left_open.locator(".button-row__next"))
    code = left_open.locator(".code-box__code").first.inner_text()

    open_by(stranger.locator(".button-row__next"))
    assert code not in stranger.content()
    shown = everything_shown_to(stranger, walk)
    assert code not in shown
    assert TYPED not in shown
    assert code in everything_shown_to(left_open, walk)


@pytest.mark.parametrize("walk", WITHOUT_CHECK, ids=lambda walk: walk.sends)
def test_whoever_clicks_twice_without_script_sends_once_and_gets_the_code(
    site_tree: SiteTree, page_without_script: Page, walk: Walk
):
    page = page_without_script
    page.goto(address(walk, walk.first))
    go_to_the_last_page(page, walk, {})
    page.locator("label[for=id_consent]").click()
    page.locator(".button-row__next").dblclick()
    expect(page.locator(".code-box__code").first).to_be_visible()
    assert Registration.objects.count() + Reminder.objects.count() == 1

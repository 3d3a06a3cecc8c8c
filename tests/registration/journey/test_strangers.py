"""A stranger learns nothing of what somebody else types, sends or gets, whatever they prepare.

They may have another site send a form to ours, keep what a page of ours held, or have used the same
computer before.
"""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from registration.models import Draft
from tests.registration.journey.visitor import (
    QUESTION,
    REMINDER,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    Walk,
    controls,
    text_of,
)
from tests.registration.own_page.conftest import own_pages
from tests.registration.referral.professional import REFERRAL, plant_referral_page
from tests.support.careful_browser import careful_browser

__all__ = ["own_pages"]
pytestmark = pytest.mark.django_db

WALKS = {
    "registration": SELF_REGISTRATION,
    "question": QUESTION,
    "referral": REFERRAL,
    "story_later": STORY_LATER,
    "reminder": REMINDER,
}
EVERY_STEP = [(code, step) for code, walk in WALKS.items() for step in walk.slugs["nl"]]
TYPED = "zij@veilig.example"
PLANTED = "hij@vreemd.example"
SECRET = "0123456789abcdef0123456789abcdef"
ELSEWHERE = [
    {"Origin": "https://stranger.example"},
    {"Origin": "http://testserver:8001", "Sec-Fetch-Site": "same-site"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    {"Origin": ""},
]


@pytest.fixture
def site_tree(site_tree):
    """Make the page for professionals too, which the smallest site does without."""
    plant_referral_page(site_tree.home)
    return site_tree


@pytest.fixture(params=sorted(WALKS))
def code(request) -> str:
    """Every form of the site in turn."""
    return request.param


@pytest.fixture
def walk(code) -> Walk:
    """How that form is walked through."""
    return WALKS[code]


def everything_shown_to(visitor: Visitor) -> str:
    """Return all that the form shows to a browser, on each of its pages."""
    pages = [
        visitor.browser.get(visitor.url(step), follow=True) for step in visitor.walk.slugs["nl"]
    ]
    return " ".join(page.content.decode() for page in pages)


def hidden_in_first_page(visitor: Visitor) -> dict[str, str]:
    """Return what the first page holds beside the questions, by name."""
    html = visitor.read(visitor.walk.first).content.decode()
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))


# --- Another site sends a form to ours ----------------------------------------------------------


@pytest.mark.parametrize(("code", "step"), EVERY_STEP)
def test_what_another_site_sends_is_nowhere_to_be_seen(site_tree, clock, walk, step):
    held = hidden_in_first_page(Visitor("nl", walk=walk))
    planted = {**walk.least.get(step, {}), walk.text: PLANTED, **held}
    victim = Visitor("nl", walk=walk, browser=careful_browser())
    for says in ELSEWHERE:
        page = victim.browser.post(victim.url(step), planted, headers=says)
        assert page.status_code == 403
        assert not set(controls(page)) & set(planted)
        html = page.content.decode()
        assert not [value for value in (PLANTED, *held.values()) if f'"{value}"' in html]
        assert f'class="button" href="{walk.landing["nl"]}"' in html
    assert not Draft.objects.exists()
    assert not Session.objects.exists()
    assert PLANTED not in everything_shown_to(victim)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/aanmelden/verder/", {"code": SECRET}),
        ("/aanmelden/verder/", {"link": SECRET}),
        (f"/aanmelden/verder/{SECRET}/", {}),
        ("/aanmelden/later-verder/", {"ticket": SECRET, "way": "link"}),
        ("/nog-niet-zeker/herinnering-annuleren/", {"code": SECRET}),
        ("/jouw-aanmelding/", {"code": SECRET, "secret_words": SECRET}),
        ("/jouw-aanmelding/veranderen/", {"phone": SECRET}),
    ],
)
def test_no_code_or_link_of_a_stranger_is_put_into_a_form(own_pages, clock, address, sent):
    for says in ELSEWHERE:
        page = careful_browser().post(address, sent, headers=says)
        assert page.status_code == 403
        assert SECRET not in page.content.decode()


# --- A page that was left open, or copied -------------------------------------------------------


@pytest.mark.parametrize("is_sent", [False, True], ids=["while it is typed", "after it is sent"])
def test_what_a_page_held_leads_nobody_else_to_the_answers(site_tree, clock, walk, is_sent):
    """Also with the cookie of the safety token, which the next at a shared computer gets too."""
    stranger = Visitor("nl", walk=walk)
    held = hidden_in_first_page(stranger)
    victim = Visitor("nl", walk=walk)
    victim.browser.cookies["csrftoken"] = stranger.browser.cookies["csrftoken"].value
    first = {**walk.least[walk.first], walk.text: TYPED, **held}
    if is_sent:
        victim.send(walk.first, {**first, "consent": "on"})
        for step, answers in list(walk.least.items())[1:]:
            victim.send(step, answers)
        if walk.first != walk.sends:
            victim.send(walk.sends, victim.consent())
        secrets = victim.browser.get(victim.url("thank_you")).context["reference"]
    else:
        victim.send(walk.first, {**first, "save": "1"})
        assert TYPED in everything_shown_to(victim)
        secrets = TYPED
    for button in ({"save": "1"}, {}, {"consent": "on"}):
        for step in walk.slugs["nl"]:
            answer = stranger.browser.post(stranger.url(step), {**held, **button}, follow=True)
            assert secrets not in answer.content.decode()
            assert TYPED not in answer.content.decode()
    assert secrets not in everything_shown_to(stranger)
    assert secrets in everything_shown_to(victim)


def test_no_page_holds_anything_that_leads_to_a_draft(site_tree, clock, walk):
    visitor = Visitor("nl", walk=walk)
    harmless = {"csrfmiddlewaretoken", "statement_version"}
    assert set(hidden_in_first_page(visitor)) - harmless == {"opened"}
    visitor.send(walk.first, {walk.text: TYPED, "save": "1"})
    assert set(hidden_in_first_page(visitor)) - harmless == set()


# --- A computer that others use -----------------------------------------------------------------


def _send_and_start_again(visitor: Visitor, clock) -> None:
    visitor.register()
    visitor.send("thank_you", {"start_again": "1"})


def _let_the_time_pass(visitor: Visitor, clock) -> None:
    visitor.send(visitor.walk.first, {visitor.walk.text: PLANTED, "save": "1"})
    clock.shift(timedelta(minutes=61))


def _begin_another_form(visitor: Visitor, clock) -> None:
    other = next(walk for walk in WALKS.values() if walk is not visitor.walk)
    Visitor("nl", walk=other, browser=visitor.browser).send(
        other.first, {other.text: PLANTED, "save": "1"}
    )


@pytest.mark.parametrize(
    "prepare", [_send_and_start_again, _let_the_time_pass, _begin_another_form]
)
def test_a_session_of_before_shows_nothing_that_is_typed_later(site_tree, clock, walk, prepare):
    """Somebody may have written down the cookie of the session before they left."""
    shared = Visitor("nl", walk=walk)
    prepare(shared, clock)
    stranger = Visitor("nl", walk=walk, browser=Client())
    stranger.browser.cookies["sessionid"] = shared.browser.cookies["sessionid"].value
    shared.send(walk.first, {walk.text: TYPED, "save": "1"})
    assert TYPED in everything_shown_to(shared)
    assert TYPED not in everything_shown_to(stranger)


def _begin_with_nothing(visitor: Visitor) -> None:
    visitor.send(visitor.walk.first, {"save": "1"})


def _begin_and_think_better_of_it(visitor: Visitor) -> None:
    for typed in (PLANTED, " "):
        visitor.send(visitor.walk.first, {visitor.walk.text: typed, "save": "1"})


@pytest.mark.parametrize("prepare", [_begin_with_nothing, _begin_and_think_better_of_it])
def test_the_first_answers_are_not_in_the_session_of_before(site_tree, clock, walk, prepare):
    """A form without answers looks as if nobody had begun it, and may be somebody else's."""
    shared = Visitor("nl", walk=walk)
    prepare(shared)
    stranger = Visitor("nl", walk=walk, browser=Client())
    stranger.browser.cookies["sessionid"] = shared.browser.cookies["sessionid"].value
    shared.send(walk.first, {walk.text: TYPED, "save": "1"})
    assert TYPED in everything_shown_to(shared)
    assert TYPED not in everything_shown_to(stranger)
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("prepare", [_begin_with_nothing, _begin_and_think_better_of_it])
def test_who_sends_what_was_begun_with_nothing_sends_it_once(site_tree, clock, walk, prepare):
    visitor = Visitor("nl", walk=walk)
    prepare(visitor)
    visitor.fill_in()
    consent = visitor.consent()
    for _click in range(2):
        answer = visitor.send(walk.sends, consent)
        assert answer["Location"].startswith(visitor.url("thank_you"))
    assert Draft.objects.filter(receipt__isnull=False).count() == 1


def test_a_copied_session_no_longer_shows_the_receipt_once_it_was_seen(site_tree, clock, walk):
    shared = Visitor("nl", walk=walk)
    shared.fill_in()
    shared.send(walk.first, {**walk.least[walk.first], "save": "1"})
    stranger = Visitor("nl", walk=walk, browser=Client())
    stranger.browser.cookies["sessionid"] = shared.browser.cookies["sessionid"].value
    reference = shared.register().context["reference"]
    for minutes in (0, 2):
        clock.shift(timedelta(minutes=minutes))
        shown = everything_shown_to(stranger)
        assert reference not in shown
        assert "code-box" not in shown
        assert reference in shared.read("thank_you").content.decode()


def test_a_click_with_the_key_of_before_sends_nothing_again(site_tree, clock, walk):
    """The thanks were on their way when somebody clicked once more: their key came too late."""
    visitor = Visitor("nl", walk=walk)
    visitor.send(walk.first, {**walk.least[walk.first], "save": "1"})
    visitor.fill_in()
    consent = visitor.consent()
    late = Visitor("nl", walk=walk, browser=Client())
    late.browser.cookies["sessionid"] = visitor.browser.cookies["sessionid"].value
    visitor.send(walk.sends, consent)
    reference = visitor.browser.get(visitor.url("thank_you")).context["reference"]
    answer = late.send(walk.sends, consent)
    assert answer["Location"].startswith(late.url("thank_you"))
    page = late.browser.get(answer["Location"])
    assert page.status_code == 200
    assert "Voor je veiligheid laten we je code hier niet nog een keer zien." in text_of(page)
    assert reference not in page.content.decode()
    assert Draft.objects.count() == 1


def test_whose_thanks_were_lost_on_their_way_reads_that_it_was_received(site_tree, clock, walk):
    visitor = Visitor("nl", walk=walk)
    visitor.fill_in()
    answer = visitor.send(walk.sends, visitor.consent())
    key = visitor.browser.cookies["sessionid"].value
    reference = visitor.browser.get(answer["Location"]).context["reference"]
    visitor.browser.cookies["sessionid"] = key  # the new one was lost with that answer
    page = visitor.browser.get(answer["Location"])
    assert page.status_code == 200
    assert "Voor je veiligheid laten we je code hier niet nog een keer zien." in text_of(page)
    assert reference not in page.content.decode()


def test_two_tabs_of_one_browser_go_on_with_the_same_answers(site_tree, clock, walk):
    """What was open before there was a draft is sent in the session that there is by then."""
    browser = Client()
    tabs = [Visitor("nl", walk=walk, browser=browser) for _tab in range(2)]
    held = [hidden_in_first_page(tab) for tab in tabs]
    tabs[0].send(walk.first, {**held[0], walk.text: TYPED, "save": "1"})
    tabs[1].send(walk.first, {**held[1], walk.text: f"nog {TYPED}", "save": "1"})
    assert Draft.objects.count() == 1
    assert controls(tabs[0].read(walk.first))[walk.text] == [f"nog {TYPED}"]

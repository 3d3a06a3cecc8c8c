"""The forms are short: few pages, each of two screens of a phone, few answers, and soon done."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PHONE
from tests.registration.journey.visitor import QUESTION, SELF_REGISTRATION, STORY_LATER, Walk
from tests.support.next_page import open_by
from tests.support.page_drawn import wait_until_drawn
from tests.support.site_tree import SiteTree

NEXT = ".button-row__next"
SCREENS = 2
LONGEST_WAY = {"registration": 8, "question": 3, "story_later": 3}
MOST_ANSWERS = 8
#: Bytes of the page itself, as it travels.
HEAVIEST = 12_000
#: Seconds that the shortest way may take somebody who reads the questions with their answers, and
#: somebody who also reads every hint.
LONGEST, LONGEST_WITH_HINTS = 180, 240
HINTS = ".field__hint, .lead, .note, .expiry, summary"
# Words a second of silent reading: Brysbaert (2019), 238 a minute. A key, a press with the finger
# and making up one's mind: the keystroke-level model of Card, Moran and Newell (1980).
WORDS_A_SECOND = 238 / 60
KEY, PRESS, DECIDE = 0.28, 1.1, 1.35

# What somebody reads: what stands above the button, without what is only there for a screen reader
# or opens by itself.
READ = """(unread) => {
  const end = document.querySelector(".button-row__next").getBoundingClientRect().bottom;
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const box = parent.getBoundingClientRect();
    const seen = parent.checkVisibility() && box.top < end && box.width > 1 &&
      !parent.closest("details:not([open]) > :not(summary)");
    if (!seen || (unread && parent.closest(unread))) continue;
    words += walker.currentNode.data.trim().split(/\\s+/).filter(Boolean).length;
  }
  return words;
}"""
BOTTOM = "button => Math.round(button.getBoundingClientRect().bottom + scrollY)"


@dataclass(frozen=True)
class Way:
    """One way through a form, with the answers that it takes."""

    walk: Walk
    answers: Mapping[str, str]


LEAST = {"name": "Noor", "phone": "0302345678", "consent": "on"}
REGISTERING = {**LEAST, "role": "victim", "kind": "traffic"}
BY_MAIL = {"email": "noor@example.org", "fallback": "email", "identify": "org_ok"}
HELPED = {"for_whom": "self_with_help", "who_to_call": "call_person", "helper_consent": "on"}
WAYS = {
    "registration": Way(SELF_REGISTRATION, REGISTERING),
    "registration, by e-mail": Way(SELF_REGISTRATION, {**REGISTERING, "phone": "", **BY_MAIL}),
    "registration, both ways": Way(SELF_REGISTRATION, {**REGISTERING, **BY_MAIL}),
    "registration, helped": Way(SELF_REGISTRATION, {**REGISTERING, **HELPED}),
    "question": Way(QUESTION, {**LEAST, "question": "Kost het iets?"}),
    "story_later": Way(STORY_LATER, LEAST),
}


@dataclass
class Measured:
    """What a way took: a row for each page, and the whole."""

    bottoms: dict[str, int]
    bytes: dict[str, int]
    answers: int = 0
    seconds: float = 0
    seconds_with_hints: float = 0


def answer(page: Page, name: str, value: str) -> float:
    """Give one answer, if the page asks for it; return how long that takes a person."""
    control = page.locator(f"main [name={name}]").first
    if not value or not control.count():
        return 0
    if control.get_attribute("type") in {"radio", "checkbox"}:
        chosen = page.locator(
            f"main [name={name}][value='{value}'], main [name={name}]:not([value])"
        )
        page.locator(f"label[for={chosen.first.get_attribute('id')}]").click()
        return DECIDE + PRESS
    control.fill(value)
    return DECIDE + PRESS + KEY * len(value)


def walked(page: Page, way: Way, language: str) -> Measured:
    """Go through a form from its first page, and measure each page before it is answered."""
    measured = Measured({}, {})
    walk = way.walk
    response = page.goto(f"{walk.landing[language]}{walk.slugs[language][walk.first]}/")
    assert response is not None
    for _page in range(max(LONGEST_WAY.values()) + 1):
        wait_until_drawn(page)
        slug = page.url.rstrip("/").rpartition("/")[2]
        measured.bottoms[slug] = page.locator(NEXT).evaluate(BOTTOM)
        measured.bytes[slug] = len(gzip.compress(page.request.get(page.url).body()))
        answering = [answer(page, name, value) for name, value in way.answers.items()]
        measured.answers += sum(map(bool, answering))
        acting = sum(answering) + PRESS
        measured.seconds += acting + page.evaluate(READ, HINTS) / WORDS_A_SECOND
        measured.seconds_with_hints += acting + page.evaluate(READ, "") / WORDS_A_SECOND
        is_last = slug == walk.slugs[language][walk.sends]
        open_by(page.locator(NEXT))
        if is_last:
            break
    expect(page.locator(".code-box__code").first).to_be_visible()
    return measured


@pytest.mark.every_example
@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_is_soon_done_on_a_phone(
    site_tree: SiteTree, phone_page: Page, name: str, language: str
):
    way = WAYS[name]
    measured = walked(phone_page, way, language)
    limit = SCREENS * PHONE["height"]
    assert {slug: each for slug, each in measured.bottoms.items() if each > limit} == {}
    assert {slug: each for slug, each in measured.bytes.items() if each > HEAVIEST} == {}
    assert len(measured.bottoms) <= LONGEST_WAY[way.walk.journey.code]
    if name in LONGEST_WAY:
        assert measured.answers <= MOST_ANSWERS
        assert measured.seconds <= LONGEST
        assert measured.seconds_with_hints <= LONGEST_WITH_HINTS

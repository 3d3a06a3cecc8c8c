"""Components that show lists: pages of results, answers to check, steps."""

import re
from types import SimpleNamespace

from django.core.paginator import Paginator
from django.template.loader import render_to_string


def test_the_pages_of_a_list_keep_what_was_searched_for(rf):
    request = rf.get("/zoeken/", {"q": "brief & “video”", "page": "2"})
    page_obj = Paginator(range(30), 10).get_page(2)

    html = render_to_string("components/pagination.html", {"page_obj": page_obj}, request=request)

    addresses = re.findall(r'href="([^"]+)"', html)
    assert len(addresses) == 4  # previous, 1, 3, next
    assert all("q=brief+%26+%E2%80%9Cvideo%E2%80%9D" in address for address in addresses)
    assert [re.search(r"page=(\d)", address)[1] for address in addresses] == ["1", "1", "3", "3"]
    assert html.count('aria-current="page"') == 1


def test_a_list_that_fits_on_one_page_has_no_page_numbers(rf):
    page_obj = Paginator(range(3), 10).get_page(1)

    html = render_to_string(
        "components/pagination.html", {"page_obj": page_obj}, request=rf.get("/")
    )

    assert html.strip() == ""


def test_an_answer_can_be_text_a_list_or_nothing_and_is_never_markup():
    answers = [
        {"question": "Name?", "answer": "<b>Sam</b>", "change_url": "/1/"},
        {"question": "When?", "answer": ["morning", "afternoon"], "change_url": "/2/"},
        {"question": "Story?", "answer": "", "change_url": "/3/"},
    ]

    html = render_to_string("components/answers.html", {"answers": answers, "title": "About you"})

    assert "<bdi>&lt;b&gt;Sam&lt;/b&gt;</bdi>" in html  # a name turns nothing round it
    assert re.findall(r"<li><bdi>(\w+)</bdi></li>", html) == ["morning", "afternoon"]
    assert html.count("answer__empty") == 1
    assert re.findall(r'href="(/\d/)"', html) == ["/1/", "/2/", "/3/"]
    assert html.count(": Name?</span></a>") == 1  # the link says which answer it changes


def test_answers_in_sentences_are_never_markup_and_each_says_what_it_is_about():
    rows = [
        {"question": "Your name", "answer": ["You are <b>Sam</b>.", "Hello."], "change_url": "/1/"},
        {"question": "Your story", "answer": [], "change_url": "/2/", "is_changed": True},
    ]

    html = render_to_string("components/told.html", {"rows": rows})

    assert "<p>You are &lt;b&gt;Sam&lt;/b&gt;.</p><p>Hello.</p>" in html
    assert html.count("answer__changed") == 1  # taken back: nothing is left of it but its subject
    assert '<span class="told__question">Your story</span>' in html
    assert html.count(": Your story</span></a>") == 1


def test_only_a_step_that_can_be_opened_is_a_link_and_the_present_one_says_so():
    steps = [
        SimpleNamespace(number=1, label="About you", url="/1/", state="done"),
        SimpleNamespace(number=2, label="What happened", url="/2/", state="current"),
        SimpleNamespace(number=3, label="Reach", url="", state="future"),
    ]

    html = render_to_string("components/progress.html", {"steps": steps})

    assert re.findall(r'href="([^"]+)"', html) == ["/1/"]
    assert html.count('aria-current="step"') == 1
    assert "motif__meet" not in html

"""Going on later: with a code or a link, once, from any device, and no longer than was said."""

import logging
import pickle
import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Site

from perspectief.invisible import without_invisible
from perspectief.log_format import FormatterWithoutTexts
from perspectief.models import LimitCount
from registration.background.retention import purge_drafts
from registration.journey import continue_views, drafts, saved_drafts
from registration.journey.saved_drafts import Way
from registration.mail.delivery import deliver_due
from registration.models import Draft, OutboundMail, RetentionSettings
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.mails import MailCode
from registration.vocabulary.references import ALPHABET
from tests.registration.journey.test_drafts import raw_row
from tests.registration.journey.visitor import LEAST, Visitor, controls, text_of
from tests.support.careful_browser import careful_browser

pytestmark = pytest.mark.django_db

SAVE = {"nl": "/aanmelden/later-verder/", "en": "/en/register/continue-later/"}
CONTINUE = {"nl": "/aanmelden/verder/", "en": "/en/register/continue/"}
ADDRESS = "noor@example.org"
LINK = re.compile(r"https?://[^/\s]+(/\S+/([0-9a-f]{32})/)")
unhurried = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture(params=["nl", "en"])
def typist(request, site_tree, clock) -> Visitor:
    """Somebody who has answered all that must be, and typed something on the last page."""
    visitor = Visitor(request.param)
    visitor.up_to("story")
    visitor.send("story", {"story": "Nog niet af", "later": "1"})
    return visitor


@pytest.fixture
def stopper(visitor) -> Visitor:
    """The same in Dutch only."""
    visitor.up_to("story")
    visitor.send("story", {"story": "Nog niet af", "later": "1"})
    return visitor


def elsewhere(visitor: Visitor) -> Visitor:
    """Return the same person at another device."""
    return Visitor(visitor.language, browser=Client(REMOTE_ADDR="192.0.2.77"))


def save(visitor: Visitor, **data: str):
    """Send the page that saves."""
    shown = controls(visitor.browser.get(SAVE[visitor.language]))
    return visitor.browser.post(
        SAVE[visitor.language], {"ticket": shown.get("ticket", [""])[0], **data}
    )


def code_for(visitor: Visitor) -> str:
    """Return the code that the person gets to write down."""
    return save(visitor, way="code").context["code"]


def link_for(visitor: Visitor, address: str = ADDRESS) -> tuple[str, str]:
    """Return the path of the link that comes by mail, and the token in it."""
    save(visitor, way="link", email=address)
    deliver_due()
    found = LINK.search(mail.outbox[-1].body)
    assert found is not None
    return found[1], found[2]


def go_on_at_once(visitor: Visitor, saved):
    """Press the button of the page that says that the answers are saved."""
    ticket = controls(saved)["ticket"][0]
    return visitor.browser.post(SAVE[visitor.language], {"ticket": ticket, "go_on": "1"})


def enter(visitor: Visitor, code: str):
    """Type a code."""
    return visitor.browser.post(CONTINUE[visitor.language], {"code": code})


def press(visitor: Visitor, token: str):
    """Press the button of the page behind a link."""
    return visitor.browser.post(CONTINUE[visitor.language], {"link": token})


def test_nobody_has_the_link_lead_elsewhere_by_another_host_of_the_site(visitor, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.perspectief.example"
    Site.objects.update(hostname="elsewhere.example")
    Site.clear_site_root_paths_cache()
    visitor.fill_in()
    save(visitor, way="link", email=ADDRESS)
    deliver_due()
    body = mail.outbox[-1].body
    assert "https://www.perspectief.example/" in body
    assert "elsewhere.example" not in body


# --- Where one saves ------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["about_you", "reach", "more", "check"])
def test_every_step_leads_to_where_one_saves_and_keeps_what_was_typed(visitor, step):
    visitor.fill_in()
    assert 'name="later"' in visitor.read(step).content.decode()
    answer = visitor.send(step, {**LEAST.get(step, {}), "later": "1"})
    assert answer["Location"] == SAVE["nl"]
    assert visitor.browser.get(answer["Location"]).status_code == 200


def test_what_is_not_finished_is_kept_first(typist):
    stored = Draft.objects.get().answers["more"]
    assert stored["values"]["story"] == ["Nog niet af"]
    assert not stored["is_checked"]


def test_nothing_is_saved_for_days_before_one_asks(typist):
    typist.browser.get(SAVE[typist.language])
    draft = Draft.objects.get()
    assert (draft.saved_hash, draft.saved_until) == (None, None)


def test_the_page_names_the_day_and_warns_of_the_mail(stopper):
    words = text_of(stopper.browser.get(SAVE["nl"]))
    assert "tot en met dinsdag 1 december" in words
    assert "In de mail staat het adres van deze site." in words
    english = text_of(stopper.browser.get(SAVE["en"]))
    assert "until the end of Tuesday 1 December" in english
    assert "The e-mail contains the address of this site." in english


def test_without_answers_there_is_nothing_to_save(visitor):
    assert visitor.browser.get(SAVE["nl"])["Location"] == visitor.url("about_you")
    assert visitor.browser.post(SAVE["nl"], {"way": "code"})["Location"] == visitor.url("about_you")


def test_what_was_sent_cannot_be_saved(visitor):
    visitor.register()
    assert "bedankt" in visitor.browser.get(SAVE["nl"])["Location"]
    assert "bedankt" in visitor.browser.post(SAVE["nl"], {"way": "code"})["Location"]
    assert Draft.objects.get().saved_hash is None


def test_a_form_of_one_page_has_no_such_thing(site_tree, clock):
    browser = Client()
    assert "later" not in controls(browser.get("/contact/vraag/"))
    assert browser.get("/contact/verder/").status_code == 404
    assert browser.get("/contact/later-verder/").status_code == 404
    assert browser.get(f"/contact/verder/{'a' * 32}/").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("typed", [{}, {"for_whom": "self", "name": "  "}])
def test_an_empty_form_need_not_be_saved(site_tree, clock, language, typed):
    visitor = Visitor(language)
    answer = visitor.send("about_you", {**typed, "later": "1"})
    assert answer["Location"] == f"{visitor.url('about_you')}?notice=nothing"
    words = text_of(visitor.browser.get(answer["Location"]))
    assert {"nl": "Je hebt nog niets ingevuld.", "en": "not filled in anything"}[language] in words
    for page in (visitor.browser.get(SAVE[language]), save(visitor, way="code")):
        assert page["Location"] == answer["Location"]
    assert Draft.objects.get().saved_hash is None


@pytest.mark.parametrize("way", ["", "letter", "\x00", "CODE"])
def test_a_way_that_does_not_exist_saves_nothing(stopper, way):
    assert save(stopper, way=way)["Location"] == SAVE["nl"]
    assert Draft.objects.get().saved_until is None


# --- A code ---------------------------------------------------------------------------------------


def test_a_code_opens_the_answers_on_another_device(typist):
    code = code_for(typist)
    other = elsewhere(typist)
    answer = enter(other, code)
    assert answer["Location"] == f"{other.url('story')}?notice=continued"
    page = other.browser.get(answer["Location"])
    assert controls(page)["story"] == ["Nog niet af"]
    assert controls(other.read("about_you"))["name"] == ["Noor"]


def test_a_code_cannot_be_guessed_and_is_read_easily(stopper):
    code = code_for(stopper)
    assert re.fullmatch(r"[2-9A-Z]{3}(-[2-9A-Z]{3}){4}", code)
    assert len(ALPHABET) ** saved_drafts.CODE_LETTERS > 2**60
    assert not set("AEIOUY01") & set(ALPHABET)


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}\n"]
)
def test_a_code_may_be_typed_in_any_way(stopper, typed):
    assert enter(elsewhere(stopper), typed(code_for(stopper))).status_code == 302


def test_a_code_works_once(stopper):
    code = code_for(stopper)
    assert enter(elsewhere(stopper), code).status_code == 302
    assert enter(elsewhere(stopper), code).status_code == 422


def test_after_going_on_the_saved_state_is_over(stopper, clock):
    enter(elsewhere(stopper), code_for(stopper))
    draft = Draft.objects.get()
    assert (draft.saved_hash, draft.saved_until) == (None, None)
    clock.shift(timedelta(minutes=61))
    assert purge_drafts(timezone.now()) == 1


def test_the_first_device_no_longer_shows_what_went_on_elsewhere(stopper):
    enter(elsewhere(stopper), code_for(stopper))
    assert "Nog niet af" not in stopper.read("story").content.decode()


def test_the_first_device_says_that_the_answers_were_taken_along_not_deleted(typist):
    words = {
        "nl": ("Je antwoorden staan niet meer op dit apparaat", "gewist"),
        "en": ("Your answers are no longer on this device", "deleted"),
    }
    heading, deleted = words[typist.language]
    enter(elsewhere(typist), code_for(typist))
    page = typist.read("story")
    assert page.status_code == 410
    assert heading in text_of(page)
    assert deleted not in text_of(page)


def test_going_on_by_link_is_told_alike_when_the_time_runs_out_here(stopper, clock):
    _path, token = link_for(stopper)
    other = elsewhere(stopper)
    press(other, token)
    other.send("story", {"save": "1"})
    clock.shift(timedelta(minutes=61))
    page = stopper.read("story", "?notice=time")
    assert "Je antwoorden staan niet meer op dit apparaat" in text_of(page)


def test_what_is_typed_here_after_going_on_elsewhere_is_kept_beside_it(stopper):
    enter(elsewhere(stopper), code_for(stopper))
    stopper.send("about_you", {**LEAST["about_you"], "name": "Sam"})
    assert controls(stopper.read("about_you"))["name"] == ["Sam"]
    assert Draft.objects.count() == 2


def test_what_was_saved_and_then_sent_from_here_did_not_go_elsewhere(visitor, clock):
    visitor.fill_in()
    go_on_at_once(visitor, save(visitor, way="code"))
    visitor.send("check", visitor.consent())
    clock.shift(timedelta(minutes=61))
    purge_drafts(timezone.now())
    page = visitor.read("about_you")
    assert "niet meer op dit apparaat" not in text_of(page)
    assert page.status_code == 410


def test_a_double_click_or_a_reload_gives_the_same_code(stopper):
    ticket = controls(stopper.browser.get(SAVE["nl"]))["ticket"][0]
    data = {"ticket": ticket, "way": "code"}
    codes = {stopper.browser.post(SAVE["nl"], data).context["code"] for _ in range(2)}
    assert len(codes) == 1
    assert enter(elsewhere(stopper), codes.pop()).status_code == 302


def test_who_loads_the_page_again_later_sees_no_code_and_how_to_get_another(stopper, clock):
    saved = save(stopper, way="code")
    data = {"ticket": controls(saved)["ticket"][0], "way": "code"}
    clock.shift(timedelta(minutes=2))
    page = stopper.browser.post(SAVE["nl"], data)
    assert saved.context["code"] not in page.content.decode()
    assert "laten we je code hier niet nog een keer zien" in text_of(page)
    assert go_on_at_once(stopper, page).status_code == 302
    assert code_for(stopper) != saved.context["code"]


def test_a_used_code_is_not_given_out_again(stopper):
    ticket = controls(stopper.browser.get(SAVE["nl"]))["ticket"][0]
    data = {"ticket": ticket, "way": "code"}
    first = stopper.browser.post(SAVE["nl"], data).context["code"]
    enter(stopper, first)
    assert stopper.browser.post(SAVE["nl"], data)["Location"] == SAVE["nl"]
    assert Draft.objects.get().saved_hash is None


def test_a_new_code_makes_the_old_one_useless(stopper):
    saved = save(stopper, way="code")
    go_on_at_once(stopper, saved)
    old, new = saved.context["code"], code_for(stopper)
    assert enter(elsewhere(stopper), old).status_code == 422
    assert enter(elsewhere(stopper), new).status_code == 302


@pytest.mark.parametrize("ticket", ["", "\x00", "x" * 5000, "💣"])
def test_a_forged_ticket_saves_nothing(stopper, ticket):
    for button in ({"way": "code"}, {"way": "link", "email": ADDRESS}, {"go_on": "1"}):
        answer = stopper.browser.post(SAVE["nl"], {**button, "ticket": ticket})
        assert answer.status_code in {200, 302}
    assert Draft.objects.get().saved_hash is None
    assert controls(stopper.read("story"))["story"] == ["Nog niet af"]


def test_the_session_key_changes_on_going_on(stopper):
    other = elsewhere(stopper)
    other.send("about_you", {"name": "Sam", "save": "1"})
    before = other.browser.cookies["sessionid"].value
    enter(other, code_for(stopper))
    assert other.browser.cookies["sessionid"].value != before


def test_what_was_typed_here_meanwhile_is_replaced_after_a_warning(stopper):
    other = elsewhere(stopper)
    other.send("about_you", {"name": "Sam", "save": "1"})
    assert "Dat wissen we als je verdergaat." in text_of(other.browser.get(CONTINUE["nl"]))
    enter(other, code_for(stopper))
    assert Draft.objects.count() == 1
    assert controls(other.read("about_you"))["name"] == ["Noor"]


def test_an_unknown_code_stays_in_the_field_and_says_what_to_do(typist):
    page = enter(elsewhere(typist), "H7K-4MR-C9D-X2F-QT6")
    assert page.status_code == 422
    assert controls(page)["code"] == ["H7K-4MR-C9D-X2F-QT6"]
    assert ("Deze code kennen we niet" in text_of(page)) == (typist.language == "nl")
    empty = enter(elsewhere(typist), "")
    assert empty.status_code == 422
    assert "<title>" in empty.content.decode()


@pytest.mark.usefixtures("each_production_cache")
def test_nobody_can_go_on_guessing(stopper, clock):
    code, other = code_for(stopper), elsewhere(stopper)
    for number in range(continue_views.WRONG_CODES_PER_NETWORK.most):
        assert enter(other, f"222-222-222-222-{number:03}").status_code == 422
    assert enter(other, code).status_code == 429
    clock.shift(timedelta(minutes=55))
    assert enter(other, code).status_code == 429
    assert enter(stopper, code).status_code == 302


def test_a_code_opens_only_its_own_form(stopper):
    code = code_for(stopper)
    assert saved_drafts.exists(JourneyCode.REGISTRATION, Way.CODE, code)
    assert not saved_drafts.exists(JourneyCode.REFERRAL, Way.CODE, code)
    assert not saved_drafts.exists(JourneyCode.REGISTRATION, Way.LINK, code)


@unhurried
@given(code=st.text(max_size=120) | st.text(alphabet=f"{ALPHABET}- ", min_size=15, max_size=19))
def test_no_typed_code_breaks_the_page(visitor, code):
    LimitCount.objects.all().delete()
    page = enter(visitor, code)
    assert page.status_code == 422


@unhurried
@given(token=st.text(min_size=1, max_size=120))
def test_no_forged_token_breaks_the_page(visitor, token):
    # Of one of which nobody sees anything, nothing arrives: as if no link was pressed.
    assert press(visitor, token).status_code == (410 if without_invisible(token) else 422)


@pytest.mark.parametrize("token", ["a" * 32, "x", "a" * 4000, "-", "_"])
def test_no_forged_link_breaks_the_page(visitor, token):
    assert visitor.browser.get(f"{CONTINUE['nl']}{token}/").status_code == 410


# --- A computer that others use -------------------------------------------------------------------


def another_after(visitor: Visitor, typed: str) -> None:
    """Have somebody else fill in the form in the same browser, from its first page."""
    assert controls(visitor.read("about_you"))["name"] == [""]
    visitor.fill_in(name=typed, story=typed)
    assert typed in visitor.read("story").content.decode()


@pytest.mark.parametrize("way", ["code", "link"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_typed_after_saving_is_not_in_what_was_saved(site_tree, clock, way, language):
    """Whoever saved may have left, with the code in their pocket."""
    shared = Visitor(language)
    shared.send("about_you", {"name": "x", "later": "1"})
    secret = code_for(shared) if way == "code" else link_for(shared)[1]
    another_after(shared, "Zij is het")
    stranger = elsewhere(shared)
    opened = enter(stranger, secret) if way == "code" else press(stranger, secret)
    assert opened.status_code == 302
    for step in ("about_you", "reach", "more", "check"):
        assert "Zij is het" not in stranger.read(step).content.decode()
    assert "Zij is het" in shared.read("story").content.decode()


@pytest.mark.parametrize("way", ["code", "link"])
def test_going_on_at_once_retires_what_was_given_out(typist, way):
    saved = save(typist, way=way, email=ADDRESS)
    answer = go_on_at_once(typist, saved)
    assert answer["Location"] == f"{typist.url('story')}?notice=continued"
    page = typist.browser.get(answer["Location"])
    assert controls(page)["story"] == ["Nog niet af"]
    assert {"nl": "werkt nu niet meer", "en": "no longer works"}[typist.language] in text_of(page)
    draft = Draft.objects.get()
    assert (draft.saved_hash, draft.saved_until) == (None, None)
    assert deliver_due() == 0  # it would lead to nothing
    if way == "code":
        assert enter(elsewhere(typist), saved.context["code"]).status_code == 422


def test_a_link_that_was_sent_opens_nothing_once_one_goes_on_at_once(stopper):
    saved = save(stopper, way="link", email=ADDRESS)
    deliver_due()
    go_on_at_once(stopper, saved)
    found = LINK.search(mail.outbox[-1].body)
    assert press(elsewhere(stopper), found[2]).status_code == 410


def test_the_page_of_before_gives_no_code_again_for_what_was_typed_since(stopper):
    saved = save(stopper, way="code")
    go_on_at_once(stopper, saved)
    stopper.send("story", {"story": "Veel meer", "save": "1"})
    ticket = controls(saved)["ticket"][0]
    again = stopper.browser.post(SAVE["nl"], {"ticket": ticket, "way": "code"})
    assert again["Location"] == SAVE["nl"]
    assert enter(elsewhere(stopper), saved.context["code"]).status_code == 422


def test_a_second_click_on_going_on_loses_nothing(stopper):
    saved = save(stopper, way="code")
    for _click in range(3):
        answer = go_on_at_once(stopper, saved)
        assert answer["Location"] == f"{stopper.url('story')}?notice=continued"
    assert controls(stopper.read("story"))["story"] == ["Nog niet af"]
    assert Draft.objects.count() == 1


def test_two_clicks_at_one_moment_lose_nothing(stopper):
    """Both have read the session before either has changed it; the last one writes it."""
    saved = save(stopper, way="code")
    ticket = controls(saved)["ticket"][0]
    first, second = stopper.browser.session, stopper.browser.session
    for session in (first, second):
        assert saved_drafts.go_on(session, JourneyCode.REGISTRATION, ticket) is not None
    second.save()
    assert controls(stopper.read("story"))["story"] == ["Nog niet af"]


@pytest.mark.parametrize("way", ["code", "link"])
def test_a_reload_shows_the_same_whatever_was_begun_here_since(stopper, way):
    saved = save(stopper, way=way, email=ADDRESS)
    another_after(stopper, "Zij is het")
    data = {"ticket": controls(saved)["ticket"][0], "way": way, "email": ADDRESS}
    again = stopper.browser.post(SAVE["nl"], data)
    assert text_of(again) == text_of(saved)
    assert deliver_due() == (way == "link")
    assert "Zij is het" in stopper.read("story").content.decode()


def test_going_on_deletes_nothing_that_somebody_typed_meanwhile(stopper):
    saved = save(stopper, way="code")
    another_after(stopper, "Zij is het")
    page = go_on_at_once(stopper, saved)
    assert page.status_code == 200
    assert "Daarna is er op dit apparaat iets anders ingevuld." in text_of(page)
    assert "Nog niet af" not in page.content.decode()
    assert "Zij is het" in stopper.read("story").content.decode()
    assert enter(elsewhere(stopper), saved.context["code"]).status_code == 302


def test_going_on_at_once_takes_no_longer_than_the_answers_would_be_shown(stopper, clock):
    saved = save(stopper, way="code")
    assert "Dat kan hier tot 11:00 uur (Nederlandse tijd)." in text_of(saved)
    clock.shift(timedelta(minutes=61))
    page = go_on_at_once(stopper, saved)
    assert "Met je link of code kun je verder" in text_of(page)
    assert saved.context["code"] not in page.content.decode()
    assert enter(elsewhere(stopper), saved.context["code"]).status_code == 302


def test_going_on_after_it_went_on_elsewhere_says_so(stopper):
    saved = save(stopper, way="code")
    enter(elsewhere(stopper), saved.context["code"])
    page = go_on_at_once(stopper, saved)
    assert page.status_code == 410
    assert "Je antwoorden staan niet meer op dit apparaat" in text_of(page)


def test_going_on_in_a_session_that_has_ended_leads_to_the_code(stopper):
    saved = save(stopper, way="code")
    stopper.browser.cookies.clear()
    assert go_on_at_once(stopper, saved)["Location"] == CONTINUE["nl"]


def test_what_another_tab_still_held_is_kept_beside_what_was_saved(stopper):
    code = code_for(stopper)
    for button in ({}, {"save": "1"}, {"back": "1"}, {"later": "1"}):
        answer = stopper.send("story", {"story": "In een ander tabblad", **button})
        if not button:
            assert answer["Location"] == f"{stopper.url('about_you')}?notice=beside"
            words = text_of(stopper.browser.get(answer["Location"]))
            assert "Je vindt ze terug met je link of code." in words
    stranger = elsewhere(stopper)
    enter(stranger, code)
    assert controls(stranger.read("story"))["story"] == ["Nog niet af"]


# --- A link ---------------------------------------------------------------------------------------


def test_a_link_opens_the_answers_on_another_device(typist):
    path, token = link_for(typist)
    other = elsewhere(typist)
    page = other.browser.get(path)
    assert page.status_code == 200
    assert path.startswith(CONTINUE[typist.language])
    assert controls(page)["link"] == [token]
    answer = press(other, token)
    assert answer["Location"] == f"{other.url('story')}?notice=continued"
    assert controls(other.browser.get(answer["Location"]))["story"] == ["Nog niet af"]


def test_opening_the_link_uses_nothing_up(stopper):
    path, token = link_for(stopper)
    scanner = Client()
    for method in (scanner.get, scanner.head, scanner.get):
        assert method(path).status_code == 200
    assert scanner.post(path, {"link": token}).status_code == 405
    assert press(elsewhere(stopper), token).status_code == 302


def test_the_page_behind_the_link_shows_no_answer(stopper):
    path, _token = link_for(stopper)
    page = Client().get(path).content.decode()
    assert "Noor" not in page
    assert "Nog niet af" not in page


def test_a_link_works_once(stopper):
    path, token = link_for(stopper)
    press(elsewhere(stopper), token)
    for page in (Client().get(path), press(elsewhere(stopper), token)):
        assert page.status_code == 410
        assert "Deze link of code werkt niet meer." in text_of(page)


def test_the_language_can_be_changed_at_the_link(stopper):
    path, token = link_for(stopper)
    page = Client().get(path).content.decode()
    assert f'href="{CONTINUE["en"]}{token}/"' in page
    assert Client().get(f"/aanmelden/continue/{token}/")["Location"] == path
    english = Visitor("en", browser=Client())
    assert press(english, token)["Location"].startswith(english.url("story"))


def test_no_cache_no_search_engine_and_no_other_site_sees_the_pages(stopper):
    path, _token = link_for(stopper)
    for page in (
        Client().get(path),
        Client().get(CONTINUE["nl"]),
        stopper.browser.get(SAVE["nl"]),
        save(stopper, way="code"),
    ):
        assert page["Cache-Control"] == "no-store"
        assert "noindex" in page["X-Robots-Tag"]
        assert page["Referrer-Policy"] == "same-origin"


def test_the_mail_is_plain_and_in_the_language_of_the_form(typist):
    link_for(typist)
    (message,) = mail.outbox
    assert message.to == [ADDRESS]
    expected = {
        "nl": ("Je link om verder te gaan", "tot en met dinsdag 1 december"),
        "en": ("Your link to continue", "until the end of Tuesday 1 December"),
    }[typist.language]
    assert message.subject == expected[0]
    assert expected[1] in message.body
    for word in ("Noor", "Nog niet af", "Perspectief", "bemiddel"):
        assert word not in f"{message.subject} {message.body}"


def test_the_mail_comes_from_a_neutral_sender_where_there_is_one(stopper, settings):
    settings.NEUTRAL_FROM_EMAIL = "Afspraken <bericht@neutral.example>"
    link_for(stopper)
    assert mail.outbox[0].from_email == "Afspraken <bericht@neutral.example>"
    assert mail.outbox[0].reply_to == []


def test_the_screen_says_the_same_whether_or_not_a_mail_goes_out(stopper):
    pages = []
    for _ in range(5):
        pages.append(save(stopper, way="link", email=ADDRESS))
        deliver_due()
        go_on_at_once(stopper, pages[-1])
    assert len({text_of(page) for page in pages}) == 1
    assert "Als dit adres klopt, krijg je zo een mail." in text_of(pages[0])
    assert len(mail.outbox) == 3  # what one address gets in a day


def test_a_double_click_sends_one_mail(stopper):
    ticket = controls(stopper.browser.get(SAVE["nl"]))["ticket"][0]
    data = {"ticket": ticket, "way": "link", "email": ADDRESS}
    for _ in range(2):
        stopper.browser.post(SAVE["nl"], data)
    assert deliver_due() == 1


@pytest.mark.parametrize("address", ["", "noor", "noor@", "a@b.nl, c@d.nl", "x@y.nl\nBcc: z@q.nl"])
def test_what_is_no_address_is_pointed_out(stopper, address):
    page = save(stopper, way="link", email=address)
    assert page.status_code == 422
    assert "Kijk nog even naar deze punten" in text_of(page)
    assert not OutboundMail.objects.exists()
    assert Draft.objects.get().saved_until is None


def test_the_mail_server_gets_the_link(stopper, smtp_server):
    save(stopper, way="link", email=ADDRESS)
    assert deliver_due() == 1
    (message,) = smtp_server.messages
    assert message["Subject"] == "Je link om verder te gaan"
    found = LINK.search(message.get_content())
    assert found is not None
    assert press(elsewhere(stopper), found[2]).status_code == 302


# --- Time -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["code", "link"])
def test_after_seven_days_it_is_gone(stopper, clock, way):
    secret = code_for(stopper) if way == "code" else link_for(stopper)[1]
    clock.shift(timedelta(days=7))  # the last day, at the same time
    assert purge_drafts(timezone.now()) == 0
    clock.shift(timedelta(days=1))
    other = elsewhere(stopper)
    page = enter(other, secret) if way == "code" else press(other, secret)
    assert page.status_code in {410, 422}
    assert purge_drafts(timezone.now(), dry_run=True) == 1
    assert purge_drafts(timezone.now()) == 1
    assert not OutboundMail.objects.filter(code=MailCode.CONTINUE_LINK).exists()


def test_on_the_last_day_it_still_works(stopper, clock):
    code = code_for(stopper)
    clock.shift(timedelta(days=7, hours=12))
    assert enter(elsewhere(stopper), code).status_code == 302


def test_how_long_it_is_kept_is_a_setting(stopper, clock):
    RetentionSettings.objects.update_or_create(pk=1, defaults={"saved_draft_days": 2})
    assert "tot en met donderdag 26 november" in text_of(stopper.browser.get(SAVE["nl"]))
    code = code_for(stopper)
    clock.shift(timedelta(days=3))
    assert enter(elsewhere(stopper), code).status_code == 422


@pytest.mark.parametrize("minutes", [0, 61])
def test_this_device_stops_showing_the_answers_but_keeps_them(stopper, clock, minutes):
    code = code_for(stopper)
    clock.shift(timedelta(minutes=minutes))
    for page in (
        stopper.read("story"),
        stopper.read("check"),
        stopper.read("about_you", "?notice=time"),
        stopper.browser.get(SAVE["nl"]),
        stopper.send("story", {"story": " "}),
    ):
        assert page.status_code == 200
        assert "Met je link of code kun je verder tot en met dinsdag 1 december." in text_of(page)
        assert "Nog niet af" not in page.content.decode()
    assert controls(stopper.read("about_you"))["name"] == [""]
    assert enter(stopper, code).status_code == 302
    assert controls(stopper.read("story"))["story"] == ["Nog niet af"]


def test_leaving_deletes_a_saved_draft_too(stopper):
    code = code_for(stopper)
    stopper.browser.post(reverse("leave"))
    assert not Draft.objects.exists()
    assert enter(elsewhere(stopper), code).status_code == 422


def test_leaving_deletes_what_this_device_no_longer_shows(stopper, clock):
    code_for(stopper)
    clock.shift(timedelta(minutes=61))
    stopper.read("about_you")
    stopper.send("about_you", {"name": "Sam", "save": "1"})
    assert Draft.objects.count() == 2
    stopper.browser.post(reverse("leave"))
    assert not Draft.objects.exists()


def test_leaving_stops_a_mail_that_has_not_gone_out(stopper):
    save(stopper, way="link", email=ADDRESS)
    stopper.browser.post(reverse("leave"))
    assert deliver_due() == 0
    assert not OutboundMail.objects.exists()


def test_sending_the_form_ends_the_saved_state(visitor):
    visitor.fill_in()
    saved = save(visitor, way="code")
    go_on_at_once(visitor, saved)
    code = saved.context["code"]
    visitor.send("check", visitor.consent())
    assert Draft.objects.get().saved_hash is None
    assert enter(elsewhere(visitor), code).status_code == 422


@pytest.mark.parametrize(
    "forged", [17, None, "x", ["a", 3], {"a": 1}, {"registration": 3}, {"registration": ["a", 3]}]
)
def test_a_forged_session_harms_nobody(stopper, forged):
    session = stopper.browser.session
    session[drafts.PUT_AWAY_KEY] = forged
    session.save()
    assert stopper.browser.post(reverse("leave")).status_code == 204


# --- What is left behind --------------------------------------------------------------------------


def test_no_table_session_cache_or_log_has_code_link_or_address(stopper, caplog, monkeypatch):
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    caplog.set_level(logging.DEBUG)
    caplog.handler.setFormatter(FormatterWithoutTexts("{message}", style="{"))
    code = code_for(stopper)
    secrets = [code, code.replace("-", "")]
    _assert_nowhere(secrets)
    enter(elsewhere(stopper), f"{code[:-1]}{'2' if code[-1] != '2' else '3'}")  # counted
    other = elsewhere(stopper)
    enter(other, code)
    _assert_nowhere(secrets)
    path, token = link_for(other)
    secrets += [token, ADDRESS]
    _assert_nowhere(secrets)
    press(elsewhere(stopper), token)
    Client().get(path)  # used by now: Django logs the address of a page that is gone
    _assert_nowhere(secrets)
    assert "Gone: /aanmelden/verder/-/" in caplog.text
    assert not [secret for secret in secrets if secret in caplog.text]


def _assert_nowhere(secrets):
    tables = connection.introspection.table_names()
    places = {table: raw_row(f'"{table}"') for table in tables}
    places["sessions"] = repr([each.get_decoded() for each in Session.objects.all()])
    places["cache"] = repr([*cache._cache, *map(pickle.loads, cache._cache.values())])
    found = [(name, each) for name, text in places.items() for each in secrets if each in text]
    assert not found


# --- An old page ----------------------------------------------------------------------------------


def test_an_old_page_may_be_sent_again(stopper):
    saved, browser = save(stopper, way="code"), careful_browser()
    code = saved.context["code"]
    browser.get(CONTINUE["nl"])
    page = browser.post(CONTINUE["nl"], {"code": code})
    assert page.status_code == 403
    assert controls(page)["code"] == [code]
    go_on_at_once(stopper, saved)
    _path, token = link_for(stopper)
    page = browser.post(CONTINUE["nl"], {"link": token})
    assert page.status_code == 403
    assert controls(page)["link"] == [token]
    again = {"link": token, "csrfmiddlewaretoken": controls(page)["csrfmiddlewaretoken"][0]}
    assert browser.post(CONTINUE["nl"], again).status_code == 302


def test_while_the_form_is_closed_nothing_opens(stopper, settings):
    path, token = link_for(stopper)
    settings.REQUIRE_APPROVED_PRIVACY_STATEMENT = True
    assert Client().get(path)["Location"] == "/aanmelden/"
    assert press(elsewhere(stopper), token)["Location"] == "/aanmelden/"
    assert Draft.objects.get().saved_hash is not None


def test_the_first_page_leads_to_going_on(site_tree):
    for language, landing in (("nl", "/aanmelden/"), ("en", "/en/register/")):
        assert f'href="{CONTINUE[language]}"' in Client().get(landing).content.decode()

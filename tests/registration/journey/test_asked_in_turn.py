"""One subject a page: what follows from an answer is asked, nothing else, and the way is told."""

import pytest

from registration.models import Registration
from tests.registration.journey.visitor import (
    QUESTION,
    SELF_REGISTRATION,
    STORY_LATER,
    Visitor,
    controls,
    is_refused,
    text_of,
)
from tests.support.some import some

pytestmark = pytest.mark.django_db
TO_CHECK = "?return=check"
TUESDAY = ["tuesday:morning", "tuesday:afternoon"]


def up_to_safe(visitor: Visitor, **ways: str) -> None:
    """Answer the pages before the one about what is safe."""
    visitor.up_to("reach")
    answer = visitor.send("reach", ways)
    assert answer["Location"] == visitor.url("safe"), text_of(answer)


@pytest.mark.parametrize(
    ("ways", "offered"),
    [
        ({"phone": "030-2345678"}, {"voicemail", "text", "only_retry"}),
        ({"email": "noor@example.org"}, {"email"}),
        (
            {"phone": "030-2345678", "email": "noor@example.org"},
            {"voicemail", "text", "email", "only_retry"},
        ),
        ({"phone_impossible": "on", "other_way": "letter", "other_way_details": "Kade 1"}, set()),
    ],
)
def test_only_messages_that_can_arrive_are_offered(visitor, ways, offered):
    up_to_safe(visitor, **ways)
    page = visitor.read("safe").content.decode()
    codes = ("voicemail", "text", "email", "only_retry")
    assert {code for code in codes if f'name="fallback" value="{code}"' in page} == offered


@pytest.mark.parametrize("walk", [SELF_REGISTRATION, STORY_LATER], ids=["registration", "call me"])
def test_who_gives_only_an_address_is_asked_whether_we_may_mail(site_tree, clock, walk):
    visitor = Visitor("nl", walk=walk)
    visitor.up_to("phone")
    visitor.send("phone", {**visitor.least("phone"), "phone": "", "email": "noor@example.org"})
    words = text_of(visitor.read("safe"))
    assert "Mogen we je mailen?" in words
    assert "als je niet opneemt" not in words
    assert "opnieuw bellen" not in words


def test_who_is_not_called_is_asked_nothing_about_calls(visitor):
    up_to_safe(visitor, email="noor@example.org")
    assert 'name="avoid"' not in visitor.read("safe").content.decode()
    answer = visitor.send("safe", {"fallback": "email", "identify": "org_ok"})
    assert answer["Location"] == visitor.url("more")
    assert visitor.read("times")["Location"].startswith(visitor.url("more"))
    visitor.send("more", {})
    assert "bellen" not in text_of(visitor.read("check")).split("Overgeslagen, en dat mag")[0]
    assert visitor.send("check", visitor.consent())["Location"] == visitor.url("thank_you")


def test_no_time_is_offered_that_was_ruled_out(visitor):
    up_to_safe(visitor, phone="030-2345678")
    visitor.send("safe", {"avoid": TUESDAY})
    page = visitor.read("times").content.decode()
    assert 'value="2026-11-25:morning"' in page
    assert 'value="2026-11-24' not in page


def test_a_time_that_is_ruled_out_afterwards_is_asked_again_and_then_all_is_checked(visitor):
    visitor.fill_in(moments="2026-11-24:afternoon")
    answer = visitor.send("safe", {"avoid": TUESDAY}, TO_CHECK)
    assert answer["Location"] == f"{visitor.url('times')}{TO_CHECK}"
    page = visitor.browser.get(answer["Location"])
    assert is_refused(page)
    answer = visitor.send("times", {"call_when": "any_time"}, TO_CHECK)
    assert answer["Location"] == visitor.url("check")


def test_a_message_that_cannot_arrive_any_more_is_allowed_no_more(visitor):
    visitor.fill_in(email="noor@example.org", fallback=["voicemail", "email"])
    answer = visitor.send("reach", {"phone": "030-2345678"}, TO_CHECK)
    assert answer["Location"] == visitor.url("check")
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().read_answers().fallback == ("voicemail",)


def test_times_of_who_wants_no_call_any_more_stay_typed_and_go_no_further(visitor):
    visitor.fill_in(moments="2026-11-25:morning", avoid=TUESDAY)
    only_mail = {"email": "noor@example.org"}
    answer = visitor.send("reach", only_mail, TO_CHECK)
    assert answer["Location"] == f"{visitor.url('safe')}{TO_CHECK}"
    visitor.send("safe", {"fallback": "email", "identify": "org_ok"}, TO_CHECK)
    visitor.send("check", visitor.consent())
    answers = Registration.objects.get().read_answers()
    assert (answers.moments, answers.avoid, answers.phone) == ((), (), "")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            {
                "about_you": "Nog 8 korte stappen",
                "times": "Nog 3 korte stappen",
                "more": "Deze pagina mag je overslaan.",
                "check": "De laatste stap",
            },
        ),
        (
            "en",
            {
                "about_you": "8 short steps to go",
                "times": "3 short steps to go",
                "more": "You may skip this page.",
                "check": "The last step",
            },
        ),
    ],
)
def test_each_page_says_how_far_it_is_still(site_tree, clock, language, words):
    visitor = Visitor(language)
    visitor.fill_in()
    for page, said in some(words.items()):
        assert said in text_of(visitor.read(page))


def test_the_page_with_all_that_may_be_skipped_can_be_left_empty(visitor):
    visitor.fill_in()
    assert controls(visitor.read("more"))["pronouns"] == [""]
    assert visitor.send("more", {})["Location"] == visitor.url("check")


def test_what_was_skipped_is_one_line_of_the_check_and_can_still_be_answered(visitor):
    visitor.fill_in(province="utrecht")
    page = visitor.read("check")
    words = text_of(page)
    assert "Niet ingevuld" not in words
    told, skipped = words.split("Overgeslagen, en dat mag:")
    assert "Waar woon je? Utrecht" in told
    assert "Voor het gesprek" in skipped
    assert "Meer over wat er is gebeurd" not in skipped
    assert f'href="{visitor.url("pronouns")}{TO_CHECK}#id_pronouns"' in page.content.decode()


def test_an_answer_that_was_taken_back_in_another_tab_is_marked_and_not_called_skipped(visitor):
    visitor.fill_in(pronouns="hen")
    old_page = visitor.consent()
    visitor.send("more", {})
    page = visitor.send("check", old_page)
    told = text_of(page).split("Overgeslagen, en dat mag")[0]
    assert "Veranderd Voor het gesprek Niet ingevuld" in told
    assert page.content.decode().count("answer__changed") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_only_wants_a_call_or_an_answer_chooses_that_on_the_first_page(
    site_tree, clock, language
):
    first = Visitor(language).read("about_you").content.decode()
    for walk in (STORY_LATER, QUESTION):
        other = Visitor(language, walk=walk)
        assert f'href="{other.url(walk.first)}"' in first
        assert other.read(walk.first).status_code == 200


def test_times_are_ticked_only_after_a_yes(visitor):
    up_to_safe(visitor, phone="030-2345678")
    page = visitor.send("safe", {"rules_out": "yes"})
    assert is_refused(page)
    assert "Vink aan op welke tijden we niet mogen bellen" in text_of(page)
    assert visitor.send("safe", {"rules_out": "no"})["Location"] == visitor.url("times")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("nl", "Er is ‘Nee’ gekozen, maar hier is ook iets ingevuld: Dinsdag, ochtend (9 tot 12"),
        ("en", "‘No’ is chosen, but this is filled in too: Tuesday, morning (9am to 12 noon)"),
    ],
)
def test_a_no_with_times_that_are_ticked_is_asked_about_beside_them_and_on_top(
    site_tree, clock, language, question
):
    visitor = Visitor(language)
    up_to_safe(visitor, phone="030-2345678")
    page = visitor.send("safe", {"rules_out": "no", "avoid": TUESDAY[:1]})
    assert is_refused(page)
    assert text_of(page).count(question) == 2
    assert controls(page)["avoid"] == TUESDAY[:1]  # what was ticked is shown
    assert visitor.send("safe", {"rules_out": "no"})["Location"] == visitor.url("times")
    visitor.send("times", {})
    visitor.send("more", {})
    none_ruled_out = {"nl": "Je sluit geen tijden uit.", "en": "You rule out no times."}
    assert none_ruled_out[language] in text_of(visitor.read("check"))
    visitor.send("safe", {"rules_out": "yes", "avoid": TUESDAY[:1]})
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().read_answers().avoid == tuple(TUESDAY[:1])


def test_a_no_with_ticked_times_is_asked_about_no_more_once_we_do_not_call(visitor):
    up_to_safe(visitor, phone="030-2345678")
    visitor.send("safe", {"rules_out": "no", "avoid": TUESDAY})
    only_mail = {"email": "noor@example.org"}
    assert visitor.send("reach", only_mail)["Location"] == visitor.url("safe")
    visitor.send("safe", {"fallback": "email", "identify": "org_ok"})
    visitor.send("more", {})
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().read_answers().avoid == ()


def test_times_that_are_ticked_without_a_yes_are_ruled_out_all_the_same(visitor):
    visitor.fill_in(avoid=TUESDAY)
    assert "We bellen nooit op dinsdag." in text_of(visitor.read("check"))
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().read_answers().avoid == tuple(TUESDAY)


def test_times_changed_in_another_tab_are_a_change_of_their_question(visitor):
    visitor.fill_in(rules_out="yes", avoid=TUESDAY)
    old_page = visitor.consent()
    visitor.send("safe", {"rules_out": "yes", "avoid": TUESDAY[:1]})
    page = visitor.send("check", old_page)
    assert "Veranderd: Zijn er tijden waarop we niet mogen bellen?" in text_of(page)
    assert page.content.decode().count("answer__changed") == 1


def test_good_times_are_ticked_only_by_who_chooses_them(visitor):
    visitor.fill_in()
    page = visitor.send("times", {"call_when": "choose"})
    assert is_refused(page)
    assert "Vink de tijden aan die goed uitkomen" in text_of(page)
    visitor.send("times", {"call_when": "choose", "moments": "2026-11-25:morning"})
    words = text_of(visitor.read("check"))
    assert "We bellen het liefst in de ochtend op woensdag 25 november." in words
    both = {"call_when": "any_time", "moments": "2026-11-25:morning"}
    page = visitor.send("times", both)
    assert is_refused(page)
    assert "maar hier is ook iets ingevuld: woensdag 25 november, ochtend" in text_of(page)
    visitor.send("times", {"call_when": "any_time"})
    words = text_of(visitor.read("check"))
    assert "Elke tijd dat we open zijn, is goed." in words
    visitor.send("check", visitor.consent())
    assert Registration.objects.get().read_answers().moments == ()


def test_the_two_questions_about_times_look_different_and_have_different_words(visitor):
    visitor.fill_in()
    safe, times = visitor.read("safe"), visitor.read("times")
    assert "Zijn er tijden waarop we niet mogen bellen?" in text_of(safe)
    assert "Wanneer wil je dat we bellen?" in text_of(times)
    assert 'name="rules_out" value="yes"' in safe.content.decode()
    assert 'name="call_when" value="choose"' in times.content.decode()

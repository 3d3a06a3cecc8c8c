"""A page of one's own that was opened before something changed undoes nothing of that unseen."""

from dataclasses import replace

import pytest
from django.utils import timezone

from registration.casework import changes_by_person
from registration.casework.changes_by_person import AnswersChangedError
from registration.models import OutboundMail, Registration
from registration.own_page.forms import ContactForm
from registration.privacy_duties.correction import correct
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.mails import MailCode
from tests.registration.factories import DeskMemberFactory
from tests.registration.journey.visitor import controls, text_of

pytestmark = pytest.mark.django_db
SAFER = {"fallback": ["text"], "identify": "first_name_only", "avoid": ["tuesday:morning"]}
NOTHING_SAVED = "We hebben niets opgeslagen."


def opened(owner):
    """Return what a page holds that stands open."""
    return controls(owner.read("veranderen/"))


def test_an_older_page_does_not_undo_what_another_tab_made_safer(owner):
    older = opened(owner)
    owner.send("veranderen", SAFER)
    page = owner.send("veranderen", {**older, "moments": ["2026-11-26:morning"]})
    answers = owner.registration.read_answers()
    assert page.status_code == 409
    assert NOTHING_SAVED in text_of(page)
    assert answers.fallback == ("text",)
    assert answers.avoid == ("tuesday:morning",)
    assert answers.identify == "first_name_only"


def test_who_is_refused_sees_what_is_stored_now_beside_what_was_typed(owner):
    older = opened(owner)
    owner.send("veranderen", SAFER)
    typed = {"moments": ["2026-11-26:morning"], "phone": "06 12345678"}
    again = controls(owner.send("veranderen", {**older, **typed}))
    assert again["fallback"] == ["text"]
    assert again["avoid"] == ["tuesday:morning"]
    assert again["moments"] == ["2026-11-26:morning"]
    assert again["phone"] == ["06 12345678"]
    owner.send("veranderen", again)
    answers = owner.registration.read_answers()
    assert answers.phone == "+31612345678"
    assert answers.moments == ("2026-11-26:morning",)
    assert answers.fallback == ("text",)


def test_who_is_refused_reads_which_questions_changed(owner):
    older = opened(owner)
    owner.send("veranderen", {**older, "avoid": ["tuesday:morning"]})
    form = ContactForm(kept=owner.registration.read_answers(), promised_before=None)
    words = text_of(owner.send("veranderen", {**older, "moments": ["2026-11-26:morning"]}))
    assert str(form.fields["avoid"].label) in words.partition("Veranderd:")[2][:200]


def test_an_older_page_does_not_wipe_what_the_desk_just_corrected(owner):
    older = opened(owner)
    given = {"phone": "+31687654321", "avoid": ("friday:morning",)}
    correct(owner.registration.pk, given, DeskMemberFactory(), timezone.now(), confirmed=True)
    page = owner.send("veranderen", older)
    assert page.status_code == 409
    assert "aanmeldpunt" in text_of(page)
    assert owner.registration.read_answers().avoid == ("friday:morning",)
    assert owner.registration.read_answers().phone == "+31687654321"


@pytest.mark.parametrize("then", [{"save": "1"}, {"change_language": "nl"}, {"phone": "06 123"}])
def test_a_page_that_is_shown_again_is_as_old_as_it_was(owner, then):
    older = opened(owner)
    owner.send("veranderen", SAFER)
    again = controls(owner.send("veranderen", {**older, **then}))
    page = owner.send("veranderen", {**again, "phone": "", "avoid": []})
    if page.status_code != 409:  # after a mistake the refusal came at once
        assert "phone" in then
    assert owner.registration.read_answers().fallback == ("text",)


@pytest.mark.parametrize("stamp", ["", "x", "x~y=z", "é\x00~", "~" * 1000])
def test_a_page_that_does_not_say_what_it_showed_changes_nothing(owner, stamp):
    page = owner.send("veranderen", {**SAFER, "answers_shown": stamp})
    assert page.status_code == 409
    assert owner.registration.read_answers().avoid == ()


def test_who_presses_save_twice_is_not_told_of_another_tab(owner):
    sent = {**opened(owner), **SAFER}
    owner.send("veranderen", sent)
    page = owner.send("veranderen", sent)
    assert page.status_code == 200
    assert NOTHING_SAVED not in text_of(page)


def test_saving_without_a_change_changes_nothing_and_says_so(owner):
    page = owner.send("veranderen", opened(owner))
    assert "Er verandert niets." in text_of(page)
    assert owner.registration.changed_by_person_at is None
    assert not OutboundMail.objects.filter(code=MailCode.DESK_CHANGE).exists()
    assert OutboundMail.objects.filter(code=MailCode.CONFIRMATION).exists()


def test_what_changes_while_it_is_saved_is_not_undone_either(owner):
    stored = owner.registration.read_answers()
    with pytest.raises(AnswersChangedError):
        changes_by_person.change_contact(
            owner.registration.pk,
            {"moments": ("2026-11-26:morning",)},
            timezone.now(),
            seen=replace(stored, fallback=("text", "email")),
        )


# --- Pausing and withdrawing ---------------------------------------------------------------------

STANDS_NOW = "Je ziet nu hoe het staat."


@pytest.mark.parametrize(
    ("then", "act", "stays", "shown"),
    [
        (changes_by_person.pause, "intrekken/", Lifecycle.PAUSED, "Op pauze."),
        (changes_by_person.withdraw, "pause", Lifecycle.WITHDRAWN, "Ingetrokken."),
        (changes_by_person.withdraw, "resume", Lifecycle.WITHDRAWN, "Ingetrokken."),
    ],
    ids=["withdraw", "pause", "resume"],
)
def test_an_older_page_pauses_and_withdraws_nothing_unseen(owner, then, act, stays, shown):
    owner.older_stamp = owner.made_for
    then(owner.registration.pk, timezone.now())
    page = owner.send(act.strip("/")) if act.endswith("/") else owner.do(act)
    assert page.status_code == 409
    assert STANDS_NOW in text_of(page)
    assert shown in text_of(page)
    assert owner.registration.state == stays


def test_what_the_desk_did_meanwhile_is_seen_before_it_is_paused(owner):
    owner.older_stamp = owner.made_for
    moved = {"state": Lifecycle.ALLOCATED, "state_changed_at": timezone.now()}
    Registration.objects.filter(pk=owner.registration.pk).update(**moved)
    assert "We zoeken een bemiddelaar voor je." in text_of(owner.do("pause"))


def test_who_is_refused_does_it_with_the_page_that_came_back(owner):
    owner.older_stamp = owner.made_for
    changes_by_person.pause(owner.registration.pk, timezone.now())
    owner.older_stamp = controls(owner.send("intrekken"))["made_for"][0]
    assert "Ingetrokken." in text_of(owner.send("intrekken"))


@pytest.mark.parametrize(("act", "state"), [("pause", "paused"), ("resume", "received")])
def test_who_presses_twice_reads_that_it_is_done(owner, act, state):
    if act == "resume":
        owner.do("pause")
    owner.older_stamp = owner.made_for
    for _press in range(2):
        page = owner.do(act)
        assert page.status_code == 200
        assert owner.registration.state == state
        assert "Dit kan niet meer." not in text_of(page)

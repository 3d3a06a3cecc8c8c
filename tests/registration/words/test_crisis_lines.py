"""The lines of the crisis box: editable, for whom they are, and never none."""

import re
import uuid

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from perspectief.content_changes import is_visible
from perspectief.staff.groups import COORDINATOR, DESK
from registration.casework.submission import Submission, submit_registration
from registration.desk.callback.script import spoken_words
from registration.models import CrisisLine, OutboundMail
from registration.rules.abroad import numbers_of_home
from registration.rules.mail_wording import body_problems
from registration.vocabulary.mails import MailCode
from registration.vocabulary.person import AgeGroup, CrisisAudience, ForWhom, WhoToCall
from registration.vocabulary.referral import Referral
from registration.words.crisis_audience import audience_for, audience_of_writer
from registration.words.crisis_lines import crisis_box
from tests.registration.factories import AnswersFactory, StaffFactory
from tests.registration.journey.conftest import clock
from tests.registration.journey.visitor import Visitor, text_of
from tests.registration.own_page.conftest import plant_own_page

__all__ = ["clock"]

pytestmark = pytest.mark.django_db

KINDERTELEFOON = "0800-0432"


def box(**context) -> str:
    return render_to_string("components/crisis.html", context)


def numbers(audience: str) -> list[str]:
    return [line.number for line in crisis_box(audience).lines]


def dialled_in(html: str) -> set[str]:
    return set(re.findall(r'href="tel:([^"]+)"', html))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("audience", [CrisisAudience.EVERYONE, "young", "unknown", ""])
def test_every_line_can_be_called_from_where_it_stands(language, audience):
    with translation.override(language):
        home = box(crisis_audience=audience).partition("<details")[0]
    lines = re.findall(r"<li>(.*?)</li>", home)
    assert len(lines) == 6
    assert all('href="tel:' in line for line in lines)
    assert any(">0800-0113</a>" in line for line in lines)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_is_abroad_sees_only_what_works_there(language):
    with translation.override(language):
        # Also where a block was made for somebody else.
        html = box(crisis_audience="abroad", audience="young")
    assert dialled_in(html) == {"112", "+31247247247"}
    assert {"nl": "In de Europese Unie is dat", "en": "In the European Union"}[language] in html
    assert "<details" not in html
    assert not re.search(r"0[89]00|>113<", html)


@pytest.mark.parametrize("lines", [None, ["Bel 112."]], ids=["the usual", "of an editor"])
def test_everybody_else_can_open_what_to_do_from_abroad(lines):
    with translation.override("nl"):
        html = box(lines=lines)
    elsewhere = html[html.index("<details") : html.index("</details>")]
    assert "Ben je niet in Nederland?" in elsewhere
    assert "Bel het alarmnummer van de plek waar je bent." in elsewhere
    assert dialled_in(elsewhere) == {"112", "+31247247247"}


def test_on_paper_nothing_has_to_be_opened():
    with translation.override("nl"):
        html = box(printed=True)
    assert "<details" not in html
    assert "Ben je niet in Nederland? Bel het alarmnummer van de plek waar je bent." in html


def test_young_people_see_the_kindertelefoon_first_and_others_last():
    assert numbers("young")[:2] == [KINDERTELEFOON, "112"]
    assert numbers("everyone")[0] == "112"
    assert numbers("everyone")[-1] == KINDERTELEFOON


def test_what_a_page_chooses_goes_before_what_is_known_of_the_visitor():
    assert box(audience="young").index("0432") < box(audience="young").index("tel:112")
    html = box(audience="everyone", crisis_audience="young")
    assert html.index("tel:112") < html.index("0432")


@pytest.mark.parametrize(
    "text", ["Bel 0800-0113.", "Bel 113.", "Bel 030-2340045.", "Bel (030) 234 00 45", "0900 0101"]
)
def test_a_line_for_people_abroad_never_names_a_number_that_fails_there(text):
    line = CrisisLine.objects.filter(audience="abroad").first()
    line.text_nl = f"{text} {line.number}"
    with pytest.raises(ValidationError) as refused:
        line.full_clean()
    assert set(refused.value.message_dict) == {"text_nl"}


def test_every_line_that_a_site_starts_with_can_be_saved():
    for line in CrisisLine.objects.all():
        line.full_clean()


def test_only_a_line_for_people_abroad_may_do_without_a_number():
    line = CrisisLine.objects.get(number="112")
    line.number = ""
    with pytest.raises(ValidationError) as refused:
        line.full_clean()
    assert set(refused.value.message_dict) == {"number"}


@pytest.mark.parametrize("number", ["14 030", "088-1234567", "(030) 234 00 45", "1&2"])
def test_a_number_in_any_writing_can_be_called(number):
    CrisisLine.objects.create(name="Other", number=number, text_nl=f"Bel {number}.", text_en=number)
    with translation.override("nl"):
        line = re.findall(r"<li>(.*?)</li>", box().partition("<details")[0])[-1]
    assert line.startswith('Bel <a class="no-wrap" href="tel:')
    assert line.endswith("</a>.")


def test_there_is_always_somebody_to_call():
    CrisisLine.objects.update(is_active=False)
    assert 'href="tel:112"' in box()
    CrisisLine.objects.all().delete()
    assert numbers("young") == ["112"]
    assert "het alarmnummer van de plek waar je bent" in box(crisis_audience="abroad")


def test_a_text_without_the_number_is_refused_in_the_language_it_is_in():
    line = CrisisLine.objects.get(number="112")
    line.text_en = "Are you in danger?"
    with pytest.raises(ValidationError) as refused:
        line.full_clean()
    assert set(refused.value.message_dict) == {"text_en"}


def test_a_change_makes_cached_pages_out_of_date():
    assert is_visible(CrisisLine)


def test_the_coordinator_edits_a_line_in_both_languages_and_nobody_deletes_it(client):
    user = StaffFactory(admin_language="en")
    user.groups.add(Group.objects.get(name=COORDINATOR))
    client.force_login(user)
    assert "Kindertelefoon" in client.get(reverse("crisis_lines:index")).content.decode()
    line = CrisisLine.objects.get(number=KINDERTELEFOON)
    target = reverse("crisis_lines:edit", args=[line.pk])
    form = {
        "name": line.name,
        "number": "0800-1111",
        "text_nl": "Bel 0800-1111.",
        "text_en": "Call 0800-1111.",
        "audience": "young",
        "sort_order": 5,
        "is_active": "on",
    }
    assert client.post(target, {**form, "text_en": "Call."}).status_code == 200
    assert client.post(target, form).status_code == 302
    for language, words in (("nl", "Bel 0800-1111."), ("en", "Call 0800-1111.")):
        with translation.override(language):
            assert crisis_box("young").lines[0].text == words
    assert client.post(reverse("crisis_lines:delete", args=[line.pk])).status_code in {302, 403}
    assert CrisisLine.objects.filter(pk=line.pk).exists()


def test_the_desk_does_not_edit_them(client):
    user = StaffFactory()
    user.groups.add(Group.objects.get(name=DESK))
    client.force_login(user)
    assert client.get(reverse("crisis_lines:index")).status_code == 302


@pytest.mark.parametrize(
    ("age", "province", "audience"),
    [
        (AgeGroup.UNDER_16, "", CrisisAudience.YOUNG),
        (AgeGroup.AGE_16_17, "abroad", CrisisAudience.ABROAD),
        (AgeGroup.AGE_16_17, "utrecht", CrisisAudience.YOUNG),
        ("", "caribbean_nl", CrisisAudience.ABROAD),
        (AgeGroup.AGE_18_24, "", CrisisAudience.EVERYONE),
        ("", "abroad", CrisisAudience.ABROAD),
        ("", "utrecht", CrisisAudience.EVERYONE),
        ("forged", "forged", CrisisAudience.EVERYONE),
    ],
)
def test_answers_tell_for_whom_the_lines_are(age, province, audience):
    assert audience_for(age=age, province=province) == audience


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_is_young_sees_their_line_first_on_the_story_step_and_at_the_end(
    site_tree, clock, language
):
    visitor = Visitor(language)
    assert text_of(visitor.browser.get(visitor.walk.landing[language])).index("112") < text_of(
        visitor.browser.get(visitor.walk.landing[language])
    ).index(KINDERTELEFOON)
    visitor.fill_in(age="under_16")
    for page in (visitor.read("story"), visitor.register(age="under_16")):
        shown = page.content.decode()
        box_begins = shown.index('class="crisis')
        assert shown.index("tel:08000432", box_begins) < shown.index("tel:112", box_begins)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everybody_sees_them_at_the_start_beside_the_story_and_at_the_end(
    site_tree, clock, language
):
    visitor = Visitor(language)
    start = visitor.browser.get(visitor.walk.landing[language])
    visitor.fill_in()
    beside_the_story = visitor.read("story").content.decode()
    beside_the_story = beside_the_story[beside_the_story.index("<aside") :]
    end = visitor.register()
    for shown in (start.content.decode(), beside_the_story, end.content.decode()):
        assert 'href="tel:112"' in shown


OURS_AT_HOME = "030-2340045"
OURS_ABROAD = "+31 30 234 00 45"
ABROAD = {"province": "abroad", "phone": "06-12345678"}


def test_who_said_to_be_abroad_reads_no_number_that_fails_there_on_any_page(site_tree, clock):
    plant_own_page(site_tree.home)
    visitor = Visitor("nl")
    visitor.fill_in(**ABROAD)
    pages = [visitor.read(step) for step in ("kind", "phone", "story", "check")]
    thanks = visitor.register(**ABROAD)
    code = re.search(r"[2-9A-Z]{3}-[2-9A-Z]{3}", text_of(thanks))
    words = re.search(r"Je geheime woorden zijn ([a-z]+ [a-z]+)", text_of(thanks))
    front = "/jouw-aanmelding/"
    sent = {"code": code[0], "secret_words": words[1]}
    visitor.browser.post(front, sent)
    own = [visitor.browser.get(f"{front}{part}") for part in ("", "veranderen/", "intrekken/")]
    for page in (*pages, thanks, *own):
        html = page.content.decode()
        assert OURS_ABROAD in html
        assert OURS_AT_HOME not in html
        assert not {"113", "08000113"} & dialled_in(html)


@pytest.mark.parametrize(
    ("province", "there", "not_there"),
    [
        ("abroad", ("Bel het alarmnummer van de plek waar je bent.", OURS_ABROAD), OURS_AT_HOME),
        ("utrecht", ("Bel 112.", OURS_AT_HOME), OURS_ABROAD),
    ],
)
def test_the_confirmation_names_numbers_that_work_where_the_person_is(province, there, not_there):
    answers = AnswersFactory(province=province, all_channels=True, organisation_may_be_named=True)
    submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))
    body = OutboundMail.objects.get(code=MailCode.CONFIRMATION).message["body"]
    for words in there:
        assert words in body
    assert not_there not in body
    if province == "abroad":
        assert not numbers_of_home(body)


@pytest.mark.parametrize(
    ("who_to_call", "phone", "reads_abroad"),
    [
        (WhoToCall.HELPER, "+31612345678", False),
        (WhoToCall.HELPER, "+32470123456", True),
        (WhoToCall.HELPER, "", False),
        (WhoToCall.PERSON, "+31612345678", True),
    ],
)
def test_a_mail_names_numbers_for_where_its_reader_is_not_for_whom_it_is_about(
    who_to_call, phone, reads_abroad
):
    """The person is abroad; of the helper we know nothing but the number."""
    answers = AnswersFactory(
        province="abroad",
        age="under_16",
        for_whom=ForWhom.OTHER_WHO_AGREES,
        who_to_call=who_to_call,
        phone=phone,
        email="sam@example.org",
        fallback=("email",),
        organisation_may_be_named=True,
    )
    submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))
    body = OutboundMail.objects.exclude(code=MailCode.DESK_NOTICE).get().message["body"]
    assert (OURS_ABROAD in body) == reads_abroad
    assert ("Bel 112." in body) != reads_abroad


def test_who_registers_somebody_abroad_reads_the_numbers_of_home_too(site_tree, clock):
    other = {
        "for_whom": "other_who_agrees",
        "helper_name": "Sam",
        "who_to_call": "call_person",
        "helper_consent": "on",
    }
    visitor = Visitor("nl")
    visitor.fill_in(**other, **ABROAD)
    story = visitor.read("story").content.decode()
    assert {"112", "08000113", "+31247247247"} <= dialled_in(story)
    assert OURS_AT_HOME in text_of(visitor.register(**other, **ABROAD))


def test_what_the_desk_leaves_for_somebody_abroad_names_a_number_that_works_there():
    speech = spoken_words.Speech(
        staff_name="Sam", name="Noor", next_date=None, language="nl", is_abroad=True
    )
    for words in (spoken_words.last_text_message, spoken_words.last_voicemail, spoken_words.mail):
        assert OURS_ABROAD in words(speech)


def test_the_professional_who_refers_somebody_abroad_is_not_abroad():
    referral = Referral(
        name="Jamie",
        organisation="Huis",
        organisation_kind="",
        email="jamie@example.org",
        told_by="Jamie",
        agreed_on="2026-11-20",
        agreed_how="in_person",
    )
    answers = AnswersFactory(province="abroad", referral=referral)
    assert audience_of_writer(answers) == CrisisAudience.EVERYONE


@pytest.mark.parametrize("text", ["Bel 112.", "Bel 113.", "Bel 0800-0113."])
def test_nobody_types_an_emergency_number_into_a_mail(text):
    assert body_problems(MailCode.CONFIRMATION, f"{text} {{promise}} {{crisis}}")
    assert not body_problems(MailCode.CONFIRMATION, "Chat op 113.nl. {promise} {crisis}")

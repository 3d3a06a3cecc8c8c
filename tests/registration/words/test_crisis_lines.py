"""The lines of the crisis box: editable, for whom they are, and never none."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from perspectief.content_changes import is_visible
from perspectief.staff.groups import COORDINATOR, DESK
from registration.models import CrisisLine
from registration.vocabulary.person import AgeGroup, CrisisAudience
from registration.words.crisis_audience import audience_for
from registration.words.crisis_lines import crisis_lines
from tests.registration.factories import StaffFactory
from tests.registration.journey.conftest import clock
from tests.registration.journey.visitor import Visitor, text_of

__all__ = ["clock"]

pytestmark = pytest.mark.django_db

KINDERTELEFOON = "0800-0432"


def box(**context) -> str:
    return render_to_string("components/crisis.html", context)


def numbers(audience: str) -> list[str]:
    return [line.number for line in crisis_lines(audience)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("audience", [*CrisisAudience, "unknown", ""])
def test_every_line_can_be_called_from_where_it_stands(language, audience):
    with translation.override(language):
        lines = re.findall(r"<li>(.*?)</li>", box(crisis_audience=audience))
    assert len(lines) == 6
    assert all('href="tel:' in line for line in lines)
    assert any(">0800-0113</a>" in line for line in lines)


def test_young_people_see_the_kindertelefoon_first_and_others_last():
    assert numbers("young")[:2] == [KINDERTELEFOON, "112"]
    assert numbers("everyone")[0] == "112"
    assert numbers("everyone")[-1] == KINDERTELEFOON
    assert sorted(numbers("abroad")) == sorted(numbers("everyone"))


def test_what_a_page_chooses_goes_before_what_is_known_of_the_visitor():
    assert box(audience="young").index("0432") < box(audience="young").index("tel:112")
    html = box(audience="everyone", crisis_audience="young")
    assert html.index("tel:112") < html.index("0432")


def test_a_line_for_people_abroad_comes_first_for_them():
    CrisisLine.objects.create(
        name="Embassy",
        number="+31 247 247 247",
        text_nl="In het buitenland? Bel +31 247 247 247.",
        text_en="Abroad? Call +31 247 247 247.",
        audience=CrisisAudience.ABROAD,
    )
    assert numbers("abroad")[0] == "+31 247 247 247"
    assert numbers("everyone")[-1] == "+31 247 247 247"


@pytest.mark.parametrize("number", ["14 030", "088-1234567", "(030) 234 00 45", "1&2"])
def test_a_number_in_any_writing_can_be_called(number):
    CrisisLine.objects.create(name="Other", number=number, text_nl=f"Bel {number}.", text_en=number)
    with translation.override("nl"):
        line = re.findall(r"<li>(.*?)</li>", box())[-1]
    assert line.startswith('Bel <a class="no-wrap" href="tel:')
    assert line.endswith("</a>.")


def test_there_is_always_somebody_to_call():
    CrisisLine.objects.update(is_active=False)
    assert 'href="tel:112"' in box()
    CrisisLine.objects.all().delete()
    assert numbers("young") == ["112"]


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
            assert crisis_lines("young")[0].text == words
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
        (AgeGroup.AGE_16_17, "abroad", CrisisAudience.YOUNG),
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
    about_you = {"age": "under_16"}
    visitor.fill_in(about_you=about_you)
    for page in (visitor.read("what_happened"), visitor.register(about_you=about_you)):
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
    beside_the_story = visitor.read("what_happened").content.decode()
    beside_the_story = beside_the_story[beside_the_story.index("<aside") :]
    end = visitor.register()
    for shown in (start.content.decode(), beside_the_story, end.content.decode()):
        assert 'href="tel:112"' in shown

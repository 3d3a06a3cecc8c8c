"""The story is in no page until somebody asks for it, and who asked is known."""

import pytest

from registration.models import AccessLogEntry
from registration.vocabulary.access import AccessAction
from tests.registration.desk.screens import TUESDAY_MORNING, details, messages_of, url
from tests.registration.factories import AnswersFactory, CallbackFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("during_opening_hours")]
STORY = "Ik wil graag weten hoe het met de ander gaat."


@pytest.fixture
def taken(sam):
    return CallbackFactory(claimed_by=sam, registration__answers=AnswersFactory(told_all=True))


def actions() -> list[str]:
    return list(AccessLogEntry.objects.order_by("pk").values_list("action", flat=True))


def test_it_comes_on_request_and_the_log_says_who(client, sam, taken):
    assert STORY not in details(client, taken)
    response = client.post(url("story", taken))
    assert STORY in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert actions() == [
        AccessAction.VIEWED,
        AccessAction.STORY_OPENED,
        AccessAction.VIEWED,
    ]
    assert set(AccessLogEntry.objects.values_list("user", flat=True)) == {sam.pk}


def test_the_script_gets_the_story_alone(client, taken):
    response = client.post(url("story", taken), headers={"X-Requested-With": "XMLHttpRequest"})
    text = response.content.decode()
    assert STORY in text
    assert 'lang="nl"' in text
    assert "<html" not in text
    assert "no-store" in response["Cache-Control"]
    assert actions() == [AccessAction.STORY_OPENED]


def test_nothing_opens_it_by_following_a_link(client, taken):
    assert client.get(url("story", taken)).status_code == 405
    assert not AccessLogEntry.objects.exists()


def test_after_opening_work_goes_on_on_the_same_screen(client, taken):
    text = client.post(url("story", taken)).content.decode()
    assert url("attempt", taken) in text
    assert url("close", taken) in text


@pytest.mark.parametrize("script", [{}, {"X-Requested-With": "XMLHttpRequest"}])
def test_not_for_who_has_not_taken_it(client, sam, robin, script):
    callback = CallbackFactory(
        claimed_by=robin, registration__answers=AnswersFactory(told_all=True)
    )
    response = client.post(url("story", callback), headers=script)
    assert response["Location"] == url("details", callback)
    assert not AccessLogEntry.objects.exists()


def test_the_coordinator_opens_it_where_a_colleague_has_the_callback(client, coordinator, robin):
    callback = CallbackFactory(
        claimed_by=robin, registration__answers=AnswersFactory(told_all=True)
    )
    read = client.post(url("read", callback)).content.decode()
    assert STORY not in read
    assert STORY in client.post(url("story", callback)).content.decode()
    assert AccessAction.STORY_OPENED in actions()


def test_a_question_is_the_task_itself_and_stays_on_the_screen(client, sam):
    callback = CallbackFactory(claimed_by=sam, registration__answers=AnswersFactory(asks=True))
    text = details(client, callback)
    assert "Mag mijn zus mee naar een gesprek?" in text
    assert url("story", callback) not in text


def test_without_a_story_there_is_nothing_to_open(client, sam):
    callback = CallbackFactory(claimed_by=sam)
    assert url("story", callback) not in details(client, callback)


def test_a_callback_that_lapsed_is_taken_again_first(client, sam):
    callback = CallbackFactory(claimed_by=sam, claimed_until=TUESDAY_MORNING)
    response = client.post(url("story", callback), follow=True)
    assert messages_of(response) == ["Take this callback first."]

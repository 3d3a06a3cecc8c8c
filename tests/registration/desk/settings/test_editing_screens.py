"""The screens in which the coordinator and the administrator edit rows, texts and settings."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR
from registration.models import (
    ClosedDay,
    MailWording,
    OpeningHours,
    OptionLabel,
    PrivacyStatement,
    PromiseSettings,
    Role,
)
from registration.words import option_labels
from tests.registration.factories import StaffFactory

pytestmark = pytest.mark.django_db

RICH_TEXT = (
    '{"blocks": [{"key": "a", "type": "unstyled", "depth": 0, "text": "%s", '
    '"inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
)


@pytest.fixture
def log_in(client):
    def log_in_member_of(group):
        user = StaffFactory(admin_language="en")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)

    return log_in_member_of


class TestAnswersToChooseFrom:
    def test_a_label_changes_in_both_languages(self, client, log_in):
        log_in(COORDINATOR)
        role = Role.objects.get(code="witness")
        response = client.post(
            reverse("role:edit", args=[role.pk]),
            {"label_nl": "Ooggetuige", "label_en": "Eyewitness", "sort_order": 5, "is_active": ""},
        )
        assert response.status_code == 302
        role.refresh_from_db()
        assert (role.code, role.label_nl, role.label_en) == ("witness", "Ooggetuige", "Eyewitness")
        assert "witness" not in dict(option_labels.choices("role"))

    def test_the_code_cannot_be_changed(self, client, log_in):
        log_in(COORDINATOR)
        role = Role.objects.get(code="witness")
        url = reverse("role:edit", args=[role.pk])
        assert 'name="code"' not in client.get(url).content.decode()
        client.post(url, {"code": "spectator", "label_nl": "A", "label_en": "B", "sort_order": 5})
        role.refresh_from_db()
        assert role.code == "witness"

    def test_a_new_answer_needs_both_languages(self, client, log_in):
        log_in(COORDINATOR)
        data = {"code": "neighbour", "label_nl": "Buur", "sort_order": 5, "is_active": "on"}
        assert client.post(reverse("role:add"), data).status_code == 200
        assert not Role.objects.filter(code="neighbour").exists()
        client.post(reverse("role:add"), {**data, "label_en": "Neighbour"})
        assert Role.objects.get(code="neighbour").label_en == "Neighbour"

    def test_an_own_label_replaces_the_standard_one_until_it_is_emptied(self, client, log_in):
        log_in(COORDINATOR)
        row = OptionLabel.objects.get(group="age", code="under_16")
        url = reverse("optionlabel:edit", args=[row.pk])
        assert "Under 16" in client.get(url).content.decode()
        client.post(url, {"label_nl": "Nog geen 16", "label_en": "Not yet 16"})
        assert option_labels.label("age", "under_16") == "Nog geen 16"
        client.post(url, {"label_nl": "", "label_en": ""})
        assert option_labels.label("age", "under_16") == "Jonger dan 16"

    def test_lists_show_the_question_and_both_labels(self, client, log_in):
        log_in(COORDINATOR)
        text = client.get(reverse("optionlabel:index")).content.decode()
        assert "Result of an attempt" in text
        text = client.get(reverse("role:index")).content.decode()
        assert "Ik heb een ongeval veroorzaakt" in text
        assert "I caused an accident" in text


class TestCalendar:
    def test_hours_end_after_they_begin(self, client, log_in):
        log_in(COORDINATOR)
        row = OpeningHours.objects.get(weekday=0)
        data = {"weekday": 0, "opens_at": "17:00", "closes_at": "09:00"}
        response = client.post(reverse("opening_hours:edit", args=[row.pk]), data)
        assert "Closing time comes after opening time." in response.content.decode()

    def test_a_closed_day_is_added_and_taken_away(self, client, log_in):
        log_in(COORDINATOR)
        client.post(reverse("closed_days:add"), {"date": "2026-12-31", "reason_nl": "Oudjaar"})
        closed_day = ClosedDay.objects.get()
        client.post(reverse("closed_days:delete", args=[closed_day.pk]))
        assert not ClosedDay.objects.exists()


class TestMailWording:
    def data(self, **changes):
        wording = MailWording.objects.get(code="confirmation_neutral")
        fields = ("subject_nl", "subject_en", "body_nl", "body_en")
        return {**{name: getattr(wording, name) for name in fields}, **changes}

    def post(self, client, **changes):
        wording = MailWording.objects.get(code="confirmation_neutral")
        return client.post(reverse("mail_wording:edit", args=[wording.pk]), self.data(**changes))

    def test_the_coordinator_changes_the_words(self, client, log_in):
        log_in(COORDINATOR)
        assert self.post(client, subject_en="Your message").status_code == 302
        assert MailWording.objects.get(code="confirmation_neutral").subject_en == "Your message"

    def test_the_names_that_are_filled_in_are_explained(self, client, log_in):
        log_in(COORDINATOR)
        wording = MailWording.objects.get(code="confirmation_neutral")
        text = client.get(reverse("mail_wording:edit", args=[wording.pk])).content.decode()
        assert "{neutral_sender}, {promise}" in text

    @pytest.mark.parametrize(
        "body",
        [
            "Hello, {wrong_name}, {promise}",
            "Hello, this is Perspectief. {promise}",
            "Hello, see https://example.org. {promise}",
        ],
    )
    def test_words_that_betray_somebody_or_do_not_work_are_refused(self, client, log_in, body):
        log_in(COORDINATOR)
        response = self.post(client, body_en=body)
        assert response.status_code == 200
        assert "error-message" in response.content.decode()
        assert MailWording.objects.get(code="confirmation_neutral").body_en != body


class TestPrivacyStatements:
    def test_a_new_version_begins_as_a_copy_with_the_next_number(self, client, log_in):
        log_in(ADMINISTRATION)
        newest = PrivacyStatement.objects.latest("version")
        text = client.get(reverse("privacy_statements:add")).content.decode()
        assert "Waarvoor gebruiken we het?" in text
        response = client.post(
            reverse("privacy_statements:add"),
            {"body_nl": RICH_TEXT % "Nieuw", "body_en": RICH_TEXT % "New", "approved_on": ""},
        )
        assert response.status_code == 302
        added = PrivacyStatement.objects.latest("version")
        assert added.version == newest.version + 1
        assert "Nieuw" in added.body_nl
        assert "New" in added.body_en

    def test_the_text_of_an_approved_version_stays_as_it_was(self, client, log_in):
        log_in(ADMINISTRATION)
        statement = PrivacyStatement.objects.create(
            version=7, body_nl="<p>Oud</p>", body_en="<p>Old</p>", approved_on="2026-11-01"
        )
        response = client.post(
            reverse("privacy_statements:edit", args=[statement.pk]),
            {
                "body_nl": RICH_TEXT % "Anders",
                "body_en": RICH_TEXT % "Other",
                "approved_on": "2026-11-01",
            },
        )
        assert "This version has been approved." in response.content.decode()
        statement.refresh_from_db()
        assert statement.body_nl == "<p>Oud</p>"


class TestSettings:
    def test_the_two_numbers_of_the_promise_can_be_changed(self, client, log_in):
        log_in(ADMINISTRATION)
        url = reverse("wagtailsettings:edit", args=["registration", "promisesettings"])
        url = client.get(url)["Location"]
        assert "Public texts say three days." in client.get(url).content.decode()
        client.post(url, {"promise_days": 2, "minimum_open_hours": 3})
        promise = PromiseSettings.load()
        assert (promise.promise_days, promise.minimum_open_hours) == (2, 3)

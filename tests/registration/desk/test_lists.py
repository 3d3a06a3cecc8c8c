"""The access log, outgoing mail, and the panel on the home of the admin."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from perspectief.staff.groups import ADMINISTRATION, COORDINATOR, DESK
from registration.models import AccessLogEntry, OutboundMail
from registration.vocabulary.access import AccessAction
from registration.vocabulary.mails import MailCode
from tests.registration.desk.reauthenticated import show_password
from tests.registration.factories import CallbackFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def log_in(client):
    def log_in_member_of(group):
        user = StaffFactory(admin_language="en")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return log_in_member_of


def rows(response):
    return list(response.context["table"].data)


class TestAccessLog:
    @pytest.fixture
    def entries(self):
        users = [StaffFactory(username="anna"), StaffFactory(username="bo")]
        return [
            AccessLogEntry.objects.create(
                at=timezone.now() - timedelta(minutes=age),
                user=user,
                username=user.username,
                registration_number=number,
                action=AccessAction.VIEWED,
            )
            for age, (user, number) in enumerate([(users[0], 1), (users[1], 1), (users[0], 2)])
        ]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({}, [0, 1, 2]),
            ({"registration": "1"}, [0, 1]),
            ({"user": "ANNA"}, [0, 2]),
            ({"registration": "1", "user": "anna"}, [0]),
            ({"registration": "none"}, [0, 1, 2]),
            ({"action": "viewed"}, [0, 1, 2]),
            ({"action": "erased"}, []),
            ({"since": "2000-01-01", "until": "2999-12-31"}, [0, 1, 2]),
            ({"until": "2001-01-01"}, []),
            ({"since": "9999-12-31"}, [0, 1, 2]),
        ],
    )
    def test_it_is_found_by_registration_and_by_user(
        self, client, log_in, entries, query, expected
    ):
        log_in(ADMINISTRATION)
        response = client.get(reverse("registration_access_log"), query)
        assert rows(response) == [entries[position] for position in expected]

    def test_it_says_who_what_and_which(self, client, log_in, entries):
        log_in(ADMINISTRATION)
        text = client.get(reverse("registration_access_log")).content.decode()
        for words in ("anna", "Viewed", "#2"):
            assert words in text

    def test_it_is_saved_as_csv_by_who_has_just_shown_who_they_are(self, client, log_in, entries):
        log_in(ADMINISTRATION)
        url = reverse("registration_access_log_file")
        asked = client.post(url, {"user": "anna"})
        assert asked["Location"].startswith(reverse("account_reauthenticate"))
        show_password(client)
        response = client.post(url, {"user": "anna"})
        text = b"".join(response.streaming_content).decode()
        assert text.startswith('\ufeff"at","user_name","action"')
        assert len(text.splitlines()) == 3
        assert '"bo"' not in text
        assert "no-store" in response["Cache-Control"]

    def test_it_is_paged(self, client, log_in):
        user = log_in(ADMINISTRATION)
        AccessLogEntry.objects.bulk_create(
            AccessLogEntry(user=user, username="x", registration_number=1, action="viewed")
            for _number in range(60)
        )
        response = client.get(reverse("registration_access_log"), {"user": "x", "p": "2"})
        assert len(rows(response)) == 10


def mail(**columns):
    return OutboundMail.objects.create(
        code=MailCode.CONFIRMATION,
        registration=CallbackFactory().registration,
        message_id=f"<{OutboundMail.objects.count()}@example.org>",
        message={"recipient": "geheim@example.org", "subject": "S", "body": "Geheime tekst"},
        **columns,
    )


class TestOutgoingMail:
    def test_what_was_given_up_comes_first_and_what_was_sent_is_gone(self, client, log_in):
        log_in(COORDINATOR)
        waiting = mail()
        failed = mail(
            failed_at=timezone.now(), last_error="SMTPServerDisconnected", delivery_tries=8
        )
        mail(sent_at=timezone.now())
        url = reverse("registration_outgoing_mail")
        assert set(rows(client.get(url))) == {failed, waiting}
        assert rows(client.get(url))[0] == failed
        assert rows(client.get(url, {"show": "failed"})) == [failed]
        assert rows(client.get(url, {"show": "waiting"})) == [waiting]

    def test_neither_address_nor_text_is_shown(self, client, log_in):
        log_in(COORDINATOR)
        mail(failed_at=timezone.now(), last_error="SMTPServerDisconnected")
        text = client.get(reverse("registration_outgoing_mail")).content.decode()
        assert "SMTPServerDisconnected" in text
        assert "geheim@example.org" not in text
        assert "Geheime tekst" not in text

    def test_what_was_given_up_is_sent_again(self, client, log_in):
        log_in(COORDINATOR)
        failed = mail(failed_at=timezone.now(), delivery_tries=8)
        client.post(reverse("registration_resend_mail", args=[failed.pk]))
        failed.refresh_from_db()
        assert (failed.failed_at, failed.delivery_tries) == (None, 0)

    def test_what_was_sent_meanwhile_is_not_sent_twice(self, client, log_in):
        log_in(COORDINATOR)
        sent = mail(sent_at=timezone.now())
        url = reverse("registration_resend_mail", args=[sent.pk])
        response = client.post(url, follow=True)
        [message] = response.context["messages"]
        assert "no longer waiting" in str(message)


class TestHomePanel:
    def test_it_counts_what_waits(self, client, log_in):
        log_in(DESK)
        CallbackFactory.create_batch(3, overdue=True)
        CallbackFactory(claimed_by=StaffFactory(), due_at=timezone.now() + timedelta(days=2))
        text = client.get("/admin/").content.decode()
        assert "<strong>3</strong>\n        <span>Overdue</span>" in text
        assert "<strong>3</strong>\n        <span>Not taken yet</span>" in text
        assert "E-mails given up" not in text

    def test_the_coordinator_sees_whether_mail_goes_out(self, client, log_in):
        log_in(COORDINATOR)
        mail()
        mail(failed_at=timezone.now())
        text = " ".join(client.get("/admin/").content.decode().split())
        assert "<strong>1</strong> <span> E-mails given up" in text
        assert "1 is waiting" in text

    def test_panels_about_pages_are_gone_for_the_desk(self, client, log_in):
        log_in(DESK)
        response = client.get("/admin/")
        names = [panel.name for panel in response.context["panels"]]
        assert names[:2] == ["restored", "callbacks"]  # the first shows in a restored site only
        assert "recent_edits" not in names

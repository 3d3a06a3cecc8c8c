"""After the site was put back from a backup, the admin says so, and mail waits for a person."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from perspectief.models import Restoration
from perspectief.restoration import unfinished_restoration
from perspectief.staff import groups
from registration.mail import to_colleagues
from registration.mail.delivery import deliver, deliver_due
from registration.mail.enqueueing import enqueue
from registration.models import OutboundMail, PeriodicJob
from tests.registration.factories import CallbackFactory, CoordinatorFactory, DeskMemberFactory

pytestmark = pytest.mark.django_db
SAYS_SO = "teruggezet vanaf een reservekopie"
BUTTON = "We hebben gekeken: verstuur weer e-mail"


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def coordinator() -> Client:
    """A coordinator with all that the group may do."""
    user = CoordinatorFactory(admin_language="nl")
    user.groups.add(Group.objects.get(name=groups.COORDINATOR))
    return client_of(user)


def home_of(client: Client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.fixture
def restored() -> Restoration:
    """A site that was put back, and from which what was erased is gone again."""
    return Restoration.objects.create(
        backup_made_at=timezone.now(), erasures_repeated_at=timezone.now()
    )


def test_no_mail_goes_out_until_the_coordinator_says_so(restored: Restoration):
    enqueue(to_colleagues.desk_notice(CallbackFactory()))
    waiting = OutboundMail.objects.get()
    deliver_due()
    deliver(waiting.pk)
    assert mail.outbox == []

    client = coordinator()
    page = home_of(client)
    assert SAYS_SO in page
    assert BUTTON in page
    response = client.post(reverse("registration_resume_mail"))
    assert response.status_code == 302
    assert SAYS_SO not in home_of(client)
    assert deliver_due() == 1
    assert len(mail.outbox) == 1


def test_the_desk_hears_of_it_and_who_decides(restored: Restoration):
    client = client_of(DeskMemberFactory(admin_language="nl"))
    page = home_of(client)
    assert SAYS_SO in page
    assert BUTTON not in page
    client.post(reverse("registration_resume_mail"))
    assert unfinished_restoration() == restored


def test_nobody_is_mailed_while_who_was_erased_may_be_there(restored: Restoration):
    Restoration.objects.update(erasures_repeated_at=None)
    client = coordinator()
    page = home_of(client)
    assert SAYS_SO in page
    assert BUTTON not in page
    client.post(reverse("registration_resume_mail"))
    assert unfinished_restoration() == restored


def test_a_site_that_was_never_put_back_says_nothing_of_it():
    assert SAYS_SO not in home_of(coordinator())


def test_mail_that_waits_for_somebody_to_look_is_not_said_to_be_stuck(restored: Restoration):
    enqueue(to_colleagues.desk_notice(CallbackFactory()))
    OutboundMail.objects.update(created_at=timezone.now() - timedelta(days=1))
    PeriodicJob.objects.create(name="job", due_at=timezone.now(), finished_at=timezone.now())
    assert "Er blijven mails liggen" not in home_of(coordinator())
    Restoration.objects.update(mail_resumed_at=timezone.now())
    assert "Er blijven mails liggen" in home_of(coordinator())

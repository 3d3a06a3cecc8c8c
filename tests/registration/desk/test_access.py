"""Who gets into which screen of the desk, with which verb: every group, every view."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from perspectief.staff.groups import ADMINISTRATION, COMMUNICATION, COORDINATOR, DESK
from registration.models import (
    AccessLogEntry,
    Callback,
    ClosedDay,
    CrisisLine,
    MailWording,
    Mediator,
    OpeningHours,
    OptionLabel,
    OutboundMail,
    PrivacyStatement,
    Region,
    Role,
)
from registration.vocabulary.callbacks import AttemptResult
from registration.vocabulary.lifecycle import Lifecycle
from tests.registration.factories import CallbackFactory, ContactAttemptFactory, StaffFactory

ADMIN_HOME = "/admin/"
NO_GROUP = "no group"
GROUPS = [COMMUNICATION, DESK, COORDINATOR, ADMINISTRATION, NO_GROUP]
DESK_MEMBERS = {DESK, COORDINATOR}

QUEUE_VIEWS = {
    "callbacks:index": ("get", DESK_MEMBERS),
    "callbacks:details": ("get", DESK_MEMBERS),
    "callbacks:closed": ("get", DESK_MEMBERS),
    "callbacks:take": ("post", DESK_MEMBERS),
    "callbacks:release": ("post", DESK_MEMBERS),
    "callbacks:attempt": ("post", DESK_MEMBERS),
    "callbacks:reassign": ("post", DESK_MEMBERS),
    "callbacks:story": ("post", DESK_MEMBERS),
    "callbacks:plan": ("post", DESK_MEMBERS),
    "callbacks:undo": ("post", DESK_MEMBERS),
    "callbacks:message": ("post", DESK_MEMBERS),
    "callbacks:note": ("post", DESK_MEMBERS),
    "callbacks:attempt_note": ("post", DESK_MEMBERS),
    "callbacks:client": ("post", DESK_MEMBERS),
    "callbacks:same_person": ("post", DESK_MEMBERS),
    "callbacks:close": ("post", DESK_MEMBERS),
    "callbacks:reopen": ("post", DESK_MEMBERS),
    "callbacks:read": ("post", {COORDINATOR}),
    "registration_access_log": ("get", {ADMINISTRATION}),
    "registration_access_log_file": ("post", {ADMINISTRATION}),
    "registration_retention": ("get", {COORDINATOR, ADMINISTRATION}),
    "registration_figures": ("get", {COORDINATOR}),
    "registration_figures_csv": ("get", {COORDINATOR}),
    "registration_figures_release": ("post", {COORDINATOR}),
    "registration_outgoing_mail": ("get", {COORDINATOR, ADMINISTRATION}),
    "registration_resend_mail": ("post", {COORDINATOR, ADMINISTRATION}),
    "registration_drop_mail": ("post", {COORDINATOR, ADMINISTRATION}),
    "registration_resume_mail": ("post", {COORDINATOR, ADMINISTRATION}),
    "registration_unfinished": ("get", DESK_MEMBERS),
}
EDITING_VIEWS = {
    "role:index": {COORDINATOR},
    "role:add": {COORDINATOR},
    "role:edit": {COORDINATOR},
    "role:delete": set(),
    "eventkind:index": {COORDINATOR},
    "timeago:index": {COORDINATOR},
    "province:index": {COORDINATOR},
    "region:index": {COORDINATOR},
    "region:delete": set(),
    "mediators:index": {COORDINATOR},
    "mediators:add": {COORDINATOR},
    "mediators:edit": {COORDINATOR},
    "mediators:delete": set(),
    "need:index": {COORDINATOR},
    "heardfrom:index": {COORDINATOR},
    "organisationkind:index": {COORDINATOR},
    "crisis_lines:index": {COORDINATOR},
    "crisis_lines:add": {COORDINATOR},
    "crisis_lines:edit": {COORDINATOR},
    "crisis_lines:delete": set(),
    "optionlabel:index": {COORDINATOR},
    "optionlabel:add": set(),
    "optionlabel:edit": {COORDINATOR},
    "optionlabel:delete": set(),
    "mail_wording:index": {COORDINATOR},
    "mail_wording:add": set(),
    "mail_wording:edit": {COORDINATOR},
    "mail_wording:delete": set(),
    "opening_hours:index": {COORDINATOR},
    "opening_hours:add": {COORDINATOR},
    "opening_hours:edit": {COORDINATOR},
    "opening_hours:delete": {COORDINATOR},
    "closed_days:index": {COORDINATOR},
    "closed_days:edit": {COORDINATOR},
    "closed_days:delete": {COORDINATOR},
    "privacy_statements:index": {COORDINATOR, ADMINISTRATION},
    "privacy_statements:add": {COORDINATOR, ADMINISTRATION},
    "privacy_statements:edit": {COORDINATOR, ADMINISTRATION},
    "privacy_statements:delete": set(),
}
SETTINGS = {
    "attemptpolicy": {COORDINATOR},
    "promisesettings": {ADMINISTRATION},
    "retentionsettings": {ADMINISTRATION},
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def log_in(client):
    def log_in_member_of(group):
        user = StaffFactory()
        if group != NO_GROUP:
            user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return log_in_member_of


def address(name):
    """The address of a view, with a row for those that need one."""
    kind, _, action = name.partition(":")
    if name in {"registration_resend_mail", "registration_drop_mail"}:
        return reverse(name, args=[OutboundMail.objects.create(code="confirmation").pk])
    if name == "callbacks:attempt_note":
        attempt = ContactAttemptFactory()
        return reverse(name, args=[attempt.callback.address, attempt.pk])
    if (kind == "callbacks" and action not in {"index", "closed"}) or action == "give_back":
        return reverse(name, args=[CallbackFactory().address])
    if action in {"edit", "delete"}:
        rows = {
            "role": Role.objects,
            "region": Region.objects,
            "mediators": Mediator.objects,
            "crisis_lines": CrisisLine.objects,
            "optionlabel": OptionLabel.objects,
            "mail_wording": MailWording.objects,
            "opening_hours": OpeningHours.objects,
            "closed_days": ClosedDay.objects,
            "privacy_statements": PrivacyStatement.objects,
        }
        if kind == "mediators":
            Mediator.objects.create(name="Bo", email="bo@example.org")
        if kind == "closed_days":
            ClosedDay.objects.create(date="2026-12-31", reason="Oud en nieuw")
        return reverse(name, args=[rows[kind].first().pk])
    return reverse(name)


def is_refused(response):
    return response.status_code == 302 and response["Location"] == ADMIN_HOME


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", QUEUE_VIEWS)
def test_each_group_meets_each_screen_of_the_queue(client, log_in, name, group):
    verb, allowed = QUEUE_VIEWS[name]
    other = {"get": "post", "post": "get"}[verb]
    log_in(group)
    url = address(name)
    response = getattr(client, verb)(url)
    assert is_refused(response) is (group not in allowed)
    if group in allowed:
        assert response.status_code in {200, 302}
        assert getattr(client, other)(url).status_code == 405
    else:
        assert is_refused(getattr(client, other)(url))


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", EDITING_VIEWS)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_each_group_meets_each_editing_screen(client, log_in, name, group, verb):
    log_in(group)
    response = getattr(client, verb)(address(name))
    assert is_refused(response) is (group not in EDITING_VIEWS[name])


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_each_group_meets_the_settings(client, log_in, name, group, verb):
    log_in(group)
    url = reverse("wagtailsettings:edit", args=["registration", name])
    response = getattr(client, verb)(url, follow=True)
    was_refused = response.redirect_chain[-1:] == [(ADMIN_HOME, 302)]
    assert was_refused is (group not in SETTINGS[name])


@pytest.mark.parametrize("name", [*QUEUE_VIEWS, *EDITING_VIEWS])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_stranger_is_sent_to_the_login(client, name, verb):
    response = getattr(client, verb)(address(name))
    assert response.status_code == 302
    assert response["Location"].startswith("/staff/login/")


def test_not_even_a_superuser_deletes_an_answer_that_registrations_hold(admin_client):
    role = Role.objects.first()
    admin_client.post(reverse("role:delete", args=[role.pk]))
    assert Role.objects.filter(pk=role.pk).exists()


@pytest.mark.parametrize("group", [COMMUNICATION, ADMINISTRATION, NO_GROUP])
def test_whoever_is_not_of_the_desk_changes_and_sees_nothing(client, log_in, group):
    user = log_in(group)
    callback = CallbackFactory(claimed_by=user)
    posts = {
        "callbacks:take": {},
        "callbacks:attempt": {"result": AttemptResult.REACHED},
        "callbacks:client": {"agrees": "no"},
        "callbacks:close": {"close-outcome": Lifecycle.OTHER_SERVICE},
        "callbacks:hand_over": {},
        "callbacks:reopen": {},
        "callbacks:release": {},
        "callbacks:read": {},
    }
    for name, data in posts.items():
        client.post(reverse(name, args=[callback.address]), data)
    client.get(reverse("callbacks:details", args=[callback.address]))
    fresh = Callback.objects.get(pk=callback.pk)
    assert (fresh.state, fresh.attempt_count) == (callback.state, 0)
    assert fresh.claimed_by == user
    assert not AccessLogEntry.objects.exists()


@pytest.mark.parametrize("group", GROUPS)
def test_the_menu_and_the_home_show_callbacks_to_the_desk_only(client, log_in, group):
    log_in(group)
    words = client.get(ADMIN_HOME).content.decode()
    assert (reverse("callbacks:index") in words) is (group in DESK_MEMBERS)


def test_editors_find_no_trace_of_registrations_in_the_admin(client, log_in):
    log_in(COMMUNICATION)
    words = client.get(ADMIN_HOME).content.decode().lower()
    for trace in ("callback", "terugbel", "access-log", "outgoing-mail", "opening_hours"):
        assert trace not in words

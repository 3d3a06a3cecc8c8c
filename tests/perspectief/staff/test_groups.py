"""Each group may do its own work and nothing else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import get_resolver
from wagtail.models import GroupPagePermission, Locale, Page

from perspectief.staff import groups
from registration.casework import permissions
from registration.models import Callback
from tests.support.some import some

pytestmark = pytest.mark.django_db


class TestSync:
    def test_migrating_made_the_four_groups_and_only_those(self):
        assert set(Group.objects.values_list("name", flat=True)) == {
            "Communicatie",
            "Aanmeldpunt",
            "Aanmeldpunt-coördinator",
            "Beheer",
        }

    def test_every_permission_exists(self):
        for rights in some(groups.GROUPS.values()):
            for name in (*rights.permissions, *rights.on_pages, *rights.on_collections):
                assert groups.find_permissions([name]), name

    def test_database_holds_exactly_what_the_module_says(self):
        for name, rights in some(groups.GROUPS.items()):
            group = Group.objects.get(name=name)
            held = group.permissions.values_list("content_type__app_label", "codename")
            assert {".".join(pair) for pair in held} == rights.permissions
            assert group.page_permissions.count() == len(rights.on_pages)
            assert group.collection_permissions.count() == len(rights.on_collections)

    def test_second_time_changes_nothing_and_members_stay(
        self, editor, django_assert_max_num_queries
    ):
        before = list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True))
        groups.sync_groups()
        after = list(GroupPagePermission.objects.order_by("pk").values_list("pk", flat=True))
        assert before == after
        assert editor.groups.get().name == groups.COMMUNICATION

    def test_what_was_added_by_hand_is_taken_away(self):
        editors = Group.objects.get(name=groups.COMMUNICATION)
        editors.permissions.add(Permission.objects.get(codename="view_queue"))
        other_page = Page.objects.get(depth=2) if Page.objects.filter(depth=2) else None
        if other_page is None:
            other_page = Page.get_first_root_node().add_child(
                instance=Page(title="X", slug="x", locale=Locale.get_default())
            )
        GroupPagePermission.objects.create(
            group=editors,
            page=other_page,
            permission=Permission.objects.get(codename="bulk_delete_page"),
        )
        groups.sync_groups()
        assert not editors.permissions.filter(codename="view_queue").exists()
        assert not editors.page_permissions.filter(page=other_page).exists()

    def test_wagtails_own_groups_do_not_come_back(self):
        Group.objects.create(name="Editors")
        groups.sync_groups()
        assert not Group.objects.filter(name="Editors").exists()


@pytest.mark.parametrize(
    ("group", "queue", "take", "coordinate", "log", "mail"),
    [
        (groups.COMMUNICATION, False, False, False, False, False),
        (groups.DESK, True, True, False, False, False),
        (groups.COORDINATOR, True, True, True, False, True),
        (groups.ADMINISTRATION, False, False, False, True, True),
    ],
)
def test_who_may_do_what_with_registrations(make_staff, group, queue, take, coordinate, log, mail):
    user = make_staff(group=group)
    assert permissions.can_see_queue(user) is queue
    assert permissions.can_take_callbacks(user) is take
    assert permissions.can_coordinate(user) is coordinate
    assert permissions.can_view_access_log(user) is log
    assert permissions.can_view_outgoing_mail(user) is mail
    assert user.has_perm("auth.change_user") is (group == groups.ADMINISTRATION)
    assert not user.has_perm("auth.change_group")


def test_person_who_left_may_do_nothing(make_staff):
    user = make_staff(group=groups.COORDINATOR, is_active=False)
    assert not permissions.can_see_queue(user)


def registration_addresses() -> list[str]:
    """Return an address for every screen of the registration app in the admin."""
    found = []

    def collect(patterns, prefix):
        for pattern in patterns:
            route = prefix + str(getattr(pattern.pattern, "_route", ""))
            if hasattr(pattern, "url_patterns"):
                collect(pattern.url_patterns, route)
                continue
            view = getattr(pattern.callback, "view_class", pattern.callback)
            model = (getattr(pattern.callback, "view_initkwargs", None) or {}).get("model")
            app_label = getattr(getattr(model, "_meta", None), "app_label", "")
            is_ours = view.__module__.startswith("registration.") or app_label == "registration"
            if is_ours and route.startswith("admin/"):
                found.append("/" + _with_values(route))

    collect(get_resolver().url_patterns, "")
    return found


def _with_values(route: str) -> str:
    parts = route.split("/")
    return "/".join("1" if part.startswith("<") else part for part in parts)


class TestScreensOfTheDesk:
    @pytest.fixture
    def callback(self) -> Callback:
        from tests.registration.factories import CallbackFactory

        return CallbackFactory()

    def test_are_found(self):
        assert len(registration_addresses()) > 20

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_are_all_closed_to_editors(self, client, editor, callback, method):
        client.force_login(editor)
        for address in some(registration_addresses()):
            response = getattr(client, method)(address)
            assert response.status_code in {302, 403, 404, 405}, address
            if response.status_code == 302:  # sent home with a message
                assert response["Location"] in {"/admin/", "/admin"}, address

    def test_queue_is_closed_to_the_administrator_too(self, make_staff, client, callback):
        client.force_login(make_staff("kim", groups.ADMINISTRATION))
        for address in some(registration_addresses()):
            if address.startswith("/admin/callbacks/"):
                assert client.get(address).status_code in {302, 403, 405}, address


@pytest.mark.parametrize("group", [groups.DESK, groups.COORDINATOR, groups.ADMINISTRATION])
def test_others_edit_no_pages(client, make_staff, group):
    client.force_login(make_staff(group=group))
    root = Page.get_first_root_node()
    assert client.get(f"/admin/pages/{root.pk}/edit/").status_code in {302, 403, 404}
    assert client.get("/admin/images/").status_code == 302

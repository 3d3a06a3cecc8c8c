"""The four groups of staff and what each may do, as data.

They are brought in line with this module after every `migrate`: what is added to a group by hand in
the admin is taken away again, so that nobody drifts into seeing registrations.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

COMMUNICATION = "Communicatie"
DESK = "Aanmeldpunt"
COORDINATOR = "Aanmeldpunt-coördinator"
ADMINISTRATION = "Beheer"

# Wagtail makes these; its editors and moderators are not ours.
UNUSED_GROUPS = ("Editors", "Moderators")


def each(actions: str, app: str, models: str) -> frozenset[str]:
    """Return the permissions to do every one of `actions` with every one of `models`."""
    return frozenset(
        f"{app}.{action}_{model}" for action in actions.split() for model in models.split()
    )


@dataclass(frozen=True)
class StaffGroup:
    """What a group may do: everywhere, on all pages, and with files in all collections.

    Permissions are written as `app.codename`; those on pages and collections hold below the root,
    and so in every language.
    """

    permissions: frozenset[str]
    on_pages: frozenset[str] = frozenset()
    on_collections: frozenset[str] = frozenset()


OPEN_ADMIN = frozenset({"wagtailadmin.access_admin"})
WORK_IN_QUEUE = frozenset({"registration.view_queue", "registration.take_callbacks"})

GROUPS: dict[str, StaffGroup] = {
    # Pages, media, menus, phone number. Nothing of registrations: not even that there are any.
    COMMUNICATION: StaffGroup(
        permissions=OPEN_ADMIN
        | {"wagtail_localize.submit_translation"}
        | each("add change delete", "home", "sitemenu figure figureset sameword")
        | each("publish", "home", "sitemenu")
        | each("change", "perspectief", "contactdetails")
        | each("add change delete", "media_library", "video mediacoverage")
        | each("add change delete", "wagtailredirects", "redirect"),
        on_pages=each("add change publish lock unlock", "wagtailcore", "page"),
        on_collections=each("add change choose", "wagtailimages", "image")
        | each("add change choose", "wagtaildocs", "document")
        | each("add change delete", "wagtailcore", "collection"),
    ),
    DESK: StaffGroup(permissions=OPEN_ADMIN | WORK_IN_QUEUE),
    COORDINATOR: StaffGroup(
        permissions=OPEN_ADMIN
        | WORK_IN_QUEUE
        | {"registration.coordinate", "registration.view_outboundmail"}
        | {"registration.view_figures"}
        | each(
            "add change view",
            "registration",
            "role eventkind timeago province need heardfrom organisationkind crisisline "
            "region mediator",
        )
        | each("add change delete view", "registration", "openinghours closedday")
        | each("change", "registration", "attemptpolicy")
        | each("change view", "registration", "optionlabel mailwording")
        | each("change", "registration", "promiseclocksettings")
        | each("add change view", "registration", "privacystatement"),
    ),
    # Accounts, settings and the access log; not the queue, and so no registration.
    ADMINISTRATION: StaffGroup(
        permissions=OPEN_ADMIN
        | {"registration.view_access_log", "registration.view_outboundmail"}
        | each("add change delete view", "auth", "user")
        | each("change", "registration", "promisesettings retentionsettings")
        | each("add change view", "registration", "privacystatement"),
    ),
}


@transaction.atomic
def sync_groups() -> None:
    """Make the groups in the database what GROUPS says; members stay. Idempotent."""
    Group.objects.filter(name__in=UNUSED_GROUPS).delete()
    for name, rights in GROUPS.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(find_permissions(rights.permissions))
        _sync_rows(GroupPagePermission, group, rights.on_pages, page=Page.get_first_root_node())
        _sync_rows(
            GroupCollectionPermission,
            group,
            rights.on_collections,
            collection=Collection.get_first_root_node(),
        )


def find_permissions(names: Iterable[str]) -> list[Permission]:
    """Return the permissions that are written as `app.codename`.

    One that does not exist (while only some migrations are applied) is left out; a test sees to it
    that all of GROUPS exist.
    """
    condition = Q(pk__in=[])
    for name in names:
        app_label, codename = name.split(".")
        condition |= Q(content_type__app_label=app_label, codename=codename)
    return list(Permission.objects.filter(condition))


def sync_after_last_app(sender: AppConfig, **kwargs: Any) -> None:
    """Run `sync_groups` once per `migrate`, when the permissions of all apps exist."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if sender == with_models[-1]:
        sync_groups()


def _sync_rows(model: Any, group: Group, names: Iterable[str], **place: Any) -> None:
    permissions = find_permissions(names)
    rows = model.objects.filter(group=group)
    rows.exclude(permission__in=permissions, **place).delete()
    for permission in permissions:
        model.objects.get_or_create(group=group, permission=permission, **place)

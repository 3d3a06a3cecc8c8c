"""Wagtail's users app, told to use our screens for accounts."""

from wagtail.users.apps import WagtailUsersAppConfig


class StaffUsersAppConfig(WagtailUsersAppConfig):
    """Replaces `wagtail.users` in INSTALLED_APPS."""

    user_viewset = "perspectief.staff.users.UserViewSet"

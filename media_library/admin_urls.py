"""Address of Wagtail's account page, which would keep profile pictures as they come."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from media_library.avatars import AccountViewWithAvatar

urlpatterns = [path("account/", require_admin_access(AccountViewWithAvatar.as_view()))]

"""Where editors make a page that English readers get too: at its Dutch place."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale, Page


def way_to_dutch_place(
    page: Page, user: User, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """Lead from an English page, below which nothing is made, to where it is made in Dutch."""
    if page.is_root() or page.locale.language_code == settings.LANGUAGE_CODE:
        return
    dutch = page.get_translation_or_none(Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    if dutch is not None and dutch.permissions_for_user(user).can_add_subpage():
        yield Button(
            _("New page: make it in Dutch, then translate it"),
            reverse("wagtailadmin_pages:add_subpage", args=[dutch.pk]),
            icon_name="plus",
            priority=10,
        )

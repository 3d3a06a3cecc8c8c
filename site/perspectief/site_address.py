"""The address of this site: the one place where an address is made absolute.

Mails, feeds, the sitemap, the head of pages, structured data and QR codes all ask here, and so tell
the same whatever name a visitor came by. The setting BASE_URL says it. Wagtail keeps the address in
its record of the site too, for links of its own; that record follows and cannot be made to differ.
"""

from typing import Any
from urllib.parse import urljoin, urlsplit

from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_migrate, pre_save
from wagtail.models import Site


def absolute_url(url: str) -> str:
    """Return the whole address of something on this site.

    Args:
        url: a path that begins with a slash. What is absolute already, such as the address of a
            file that another machine serves, stays as it is.
    """
    return urljoin(f"{settings.WAGTAILADMIN_BASE_URL}/", url)


def scheme_and_host() -> tuple[str, str]:
    """Return both parts of the address, such as `https` and `www.example.org`."""
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    return parts.scheme, parts.netloc


def follow_base_url(site: Site) -> None:
    """Make Wagtail's record of the site say what BASE_URL says, without saving it."""
    parts = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site.hostname = parts.hostname or ""
    site.port = parts.port or {"http": 80, "https": 443}[parts.scheme]


def record_differs() -> bool:
    """Return whether Wagtail's records of sites, one or none, say something else than BASE_URL."""
    addresses = [site.root_url for site in Site.objects.all()]
    return addresses not in ([], [settings.WAGTAILADMIN_BASE_URL])


def update_record() -> None:
    """Have the record of the site, if there is one, say what BASE_URL says."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None and record_differs():
        site.save()  # which `_before_save` corrects


def connect() -> None:
    """Correct the record after every `migrate`, and whenever somebody saves it."""
    pre_save.connect(_before_save, sender=Site, dispatch_uid="perspectief.site_address")
    post_migrate.connect(
        _after_migrate,
        sender=apps.get_app_config("wagtailcore"),
        dispatch_uid="perspectief.site_address",
    )


def _before_save(sender: type[Site], instance: Site, **kwargs: Any) -> None:
    if instance.is_default_site:
        follow_base_url(instance)


def _after_migrate(sender: Any, **kwargs: Any) -> None:
    update_record()

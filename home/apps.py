from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """What the public reads: page types, blocks, navigation and demo content."""

    name = "home"
    verbose_name = _("Website")

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicPagesConfig(AppConfig):
    """The pages on which people register, ask, refer and see what we have of them."""

    name = "registration.public_pages"
    label = "public_pages"
    verbose_name = _("Registration pages")

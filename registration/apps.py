from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Self-registration, the callback promise, the desk's queue, mail and retention."""

    name = "registration"
    verbose_name = _("Registration")

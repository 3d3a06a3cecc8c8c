from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Self-registration, the callback promise, the desk's queue, mail and retention."""

    name = "registration"
    verbose_name = _("Registration")

    def ready(self) -> None:
        """Keep the rows that every installation needs in place, and register the checks."""
        # Only now are the models loaded.
        from registration import checks  # noqa: F401 - importing registers them
        from registration.background import erasures
        from registration.casework import departure
        from registration.installation.first_rows import add_missing_rows
        from registration.journey import drafts
        from registration.mail import account_mail
        from registration.own_page import visits
        from registration.promise_clock import settlement

        post_migrate.connect(add_missing_rows, sender=self)
        departure.connect()
        erasures.connect()
        drafts.connect()
        visits.connect()
        settlement.connect()
        account_mail.connect()

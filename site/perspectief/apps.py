from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PerspectiefConfig(AppConfig):
    """The project package as an app: its templates, static files, commands and system checks."""

    name = "perspectief"
    verbose_name = "Perspectief Herstelbemiddeling"

    def ready(self) -> None:
        """Load what needs all models: system checks, first rows, and what follows changes."""
        from perspectief import (  # checks register themselves
            checks,  # noqa: F401
            content_changes,
            date_fields,
            deployment_checks,  # noqa: F401
            error_reporting,
            first_rows,
            phone_number,
            site_address,
            typed_text,
        )

        error_reporting.start()
        content_changes.connect()
        site_address.connect()
        phone_number.connect()
        typed_text.connect()
        date_fields.connect()
        post_migrate.connect(first_rows.add_contact_details, sender=self)

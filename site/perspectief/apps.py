from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PerspectiefConfig(AppConfig):
    """The project package as an app: its templates, static files, commands and system checks."""

    name = "perspectief"
    verbose_name = "Perspectief Herstelbemiddeling"

    def ready(self) -> None:
        """Load what needs all models: system checks, and what makes cached pages out of date."""
        from perspectief import (  # checks register themselves
            checks,  # noqa: F401
            content_changes,
            deployment_checks,  # noqa: F401
            error_reporting,
            site_address,
        )
        from perspectief.staff import groups, leaving, recovery, second_factor, sessions

        error_reporting.start()
        content_changes.connect()
        site_address.connect()
        second_factor.connect()
        recovery.connect()
        sessions.connect()
        leaving.connect()
        post_migrate.connect(groups.sync_after_last_app)

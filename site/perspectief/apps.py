from django.apps import AppConfig


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

        error_reporting.start()
        content_changes.connect()
        site_address.connect()

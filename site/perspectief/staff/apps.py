from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StaffConfig(AppConfig):
    """Accounts of staff: logging in, sessions, groups, and who may decide about an account."""

    name = "perspectief.staff"
    label = "staff"
    verbose_name = "Perspectief Herstelbemiddeling: staff"

    def ready(self) -> None:
        """Have signals followed; only now are all models loaded."""
        from perspectief.staff import (
            account_changes,
            account_guards,
            departure,
            groups,
            guesses,
            recovery,
            second_factor,
            sessions,
        )

        second_factor.connect()
        guesses.connect()
        recovery.connect()
        sessions.connect()
        account_guards.connect()
        account_changes.connect()
        departure.connect()
        post_migrate.connect(groups.sync_after_last_app)

"""`fill_demo_day`: the demo of `make run`, with a busy day in the queue."""

from typing import Any

from django.conf import settings
from django.core.management import call_command

from perspectief.demo_password import load_or_create
from perspectief.management.commands import run_demo
from perspectief.real_site import refuse_on_real_site


class Command(run_demo.Command):
    """Prepare the demo and fill the queue; what runs already goes on, and shows it at once."""

    help = "Prepare the site with demo content and fill the queue with a busy day; runs nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; a second time on the same day changes nothing."""
        refuse_on_real_site("Filling the queue with examples")
        # Somebody may be logged in with an account that is there, and know its password.
        self.prepare(load_or_create(settings.VAR_DIR / "demo-password"), only_missing_accounts=True)
        call_command("load_demo_day", stdout=self.stdout)
        self.stdout.write("See them at /admin/callbacks/, with: make run")

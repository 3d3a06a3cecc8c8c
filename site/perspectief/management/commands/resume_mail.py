"""`resume_mail`: a site that was put back from a backup sends mail again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from perspectief import restoration


class Command(BaseCommand):
    """End the pause; the button on the screen of outgoing mail does the same."""

    help = "Send mail again, after the site was put back from a backup and somebody looked at it."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it; raises CommandError if what was erased has not been deleted again."""
        try:
            was_paused = restoration.resume_mail(timezone.now())
        except restoration.LedgerMissingError:
            raise CommandError(
                "What was erased since the backup is still there: perspectief repeat_erasures"
            ) from None
        self.stdout.write("Mail goes out again." if was_paused else "Mail was not paused.")

"""Clean the uploads that came before uploads were cleaned, and make their copies again."""

from typing import Any

from django.core.management.base import BaseCommand

from media_library.cleaning import clean_stored_files
from perspectief.cache_generation import start_new_generation


class Command(BaseCommand):
    """`clean_uploads`: takes seconds for each image; may stop anywhere and run again."""

    help = "Take out of stored files where and by whom they were made, and make copies again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean, and say how many files of each sort."""
        report = clean_stored_files()
        start_new_generation()  # pages tell how large documents are
        if options["verbosity"]:
            self.stdout.write(f"Images: {report.images}, and {report.copies} copies of them")
            self.stdout.write(f"Documents: {report.documents}, videos: {report.videos}")
            self.stdout.write(f"Profile pictures: {report.avatars}")
            self.stdout.write(f"Copies that belonged to no image any more: {report.orphans}")
        if report.unreadable:
            self.stderr.write(
                "Could not be read, replace or delete them: " + ", ".join(report.unreadable)
            )

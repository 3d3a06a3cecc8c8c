"""Have the sizes of all images made that are missing, such as after a new layout."""

from typing import Any

from django.core.management.base import BaseCommand

from media_library.models import ContentImage
from media_library.tasks import make_picture_sizes


class Command(BaseCommand):
    """`make_picture_sizes`: the worker makes them; may run any number of times."""

    help = "Ask the worker to make every size of every image that is not there yet."

    def handle(self, *args: Any, **options: Any) -> None:
        """Ask for each image."""
        keys = ContentImage.objects.order_by("pk").values_list("pk", flat=True)
        for key in keys:
            make_picture_sizes.enqueue(key)
        if options["verbosity"]:
            self.stdout.write(f"Images whose sizes the worker will make: {len(keys)}")

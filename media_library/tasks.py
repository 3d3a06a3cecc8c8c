"""Work on uploads that nobody should wait for. Arguments are primary keys only."""

from django_tasks import task

from media_library.models import ContentImage
from media_library.pictures import make_sizes
from perspectief.cache_generation import start_new_generation


@task()
def make_picture_sizes(image_id: int) -> None:
    """Make the sizes in which pages show an image; one that is gone meanwhile needs none.

    Args:
        image_id: primary key of the ContentImage.
    """
    image = ContentImage.objects.filter(pk=image_id).first()
    if image is not None:
        make_sizes(image)
        start_new_generation()  # pages that are kept show the small copy only

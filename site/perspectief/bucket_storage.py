"""Uploads in S3-compatible storage, for a site on more than one server."""

import mimetypes
from collections.abc import Iterator
from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

CHUNK = 64 * 1024  # bytes


class BucketStorage(S3Storage):
    """Uploads in a bucket that only the site reads.

    Their addresses are the site's own, as with a folder: pages, policies and caches stay as they
    are, no browser asks anybody else, and who may have what is decided in one place.
    """

    def url(
        self,
        name: str,
        parameters: object = None,
        expire: object = None,
        http_method: object = None,
    ) -> str:
        """Return the address at which the site serves it, to those who may have it."""
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))

    def part_of(self, name: str, first: int, last: int) -> Iterator[bytes]:
        """Yield the bytes from `first` up to and including `last`, without fetching the others."""
        answer = self.bucket.Object(name).get(Range=f"bytes={first}-{last}")
        yield from answer["Body"].iter_chunks(CHUNK)

    def replace(self, name: str, content: bytes) -> None:
        """Put other content in the place of a stored file; nobody ever finds half of it."""
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.bucket.Object(name).put(Body=content, ContentType=kind)

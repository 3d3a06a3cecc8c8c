"""Uploaded files in development, and from a bucket; those in a folder nginx serves in production.

Django's own view ignores Range requests, without which a video cannot be moved through.
"""

import mimetypes
import posixpath
import re
from collections.abc import Iterator

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from perspectief.security_headers import FILE_POLICY

CHUNK = 64 * 1024  # bytes
mimetypes.add_type("text/vtt", ".vtt")  # captions; Python's own list lacks it
#: The only folders of uploads of which anybody may have a file. Of the others: documents have
#: a view that knows who may see them, pictures are shown as copies, and some is not checked yet.
OPEN_FOLDERS = ("images", "videos", "captions", "avatar_images")
_OPEN = tuple(f"{folder}/" for folder in OPEN_FOLDERS)
AGE = 24 * 60 * 60  # seconds; nginx says the same of files in its folder
_ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def media_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one uploaded file, or the part of it that the Range header asks for.

    Answers 206 or 416 after RFC 9110 §14; several ranges at once get the whole file, as it allows.
    """
    name = posixpath.normpath(path)
    try:
        if not name.startswith(_OPEN):
            raise Http404
        file = default_storage.open(name)
        size = default_storage.size(name)
    except (OSError, ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response: HttpResponseBase
    asked = _ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or not (asked[1] or asked[2]):
        response = FileResponse(file, content_type=content_type)
    else:
        first, last = _bounds(asked[1], asked[2], size)
        if first > last:
            file.close()
            response = HttpResponse(status=416)
            response["Content-Range"] = f"bytes */{size}"
        else:
            response = StreamingHttpResponse(
                _part(name, file, first, last), status=206, content_type=content_type
            )
            response["Content-Range"] = f"bytes {first}-{last}/{size}"
            response["Content-Length"] = str(last - first + 1)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = f"public, max-age={AGE}"
    response["Content-Security-Policy"] = FILE_POLICY
    return response


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """Return the first and last byte asked for; the first lies behind the last if there is none."""
    if not first:  # the last so many bytes
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _part(name: str, file: File, first: int, last: int) -> Iterator[bytes]:
    with file:
        if hasattr(default_storage, "part_of"):  # a bucket
            yield from default_storage.part_of(name, first, last)
            return
        file.seek(first)
        left = last - first + 1
        while left > 0:
            chunk = file.read(min(CHUNK, left))
            if not chunk:
                return
            left -= len(chunk)
            yield chunk

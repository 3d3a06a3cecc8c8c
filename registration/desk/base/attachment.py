"""Files that the desk downloads."""

from typing import Any

from django.http import HttpResponse, StreamingHttpResponse


def attachment(lines: Any, content_type: str, name: str) -> HttpResponse | StreamingHttpResponse:
    """Return a file to download that is sent while it is made.

    Args:
        lines: the parts of the file.
        content_type: of the file.
        name: without anything personal in it.
    """
    response = StreamingHttpResponse(lines, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response

"""Exports of Wagtail's reports and lists, so that a spreadsheet shows them as columns.

Wagtail writes every CSV file with commas and without a mark of its encoding, and makes its headings
when the file is sent, in whichever language is active by then. One place mends all of them, also
those of a new list: a file of ours begins with the mark already, and is left as it is.
"""

import csv
import io
from collections.abc import Callable, Iterator
from itertools import chain
from typing import cast

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from perspectief.spreadsheet_files import BYTE_ORDER_MARK, csv_lines

CSV = "text/csv"


class SpreadsheetExportMiddleware:
    """Divides Wagtail's CSV files as a spreadsheet in the language of the colleague expects."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin_path = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        response = self.get_response(request)
        if (
            isinstance(response, StreamingHttpResponse)
            and response.headers.get("Content-Type", "").partition(";")[0] == CSV
            and request.path_info.startswith(self.admin_path)
        ):
            _divide(response)
        return response


def _divide(response: StreamingHttpResponse) -> None:
    parts = cast(Iterator[bytes], response.streaming_content)
    first = next(parts, b"")
    if first.startswith(BYTE_ORDER_MARK.encode()):
        response.streaming_content = chain([first], parts)
        return
    # Read at once: the language of the colleague is active now, and no longer when it is sent.
    text = b"".join([first, *parts]).decode()
    rows = csv.reader(io.StringIO(text, newline=""))
    response.streaming_content = list(csv_lines(next(rows, []), rows))
    response.headers["Content-Type"] = f"{CSV}; charset=utf-8"

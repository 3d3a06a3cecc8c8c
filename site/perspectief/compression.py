"""Pages that are the same for everybody, compressed once and kept so.

Only those: what is compressed gives away, by its length, how much two parts of it resemble each
other. Where a page holds a secret (the token of a form, a code) and repeats what somebody else put
in its address, that is enough to guess the secret letter by letter ("BREACH"). A kept page has no
form, no cookie and no query. Everything else leaves uncompressed, and a server in front of the site
must leave it so: docs/decisions/compressed-pages.md.
"""

import gzip
from dataclasses import dataclass
from typing import Self

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

#: A few milliseconds for a page; the highest takes fifty, for a tenth less.
BROTLI_QUALITY = 6


@dataclass(frozen=True)
class CompressedPage:
    """The content of a page in two encodings; whoever knows neither gets it as it was."""

    brotli: bytes
    gzip: bytes

    @classmethod
    def of(cls, content: bytes) -> Self:
        """Compress a page."""
        return cls(
            brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY),
            gzip.compress(content, mtime=0),
        )

    def fill(self, response: HttpResponse, request: HttpRequest) -> HttpResponse:
        """Put it into an answer, in the best encoding that the browser knows."""
        accepted = _accepted_encodings(request.headers.get("Accept-Encoding", ""))
        if "br" in accepted:
            response.content, response["Content-Encoding"] = self.brotli, "br"
        elif "gzip" in accepted:
            response.content, response["Content-Encoding"] = self.gzip, "gzip"
        else:
            response.content = gzip.decompress(self.gzip)
        response["Content-Length"] = str(len(response.content))
        patch_vary_headers(response, ["Accept-Encoding"])
        return response


def _accepted_encodings(header: str) -> set[str]:
    """Return the encodings that a browser names, but for those that it refuses with `q=0`."""
    accepted = set()
    for each in header.lower().split(","):
        name, _, weight = each.replace(" ", "").partition(";q=")
        if not weight or weight.strip("0."):
            accepted.add(name)
    return accepted

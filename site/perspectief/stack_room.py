"""Room for the calls of a whole request, taken once.

CPython keeps the frames of calls in pieces of 16 kB, and gives a piece back as soon as the last
call in it returns. A loop that happens to stand at the end of a piece asks the kernel for memory at
each turn: thousands of times for one page, and a sixth of the work. One frame that says it needs
much gets a large piece, and all calls below it fit in what is left of that.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

#: Of 8 bytes each. A piece is the next power of two, here 1 MiB, of which this leaves half. Memory
#: that nobody touches is never really taken.
SLOTS = 66_000


class StackRoomMiddleware:
    """Answer a request with room for its calls; stands before all others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer one request."""
        return _with_room(self.get_response, request)


def _with_room(
    get_response: Callable[[HttpRequest], HttpResponseBase], request: HttpRequest
) -> HttpResponseBase:
    return get_response(request)


_with_room.__code__ = _with_room.__code__.replace(co_stacksize=SLOTS)

"""No page spends its time on asking the kernel for the same memory again and again."""

import resource
from collections.abc import Callable
from threading import Thread

from django.http import HttpResponse
from django.test import RequestFactory

from perspectief.stack_room import StackRoomMiddleware

CALLS = 1000
DEPTHS = range(250)  # frames of some 100 bytes: more than one piece of 16 kB


def leaf() -> None:
    return None


def loop_at(depth: int) -> None:
    """Call something in a loop, below `depth` other calls."""
    if depth:
        return loop_at(depth - 1)
    for _turn in range(CALLS):
        leaf()
    return None


def page(request) -> HttpResponse:
    """Answer with a loop at every depth, at one of which a piece ends."""
    for depth in DEPTHS:
        loop_at(depth)
    return HttpResponse("page")


def new_memory(answer: Callable) -> int:
    """Return how often the kernel gave memory that was not there yet, while `answer` answered.

    In a thread of its own, as a web server answers: its pieces begin with this.
    """
    found = []

    def measure() -> None:
        request = RequestFactory().get("/")
        before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
        assert answer(request).content == b"page"
        found.append(resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before)

    thread = Thread(target=measure)
    thread.start()
    thread.join()
    return found[0]


def test_a_loop_that_stands_at_the_end_of_a_piece_takes_memory_once():
    assert new_memory(page) > CALLS // 2, "CPython no longer does so: take the middleware out"
    assert new_memory(StackRoomMiddleware(page)) < CALLS // 10


def test_every_request_has_room(settings):
    assert settings.MIDDLEWARE[0] == "perspectief.stack_room.StackRoomMiddleware"

"""Measures the site on the database that the environment names; prints JSON on the last line.

Run by `python -m tests.bench`, which prepares that environment. With `--short` it does all of that
a few times only, on a small site: enough to see that it still works, too few to say how fast.
"""

import json
import logging
import os
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from tests.bench import long_queue
from tests.bench.figures import timed, timing_of
from tests.bench.first_visit import first_visit
from tests.bench.long_queue import QueueSize, measure_queue
from tests.bench.processor import SENDING, processor_times, round_trips
from tests.support.programs import running_program
from tests.support.smtp_server import Mailbox, free_port

HOME = "/"
HOME_UNCACHED = "/?only=bench"  # a page that reads its query is never kept
AT_ONCE = 2
START_TIMEOUT = 300  # seconds
MAIL_TIMEOUT = 600


@dataclass(frozen=True)
class Amounts:
    """How often each thing is done; `queue` is None where the queue is not measured."""

    warm_up: int
    home_requests: int
    registrations: int
    mailed_registrations: int
    queue: QueueSize | None


def full() -> Amounts:
    """Return what figures are made of; the long queue belongs to the database of the real site."""
    is_real = connection.vendor == "postgresql"
    return Amounts(10, 400, 40, 100, queue=long_queue.FULL if is_real else None)


SHORT = Amounts(1, 4, 2, 3, queue=QueueSize(few=6, many=12, open=3, very_many_open=6, requests=2))


def main(arguments: list[str]) -> None:
    """Measure everything."""
    is_short = "--short" in arguments
    mailbox = Mailbox()
    os.environ["EMAIL_PORT"] = str(mailbox.port)
    django.setup()
    settings.STATIC_ROOT.mkdir(parents=True)
    logging.getLogger("mail.log").setLevel(logging.WARNING)  # of the mail server, a line a command
    call_command("migrate", verbosity=0)
    if is_short:
        plant_small_site()
    else:
        call_command("load_demo_content", verbosity=0)
    # Publishing the pages queued hundreds of tasks, which would be measured with the mail.
    call_command("worker", once=True)
    amounts = SHORT if is_short else full()
    figures = {
        **measure_pages(amounts),
        **count_queries(),
        "processor": processor_times(HOME_UNCACHED, amounts.home_requests, amounts.registrations),
        "first_visit": first_visit(),
        "mails": measure_mail(mailbox, amounts.mailed_registrations),
    }
    if amounts.queue:
        figures |= measure_queue(amounts.queue)
    sys.stdout.write(json.dumps(figures) + "\n")


def plant_small_site() -> None:
    """Make the few pages that are measured, where the demo would take a minute."""
    from tests.support.site_tree import plant_site_tree

    plant_site_tree()


def measure_pages(amounts: Amounts) -> dict[str, Any]:
    """Return how fast pages and registrations are over HTTP, against the real web server."""
    from perspectief.management.commands.run_demo import answers, child_environment, server_command
    from tests.bench.journey import register
    from tests.bench.visitors import HttpVisitor, HttpVisitors, Stopwatch

    port = free_port()
    visitors = HttpVisitors(port)

    def get(path: str) -> Callable[[int], None]:
        def ask(number: int) -> None:
            status = visitors.mine().get(path).status
            if status != 200:
                raise RuntimeError(f"{path} answered {status}")

        return ask

    seconds: dict[str, list[float]] = {}

    def register_somebody(number: int) -> None:
        visitor = HttpVisitor(port)
        register(Stopwatch(visitor, time.perf_counter, seconds), number)
        visitor.close()

    with running_program(
        server_command(port), child_environment(port), lambda: answers(port), START_TIMEOUT
    ):
        figures = {}
        for name, path in (("home_cached", HOME), ("home_not_cached", HOME_UNCACHED)):
            timed(get(path), amounts.warm_up, AT_ONCE)
            figures[name] = timed(get(path), amounts.home_requests, AT_ONCE).as_dict()
        timed(register_somebody, AT_ONCE, AT_ONCE)
        seconds.clear()
        began = time.perf_counter()
        figures["registration"] = timed(
            lambda number: register_somebody(AT_ONCE + number), amounts.registrations, AT_ONCE
        ).as_dict()
        whole = time.perf_counter() - began
    # Sending hashes the secret words, slowly on purpose; all else is a step.
    sending = seconds.pop(SENDING)
    steps = [each for of_step in seconds.values() for each in of_step]
    figures["steps_of_the_form"] = timing_of(steps, whole).as_dict()
    figures["sending"] = timing_of(sending, whole).as_dict()
    return figures


def count_queries() -> dict[str, Any]:
    """Return how many SQL queries the pages and a registration take, caches being warm."""
    from django.test import Client

    from tests.bench.journey import register
    from tests.bench.visitors import CountingVisitor

    counted = {}
    for name, path in (("home_cached", HOME), ("home_not_cached", HOME_UNCACHED)):
        visitor = CountingVisitor(Client(SERVER_NAME="localhost"))
        for _turn in range(2):
            visitor.get(path)
        counted[name] = visitor.last_queries
    trips = {"home_cached": round_trips(HOME), "home_not_cached": round_trips(HOME_UNCACHED)}
    for number in (1, 2):
        visitor = CountingVisitor(Client(SERVER_NAME="localhost"))
        requests = register(visitor, 1_000_000 + number)
    counted["registration"] = visitor.queries
    counted["most_for_a_page_of_the_form"] = max(visitor.to_show)
    return {
        "queries": counted,
        "round_trips_to_cache": trips,
        "registration_requests": {"count": requests},
    }


def measure_mail(mailbox: Mailbox, registrations: int) -> dict[str, Any]:
    """Return how many mails a second one worker hands to a mail server on this machine."""
    from perspectief.management.commands.run_demo import child_environment
    from registration.casework.submission import Submission, submit_registration
    from registration.models import OutboundMail
    from registration.vocabulary.answers import Answers

    for number in range(registrations):
        answers = Answers(
            role="victim",
            kind="not_say",
            name="Noor",
            phone="+31302345678",
            email=f"mail{number}@example.org",
            fallback=("email",),
            identify="org_ok",
        )
        submit_registration(Submission(answers=answers, language="nl", key=uuid.uuid4()))
    waiting = OutboundMail.objects.filter(sent_at=None).count()
    mailbox.start()
    try:
        with running_program(
            [sys.executable, "-m", "perspectief", "worker"],
            child_environment(0),
            lambda: len(mailbox.envelopes) >= waiting,
            MAIL_TIMEOUT,
        ):
            # From the first: before it the worker starts. However soon all are there, time passes.
            seconds = mailbox.last_arrival - mailbox.first_arrival
    finally:
        mailbox.stop()
    return {"count": waiting, "per_second": round((waiting - 1) / seconds, 1)}


if __name__ == "__main__":
    main(sys.argv[1:])

"""Cleaning documents in a process of its own, which can take no more than it is given.

A file of a few kilobytes can make a reader take all time and memory, or stumble in a way that
nobody thought of. Here that costs the process that reads this file, and the site goes on. It knows
neither keys nor database: it gets a file, and gives one back.
"""

import json
import os
import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import PurePath

from media_library.document_refusals import (
    REFUSALS,
    RefusedDocumentError,
    TooMuchInDocumentError,
    UnreadableDocumentError,
)

#: What a process may take: real documents need a few seconds, and a hundred megabytes or two.
MAXIMUM_CPU_SECONDS = 30
MAXIMUM_MEMORY = 1024 * 1024 * 1024
#: On a machine that has much else to do.
MAXIMUM_SECONDS = 180

REFUSED = 3
#: Of the environment, what Python itself may need.
KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "LANG")


def without_traces(name: str, content: bytes) -> bytes:
    """Return a document with nothing but what one reads in it.

    Raises:
        RefusedDocumentError: nobody can open it, it cannot be cleaned, or that takes too much.
    """
    kept = {key: os.environ[key] for key in KEPT_VARIABLES if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            # -P: no module of the folder that somebody happens to be in
            [
                *(sys.executable, "-P", "-m", __name__, PurePath(name).suffix.lower()),
                *map(str, (MAXIMUM_CPU_SECONDS, MAXIMUM_MEMORY)),
            ],
            input=content,
            capture_output=True,
            env={**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            timeout=MAXIMUM_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TooMuchInDocumentError from error
    if done.returncode == 0:
        return done.stdout
    if done.returncode == REFUSED:
        refusal, part = json.loads(done.stderr.splitlines()[-1])
        raise REFUSALS[refusal](part)
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise TooMuchInDocumentError
    raise UnreadableDocumentError


def main(suffix: str, cpu_seconds: str, memory: str) -> int:
    """Clean what comes in, and give it out; what is refused is said at the end of the errors."""
    limit(resource.RLIMIT_CPU, int(cpu_seconds))
    limit(resource.RLIMIT_AS, int(memory))
    from django.conf import settings

    settings.configure(USE_I18N=False)
    from media_library.document_traces import without_traces

    try:
        cleaned = without_traces(f"document{suffix}", sys.stdin.buffer.read())
    except RefusedDocumentError as refusal:
        sys.stderr.write("\n" + json.dumps([type(refusal).__name__, refusal.part]))
        return REFUSED
    sys.stdout.buffer.write(cleaned)
    return 0


def limit(what: int, most: int) -> None:
    """Take no more than that; some systems know no limit of memory."""
    with suppress(ValueError, OSError):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

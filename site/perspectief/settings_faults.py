"""What is wrong with the settings is told in one line; a traceback would only hide it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from environs import EnvError

#: What service managers know as "the configuration is wrong" (sysexits.h): no use in a new try.
WRONG_SETTINGS = 78


@contextmanager
def settings_faults_in_one_line() -> Iterator[None]:
    """End the program with one line if a setting is missing or malformed."""
    try:
        yield
    except (ImproperlyConfigured, EnvError) as error:
        line = " ".join(str(error).split())
        print(f"perspectief cannot start: {line}", file=sys.stderr, flush=True)  # noqa: T201
        sys.exit(WRONG_SETTINGS)

"""Registers people in a process of its own, which may be killed at any moment.

Run as `python -m tests.support.registrar_process NUMBER…`, with numbers of drafts: it prints a
number as soon as that person would see the page that thanks.
"""

import sys

import django


def main() -> None:
    """Send the forms one after the other."""
    django.setup()
    from registration.models import Draft
    from tests.faults.many import send

    for number in map(int, sys.argv[1:]):
        send(Draft.objects.get(pk=number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

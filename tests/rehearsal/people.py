"""Who registers while the server is tried, and whether it has every one of them."""

import json
from itertools import count

from tests.bench.journey import register
from tests.rehearsal.machine import Machine
from tests.rehearsal.outside import Browser
from tests.support.waiting import wait_until

#: What the site itself reads of everybody: with its keys, so what cannot be decrypted is a fault.
EVERYBODY = """
import json
from registration.casework.contact_answers import contact_answers_of
from registration.models import Callback, Registration
from registration.vocabulary.callbacks import CallbackState
promised = Callback.objects.filter(state=CallbackState.OPEN, due_at__isnull=False)
print(json.dumps([
    {
        "email": contact_answers_of(each).email,
        "callbacks": promised.filter(registration=each).count(),
        "mails": each.mails.count(),
        "waiting": each.mails.filter(sent_at=None).count(),
    }
    for each in Registration.objects.all()
]))
"""
MAILS = 2  # to the person, and to the desk
PLACES = 250


class People:
    """Visitors who register, each from a network address of their own; `thanked` are their mails.

    The network is the rehearsal's own, in which every address of 127.0.0.0/8 is this machine.
    """

    def __init__(self) -> None:
        self.thanked: list[str] = []
        self._numbers = count(1)

    def register(self, certificate: str) -> None:
        """Let the next one register; raises JourneyBroken if a page does not lead on."""
        number = next(self._numbers)
        street, house = divmod(number, PLACES)
        register(Browser(certificate, address=f"127.1.{street}.{house + 1}"), number)
        self.thanked.append(f"noor{number}@example.org")

    def assert_all_there(self, machine: Machine, *, mail_goes_out: bool) -> str:
        """Look in the database for everybody who was thanked.

        Args:
            machine: the server.
            mail_goes_out: whether there is a mail server; else their mails wait.

        Returns:
            How many there are.
        """
        if mail_goes_out:
            wait_until(lambda: not any(row["waiting"] for row in _rows(machine)), pause=2)
        rows = [row for row in _rows(machine) if row["email"].startswith("noor")]
        found = sorted(row["email"] for row in rows if row["email"] != "noor@example.org")
        assert found == sorted(self.thanked), set(found).symmetric_difference(self.thanked)
        for row in rows:
            assert row["callbacks"] == 1 or row["email"] == "noor@example.org", row
            assert row["mails"] >= MAILS, row
        return f"{len(found)} people thanked, as many in the database, each with a promise"


def _rows(machine: Machine) -> list[dict[str, str | int]]:
    said = machine.run("perspectief", "shell", "--no-imports", "-c", EVERYBODY)
    return json.loads(said.splitlines()[-1])

"""How fast nginx answers with a page that it keeps, beside a file of the same bytes."""

import re
import statistics

from tests.rehearsal.machine import Machine
from tests.rehearsal.outside import HOST, Browser

PAGE = "/en/"
FILE = "/static/beside.html"
NGINX = "/etc/nginx/conf.d/perspectief.conf"
#: One address asks for all of it, which the site would refuse.
LIMIT = "rate=30r/s"
NO_LIMIT = "rate=1000000r/s"
TURNS = 5
SECONDS = 3
AT_ONCE = 8


def kept_page_beside_a_file(visitor: Browser, machine: Machine) -> str:
    """Ask for both in turns, over TLS; return their ratio and how many answers came a second."""
    machine.write(f"/srv/perspectief{FILE}", visitor.get(PAGE).text)
    machine.run("chmod", "a+r", f"/srv/perspectief{FILE}")
    _replace(machine, LIMIT, NO_LIMIT)
    try:
        turns = [(_answers(machine, PAGE), _answers(machine, FILE)) for _ in range(TURNS)]
    finally:
        _replace(machine, NO_LIMIT, LIMIT)
        machine.run("rm", f"/srv/perspectief{FILE}")
    ratio = statistics.median(page / file for page, file in turns)
    page, file = (statistics.median(column) for column in zip(*turns, strict=True))
    return f"{ratio:.2f} of a file: {page:.0f} and {file:.0f} answers a second"


def _answers(machine: Machine, path: str) -> float:
    said = machine.run(
        *("wrk", "--threads", "1", "--connections", str(AT_ONCE), "--duration", f"{SECONDS}s"),
        f"https://{HOST}{path}",
    )
    assert "Non-2xx" not in said, said
    a_second = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert a_second, said
    return float(a_second[1])


def _replace(machine: Machine, old: str, new: str) -> None:
    text = machine.read(NGINX)
    assert old in text, f"{NGINX} does not say {old}"
    machine.write(NGINX, text.replace(old, new))
    machine.run("systemctl", "restart", "nginx")  # after a reload old processes still answer

"""The short rehearsal: this checkout, on SQLite, with the very files of `deploy/`."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.journey import PHONES_BEGIN
from tests.rehearsal import checks
from tests.rehearsal.machine import ROOT, Machine
from tests.rehearsal.outside import HOST, Browser, Traffic
from tests.rehearsal.people import People
from tests.support.migrated_database import another_migrated

STAGE = "/root/perspectief"
RELEASE = "/opt/perspectief/releases/checkout"
ENVIRONMENT = "/etc/perspectief/environment"
PLANT = "from tests.support.site_tree import plant_site_tree; plant_site_tree()"
#: A checkout may lie in a home or in /tmp, and its Python too: services do not see these.
REACHABLE = "[Service]\nProtectHome=false\nPrivateTmp=false\n"
SETTINGS = f"""
DJANGO_SETTINGS_MODULE=tests.rehearsal.on_sqlite
EMAIL_URL=smtp://localhost:1
DEFAULT_FROM_EMAIL=Perspectief <aanmeldpunt@{HOST}>
DESK_EMAIL=desk@{HOST}
WEB_PROCESSES=1
"""

Steps = list[tuple[str, Callable[[], object]]]


def short_steps(machine: Machine, folder: Path) -> Steps:
    """Return what is done, each with its title."""
    visitor, people = Browser(""), People()
    return [
        ("deploy/install prepares it", lambda: _install(machine, folder)),
        ("deploy/upgrade puts the site to work", lambda: _upgrade(machine, visitor)),
        ("Home speaks both languages, compressed", lambda: checks.both_languages(visitor)),
        ("Pages are kept", lambda: checks.pages_are_kept(visitor, machine)),
        ("Headers", lambda: checks.every_answer_has_its_headers(visitor, machine) and None),
        ("A restart under traffic", lambda: restart_under_traffic(machine, visitor, people)),
        (
            "Nobody was lost",
            lambda: people.assert_all_there(machine, mail_goes_out=False),
        ),
        (
            "The admin can be bound to networks",
            lambda: checks.admin_can_be_bound_to_networks(visitor, machine),
        ),
        ("Floods are held up", lambda: checks.floods_are_held_up(visitor)),
        ("Services are shut in", lambda: checks.services_are_shut_in(machine)),
        (
            "Readers go on while the site is away",
            lambda: checks.stays_readable_while_the_site_is_away(visitor, machine),
        ),
        ("Logs are quiet", lambda: checks.logs_are_quiet(machine, "Noor", PHONES_BEGIN)),
    ]


def _install(machine: Machine, folder: Path) -> None:
    machine.run("mkdir", "-p", STAGE, RELEASE)
    machine.run("cp", "-r", f"{ROOT}/deploy", STAGE)
    machine.run("cp", "-r", f"{ROOT}/deploy", RELEASE)
    machine.write(f"{STAGE}/perspectief_website-checkout-py3-none-any.whl", "")
    machine.run("ln", "-s", f"{ROOT}/.venv", f"{RELEASE}/venv")
    machine.run("touch", f"{RELEASE}/complete")
    for place in {ROOT, Path(sys.executable).resolve()}:
        for parent in place.parents:
            machine.run("chmod", "a+x", str(parent))
    for unit in ("web@", "worker@"):
        machine.write(f"/etc/systemd/system/perspectief-{unit}.service.d/home.conf", REACHABLE)
    machine.run(f"{STAGE}/deploy/install", HOST)
    machine.fails(f"{STAGE}/deploy/upgrade")  # before the settings are filled in
    lines = machine.read(ENVIRONMENT).splitlines()
    kept = [line for line in lines if line.partition("=")[0] not in SETTINGS]
    machine.write(ENVIRONMENT, "\n".join(kept) + SETTINGS)
    _plant(machine, folder)


def _plant(machine: Machine, folder: Path) -> None:
    with another_migrated(folder) as url:
        subprocess.run(
            [sys.executable, "site/manage.py", "shell", "--command", PLANT],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT)},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        path = url.removeprefix("sqlite:///")
        machine.run("cp", f"/outside{path}", "/srv/perspectief/site.sqlite3")
        machine.run("chown", "perspectief:", "/srv/perspectief/site.sqlite3")


def _upgrade(machine: Machine, visitor: Browser) -> None:
    machine.run(f"{STAGE}/deploy/upgrade")
    visitor.certificate = machine.read("/etc/perspectief/tls/fullchain.pem")


def restart_under_traffic(machine: Machine, visitor: Browser, people: People) -> str:
    """Restart all programs while visitors read and register; none of them may notice."""
    with Traffic(visitor.certificate, 0.2, people.register) as traffic:
        seconds = machine.seconds_of("perspectief-restart")
    assert not traffic.failures, traffic.failures
    counts = dict(sorted(traffic.counts.items()))
    return f"{seconds:.0f} s, {counts}, slowest {traffic.slowest:.1f} s"

"""The whole rehearsal: two releases one after the other, with PostgreSQL, Redis and real mail."""

import os
import re
import threading
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.bench.journey import PHONES_BEGIN
from tests.e2e.registration_journey import WORDS, fill_in_registration
from tests.e2e.test_promise_kept import DESK_WORDS
from tests.e2e.test_second_factor import code_of
from tests.rehearsal import checks
from tests.rehearsal.__main__ import RELEASES
from tests.rehearsal.beside_a_file import kept_page_beside_a_file
from tests.rehearsal.machine import Machine
from tests.rehearsal.outside import HOST, Browser, Traffic
from tests.rehearsal.people import People
from tests.rehearsal.short import ENVIRONMENT, Steps, restart_under_traffic
from tests.support.chromium import launch_arguments
from tests.support.next_page import open_by
from tests.support.smtp_server import Mailbox
from tests.support.waiting import wait_until

DESK = f"aanmeldpunt@{HOST}"
PASSWORD = "een lang wachtwoord"
PATIENCE = 60_000  # milliseconds
# What an administrator and the data protection officer decide before the form opens.
OPEN_THE_FORM = """
from datetime import time
from django.utils import timezone
from registration.models import OpeningHours, PrivacyStatement
PrivacyStatement.objects.filter(approved_on=None).update(approved_on=timezone.localdate())
OpeningHours.objects.all().delete()
for weekday in range(7):
    OpeningHours.objects.create(weekday=weekday, opens_at=time.min, closes_at=time.max)
print(PrivacyStatement.objects.exclude(approved_on=None).count())
"""


def whole_steps(machine: Machine, folder: Path) -> Steps:
    """Return what is done, each with its title."""
    rehearsal = _Rehearsal(machine)
    visitor = rehearsal.visitor
    return [
        ("deploy/install prepares it", rehearsal.install),
        ("Settings that are missing are one line", rehearsal.miss_a_setting),
        ("deploy/upgrade puts the site to work", rehearsal.upgrade_first),
        ("The first pages, and an approved privacy statement", rehearsal.fill),
        ("Home speaks both languages, compressed", lambda: checks.both_languages(visitor)),
        ("A coordinator is appointed, by mail", rehearsal.appoint),
        ("Somebody registers, gets a mail, and is called", rehearsal.register_and_call),
        ("Pages are kept", lambda: checks.pages_are_kept(visitor, machine)),
        ("A kept page beside a file", lambda: kept_page_beside_a_file(visitor, machine)),
        ("Headers", lambda: checks.every_answer_has_its_headers(visitor, machine) and None),
        ("Many at once: connections stay within their sum", rehearsal.many_at_once),
        ("A backup", rehearsal.back_up),
        ("The database is away and comes back", rehearsal.lose_the_database),
        ("Redis is away and comes back", rehearsal.lose_redis),
        (
            "A restart under traffic",
            lambda: restart_under_traffic(machine, visitor, rehearsal.people),
        ),
        ("An upgrade under traffic", rehearsal.upgrade_under_traffic),
        ("Back to the release of before, under traffic", rehearsal.go_back_under_traffic),
        ("Nobody was lost, and everybody was written to", rehearsal.count_people),
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
        ("Logs are quiet", lambda: checks.logs_are_quiet(machine, "Noor", "2345678", PHONES_BEGIN)),
    ]


class _Rehearsal:
    """What the steps share."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.visitor = Browser("")
        self.people = People()
        self.mailbox = Mailbox()
        places = Path(os.environ[RELEASES])
        self.releases = sorted(places.glob("*/perspectief-*.tar.gz"))
        # What PyPI would give lies in a folder.
        self.with_wheels = ("env", "PIP_NO_INDEX=1", f"PIP_FIND_LINKS=/outside{places / 'wheels'}")
        self.folders = [f"/root/{path.name.removesuffix('.tar.gz')}" for path in self.releases]

    def install(self) -> None:
        """Unpack the release and run `deploy/install`."""
        for path in self.releases:
            self.machine.run("tar", "-xzf", f"/outside{path}", "-C", "/root")
        self.machine.run(*self.with_wheels, f"{self.folders[0]}/deploy/install", HOST)
        environment = self.machine.run("stat", "-c", "%a %U:%G", ENVIRONMENT).strip()
        assert environment == "640 root:perspectief", environment

    def miss_a_setting(self) -> str:
        """An upgrade before the settings are filled in stops at the first, and says which."""
        said = self.machine.fails(f"{self.folders[0]}/deploy/upgrade").strip().splitlines()[-1]
        assert said.startswith("perspectief cannot start: EMAIL_URL must be set"), said
        return said

    def upgrade_first(self) -> str:
        """Fill in the settings and begin."""
        self.mailbox.start()
        filled = {
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mailbox.port}",
            "DEFAULT_FROM_EMAIL": f"Perspectief <{DESK}>",
            "DESK_EMAIL": DESK,
            "NEUTRAL_FROM_EMAIL": "Bericht <bericht@example.net>",
        }
        text = self.machine.read(ENVIRONMENT)
        for name, value in filled.items():
            text = re.sub(rf"^{name}=$", f"{name}={value}", text, flags=re.MULTILINE)
        self.machine.write(ENVIRONMENT, text)
        seconds = self.machine.seconds_of(f"{self.folders[0]}/deploy/upgrade")
        self.visitor.certificate = self.machine.read("/etc/perspectief/tls/fullchain.pem")
        return f"{seconds:.0f} s"

    def fill(self) -> None:
        """Give the site pages, and open its form."""
        self.machine.run("perspectief", "load_demo_content", "--onto", HOST)
        assert self._shell(OPEN_THE_FORM) != "0", "no privacy statement"

    def appoint(self) -> None:
        """Name the first coordinator on the server; she starts with the link of the mail."""
        self.machine.run(
            *("perspectief", "appoint", "sam", "coordinator", "--email", f"sam@{HOST}"),
            *("--first-name", "Sam", "--last-name", "Bos"),
        )

    def register_and_call(self) -> str:
        """From the form to the outcome of the call, in a real browser."""
        words = DESK_WORDS["nl"]
        with sync_playwright() as playwright:
            chromium = playwright.chromium
            browser = chromium.launch(**launch_arguments(chromium.executable_path))
            options = {
                "base_url": f"https://{HOST}",
                "ignore_https_errors": True,
                "locale": "nl-NL",
            }
            person = browser.new_context(**options).new_page()
            begun = time.monotonic()
            fill_in_registration(person, "nl")
            confirmation = self._mail_to("noor@example.org")
            arrived = time.monotonic() - begun
            assert WORDS["nl"].promise.search(confirmation)
            desk = browser.new_context(**options).new_page()
            desk.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            _start_account(desk, self._link_mailed_to(f"sam@{HOST}", "/staff/start/"))
            desk.goto(self._link_mailed_to(DESK, "/admin/"))
            desk.get_by_role("button", name=words.take).click()
            expect(desk.get_by_text(words.asked_for)).to_be_visible()
            desk.get_by_role("button", name=words.reached, exact=True).click()
            expect(desk.get_by_text(words.recorded)).to_be_visible()
            browser.close()
        return f"form and mail in {arrived:.1f} s"

    def many_at_once(self) -> str:
        """Forty visitors at once who all need the database; none is turned away."""
        most = self._sum_of_connections()
        counts: Counter[int] = Counter()

        def visit() -> None:
            for _ in range(5):
                browser = Browser(self.visitor.certificate, {"seen": "1"})
                counts[browser.get("/zoeken/?q=hulp").status] += 1

        threads = [threading.Thread(target=visit) for _ in range(40)]
        seen = 0
        begun = time.monotonic()
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            seen = max(seen, self._connections())
        seconds = time.monotonic() - begun
        for thread in threads:
            thread.join()
        assert set(counts) == {200}, counts
        assert seen <= most, f"{seen} connections, {most} allowed"
        return (
            f"{sum(counts.values()) / seconds:.0f} answers a second, {seen} of {most} connections"
        )

    def back_up(self) -> str:
        """The timer's own service makes a backup that cannot be read without its key."""
        public = re.search(r"age1[0-9a-z]+", self.machine.run("perspectief", "make_backup_key"))
        assert public
        text = self.machine.read(ENVIRONMENT)
        recipients = f"BACKUP_RECIPIENTS={public[0]}"
        self.machine.write(ENVIRONMENT, text.replace("BACKUP_RECIPIENTS=", recipients))
        self.machine.run("systemctl", "start", "perspectief-backup.service")
        return self.machine.run("sh", "-c", "ls -sh /var/backups/perspectief | tail -n +2").strip()

    def lose_the_database(self) -> str:
        """While it is away a page says so, and soon after it is back pages are there again."""
        self.machine.run("systemctl", "stop", "postgresql@15-main")
        answer = self.visitor.get("/zoeken/?q=x")
        assert answer.status >= 500, answer.status
        checks.has_headers("the database is away", answer, self.visitor.get("/"))
        time.sleep(20)
        self.machine.run("systemctl", "start", "postgresql@15-main")
        begun = time.monotonic()
        wait_until(lambda: self.visitor.get("/zoeken/?q=x").status == 200, 60)
        return f"back after {time.monotonic() - begun:.1f} s"

    def lose_redis(self) -> None:
        """Pages are made anew for each visitor meanwhile."""
        self.machine.run("systemctl", "stop", "redis-server")
        assert self.visitor.get("/zoeken/?q=x").status == 200
        self.machine.run("systemctl", "start", "redis-server")
        assert self.visitor.get("/zoeken/?q=x").status == 200

    def upgrade_under_traffic(self) -> str:
        """Put the next release to work while visitors read and register."""
        said = self._change_release(1)
        migrated = self.machine.run("perspectief", "showmigrations", "registration")
        assert "[X] 0" in migrated, migrated
        assert "rehearsed" in migrated, migrated
        assert "[ ]" not in migrated, migrated
        return said

    def go_back_under_traffic(self) -> str:
        """Put the release of before to work again."""
        return self._change_release(0)

    def _change_release(self, number: int) -> str:
        with Traffic(self.visitor.certificate, 1.0, self.people.register) as traffic:
            seconds = self.machine.seconds_of(
                *self.with_wheels, f"{self.folders[number]}/deploy/upgrade"
            )
        assert not traffic.failures, traffic.failures
        version = self.folders[number].rpartition("-")[2]
        at_work = self.machine.run("readlink", "/opt/perspectief/current").strip()
        assert at_work.endswith(f"/{version}"), at_work
        counts = dict(sorted(traffic.counts.items()))
        return f"{seconds:.0f} s, {counts}, slowest {traffic.slowest:.1f} s"

    def count_people(self) -> str:
        """Everybody who was thanked is in the database, and got a mail."""
        said = self.people.assert_all_there(self.machine, mail_goes_out=True)
        without = [name for name in self.people.thanked if not self.mailbox.messages_to(name)]
        assert not without, without
        return said

    def _shell(self, script: str) -> str:
        return self.machine.run("perspectief", "shell", "--no-imports", "-c", script).strip()

    def _connections(self) -> int:
        query = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'perspectief'"
        command = f'cd / && runuser -u postgres -- psql -qAtc "{query}"'
        return int(self.machine.run("sh", "-c", command))

    def _sum_of_connections(self) -> int:
        """Two servers, their processes and threads, and the two workers."""
        text = self.machine.read(ENVIRONMENT)
        processes, threads = (
            int(re.search(rf"^{name}=(\d+)$", text, re.MULTILINE)[1])  # type: ignore[index]
            for name in ("WEB_PROCESSES", "WEB_THREADS")
        )
        return 2 * processes * threads + 2

    def _mails_to(self, address: str) -> list[str]:
        return [
            body.get_content()
            for mail in self.mailbox.messages_to(address)
            if (body := mail.get_body(("plain",))) is not None
        ]

    def _mail_to(self, address: str) -> str:
        wait_until(lambda: bool(self._mails_to(address)))
        return self._mails_to(address)[-1]

    def _link_mailed_to(self, address: str, place: str) -> str:
        link = re.compile(rf"https://{re.escape(HOST)}({re.escape(place)}[^\s>]*)")

        def found() -> list[str]:
            return [path for text in self._mails_to(address) for path in link.findall(text)]

        wait_until(lambda: bool(found()), explain=lambda: str(self._mails_to(address)))
        return found()[-1].rstrip(".")


def _start_account(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_label("Nog een keer hetzelfde wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Stel mijn wachtwoord in").click()
    page.goto("/admin/")
    page.get_by_label("Gebruikersnaam of e-mailadres").fill("sam")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.goto("/admin/")
    open_by(page.get_by_role("link", name="App instellen"))
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button").first.click()
    secret = page.locator("#authenticator_secret").input_value()
    page.get_by_label("Code van de app").fill(code_of(secret))
    page.get_by_role("button", name="Instellen").click()
    expect(page.locator("#recovery_codes")).to_be_visible()

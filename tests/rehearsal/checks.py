"""What must be right on a server, each check in words; `Rehearsal` calls them in its order."""

import re
import time
from collections.abc import Sequence

from tests.rehearsal.machine import Machine
from tests.rehearsal.outside import HOST, Answer, Browser
from tests.support.waiting import wait_until

#: What every answer says, whoever gives it. Of the last there are several.
HEADERS = (
    "strict-transport-security",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
)
POLICY = "content-security-policy"
HEAD_OF_LINK = "utm_source=nieuwsbrief&utm_medium=email&utm_campaign=maart&fbclid=abc"
MEDIA = "/srv/perspectief/media"
A_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
TOO_MANY = 60
TOO_LARGE = 300_000  # bytes
#: Of at most 100, after `systemd-analyze security`; a service that may do everything has 96.
EXPOSURE = 20


def both_languages(visitor: Browser) -> None:
    """Home speaks Dutch and English, over HTTP/2, compressed."""
    for path, words in (("/", "Ga naar de inhoud"), ("/en/", "Skip to main content")):
        page = visitor.get(path)
        assert page.status == 200, page.status
        assert words in page.text
    assert visitor.get("/", **{"Accept-Encoding": "br, gzip"}).headers["content-encoding"] == "br"
    assert visitor.get("/", **{"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in visitor.get("/").headers
    form = visitor.get("/zoeken/?q=x", **{"Accept-Encoding": "br, gzip"})
    assert "content-encoding" not in form.headers
    sheet = re.search(r'href="(/static/[^"]+\.css)"', visitor.get("/").text)
    assert sheet
    for coding in ("br", "gzip"):
        packed = visitor.get(sheet[1], **{"Accept-Encoding": coding})
        assert packed.headers.get("content-encoding") == coding, coding


def pages_are_kept(visitor: Browser, machine: Machine) -> None:
    """A page is made once for all who come within seconds, whatever an advertiser added."""
    path = "/en/"
    time.sleep(6)
    states = _states(
        visitor, machine, (path, path, f"{path}?{HEAD_OF_LINK}", f"{path}?fbclid=x", path)
    )
    assert states[1:] == ["HIT"] * 4, states
    # What is asked beside that still reaches the site, and only that.
    search = visitor.get("/zoeken/?utm_source=x&q=herstelbemiddeling&gclid=1&utm_id=2")
    assert search.status == 200, search.status
    assert "herstelbemiddeling" in search.text, search.text
    assert "utm_" not in search.text, search.text
    known = Browser(visitor.certificate, {"__Host-session": "somebody"})
    states = _states(known, machine, (path,))
    assert states == ["BYPASS"], states


def _states(visitor: Browser, machine: Machine, addresses: Sequence[str]) -> list[str]:
    """Ask for one page in several ways; return what nginx' cache had for each."""
    [path] = {address.partition("?")[0] for address in addresses}

    def logged() -> list[str]:
        lines = machine.read("/var/log/nginx/perspectief.log").splitlines()
        return [line.rsplit(" ", 1)[1] for line in lines if f" {path} " in line]

    before = len(logged())
    for address in addresses:
        answer = visitor.get(address)
        assert answer.status == 200, f"{address}: {answer.status}"
    # A line is written after the answer.
    wait_until(lambda: len(logged()) == before + len(addresses), 30)
    return logged()[before:]


def every_answer_has_its_headers(visitor: Browser, machine: Machine) -> dict[str, str]:
    """Whatever is asked for, the headers are those of a page, each once."""
    machine.write(f"{MEDIA}/images/drawing.svg", A_DRAWING)
    machine.run("chown", "-R", "perspectief:www-data", MEDIA)
    home = visitor.get("/")
    sheet = re.search(r'href="(/static/[^"]+\.css)"', home.text)
    assert sheet
    asked = {
        "a page": (home, 200),
        "a style sheet": (visitor.get(sheet[1]), 200),
        "a picture": (visitor.get("/media/images/drawing.svg"), 200),
        "a part of a picture": (visitor.get("/media/images/drawing.svg", Range="bytes=0-3"), 206),
        "a picture that is not there": (visitor.get("/media/images/nothing.png"), 404),
        "a redirect of the site": (visitor.get("/admin/"), 302),
        "a page that is not there": (visitor.get("/nergens/"), 404),
        "a style sheet that is not there": (visitor.get("/static/nothing.css"), 404),
        "an upload for nobody": (visitor.get("/media/original_images/x.png"), 404),
        "a request that nobody can read": (visitor.get("/?a=%00"), 400),
        "a request with too much in its head": (visitor.get("/", X="x" * 60_000), 400),
        "a form of somebody else": (
            visitor.ask("POST", "/aanmelden/wie-je-bent/", b"", {"Origin": "https://evil.example"}),
            403,
        ),
        "a form that is too large": (
            visitor.ask("POST", "/aanmelden/wie-je-bent/", b"x" * TOO_LARGE),
            413,
        ),
        "another site's way to ask": (visitor.ask("TRACE", "/"), 405),
    }
    for title, (answer, status) in asked.items():
        assert answer.status == status, f"{title}: {answer.status} instead of {status}"
        has_headers(title, answer, home)
    assert "sandbox" in asked["a picture"][0].headers[POLICY]
    assert "immutable" in asked["a style sheet"][0].headers["cache-control"]
    for title in ("a form that is too large", "an upload for nobody"):
        page = asked[title][0].text
        assert 'lang="en"' in page, title
        assert "Snel weg" in page, title
    plain = visitor.ask("GET", "/aanmelden/?a=b", plain=True)
    assert (plain.status, plain.headers["location"]) == (301, f"https://{HOST}/aanmelden/?a=b")
    return {name: home.headers[name] for name in HEADERS}


def has_headers(title: str, answer: Answer, like: Answer) -> None:
    """An answer says what another says, and has a policy."""
    for name in HEADERS:
        assert answer.headers.get(name) == like.headers[name], f"{title}: {name}"
    assert answer.headers.get(POLICY), f"{title}: no policy"
    assert "nginx/" not in answer.headers.get("server", ""), title


def floods_are_held_up(visitor: Browser) -> None:
    """Who sends a form again and again is asked to wait, in words; readers go on."""
    home = visitor.get("/")
    answers = [visitor.ask("POST", "/staff/login/", b"login=x") for _ in range(TOO_MANY)]
    refused = [answer for answer in answers if answer.status == 429]
    assert refused, {answer.status for answer in answers}
    assert answers[0].status != 429
    has_headers("too many forms", refused[0], home)
    assert refused[0].headers["retry-after"] == "60"
    assert "Wacht even" in refused[0].text
    assert visitor.get("/").status == 200


def stays_readable_while_the_site_is_away(visitor: Browser, machine: Machine) -> None:
    """Kept pages are shown; for others there is a page that says so. Leaves the site away."""
    visitor = Browser(visitor.certificate)  # who was never here
    home = visitor.get("/")
    time.sleep(6)  # until what was kept is out of date
    machine.run("systemctl", "stop", "perspectief-web@1", "perspectief-web@2")
    kept = visitor.get("/")
    assert (kept.status, kept.body) == (200, home.body)
    other = visitor.get("/zoeken/?q=x")
    assert other.status == 503, other.status
    has_headers("the site is away", other, home)
    assert "Er gaat iets mis bij ons" in other.text
    assert "Something is wrong on our side" in other.text
    sheet = re.search(r'href="(/static/[^"]+\.css)"', other.text)
    assert sheet
    assert visitor.get(sheet[1]).status == 200


def admin_can_be_bound_to_networks(visitor: Browser, machine: Machine) -> None:
    """With the networks named, the admin and its login are for them only."""
    path = "/etc/nginx/snippets/perspectief-networks.conf"
    before = machine.read(path)
    machine.write(path, "allow 192.0.2.0/24;\ndeny all;\n")
    machine.run("systemctl", "reload", "nginx")
    time.sleep(1)
    for address in ("/admin/", "/staff/login/", "//admin/", "/%61dmin/"):
        refused = visitor.get(address)
        assert refused.status == 403, f"{address}: {refused.status}"
        has_headers("a network that is not let in", refused, visitor.get("/"))
    machine.write(path, before)
    machine.run("systemctl", "reload", "nginx")
    time.sleep(1)
    assert visitor.get("/staff/login/").status == 200


def logs_are_quiet(machine: Machine, *typed: str) -> None:
    """No log holds an address, a query or what somebody typed."""
    logs = machine.run(
        *(
            "sh",
            "-c",
            "cat /var/log/nginx/*.log; journalctl --no-pager --output=cat -u 'perspectief*'",
        )
    )
    for text in ("127.0.0.1", "127.1.", "?", "utm_", "Mozilla", *typed):
        lines = [line for line in logs.splitlines() if text in line]
        assert not lines, f"{text} is in a log: {lines[0]}"


def services_are_shut_in(machine: Machine) -> None:
    """The units are right, and each service may do little of what it needs not."""
    found = machine.run(
        *("find", "/etc/systemd/system", "-maxdepth", "1", "-type", "f"),
        *("-name", "perspectief*", "-printf", "%f\\n"),
    )
    names = [name.replace("@.", "@1.") for name in found.split()]
    assert len(names) >= 5, names
    said = machine.run("systemd-analyze", "verify", *names)
    assert "perspectief" not in said, said
    for name in names:
        if name.endswith(".service"):
            machine.run(
                *("systemd-analyze", "security", "--no-pager", "--offline=true"),
                *(f"--threshold={EXPOSURE}", name),
            )

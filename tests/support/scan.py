"""`make scan`: let a web scanner attack the site as it runs in public, and fail on what it finds.

The site runs with production settings over TLS on a PostgreSQL of its own, with the pages of the
demo and open forms. Wapiti, which PyPI has, reads its pages and tries on each what attackers try.
"""

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.private_postgres import private_postgres
from tests.support.waiting import wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
SCANNER = "wapiti3==3.2.3"
#: All that need no server of the scanner's makers: we fetch nothing that a visitor names.
MODULES = (
    "backup,brute_login_form,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,ldap,"
    "methods,permanentxss,redirect,shellshock,spring4shell,sql,timesql,upload,xss"
)
PORT = 8443
ADDRESS = f"https://localhost:{PORT}/"
#: Seconds, for all attacks and for each kind.
MOST_TIME, MOST_TIME_EACH = 900, 60
#: Kinds of findings that are none, on the paths that begin so, with why.
ACCEPTED: Mapping[tuple[str, str], str] = {
    ("Cross Site Request Forgery", "/zoeken/"): "Searching stores nothing and shows what anybody "
    "sees; a token would take a cookie, and what people look for would stay with it.",
    ("Cross Site Request Forgery", "/en/search/"): "The same in English.",
}
APPROVE = """
from django.utils import timezone
from registration.models import PrivacyStatement
PrivacyStatement.objects.update(approved_on=timezone.localdate())
"""


def main() -> int:
    """Run the site and the scanner; return 0 if it found nothing."""
    with (
        tempfile.TemporaryDirectory(prefix="perspectief-scan-", dir=_in_memory()) as name,
        private_postgres() as database,
    ):
        folder = Path(name)
        environment = _environment(folder, database)
        for command in (
            ["createcachetable"],
            ["migrate", "--verbosity=0"],
            ["collectstatic", "--no-input", "--verbosity=0"],
            ["load_demo_content", "--onto", "localhost"],
            ["shell", "--no-imports", "-c", APPROVE],
        ):
            subprocess.run(
                [sys.executable, "site/manage.py", *command], cwd=ROOT, env=environment, check=True
            )
        server = subprocess.Popen(_server(folder), cwd=ROOT, env=environment)
        try:
            wait_until(_listens)
            found = _scan(folder)
        finally:
            server.terminate()
            server.wait(60)
    for kind, method, path, info in found:
        print(f"{kind}: {method} {path}\n    {info}")
    print(f"Findings: {len(found)}")
    return 1 if found else 0


def _scan(folder: Path) -> list[tuple[str, str, str, str]]:
    report = folder / "report.json"
    subprocess.run(
        [
            *(str(Path(sys.executable).with_name("uv")), "tool", "run", "--from", SCANNER),
            *("wapiti", "-u", ADDRESS, "-x", f"{ADDRESS}weg/", "-m", MODULES, "-S", "normal"),
            *("-H", "X-Forwarded-Proto: https", "--tasks", "2", "-t", "30", "-d", "4"),
            *("--max-links-per-page", "60", "--max-scan-time", str(MOST_TIME)),
            *("--max-attack-time", str(MOST_TIME_EACH), "--store-session", str(folder / "store")),
            *("-f", "json", "-o", str(report)),
        ],
        check=True,
    )
    told = json.loads(report.read_text(encoding="utf-8"))
    print(f"Pages that were attacked: {told['infos'].get('crawled_pages_nbr')}")
    return [
        (kind, each["method"], each["path"], each["info"])
        for section in ("vulnerabilities", "anomalies")
        for kind, findings in told[section].items()
        for each in findings
        if not any(
            kind.startswith(accepted) and each["path"].startswith(path)
            for accepted, path in ACCEPTED
        )
    ]


def _server(folder: Path) -> list[str]:
    certificate, key = _own_certificate(folder)
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
        *("--port", str(PORT), "--workers", "2", "--blocking-threads", "4"),
        *("--ssl-certificate", str(certificate), "--ssl-keyfile", str(key)),
        "perspectief.wsgi:application",
    ]


def _in_memory() -> str | None:
    """Return where files are written fastest: on a slow disk the scanner's own notes stop it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a random name


def _listens() -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", PORT)) == 0


def _own_certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return paths


def _environment(folder: Path, database: str) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **inherited,
        "DJANGO_SETTINGS_MODULE": "perspectief.settings.production",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
        "BLIND_INDEX_KEY": secrets.token_urlsafe(40),
        "ALLOWED_HOSTS": "localhost",
        "BASE_URL": "https://localhost",
        "DATABASE_URL": database,
        "EMAIL_URL": "smtp://localhost",  # nobody listens: mail waits
        "DEFAULT_FROM_EMAIL": "Perspectief <aanmeldpunt@example.org>",
        "DESK_EMAIL": "aanmeldpunt@example.org",
        "NEUTRAL_FROM_EMAIL": "Afspraken <bericht@example.net>",
        "VAR_DIR": str(folder),
    }


if __name__ == "__main__":
    sys.exit(main())

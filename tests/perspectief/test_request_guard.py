"""What a stranger puts into a header gets an answer, and nothing of it gets into the log.

The site runs as `make run` and docs/operations.md run it: in granian, in a process of its own.
"""

import http.client
import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.module_loading import import_string

from perspectief import log_format
from perspectief.log_format import FormatterWithoutTexts, QuietHandler
from perspectief.request_guard import AnswerBrokeOffError, GuardedApplication, has_readable_type
from tests.support.package_order import ROOT
from tests.support.waiting import wait_until

PLANTED = "Noor-de-Vries"
UNREADABLE = [
    "application/x-www-form-urlencoded; charset=latin-1",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=hex",
    "application/x-www-form-urlencoded; charset=utf-8; charset=hex",
    f"application/x-www-form-urlencoded; charset*={PLANTED}''utf-8",
    f"text/plain; charset={PLANTED}",
    "multipart/form-data; boundary=x; charset=rot13",
    "text/html; charset=a\0b",
]


@pytest.mark.parametrize("content_type", UNREADABLE)
def test_another_charset_than_utf_8_is_refused(content_type):
    assert not has_readable_type(content_type)


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain;charset=UTF-8",
        "application/json",
        'application/x-www-form-urlencoded; charset="utf-8"',
        "multipart/form-data; boundary=----WebKitFormBoundaryabc",
    ],
)
def test_what_browsers_send_is_read(content_type):
    assert has_readable_type(content_type)


def _fails(environ, start_response):
    raise ValueError(PLANTED)


def _breaks_off(environ, start_response):
    start_response("200 OK", [])

    def parts() -> Iterator[bytes]:
        yield b"a"
        raise ValueError(PLANTED)

    return parts()


def test_what_django_cannot_answer_gets_words_and_a_line_in_the_log(caplog):
    statuses = []
    body = b"".join(GuardedApplication(_fails)({}, lambda status, headers: statuses.append(status)))
    assert statuses == ["500 Internal Server Error"]
    assert b"Er ging iets mis" in body
    assert "A request could not be answered." in caplog.text


def test_an_answer_that_breaks_off_tells_the_server_no_text():
    with pytest.raises(AnswerBrokeOffError) as caught:
        list(GuardedApplication(_breaks_off)({}, lambda status, headers: None))
    assert caught.value.args == ()
    assert caught.value.__suppress_context__


# --- The log ------------------------------------------------------------------------------------


def test_a_traceback_that_the_web_server_wrote_loses_its_texts():
    message = (
        "Application callable raised an exception\nTraceback (most recent call last):\n"
        f'  File "/site/a.py", line 3, in read\n    raise LookupError("{PLANTED}")\n'
        f"LookupError: unknown encoding: {PLANTED}\n{PLANTED}\n"
    )
    record = logging.LogRecord("_granian", logging.ERROR, "", 0, message, None, None)
    written = FormatterWithoutTexts("{message}", style="{").format(record)
    assert written == (
        "Application callable raised an exception\n"
        '  File "/site/a.py", line 3, in read\nLookupError'
    )


def test_every_logger_that_writes_for_itself_drops_texts(settings):
    console = settings.LOGGING["handlers"]["console"]
    assert console["()"].endswith("QuietHandler")
    assert console["formatter"] == "text"
    for formatter in settings.LOGGING["formatters"].values():
        assert issubclass(import_string(formatter["()"]), FormatterWithoutTexts)
    assert list(settings.LOGGING["handlers"]) == ["console"]
    assert {"_granian", "granian.access"} <= set(settings.LOGGING["loggers"])


def test_a_line_that_cannot_be_written_does_not_show_its_values(capsys):
    logger = logging.Logger("apart")
    logger.addHandler(QuietHandler(sys.stderr))
    logger.error("%d people", PLANTED)
    assert "could not be written" in (shown := capsys.readouterr().err)
    assert PLANTED not in shown


def test_what_ends_a_program_or_a_thread_is_logged_without_its_text(monkeypatch, caplog):
    for module, hook in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    log_format.log_what_nobody_catches()
    logging.captureWarnings(False)
    try:
        raise ValueError(PLANTED)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    formatter = FormatterWithoutTexts("{message}", style="{")
    (record,) = caplog.records
    written = formatter.format(record)
    assert written.startswith("The program ends.\n")
    assert written.endswith("builtins.ValueError")
    assert PLANTED not in written


# --- In the web server --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[tuple[int, Path]]:
    """The site in granian, without any tables; gives its port and what it writes."""
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    output = folder / "output.txt"
    with output.open("wb") as file:
        program = subprocess.Popen(  # noqa: S603 - our own site
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
                *("--port", str(port), "--workers", "1", "perspectief.wsgi:application"),
            ],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "perspectief.settings.dev",
                "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
                "VAR_DIR": str(folder),
                "DATABASE_URL": f"sqlite:///{folder}/empty.sqlite3",
            },
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until(lambda: _listens(port), explain=output.read_text)
        yield port, output
    finally:
        program.terminate()
        program.wait(60)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.parametrize("content_type", [each for each in UNREADABLE if "\0" not in each])
@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_charset_that_is_none_is_answered_and_not_logged(server, method, content_type):
    port, output = server
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Content-Type": content_type, "Cookie": f"csrftoken={'a' * 32}"}
    connection.request(method, "/staff/login/", b"login=a", headers)
    answer = connection.getresponse()
    assert answer.status == 400
    assert "We cannot read this request." in answer.read().decode()
    connection.close()
    written = output.read_text()
    assert PLANTED not in written
    assert "Traceback" not in written

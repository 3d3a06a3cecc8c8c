"""What leaves the site, or lands in its log, when something breaks: nothing about a person.

Real events of the real library go through a real WSGI call; only the network is replaced.
"""

import io
import json
import logging

import pytest
import sentry_sdk
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.urls import path
from sentry_sdk.transport import Transport

from perspectief import error_reporting
from perspectief.log_format import FormatterWithoutTexts, JsonFormatterWithoutTexts

# Every place has a text of its own, so that a failure says where the leak is.
PLANTED = {
    "body": "body-Noor-de-Vries",
    "query": "query-0612345678",
    "cookie": "cookie-8d7f6a",
    "header": "header-noor@example.org",
    "path": "path-Delfzijl",
    "exception": "exception-Utrecht",
    "cause": "cause-Almelo",
    "local": "local-verkeersongeval",
    "log": "log-slachtoffer",
    "argument": "argument-Appingedam",
    "sql": "sql-Winschoten",
    "extra": "extra-Veendam",
    "user": "user-Hoogezand",
}

logger = logging.getLogger("perspectief.tests")


class CapturingTransport(Transport):
    """Keeps what would have gone over the network."""

    sent: list[bytes] = []

    def capture_envelope(self, envelope):
        """Take one envelope."""
        self.sent.append(envelope.serialize())


def fail(request, name):
    """Break with a chain of exceptions, and personal data in every local."""
    answer = PLANTED["local"]
    sentry_sdk.set_user({"id": PLANTED["user"]})
    sentry_sdk.set_extra("answer", PLANTED["extra"])
    sentry_sdk.set_tag("answer", PLANTED["extra"])
    sentry_sdk.add_breadcrumb(message=PLANTED["extra"])
    request.POST.get("name")
    try:
        raise LookupError(PLANTED["cause"])
    except LookupError as error:
        raise ValueError(f"{PLANTED['exception']} {answer}") from error


def query_that_fails() -> None:
    """Make the database raise an error that quotes what was sent."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f'SELECT 1 FROM "{PLANTED["sql"]}"')  # noqa: S608


def fail_in_database(request, name):
    """Break in the database."""
    query_that_fails()


def log(request, name):
    """Log an error in the ways that people do."""
    logger.error("Could not call %s", PLANTED["argument"], extra={"answer": PLANTED["extra"]})
    logger.error(f"{PLANTED['log']} did not answer")
    try:
        raise ValueError(PLANTED["exception"])
    except ValueError:
        logger.exception("While calling %s", PLANTED["argument"])
    return HttpResponse("")


urlpatterns = [
    path("fail/<name>/", fail),
    path("database/<name>/", fail_in_database),
    path("log/<name>/", log),
]


@pytest.fixture
def sent(settings):
    """What is sent, with reporting switched on as in production."""
    settings.SENTRY_DSN = "https://key@sentry.example/1"
    CapturingTransport.sent = []
    error_reporting.start(transport=CapturingTransport)
    yield CapturingTransport.sent
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


FORMATTERS = {
    "text": FormatterWithoutTexts("{levelname} {name} {message}", style="{"),
    "json": JsonFormatterWithoutTexts(),
}


@pytest.fixture(params=FORMATTERS)
def written(request):
    """What the log holds afterwards, written as in production in both ways.

    Comes after `call`: making the application sets up logging anew.
    """
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(FORMATTERS[request.param])
    names = ("django", "perspectief")
    for name in names:
        logging.getLogger(name).addHandler(handler)
    yield stream
    for name in names:
        logging.getLogger(name).removeHandler(handler)


@pytest.fixture
def call(settings):
    """Make a request as a web server does, with personal data wherever some can be."""
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []
    application = get_wsgi_application()

    def make(place: str) -> str:
        body = f"name={PLANTED['body']}".encode()
        statuses = []
        environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": f"/{place}/{PLANTED['path']}/",
            "QUERY_STRING": f"phone={PLANTED['query']}",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": f"sessionid={PLANTED['cookie']}",
            "HTTP_REFERER": f"https://example.org/?{PLANTED['header']}",
            "HTTP_X_NAME": PLANTED["header"],
            "REMOTE_ADDR": "192.0.2.77",
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
        }
        b"".join(application(environ, lambda status, headers, error=None: statuses.append(status)))
        return statuses[0]

    return make


def events(sent: list[bytes]) -> list[dict]:
    """Return the events among the envelopes."""
    return [
        json.loads(line)
        for envelope in sent
        for line in envelope.decode().splitlines()
        if '"event_id"' in line and '"level"' in line
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["fail", "database", "log"])
def test_nothing_about_a_person_is_sent(sent, call, place):
    call(place)
    assert events(sent)
    everything = b"\n".join(sent).decode()
    for where, text in {**PLANTED, "address": "192.0.2.77"}.items():
        assert text not in everything, where


@pytest.mark.django_db
def test_report_says_what_went_wrong_and_where(sent, call):
    assert call("fail").startswith("500")
    (event,) = events(sent)
    chain = [item["type"] for item in event["exception"]["values"]]
    assert sorted(chain) == ["LookupError", "ValueError"]
    functions = [
        frame["function"]
        for item in event["exception"]["values"]
        for frame in item["stacktrace"]["frames"]
    ]
    assert "fail" in functions
    assert event["request"] == {"method": "POST"}
    assert event["transaction"] == "/fail/{name}/"


@pytest.mark.django_db
def test_report_of_a_log_line_says_where_it_was_written(sent, call):
    call("log")
    messages = [event["logentry"]["message"] for event in events(sent)]
    assert len(messages) == 3
    assert all(message.startswith("perspectief.tests:log:") for message in messages)


@pytest.mark.django_db
def test_database_error_does_quote_what_was_sent():
    """Else the tests of it would prove nothing."""
    with pytest.raises(DatabaseError, match=PLANTED["sql"]):
        query_that_fails()


def test_without_an_address_nothing_is_started(settings):
    settings.SENTRY_DSN = ""
    error_reporting.start(transport=CapturingTransport)
    assert not sentry_sdk.get_client().is_active()


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["fail", "database"])
def test_log_holds_the_path_but_nothing_that_was_sent(call, written, place):
    call(place)
    text = written.getvalue()
    assert f"Internal Server Error: /{place}/" in text
    assert "in fail" in text  # the function
    for where in ("body", "query", "cookie", "header", "exception", "cause", "local", "sql"):
        assert PLANTED[where] not in text, where


def test_log_shows_the_chain_of_causes(written):
    try:
        try:
            raise LookupError(PLANTED["cause"])
        except LookupError as error:
            raise ValueError(PLANTED["exception"]) from error
    except ValueError:
        logger.exception("It broke")
    text = written.getvalue()
    assert text.index("builtins.LookupError") < text.index("builtins.ValueError")
    assert "After which:" in text
    assert PLANTED["cause"] not in text
    assert PLANTED["exception"] not in text


@pytest.mark.django_db
def test_a_line_of_json_can_be_read_by_a_program(call, caplog):
    call("log")
    record = caplog.records[-1]
    record.exc_text = PLANTED["exception"]  # as a handler of somebody else leaves it
    record.msg = "Link\n%s " + "0123456789abcdef" * 2
    for formatter in FORMATTERS.values():
        assert PLANTED["exception"] not in formatter.format(record)
    (line,) = FORMATTERS["json"].format(record).splitlines()
    told = json.loads(line)
    assert set(told) == {"time", "level", "logger", "message", "trace"}
    assert (told["level"], told["logger"]) == ("ERROR", "perspectief.tests")
    assert told["message"] == f"Link\n{PLANTED['argument']} -"
    assert told["time"].endswith("+00:00")
    assert told["trace"].endswith("builtins.ValueError")

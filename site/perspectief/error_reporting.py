"""Reports of faults to Sentry, without the people they happened to.

What leaves the site is built anew from the few keys that are named here: what kind of exception, in
which of our functions, on which route. Sentry's own event also holds request bodies, query strings,
headers, cookies, local variables, SQL and messages, in which answers of registrants may be.
"""

import logging
import os
from typing import TYPE_CHECKING, Any

import sentry_sdk
from django.conf import settings
from sentry_sdk.integrations.django import DjangoIntegration
from sentry_sdk.integrations.logging import LoggingIntegration
from sentry_sdk.transport import Transport

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint

PLAIN_KEYS = ("event_id", "timestamp", "level", "platform", "environment", "release", "sdk")
FRAME_KEYS = ("module", "function", "lineno", "in_app")
# A route is written by us: it has the names of values in it, not the values.
ROUTE_SOURCE = "route"


def start(transport: type[Transport] | None = None) -> None:
    """Begin to report faults if SENTRY_DSN is set; call it once in every process.

    `transport` replaces the network in tests.
    """
    if not settings.SENTRY_DSN:
        return
    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        environment=settings.SENTRY_ENVIRONMENT,
        release=os.environ.get("RELEASE"),
        transport=transport,
        before_send=build_report,
        before_send_transaction=lambda event, hint: None,
        before_breadcrumb=lambda crumb, hint: None,
        max_breadcrumbs=0,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        include_source_context=False,
        traces_sample_rate=0.0,
        profiles_sample_rate=0.0,
        enable_logs=False,
        send_client_reports=False,
        auto_session_tracking=False,
        trace_propagation_targets=[],
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            DjangoIntegration(
                transaction_style="url",
                middleware_spans=False,
                signals_spans=False,
                cache_spans=False,
            ),
            LoggingIntegration(level=None, event_level=logging.ERROR),
        ],
    )


def build_report(event: "Event", hint: "Hint") -> "Event":
    """Return a new event with what may leave the site; everything that is not named here stays."""
    source: dict[str, Any] = dict(event)
    built: dict[str, Any] = {key: source[key] for key in PLAIN_KEYS if key in source}
    exceptions = (source.get("exception") or {}).get("values") or []
    if exceptions:
        built["exception"] = {"values": [_exception(item) for item in exceptions]}
    method = (source.get("request") or {}).get("method")
    if method:
        built["request"] = {"method": method}
    if (source.get("transaction_info") or {}).get("source") == ROUTE_SOURCE:
        built["transaction"] = source.get("transaction", "")
        built["transaction_info"] = {"source": ROUTE_SOURCE}
    record = hint.get("log_record")
    if record is not None:  # where it was logged, not what: messages hold values
        built["logger"] = record.name
        built["logentry"] = {"message": f"{record.name}:{record.funcName}:{record.lineno}"}
    return built  # type: ignore[return-value]  # a part of an event is one


def _exception(item: dict[str, Any]) -> dict[str, Any]:
    frames = (item.get("stacktrace") or {}).get("frames") or []
    return {
        "type": item.get("type"),
        "module": item.get("module"),
        "value": "",
        "mechanism": {
            key: value
            for key, value in (item.get("mechanism") or {}).items()
            if key in ("type", "handled")
        },
        "stacktrace": {
            "frames": [{key: frame[key] for key in FRAME_KEYS if key in frame} for frame in frames]
        },
    }

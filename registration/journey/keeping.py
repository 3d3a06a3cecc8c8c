"""Keeping what is typed while somebody types: the script of a step sends it now and then.

Nothing is checked before the visitor, and nothing is shown. It only ever goes on with what this
browser shows: not where answers have expired, were put away or sent, nor for who just left.
"""

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, JsonResponse

from perspectief import limits
from perspectief.client_address import client_network
from perspectief.limits import Counter, Limit
from registration.forms.base import RawValues
from registration.journey import drafts
from registration.journey.buttons import KEEP
from registration.journey.definition import FormStep
from registration.journey.sealing import sealed
from registration.journey.time_left import expiry_in_words, seconds_left
from registration.journey.visit import Visit

PERIOD = timedelta(minutes=10)
# The script sends at most one in five seconds.
PER_DRAFT = Limit("keeping what is typed, per draft", most=150, period=PERIOD)
# A shelter or a school shares one address.
PER_NETWORK = Limit("keeping what is typed, per network", most=1500, period=PERIOD)
# Text of a step in characters; the fields around it are few.
MOST_BYTES = 4 * drafts.LONGEST_STEP


def asks_to_keep(visit: Visit) -> bool:
    """Return whether it is the script that sends this."""
    return visit.request.method == "POST" and KEEP in visit.request.POST


def keep(visit: Visit, slug: str) -> HttpResponse:
    """Keep what is typed in a step, and say until when; the script stops at any other answer.

    Raises:
        DraftExpiredError: the draft is gone since this request began.
    """
    step = visit.journey.step_with_slug(slug, visit.language)
    if not isinstance(step, FormStep) or not _may_go_on_here(visit):
        return _refusal(HTTPStatus.GONE)
    values: RawValues = step.raw_values(visit.request.POST)
    if step.refusal_template(values):
        values = {}  # nothing of such a step is kept, nor what was kept before
    if _is_too_long(visit, values):
        return _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if visit.draft is None and step.is_empty(values):
        return _refusal(HTTPStatus.NO_CONTENT)
    if limits.take(_counters(visit)) is None:
        return _refusal(HTTPStatus.TOO_MANY_REQUESTS)
    draft = visit.save(step, values, is_checked=_stays_checked(visit, step, values))
    kept = {"secondsLeft": seconds_left(draft, visit.now), "expiry": expiry_in_words(draft)}
    return sealed(JsonResponse(kept))


def _may_go_on_here(visit: Visit) -> bool:
    """Return whether this browser shows the draft, or nothing was begun here.

    A session that is not known any more ended meanwhile: whoever had it may have left at once, and
    what a script had on its way must not begin another.
    """
    if visit.draft is not None:
        return visit.draft.receipt is None
    is_unknown = (
        settings.SESSION_COOKIE_NAME in visit.request.COOKIES and visit.request.session.is_empty()
    )
    return not (is_unknown or visit.is_expired or visit.has_put_away or visit.was_just_sent)


def _is_too_long(visit: Visit, values: RawValues) -> bool:
    sent = int(visit.request.META.get("CONTENT_LENGTH") or 0)
    return sent > MOST_BYTES or drafts.length(values) > drafts.LONGEST_STEP


def _stays_checked(visit: Visit, step: FormStep, values: RawValues) -> bool:
    """Return whether a step that was done before still is: a change may be half typed."""
    progress = visit.progress()
    return progress.is_checked(step) and progress.form_with(step, values).is_valid()


def _counters(visit: Visit) -> list[Counter]:
    counters = []
    if visit.draft is not None:
        counters.append(limits.counter_of(PER_DRAFT, str(visit.draft.pk)))
    if client_network(visit.request):
        counters.append(limits.counter_of_network(PER_NETWORK, visit.request))
    return counters


def _refusal(status: HTTPStatus) -> HttpResponse:
    return sealed(HttpResponse(status=status))

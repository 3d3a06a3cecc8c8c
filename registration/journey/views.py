"""The pages of a form. `JourneyPage` hands every request below its address to `respond`."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from registration.casework.statement_in_force import is_form_open
from registration.journey import (
    check_views,
    continue_views,
    drafts,
    gone_views,
    keeping,
    save_views,
    step_views,
    thank_you_views,
)
from registration.journey.buttons import goes_on
from registration.journey.definition import CONTINUE_SLUGS, SAVE_SLUGS, FormStep
from registration.journey.host_page import JourneyHost
from registration.journey.notices import Notice
from registration.journey.sealing import sealed
from registration.journey.visit import Visit


def respond(page: JourneyHost, request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a request to a page of the form.

    Raises:
        Http404: there is no such page.
    """
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    visit = Visit(page, request)
    slugs = visit.journey.slugs_of(slug)
    if slugs is None:
        raise Http404
    if not is_form_open():
        return visit.redirect(visit.landing_url)
    if slugs[visit.language] != slug:
        return visit.redirect(f"{visit.landing_url}{slugs[visit.language]}/")
    if slugs is CONTINUE_SLUGS:
        return continue_views.respond(visit)
    if keeping.asks_to_keep(visit):
        return _keep(visit, slug)
    return _respond_to_draft(visit, slug)


def _keep(visit: Visit, slug: str) -> HttpResponse:
    try:
        return keeping.keep(visit, slug)
    except drafts.DraftExpiredError:
        return sealed(HttpResponse(status=HTTPStatus.GONE))


def _respond_to_draft(visit: Visit, slug: str) -> HttpResponse:
    """Answer as the visitor's draft is: open or not begun, expired, or put away."""
    if visit.is_expired:
        return _respond_after_expiry(visit, slug)
    if visit.has_put_away and _asks_for_what_was_put_away(visit, slug):
        return gone_views.show_put_away(visit)
    if visit.asks_whether_time_is_over and visit.draft is None:
        return gone_views.show_expired(visit)
    try:
        return _respond_to_open_draft(visit, slug)
    except drafts.DraftExpiredError:
        return _respond_after_expiry(visit, slug)


def _asks_for_what_was_put_away(visit: Visit, slug: str) -> bool:
    """Return whether a page needs earlier answers: one that was left open, or a look at the time.

    The first step begins afresh. What somebody sends just now is kept, in a new draft.
    """
    step = visit.journey.step_with_slug(slug, visit.language)
    if visit.request.method != "POST":
        is_beginning = step is visit.journey.first_step and not visit.asks_whether_time_is_over
        return not is_beginning
    if slug == SAVE_SLUGS[visit.language]:
        return False
    return not isinstance(step, FormStep) or (
        step is not visit.journey.first_step and step.is_empty(step.raw_values(visit.request.POST))
    )


def _respond_after_expiry(visit: Visit, slug: str) -> HttpResponse:
    """Say that the answers are gone; but what somebody sends just now is kept, in a new draft."""
    step = visit.journey.step_with_slug(slug, visit.language)
    if visit.request.method != "POST" or not isinstance(step, FormStep):
        return gone_views.show_expired(visit)
    values = step.raw_values(visit.request.POST)
    if template := step.refusal_template(values):
        return gone_views.refuse(visit, template)
    if step.is_empty(values):
        return gone_views.show_expired(visit)
    visit.discard_draft()
    visit.save(step, values, is_checked=goes_on(visit.request))
    return visit.redirect_to_open_step(visit.progress(), Notice.KEPT_ANEW)


def _respond_to_open_draft(visit: Visit, slug: str) -> HttpResponse:
    is_post = visit.request.method == "POST"
    step = visit.journey.step_with_slug(slug, visit.language)
    if is_post and visit.was_just_sent:
        return visit.redirect(visit.thank_you_url(notice=Notice.SENT_BEFORE))
    if slug == visit.journey.thank_you.slugs[visit.language]:
        return thank_you_views.leave(visit) if is_post else thank_you_views.show(visit)
    if visit.draft is not None and visit.draft.receipt is not None:
        return visit.redirect(visit.thank_you_url(notice=Notice.SENT_BEFORE))
    if step is None:
        return save_views.respond(visit)
    if not isinstance(step, FormStep):
        return check_views.send(visit, step) if is_post else check_views.show(visit, step)
    return step_views.save(visit, step) if is_post else step_views.show(visit, step)

"""The pages of a form. `JourneyPage` hands every request below its address to `respond`."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from registration.casework.statement_in_force import is_form_open
from registration.forms import SendForm, StepForm
from registration.forms.captcha import is_captcha_in_use
from registration.journey import (
    check_views,
    continue_views,
    drafts,
    save_views,
    sending,
    thank_you_views,
)
from registration.journey.definition import CONTINUE_SLUGS, SAVE_SLUGS, FormStep
from registration.journey.host_page import JourneyHost
from registration.journey.under_16 import is_under_16
from registration.journey.visit import DOUBLE, LATER, Visit

# Names of the buttons beside "next".
BACK, SAVE = "back", "save"


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
    if visit.is_expired:
        return _respond_after_expiry(visit, slug)
    if visit.has_put_away and _asks_for_what_was_put_away(visit, slug):
        return visit.show_put_away()
    if visit.asks_whether_time_is_over and visit.draft is None:
        return visit.show_expired()
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
        step is not visit.journey.first_step
        and step.form_class.is_empty(step.form_class.raw_values(visit.request.POST))
    )


def _respond_after_expiry(visit: Visit, slug: str) -> HttpResponse:
    """Say that the answers are gone; but what somebody sends just now is kept, in a new draft."""
    step = visit.journey.step_with_slug(slug, visit.language)
    if visit.request.method != "POST" or not isinstance(step, FormStep):
        return visit.show_expired()
    values = step.form_class.raw_values(visit.request.POST)
    if step.form_class.is_refused(values):
        return visit.refuse(step)
    if step.form_class.is_empty(values):
        return visit.show_expired()
    visit.discard_draft()
    visit.save(step, values, is_checked=_goes_on(visit))
    return visit.redirect_to_open_step(visit.progress(), "anew")


def _respond_to_open_draft(visit: Visit, slug: str) -> HttpResponse:
    is_post = visit.request.method == "POST"
    step = visit.journey.step_with_slug(slug, visit.language)
    if is_post and visit.was_just_sent:
        return visit.redirect(visit.thank_you_url(notice=DOUBLE))
    if slug == visit.journey.thank_you.slugs[visit.language]:
        return thank_you_views.leave(visit) if is_post else thank_you_views.show(visit)
    if visit.draft is not None and visit.draft.receipt is not None:
        return visit.redirect(visit.thank_you_url(notice=DOUBLE))
    if step is None:
        return save_views.respond(visit)
    if not isinstance(step, FormStep):
        return check_views.send(visit, step) if is_post else check_views.show(visit, step)
    return _save(visit, step) if is_post else _show(visit, step)


def render_step(
    visit: Visit,
    step: FormStep,
    form: StepForm,
    send_form: SendForm | None = None,
    *,
    alert: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return a step with a form in whatever state; `alert` is a message about the whole page.

    The step that sends asks for consent too: with `send_form`, or else with nothing ticked.
    """
    context: dict[str, Any] = {
        **visit.step_context(step, visit.progress()),
        "form": form,
        "alert": alert,
        "returns_to_check": visit.returns_to_check,
        "is_under_16": is_under_16(visit.draft),
    }
    if step is not visit.journey.last_step:
        return visit.render(step.template, context, status)
    context["send_form"] = send_form or sending.empty_send_form(visit)
    context["captcha_in_use"] = is_captcha_in_use()
    return sending.with_captcha_policy(visit, visit.render(step.template, context, status))


def _show(visit: Visit, step: FormStep) -> HttpResponse:
    progress = visit.progress()
    if progress.is_open_before(step):
        return visit.redirect_to_open_step(progress)
    values = drafts.stored_values(visit.draft, step.code)
    if visit.draft is None or values is None:
        form = step.form_class(now=visit.now)
    elif drafts.is_checked(visit.draft, step.code):
        form = step.form_class.from_raw(values, now=visit.now)
    else:
        form = step.form_class.unchecked(values, now=visit.now)
    return render_step(visit, step, form)


def _goes_on(visit: Visit) -> bool:
    return not visit.request.POST.keys() & {BACK, SAVE, LATER}


def _save(visit: Visit, step: FormStep) -> HttpResponse:
    data = visit.request.POST
    values = step.form_class.raw_values(data)
    if step.form_class.is_refused(values):
        return visit.refuse(step)
    is_beside = visit.has_put_away and step is not visit.journey.first_step
    draft = visit.save(step, values, is_checked=_goes_on(visit))
    if is_beside:
        return visit.redirect_to_open_step(visit.progress(), "beside")
    if BACK in data:
        return visit.redirect(visit.url(visit.journey.step_before(step) or step))
    if SAVE in data:
        return visit.redirect(visit.url(step, notice="saved"))
    if LATER in data and visit.journey.is_savable:
        return save_views.offer(visit, step)
    if draft.receipt is not None:  # sent by another click meanwhile
        return visit.redirect(visit.thank_you_url(notice=DOUBLE))
    sends = step is visit.journey.last_step
    if sends and visit.must_show_session:
        return visit.send_in_session(step)
    form = step.form_class(data, now=visit.now)
    send_form = sending.sent_send_form(visit) if sends else None
    # Both are looked at, so that everything that is missing is pointed out together.
    if not all([form.is_valid(), send_form is None or send_form.is_valid()]):
        return render_step(visit, step, form, send_form, status=422)
    progress = visit.progress()
    if progress.is_open_before(step):
        return visit.redirect_to_open_step(progress)
    if send_form is not None:
        if progress.first_open_step() is not None:  # more than is kept
            return visit.redirect_to_open_step(progress)
        try:
            return sending.send(visit, draft, progress, send_form)
        except sending.FloodError:
            alert = sending.flood_message()
            return render_step(visit, step, form, send_form, alert=alert, status=429)
    if visit.returns_to_check and progress.first_open_step() is None:
        return visit.redirect(visit.url(visit.journey.last_step))
    return visit.redirect(visit.url(visit.journey.step_after(step)))

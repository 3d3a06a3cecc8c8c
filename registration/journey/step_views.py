"""A page with questions: shown as it was left, saved with each button, sent by the last one."""

from typing import Any

from django.http import HttpResponse

from perspectief.bounded_hashing import TooBusyError, come_back_later
from perspectief.typed_form import TypedForm
from registration.forms import SendForm
from registration.forms.captcha import is_captcha_in_use
from registration.journey import gone_views, save_views, sending
from registration.journey.buttons import BACK, KEEP, LANGUAGE, LATER, SAVE, goes_on
from registration.journey.definition import FormStep
from registration.journey.notices import Notice, asked_of_another
from registration.journey.page_form import PageForm
from registration.journey.step_context import step_context
from registration.journey.visit import RETURN_PARAMETER, RETURN_TO_CHECK, Visit
from registration.models import Draft


def show(visit: Visit, step: FormStep) -> HttpResponse:
    """Return the step with what was saved in it, or lead to the first one that is not complete."""
    progress = visit.progress()
    if progress.is_open_before(step):
        return visit.redirect_to_open_step(progress)
    form = progress.form(step) if progress.is_checked(step) else None
    return render_step(visit, step, form or progress.unchecked_form(step))


def save(visit: Visit, step: FormStep) -> HttpResponse:
    """Keep what was typed, and do what the button asks.

    Raises:
        DraftExpiredError: the draft is gone since this request began.
    """
    values = step.raw_values(visit.request.POST)
    if template := step.refusal_template(values):
        return gone_views.refuse(visit, template)
    if LANGUAGE in visit.request.POST and visit.draft is None and step.is_empty(values):
        return visit.redirect(visit.url(step))  # nothing to keep, so no draft begins
    is_beside = visit.has_put_away and step is not visit.journey.first_step
    draft = visit.save(step, values, is_checked=goes_on(visit.request))
    if is_beside:
        return visit.redirect_to_open_step(visit.progress(), Notice.KEPT_BESIDE)
    asked_beside = _answer_to_other_button(visit, step)
    if asked_beside is not None:
        return asked_beside
    if draft.receipt is not None:  # sent by another click meanwhile
        return visit.redirect(visit.thank_you_url(notice=Notice.SENT_BEFORE))
    if step is visit.journey.last_step:
        return _send(visit, step, draft)
    return _go_on(visit, step)


def render_step(
    visit: Visit,
    step: FormStep,
    form: PageForm,
    send_form: SendForm | None = None,
    *,
    alert: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return a step with a form in whatever state; `alert` is a message about the whole page.

    The step that sends asks for consent too: with `send_form`, or else with nothing ticked.
    """
    progress = visit.progress()
    context: dict[str, Any] = {
        **step_context(visit, step, progress),
        "form": form,
        "alert": alert,
        "returns_to_check": visit.returns_to_check,
        "typed_form": TypedForm(
            "step-form",
            LANGUAGE,
            f"?{RETURN_PARAMETER}={RETURN_TO_CHECK}" if visit.returns_to_check else "",
        ),
        "keep_name": KEEP,
    }
    if progress.is_of_another(step):
        context["notice"] = asked_of_another()
    if step is not visit.journey.last_step:
        return visit.render(step.template, context, status)
    context["send_form"] = send_form or sending.shown_send_form(visit)
    context["captcha_in_use"] = is_captcha_in_use()
    return sending.with_captcha_policy(visit, visit.render(step.template, context, status))


def _answer_to_other_button(visit: Visit, step: FormStep) -> HttpResponse | None:
    """Return what a button beside "next" asks for; nothing is checked then."""
    data = visit.request.POST
    if BACK in data:
        return visit.redirect(visit.url(visit.progress().step_before(step) or step))
    if LANGUAGE in data:
        return visit.redirect(visit.url(step, to_change=visit.returns_to_check))
    if SAVE in data:
        return visit.redirect(visit.url(step, notice=Notice.SAVED))
    if LATER in data and visit.journey.is_savable:
        return save_views.offer(visit, step)
    return None


def _send(visit: Visit, step: FormStep, draft: Draft) -> HttpResponse:
    """Send the form from its last step, in a form without a page to check the answers."""
    if visit.must_show_session:
        return visit.send_in_session(step)
    form = visit.progress().form_with(step, step.raw_values(visit.request.POST))
    send_form = sending.sent_send_form(visit)
    # Both are looked at, so that everything that is missing is pointed out together.
    if not all([form.is_valid(), send_form.is_valid()]):
        if visit.keeps(step) and sending.keep_send_form(visit, draft, send_form):
            return visit.lead_to_mistakes(step)
        return render_step(visit, step, form, send_form, status=422)
    progress = visit.progress()
    if progress.first_open_step() is not None:  # an earlier one, or more than is kept
        return visit.redirect_to_open_step(progress)
    try:
        return sending.send(visit, draft, progress, send_form)
    except sending.FloodError:
        alert = sending.flood_message(visit.our_phone)
        return render_step(visit, step, form, send_form, alert=alert, status=429)
    except TooBusyError:
        alert = sending.busy_message()
        return come_back_later(render_step(visit, step, form, send_form, alert=alert, status=503))


def _go_on(visit: Visit, step: FormStep) -> HttpResponse:
    """Lead to the next step, or back to where the visitor came from to change one answer."""
    form = visit.progress().form_with(step, step.raw_values(visit.request.POST))
    if not form.is_valid():
        if visit.must_show_session:
            return visit.send_in_session(step)
        if visit.keeps(step):
            return visit.lead_to_mistakes(step)
        return render_step(visit, step, form, status=422)
    progress = visit.progress()
    if progress.is_open_before(step):
        return visit.redirect_to_open_step(progress)
    open_step = progress.first_open_step()
    if visit.returns_to_check:
        # What follows from the change is asked too, and nothing else.
        following = open_step or visit.journey.last_step
        return visit.redirect(visit.url(following, to_change=open_step is not None))
    return visit.redirect(visit.url(progress.step_after(step)))

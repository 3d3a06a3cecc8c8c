"""The page that shows all answers before they are sent, in a form that has one."""

from typing import Any

from django.http import HttpResponse

from perspectief.bounded_hashing import TooBusyError, come_back_later
from registration.forms import SendForm
from registration.forms.captcha import is_captcha_in_use
from registration.journey import drafts, sending
from registration.journey.buttons import BACK, LATER, SAVE
from registration.journey.check_answers import AnswersToCheck
from registration.journey.definition import SAVE_SLUGS, Step
from registration.journey.notices import Notice
from registration.journey.progress import FormProgress
from registration.journey.step_context import step_context
from registration.journey.visit import Visit


def show(visit: Visit, step: Step) -> HttpResponse:
    """Return the answers to check, or lead to the first step that is not complete."""
    progress = visit.progress()
    if progress.first_open_step() is not None:
        return visit.redirect_to_open_step(progress)
    return render_check(visit, step, progress, sending.shown_send_form(visit))


def send(visit: Visit, step: Step) -> HttpResponse:
    """Send the answers if the visitor agrees, or do what another button asks."""
    if visit.draft is not None and SAVE in visit.request.POST:
        drafts.extend(visit.draft)
        return visit.redirect(visit.url(step, notice=Notice.SAVED))
    progress = visit.progress()
    if visit.draft is None or progress.first_open_step() is not None:
        return visit.redirect_to_open_step(progress)
    if LATER in visit.request.POST and visit.journey.is_savable:
        return visit.redirect(visit.special_url(SAVE_SLUGS))
    if BACK in visit.request.POST:
        return visit.redirect(visit.url(progress.form_steps[-1]))
    form = sending.sent_send_form(visit)
    if not form.is_valid():
        if sending.keep_send_form(visit, visit.draft, form):
            return visit.lead_to_mistakes(step)
        return render_check(visit, step, progress, form, status=422)
    try:
        return sending.send(visit, visit.draft, progress, form)
    except sending.FloodError:
        alert = sending.flood_message(visit.our_phone)
        return render_check(visit, step, progress, form, alert=alert, status=429)
    except TooBusyError:
        alert = sending.busy_message()
        answer = render_check(visit, step, progress, form, alert=alert, status=503)
        return come_back_later(answer)


def render_check(
    visit: Visit,
    step: Step,
    progress: FormProgress,
    send_form: SendForm,
    *,
    alert: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page with all answers; those that changed since it was shown before are marked."""
    send_form.is_valid()
    answers = AnswersToCheck(visit, progress, send_form)
    context: dict[str, Any] = {
        **step_context(visit, step, progress),
        "send_form": send_form,
        "answers": answers,
        "alert": alert,
        "captcha_in_use": is_captcha_in_use(),
    }
    return sending.with_captcha_policy(visit, visit.render(step.template, context, status))

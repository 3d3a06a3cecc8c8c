"""The last step: all answers, consent, and the button that sends them."""

from datetime import timedelta
from typing import Any, cast

from csp.decorators import csp_update
from django.http import HttpResponse
from django.utils.translation import gettext as _

from registration.codes import Flag
from registration.forms import CheckForm
from registration.journey import drafts, flood
from registration.journey.captcha import CAPTCHA_POLICY, is_captcha_in_use
from registration.journey.check_answers import answer_rows
from registration.journey.progress import FormProgress, ruled_out_moments
from registration.journey.steps import CHECK, FORM_STEPS, REACH
from registration.journey.visit import Visit
from registration.models import Draft
from registration.page_urls import privacy_page_url
from registration.privacy import current_privacy_statement
from registration.submission import DraftGoneError, FormClosedError, submit_registration

# From the first saved step to sending: nobody reads and answers three pages in less.
FASTEST = timedelta(seconds=10)


def show(visit: Visit) -> HttpResponse:
    """Return the answers to check, or lead to the first step that is not complete."""
    progress = visit.progress()
    if progress.first_open_step() is not None:
        return visit.redirect_to_open_step(progress)
    return render_check(visit, progress, _form(visit))


def send(visit: Visit) -> HttpResponse:
    """Register the person, once, whatever the browser sends twice."""
    if visit.draft is not None and "save" in visit.request.POST:
        drafts.extend(visit.draft)
        return visit.redirect(visit.url(CHECK, notice="saved"))
    progress = visit.progress()
    if visit.draft is None or progress.first_open_step() is not None:
        return visit.redirect_to_open_step(progress)
    if "back" in visit.request.POST:
        return visit.redirect(visit.url(REACH))
    if flood.is_flood(visit.request):
        message = _(
            "We are getting very many messages right now. Wait a few minutes, or call "
            "+31 30 234 00 45. Your answers are still here."
        )
        return render_check(visit, progress, _form(visit), alert=message, status=429)
    form = _form(visit, is_sent=True)
    if not form.is_valid():
        return render_check(visit, progress, form, status=422)
    try:
        submit_registration(
            progress.answers(),
            language=visit.language,
            submission_key=visit.draft.submission_key,
            draft=visit.draft,
            flags=_flags(visit, visit.draft, form),
        )
    except DraftGoneError:
        return visit.show_expired()
    except FormClosedError:
        return visit.redirect(visit.landing_url)
    return visit.redirect(visit.thank_you_url())


def render_check(
    visit: Visit, progress: FormProgress, form: CheckForm, *, alert: str = "", status: int = 200
) -> HttpResponse:
    """Return the page with all answers; only here may a page of ours load the check by Google."""
    context: dict[str, Any] = {
        "form": form,
        "step": CHECK,
        "steps": visit.progress_steps(CHECK, progress),
        "sections": [
            {"label": step.label, "rows": answer_rows(stored, visit.url(step, to_change=True))}
            for step in FORM_STEPS
            if (stored := progress.form(step)) is not None
        ],
        "ruled_out": ", ".join(ruled_out_moments(progress.answers())),
        "alert": alert,
        "captcha_in_use": is_captcha_in_use(),
    }

    response = visit.render("registration/steps/check.html", context, status)
    if is_captcha_in_use():
        response = cast(
            HttpResponse, csp_update(CAPTCHA_POLICY)(lambda request: response)(visit.request)
        )
    return response


def _form(visit: Visit, *, is_sent: bool = False) -> CheckForm:
    statement = current_privacy_statement()
    return CheckForm(
        visit.request.POST if is_sent else None,
        statement_version=str(statement.version) if statement else "",
        privacy_url=privacy_page_url(visit.request, visit.language),
        now=visit.now,
    )


def _flags(visit: Visit, draft: Draft, form: CheckForm) -> list[Flag]:
    flags = form.flags()
    if visit.now - draft.created_at < FASTEST:
        flags.append(Flag.FAST)
    if flood.note_registration(visit.request):
        flags.append(Flag.FLOOD)
    return flags

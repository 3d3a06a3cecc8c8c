"""The pages of the form. `RegistrationPage` hands every request below its address to `respond`."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from registration.forms import StepForm
from registration.journey import check_views, drafts, thank_you_views
from registration.journey.steps import FormStep, slugs_of, step_after, step_before, step_with_slug
from registration.journey.visit import Visit
from registration.privacy import is_form_open

if TYPE_CHECKING:
    from registration.pages import RegistrationPage

# Names of the buttons beside "next".
BACK, SAVE = "back", "save"


def respond(page: "RegistrationPage", request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a request to a page of the form.

    Raises:
        Http404: there is no such page.
    """
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    visit = Visit(page, request)
    slugs = slugs_of(slug)
    if slugs is None:
        raise Http404
    if not is_form_open():
        return visit.redirect(visit.landing_url)
    if slugs[visit.language] != slug:
        return visit.redirect(f"{visit.landing_url}{slugs[visit.language]}/")
    if visit.is_expired:
        return visit.show_expired()
    try:
        return _respond_to_open_draft(visit, slug)
    except drafts.DraftExpiredError:
        return visit.show_expired()


def _respond_to_open_draft(visit: Visit, slug: str) -> HttpResponse:
    is_post = visit.request.method == "POST"
    step = step_with_slug(slug, visit.language)
    if step is None:
        return thank_you_views.leave(visit) if is_post else thank_you_views.show(visit)
    if visit.draft is not None and visit.draft.receipt is not None:
        return visit.redirect(visit.thank_you_url(notice="double"))
    if not isinstance(step, FormStep):
        return check_views.send(visit) if is_post else check_views.show(visit)
    return _save(visit, step) if is_post else _show(visit, step)


def render_step(
    visit: Visit, step: FormStep, form: StepForm, *, alert: str = "", status: int = 200
) -> HttpResponse:
    """Return a step with a form in whatever state; `alert` is a message about the whole page."""
    context = {
        "form": form,
        "step": step,
        "steps": visit.progress_steps(step, visit.progress()),
        "alert": alert,
        "is_first": step_before(step) is None,
        "returns_to_check": visit.returns_to_check,
    }
    return visit.render(step.template, context, status)


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


def _save(visit: Visit, step: FormStep) -> HttpResponse:
    data = visit.request.POST
    goes_on = BACK not in data and SAVE not in data
    visit.save(step, step.form_class.raw_values(data), is_checked=goes_on)
    if BACK in data:
        return visit.redirect(visit.url(step_before(step) or step))
    if SAVE in data:
        return visit.redirect(visit.url(step, notice="saved"))
    form = step.form_class(data, now=visit.now)
    if not form.is_valid():
        return render_step(visit, step, form, status=422)
    progress = visit.progress()
    if progress.is_open_before(step):
        return visit.redirect_to_open_step(progress)
    if visit.returns_to_check and progress.first_open_step() is None:
        return visit.redirect(visit.check_url)
    return visit.redirect(visit.url(step_after(step)))

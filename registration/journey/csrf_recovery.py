"""A step whose safety token was missing or old: shown again, with everything that was typed.

Only what a page of our own has sent gets here (`perspectief.csrf_failure`).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from perspectief.phone_number import phone_number
from registration.casework.statement_in_force import is_form_open
from registration.journey import continue_views
from registration.journey.definition import CONTINUE_SLUGS, FormStep
from registration.journey.host_page import JourneyHost
from registration.journey.step_views import render_step
from registration.journey.visit import OPENED_FIELD, Visit


def respond_to_csrf_failure(page: JourneyHost, request: HttpRequest, slug: str) -> HttpResponse:
    """Return the step again with what was typed; nothing of it is stored."""
    visit = Visit(page, request)
    step = visit.journey.step_with_slug(slug, visit.language)
    if not is_form_open():
        return visit.redirect(visit.landing_url)
    # A page that was shown before there was a draft says since when it is open.
    had_draft = step is not None and OPENED_FIELD not in request.POST
    alert = why_refused(request, kept_cookies=had_draft)
    if visit.journey.is_savable and slug == CONTINUE_SLUGS[visit.language]:
        return continue_views.show_again(visit, alert)
    if isinstance(step, FormStep):
        form = visit.progress().unchecked_form(step, step.raw_values(request.POST))
        return render_step(visit, step, form, alert=alert, status=403)
    are_gone = step is not None and settings.CSRF_COOKIE_NAME not in request.COOKIES
    context = {"alert": answers_gone() if are_gone else alert, "are_answers_gone": are_gone}
    return visit.render("registration/send_again.html", context, status=403)


def answers_gone() -> str:
    """Return what to say to somebody who lost the cookies at a page without a question."""
    return _(
        "Your browser no longer has the cookies of this site. Perhaps they were deleted. So we "
        "cannot find what you filled in, and nothing was sent. Begin again, or call %(phone)s."
    ) % {"phone": phone_number()}


def why_refused(request: HttpRequest, *, kept_cookies: bool = False) -> str:
    """Return what to say to somebody whose form came without a valid safety token.

    Args:
        request: with what was sent.
        kept_cookies: whether the browser had our cookies when the page was shown, so that they were
            lost, and not refused.
    """
    if settings.CSRF_COOKIE_NAME in request.COOKIES:
        return _("The page was open for a while. Send the form again. Your answers are still here.")
    if kept_cookies:
        return _(
            "Your browser no longer has the cookies of this site. Perhaps they were deleted. So we "
            "cannot find what you filled in on earlier pages, and nothing was sent. What stands on "
            "this page you can send again. Or call %(phone)s."
        ) % {"phone": phone_number()}
    return _(
        "Your browser does not allow cookies. This form does not work without them. The cookies do "
        "not track you. Turn cookies on, or call %(phone)s."
    ) % {"phone": phone_number()}

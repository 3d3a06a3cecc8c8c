"""Going on with a form that was saved: by a code that is typed, or by a link in a mail.

Opening the link changes nothing, since scanners of mail follow links; only the button does. What it
sends holds the token in its body, so that no address with a token is ever posted to.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from perspectief import limits
from perspectief.limits import Limit
from registration.casework.statement_in_force import is_form_open
from registration.forms.fields import ExactText
from registration.journey import saved_drafts
from registration.journey.definition import CONTINUE_SLUGS
from registration.journey.host_page import JourneyHost
from registration.journey.notices import Notice
from registration.journey.saved_drafts import Way
from registration.journey.visit import Visit

LINK_FIELD = "link"
# Shelters and prisons share one address.
WRONG_CODES_PER_NETWORK = Limit(
    "saved form codes from one network", most=30, period=timedelta(hours=1)
)


class CodeForm(forms.Form):
    """The code that somebody wrote down."""

    use_required_attribute = False

    code = ExactText(
        limit=80,
        hide_optional=True,
        label=gettext_lazy("Your code"),
        help_text=gettext_lazy(
            "Fifteen letters and numbers. Capital letters and dashes do not matter."
        ),
        error_messages={"required": gettext_lazy("Enter the code that you wrote down")},
    )


def respond_to_link(page: JourneyHost, request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Show the button that opens a saved form, or say that the link is used or too old.

    Raises:
        Http404: there is no such page.
    """
    visit = Visit(page, request)
    if visit.journey.slugs_of(slug) is not CONTINUE_SLUGS:
        raise Http404
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if not is_form_open():
        return visit.redirect(visit.landing_url)
    if slug != CONTINUE_SLUGS[visit.language]:
        return visit.redirect(f"{visit.special_url(CONTINUE_SLUGS)}{token}/")
    if not saved_drafts.exists(visit.journey.code, Way.LINK, token):
        return _show_gone(visit)
    return _show_button(visit, token)


def respond(visit: Visit) -> HttpResponse:
    """Ask for the code; open the saved form with a code or with the token of a link."""
    if visit.request.method != "POST":
        return _show_form(visit, CodeForm())
    if token := visit.request.POST.get(LINK_FIELD, ""):
        return _open(visit, Way.LINK, token) or _show_gone(visit)
    form = CodeForm(visit.request.POST)
    if not form.is_valid():
        return _show_form(visit, form, status=422)
    guess = limits.take([limits.counter_of_network(WRONG_CODES_PER_NETWORK, visit.request)])
    if guess is None:
        alert = _("The wrong code was entered too many times. Try again in an hour, or call us.")
        return _show_form(visit, form, alert=alert, status=429)
    if opened := _open(visit, Way.CODE, form.cleaned_data["code"]):
        guess.give_back()
        return opened
    form.add_error(
        "code",
        _(
            "We do not recognise this code. Check for a typing mistake. "
            "A code works once, and no longer than the date we told you."
        ),
    )
    return _show_form(visit, form, status=422)


def show_again(visit: Visit, alert: str) -> HttpResponse:
    """Show what came without a valid safety token again, with what was typed or the button."""
    if token := visit.request.POST.get(LINK_FIELD, ""):
        return _show_button(visit, token, alert=alert, status=403)
    form = CodeForm(initial={"code": visit.request.POST.get("code", "")})
    return _show_form(visit, form, alert=alert, status=403)


def _open(visit: Visit, way: Way, secret: str) -> HttpResponse | None:
    draft = saved_drafts.open_once(visit.request.session, visit.journey.code, way, secret)
    if draft is None:
        return None
    visit.draft = draft
    step = visit.progress().first_open_step() or visit.journey.last_step
    return visit.redirect(visit.url(step, notice=Notice.CONTINUED))


def _show_form(visit: Visit, form: CodeForm, *, alert: str = "", status: int = 200) -> HttpResponse:
    return _render(visit, "enter", status, form=form, alert=alert)


def _show_button(visit: Visit, token: str, *, alert: str = "", status: int = 200) -> HttpResponse:
    return _render(visit, "link", status, token=token, link_name=LINK_FIELD, alert=alert)


def _show_gone(visit: Visit) -> HttpResponse:
    return _render(visit, "gone", 410, start_url=visit.url(visit.journey.first_step))


def _render(visit: Visit, template: str, status: int, **context: Any) -> HttpResponse:
    context |= {
        "continue_url": visit.special_url(CONTINUE_SLUGS),
        "replaces_answers": not visit.holds_nothing,
    }
    return visit.render(f"registration/saved/{template}.html", context, status)

"""The page that cancels a reminder with its code."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils.translation import gettext as _

from perspectief import limits
from perspectief.limits import Limit
from registration.journey.csrf_recovery import why_refused
from registration.journey.host_page import HostPage
from registration.journey.notices import NOTICE_PARAMETER
from registration.journey.sealing import sealed
from registration.reminder.addresses import CANCEL_SLUGS
from registration.reminder.asking import cancel
from registration.reminder.forms import CancelForm

CANCELLED = "cancelled"
# Shelters and prisons share one address. There are too many codes to find one by trying.
WRONG_CODES_PER_NETWORK = Limit(
    "reminder codes from one network", most=30, period=timedelta(hours=1)
)


def respond(page: HostPage, request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a request to the page."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    own_slug = CANCEL_SLUGS[page.locale.language_code]
    if slug != own_slug:  # the address of the other language
        return sealed(HttpResponseRedirect(f"{page.get_url(request)}{own_slug}/"))
    return _cancel(page, request) if request.method == "POST" else _show(page, request)


def respond_to_csrf_failure(page: HostPage, request: HttpRequest) -> HttpResponse:
    """Show the form again with what was typed; nothing of an untrusted request is done."""
    form = CancelForm(initial={"code": request.POST.get("code", "")})
    return _render(page, request, form, alert=why_refused(request), status=403)


def _show(page: HostPage, request: HttpRequest) -> HttpResponse:
    is_cancelled = request.GET.get(NOTICE_PARAMETER) == CANCELLED
    return _render(page, request, CancelForm(), is_cancelled=is_cancelled)


def _cancel(page: HostPage, request: HttpRequest) -> HttpResponse:
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _render(page, request, form, status=422)
    guess = limits.take([limits.counter_of_network(WRONG_CODES_PER_NETWORK, request)])
    if guess is None:
        alert = _("The wrong code was entered too many times. Try again in an hour, or call us.")
        return _render(page, request, form, alert=alert, status=429)
    if not cancel(form.cleaned_data["code"]):
        form.add_error(
            "code",
            _(
                "We do not recognise this code. Check for a typing mistake. If the reminder has "
                "already been sent, there is nothing left to cancel."
            ),
        )
        return _render(page, request, form, status=422)
    guess.give_back()
    return sealed(HttpResponseRedirect(f"{request.path}?{NOTICE_PARAMETER}={CANCELLED}"))


def _render(
    page: HostPage,
    request: HttpRequest,
    form: CancelForm,
    *,
    alert: str = "",
    is_cancelled: bool = False,
    status: int = 200,
) -> HttpResponse:
    response = page.render(
        request,
        template="registration/reminder/cancel.html",
        context_overrides={"form": form, "alert": alert, "is_cancelled": is_cancelled},
    )
    response.status_code = status
    return sealed(response)

"""The views of one's own page. Nothing of the story is shown, and contact data only masked."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from registration.journey.buttons import LANGUAGE
from registration.journey.csrf_recovery import why_refused
from registration.journey.host_page import HostPage
from registration.own_page import change, ending, made_for, visits
from registration.own_page.addresses import Part, part_with_slug, slugs_of
from registration.own_page.forms import EntryForm
from registration.own_page.request import ACTION_FIELD, MORE_TIME, Request
from registration.own_page.way_in import KEPT, enter, say_closed, show_entry

#: Names in what is sent after which a part is only shown again, with what was typed.
SHOW_AGAIN = frozenset({MORE_TIME, LANGUAGE, KEPT})


def respond_to_front(page: HostPage, http: HttpRequest) -> HttpResponse:
    """Answer a request to the page itself: the way in, or what there is to see."""
    request = Request(page, http)
    if http.method != "POST":
        return _show_overview(request) if request.visit else show_entry(request, EntryForm())
    action = http.POST.get(ACTION_FIELD)
    if action == "close":
        visits.end(http.session)
        return request.redirect(request.url(notice="closed"))
    if action is None and MORE_TIME not in http.POST:
        return enter(request)
    refusal = _refuse_unless_made_here(request)
    if refusal is not None:
        return refusal
    match action:
        case "pause":
            return ending.pause(request)
        case "resume":
            return ending.resume(request)
        case None:  # more time, which the visit has now
            return _show_overview(request)
    return request.redirect(request.url())


def respond_to_part(page: HostPage, http: HttpRequest, slug: str) -> HttpResponse:
    """Answer a request to a part of the page; whoever opens it without a visit is let in first.

    Raises:
        Http404: there is no such part.
    """
    request = Request(page, http)
    if slugs_of(slug) is None:
        raise Http404
    part = part_with_slug(slug, page.locale.language_code)
    if part is None:  # the address of the other language
        known = next(each for each in Part if slug in each.value.values())
        return request.redirect(request.url(known))
    if http.method == "POST":
        refusal = _refuse_unless_made_here(request, part)
        if refusal is not None:
            return refusal
    if request.visit is None:
        return request.redirect(request.url())
    if http.method == "POST" and SHOW_AGAIN & http.POST.keys():
        return _show_again(request, part)
    match part:
        case Part.CHANGE:
            return change.change(request)
        case Part.WITHDRAW:
            return ending.withdraw(request)
        case Part.ERASE:
            return ending.erase(request)


def respond_to_csrf_failure(page: HostPage, http: HttpRequest, slug: str) -> HttpResponse:
    """Show a form again with what was typed; nothing of an untrusted request is done."""
    request = Request(page, http)
    alert = why_refused(http)
    part = part_with_slug(slug, page.locale.language_code)
    if part is None and not {ACTION_FIELD, MORE_TIME} & http.POST.keys():
        typed = {name: http.POST.get(name, "") for name in EntryForm.base_fields}
        return request.render(
            "entry", status=HTTPStatus.FORBIDDEN, form=EntryForm(initial=typed), alert=alert
        )
    refusal = _refuse_unless_made_here(request, part)
    if refusal is not None:
        return refusal
    overview = request.overview()
    if part is Part.CHANGE and overview.may_change:
        return change.show_refused(request, alert)
    return request.render("overview", status=HTTPStatus.FORBIDDEN, overview=overview, alert=alert)


def _refuse_unless_made_here(request: Request, part: Part | None = None) -> HttpResponse | None:
    """Return what to say to a form that was not made for what is open here; None if it was.

    Args:
        request: with what was sent.
        part: to which it was sent; None for the page itself.
    """
    if request.visit is None:
        return say_closed(request, keeps_typed=part is Part.CHANGE)
    if made_for.is_for(request.stamp, request.opened_with):
        return None
    return request.show_conflict(
        _(
            "We changed nothing. In this browser, another registration was opened after that page. "
            "You now see the one that was opened last. Do you want to change the other one? Close "
            "your page on this device and open it with its own code."
        )
    )


def _show_overview(request: Request) -> HttpResponse:
    return request.render("overview", overview=request.overview(), notice=request.notice())


def _show_again(request: Request, part: Part) -> HttpResponse:
    """Show a part with what is typed in it, not yet checked; the visit has its full time again."""
    if part is not Part.CHANGE:
        return request.render(part.name.lower(), mail_will_come=request.may_be_mailed())
    is_back = KEPT in request.http.POST
    notice = _("Not saved yet. Look at what you filled in, and save it.") if is_back else ""
    return change.show_again(request, notice)

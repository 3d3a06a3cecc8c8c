"""Pausing, going on, withdrawing and erasing: what a person ends, or begins again."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from registration.casework import changes_by_person
from registration.own_page import made_for, visits
from registration.own_page.request import STATE_AFTER, Request
from registration.own_page.way_in import PROOF_KEY


def pause(request: Request) -> HttpResponse:
    """Stop all contact until the person goes on."""
    return _apply(request, changes_by_person.pause, notice="paused")


def resume(request: Request) -> HttpResponse:
    """Go on after a pause."""
    return _apply(request, changes_by_person.resume, notice="resumed")


def withdraw(request: Request) -> HttpResponse:
    """Ask once more, or withdraw."""
    if request.http.method == "POST":
        return _apply(request, changes_by_person.withdraw, notice="withdrawn")
    if not request.overview().may_withdraw:
        return request.redirect(request.url())
    return request.render("withdraw", mail_will_come=request.may_be_mailed())


def erase(request: Request) -> HttpResponse:
    """Ask once more, or erase: that is possible in whatever state."""
    if request.http.method != "POST":
        return request.render("erase", mail_will_come=request.may_be_mailed())
    try:
        erased = changes_by_person.erase(request.registration.pk, timezone.now())
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url())
    visits.note_erased_here(request.http.session)
    request.http.session[PROOF_KEY] = erased.proof
    return request.redirect(request.url())


def _apply(
    request: Request, change: Callable[[int, datetime], object], notice: str
) -> HttpResponse:
    """Do it in the state that the page showed; in another one the person decides again."""
    if request.registration.state == STATE_AFTER[notice]:
        return request.redirect(request.url(notice=notice))  # pressed twice, or in two tabs
    if not made_for.shows_state_of(request.stamp, request.registration):
        return request.show_conflict(
            _(
                "We changed nothing. After you opened that page, something changed. You now see "
                "how things stand. Would you still like to do it? Choose it again."
            )
        )
    try:
        change(request.registration.pk, timezone.now())
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url(notice="too_late"))
    return request.redirect(request.url(notice=notice))

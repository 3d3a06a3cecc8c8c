"""Views of allauth that anybody can post to, with the limits that need no guess at a secret.

Each post is limited by network, so that nobody has us send mail after mail, or keeps the site busy.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account import views
from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from perspectief import limits
from perspectief.limits import Limit

MINUTE = timedelta(minutes=1)
RESETS_PER_NETWORK = Limit("password mails asked from one network", most=20, period=MINUTE)
RESETS_PER_ADDRESS = Limit("password mails to one address", most=5, period=MINUTE)
NEW_PASSWORDS_PER_NETWORK = Limit("new passwords from one network", most=20, period=MINUTE)

View = Callable[..., HttpResponseBase]


def too_often(request: HttpRequest) -> HttpResponse:
    """Return a page that asks to wait."""
    return render(request, "staff/too_often.html", status=HTTPStatus.TOO_MANY_REQUESTS)


def limited_by_network(limit: Limit) -> Callable[[View], View]:
    """Return a decorator of a view: what is posted to it counts for the visitor's network."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            is_counted = request.method == "POST"
            if is_counted and limits.take([limits.counter_of_network(limit, request)]) is None:
                return too_often(request)
            return view(request, *args, **kwargs)

        return answer

    return decorate


class PasswordResetView(views.PasswordResetView):
    """Has a link for a new password mailed."""

    def form_valid(self, form: ResetPasswordForm) -> HttpResponse:
        """Send the mail, unless too many were asked for."""
        counters = [
            limits.counter_of(RESETS_PER_ADDRESS, form.cleaned_data["email"]),
            limits.counter_of_network(RESETS_PER_NETWORK, self.request),
        ]
        if limits.take(counters) is None:
            return too_often(self.request)
        return super().form_valid(form)


password_reset = PasswordResetView.as_view()
password_reset_from_key = limited_by_network(NEW_PASSWORDS_PER_NETWORK)(
    views.password_reset_from_key
)

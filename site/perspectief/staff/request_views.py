"""Where coordinators say yes or no to what was asked for an account, and Beheer sees what waits."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.staff import account_requests, memberships, starting
from perspectief.staff.models import AccountRequest, Outcome, RequestKind
from perspectief.staff.reauthentication import ReauthenticatedMixin
from perspectief.staff.requests import account_of
from perspectief.staff.staff_mail import name_of

DECIDED_SHOWN = 50
YES, NO, WITHDRAW = "yes", "no", "withdraw"
TITLE = gettext_lazy("Colleagues’ access")


def may_look(user: User) -> bool:
    """Return whether the user may see what is asked: coordinators, and who manages accounts."""
    return memberships.is_coordinator(user) or user.has_perm("auth.change_user")


class RequestScreenMixin(WagtailAdminTemplateMixin):
    """A screen for whom `may_look` allows; no browser or proxy keeps it."""

    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer, or raise PermissionDenied."""
        if not may_look(account_of(request)):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path with this screen at its end."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class RequestsView(RequestScreenMixin, TemplateView):
    """What waits for a yes, and what was decided lately."""

    template_name = "staff/requests.html"
    page_title = TITLE

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        decided = AccountRequest.objects.exclude(outcome=Outcome.WAITING)
        return super().get_context_data(
            waiting=account_requests.waiting(),
            decided=decided.select_related("account", "group", "asked_by", "decided_by").order_by(
                "-decided_at", "-pk"
            )[:DECIDED_SHOWN],
            has_coordinator=memberships.coordinators().exists(),
            **kwargs,
        )


class DecideView(RequestScreenMixin, ReauthenticatedMixin, TemplateView):
    """One request: who asks what for whom, and the buttons for who may decide or withdraw."""

    template_name = "staff/request.html"
    http_method_names = ["get", "post"]
    page_title = TITLE

    def address_to_return_to(self) -> str:
        """Return the address of this screen."""
        return reverse("staff_request", args=[self.kwargs["pk"]])

    @cached_property
    def asked(self) -> AccountRequest:
        """The request that it is about."""
        rows = AccountRequest.objects.select_related("account", "group", "asked_by", "decided_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of all requests."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("staff_requests"), "label": TITLE},
            {"url": "", "label": name_of(self.asked.account)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        user, is_waiting = account_of(self.request), self.asked.outcome == Outcome.WAITING
        return super().get_context_data(
            asked=self.asked,
            is_waiting=is_waiting,
            is_started=starting.has_been_started(self.asked.account),
            may_decide=is_waiting and account_requests.may_decide(user, self.asked),
            may_withdraw=is_waiting and account_requests.may_withdraw(user, self.asked),
            is_coordinator=memberships.is_coordinator(user),
            kinds=RequestKind,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Decide or withdraw, and go back to what waits."""
        answer = request.POST.get("answer")
        try:
            if answer == WITHDRAW:
                if not account_requests.may_withdraw(account_of(request), self.asked):
                    raise PermissionDenied
                account_requests.withdraw(self.asked, account_of(request))
                messages.success(request, _("It was withdrawn."))
            elif answer in {YES, NO}:
                account_requests.decide(self.asked, account_of(request), says_yes=answer == YES)
                messages.success(
                    request, _("You said yes.") if answer == YES else _("You said no.")
                )
        except account_requests.NotAllowedError as error:
            raise PermissionDenied from error
        except account_requests.NotWaitingError:
            messages.warning(
                request, _("Someone has decided this in the meantime, or withdrawn it.")
            )
        return HttpResponseRedirect(reverse("staff_requests"))


class RequestsPanel(Component):
    """On the first screen of coordinators: what waits for their yes."""

    name = "account_requests"
    template_name = "staff/requests_panel.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return what waits."""
        return {"waiting": account_requests.waiting()}


def add_panel(user: User, panels: list[Any]) -> None:
    """Show coordinators what waits for a yes, if anything does; changes `panels` in place."""
    if memberships.is_coordinator(user) and account_requests.waiting().exists():
        panels.append(RequestsPanel())


class RequestsMenuItem(MenuItem):
    """The way to what is asked, for whom `may_look` allows."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user may see it."""
        return may_look(account_of(request))


def menu_item() -> MenuItem:
    """Return the item of the menu."""
    return RequestsMenuItem(
        gettext_lazy("Access"),
        reverse("staff_requests"),
        name="staff-requests",
        icon_name="group",
        order=215,
    )

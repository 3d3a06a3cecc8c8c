"""Screens of the administrator about the account of a colleague: a new start, sessions, leaving."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.staff import account_requests, departure, memberships, starting
from perspectief.staff.models import RequestKind
from perspectief.staff.requests import account_of


class AccountActionView(WagtailAdminTemplateMixin, TemplateView):
    """Asks whether it is sure, then does it; only for whom `departure.may_act_on` allows."""

    http_method_names = ["get", "post"]
    template_name = "staff/account_action.html"
    header_icon = "user"

    @cached_property
    def account(self) -> Any:
        """The account that it is about."""
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or raise PermissionDenied."""
        if not departure.may_act_on(account_of(request), self.account):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return whom it is about."""
        return get_user_display_name(self.account)

    def get_edit_url(self) -> str:
        """Return the address of the screen of this account."""
        return reverse("wagtailusers_users:edit", args=[self.account.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the accounts."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtailusers_users:index"), "label": _("Users")},
            {"url": self.get_edit_url(), "label": get_user_display_name(self.account)},
            {"url": "", "label": self.get_page_title()},
        ]

    def what_happens(self) -> list[str]:
        """Return what the button does, a sentence each."""
        raise NotImplementedError

    def do(self) -> str:
        """Do it and return what to say about it."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it and go back to the account."""
        messages.success(request, self.do())
        return HttpResponseRedirect(self.get_edit_url())


class NewStartView(AccountActionView):
    """Has a colleague choose a new password and set up a second factor again."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer, or raise PermissionDenied."""
        if not self.account.is_active:  # it starts again by itself when it is made active
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def needs_a_yes(self) -> bool:
        """Whether a coordinator decides: somebody uses the account, and it opens the desk."""
        return starting.has_been_started(self.account) and memberships.is_of_the_desk(self.account)

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("Have the account start again")

    def what_happens(self) -> list[str]:
        """Return what the button does, a sentence each."""
        link = _("Your colleague gets an e-mail with a link to choose a password. It works once.")
        if not starting.has_been_started(self.account):
            return [link, _("A link sent earlier no longer works.")]
        then = [
            link,
            _("Until the link is opened and used, everything stays as it is."),
            _("After that, the old password and the second step no longer work."),
        ]
        if self.needs_a_yes:
            then.insert(
                0,
                _(
                    "A coordinator is asked first, because this account opens the registration "
                    "desk. The link goes out once one of them says yes."
                ),
            )
        return then

    def do(self) -> str:
        """Do it and return what to say about it."""
        if self.needs_a_yes:
            account_requests.ask(RequestKind.NEW_START, self.account, self.request.user)
            return _(
                "The coordinators have been sent an e-mail. The link goes out once one of them "
                "says yes."
            )
        starting.send_link(self.account, self.request.user)
        return _("The link is on its way.")


class EndSessionsView(AccountActionView):
    """Logs a colleague out everywhere."""

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("End all sessions")

    def what_happens(self) -> list[str]:
        """Return what the button does, a sentence each."""
        return [
            _("Your colleague is logged out straight away, on every device."),
            _("Your colleague can send anything unsaved again after logging in."),
            _("The account stays, with its second step and what it has taken from the queue."),
        ]

    def do(self) -> str:
        """Do it and return what to say about it."""
        ended = departure.end_sessions(self.account, account_of(self.request))
        text = ngettext("%(count)d session ended.", "%(count)d sessions ended.", ended)
        return text % {"count": ended}


class LeaveView(AccountActionView):
    """Has a colleague leave."""

    def get_page_title(self) -> str:
        """Return the title of the screen."""
        return _("This colleague is leaving")

    def what_happens(self) -> list[str]:
        """Return what the button does, a sentence each."""
        return [
            _("The account becomes inactive: nobody can log in with it."),
            _("All its sessions end straight away, on every device."),
            _("Its authenticator app, passkeys and recovery codes are deleted."),
            _(
                "If it is made active again, it starts again from the beginning, and a "
                "coordinator is asked once more."
            ),
            _("Callbacks it has taken go back to the queue, so that colleagues can call in time."),
            _("What this colleague did and looked at stays in the logs."),
        ]

    def do(self) -> str:
        """Do it and return what to say about it."""
        cleared = departure.depart(self.account, account_of(self.request))
        text = ngettext(
            "The account is inactive. %(count)d callback went back to the queue.",
            "The account is inactive. %(count)d callbacks went back to the queue.",
            cleared.callbacks,
        )
        return text % {"count": cleared.callbacks}

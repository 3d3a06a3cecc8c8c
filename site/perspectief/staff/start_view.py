"""How a colleague begins: the page behind the mailed link, and the one before anything is open."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from perspectief.staff import account_requests, starting
from perspectief.staff.models import StartLink
from perspectief.staff.requests import account_of


class ChoosePasswordForm(SetPasswordForm):
    """The password twice, because one does not see it."""

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label, second.label = _("Choose a password"), _("The same password again")
        first.help_text = _(
            "At least twelve characters, and not only digits. A short sentence that nobody else "
            "would use is easy to remember."
        )
        second.help_text = ""
        first.error_messages["required"] = _("Choose a password.")
        second.error_messages["required"] = _("Enter the same password again.")
        self.error_messages = {
            **self.error_messages,
            "password_mismatch": gettext_lazy("The two passwords are not the same."),
        }


class StartView(FormView):
    """Shows the form as long as the link works, and else how to get another one."""

    form_class = ChoosePasswordForm
    template_name = "staff/start.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer; no browser or proxy keeps it, because the address opens something."""
        if self.link is None:
            response: HttpResponseBase = self.render_to_response({"link": None})
        else:
            response = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    @cached_property
    def link(self) -> StartLink | None:
        """The link that was followed, if it still works."""
        return starting.find(self.kwargs["token"])

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is made from."""
        assert self.link is not None  # noqa: S101 - see `dispatch`
        return {**super().get_form_kwargs(), "user": self.link.account}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        return super().get_context_data(link=self.link, **kwargs)

    def form_valid(self, form: ChoosePasswordForm) -> HttpResponse:
        """Store the password and lead to logging in with it."""
        assert self.link is not None  # noqa: S101 - see `dispatch`
        logout(self.request)  # whoever is logged in here may be somebody else
        if not starting.use(self.link, form.cleaned_data["new_password1"]):
            return self.render_to_response({"link": None})
        messages.success(self.request, _("Your password is set. Log in with it."))
        return HttpResponseRedirect(reverse("account_login"))


class NoAccessView(LoginRequiredMixin, TemplateView):
    """For whoever is logged in while no group of theirs opens the admin."""

    template_name = "staff/no_access.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer; whoever got access in the meantime goes on to the admin."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return HttpResponseRedirect(reverse("wagtailadmin_home"))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context."""
        waits = account_requests.waiting_about(account_of(self.request)).exists()
        # Without the message of Wagtail, which says less than this page.
        return super().get_context_data(waits=waits, messages=(), **kwargs)

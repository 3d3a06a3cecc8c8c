"""What staff see of their sessions: the list of devices, and how long the present one lasts."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View

from perspectief.staff import devices, sessions
from perspectief.staff.requests import account_of


class SessionsView(LoginRequiredMixin, TemplateView):
    """The places where somebody is logged in: their own only, each with a button to end it."""

    template_name = "staff/sessions.html"
    http_method_names = ["get", "post"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; device and address are for the eyes of the user alone."""
        rows = sessions.of_user(account_of(self.request))
        current = self.request.session.session_key
        for row in rows:
            row.device = devices.describe(row.user_agent)
            row.is_this_one = row.session_key == current
        rows.sort(key=lambda row: not row.is_this_one)
        return super().get_context_data(
            sessions=rows, others=[row for row in rows if not row.is_this_one], **kwargs
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """End one other session, or all others."""
        current = request.session.session_key
        if request.POST.get("end") == "others":
            ended = sessions.end_all_of(account_of(request), but=current)
        else:
            chosen = [
                row
                for row in sessions.of_user(account_of(request))
                if str(row.pk) == request.POST.get("end") and row.session_key != current
            ]
            for row in chosen:
                sessions.end(row)
            ended = len(chosen)
        text = ngettext("%(count)d session ended.", "%(count)d sessions ended.", ended)
        messages.success(request, text % {"count": ended})
        return HttpResponseRedirect(reverse("staff_sessions"))


class RemainingTimeView(View):
    """For the script that warns: how long the session lasts (GET), and lengthening it (POST)."""

    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest) -> JsonResponse:
        """Return the seconds that are left; asking does not lengthen them."""
        if not request.user.is_authenticated:
            return JsonResponse({"seconds_left": 0, "may_be_lengthened": False})
        left = sessions.ends_at(request) - timezone.now()
        return JsonResponse(
            {
                "seconds_left": max(0, int(left.total_seconds())),
                "may_be_lengthened": sessions.may_be_lengthened(request),
            }
        )

    def post(self, request: HttpRequest) -> JsonResponse:
        """Lengthen the session, because somebody is there."""
        if request.user.is_authenticated:
            sessions.touch(request, at_once=True)
            request.session.save()  # now, so that the answer tells the new end
        return self.get(request)

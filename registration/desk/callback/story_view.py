"""Somebody's own words, asked for separately."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import claims, permissions, reading
from registration.desk.callback.details_view import CallbackView
from registration.desk.callback.screen import CallScreen

STORY = "registration/desk/callback/story_text.html"


class StoryView(CallbackView):
    """Shows what happened in the person's own words, to who asks for it; that is logged."""

    predicate = staticmethod(permissions.can_see_queue)
    http_method_names = ["post"]

    def screen(self) -> CallScreen:
        """Return the decrypted registration, for the page around the story."""
        return self.open_screen()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the whole screen with the story, or the story alone to the script that asks."""
        try:
            story = reading.open_story(self.callback.pk, account_of(request))
            if request.headers.get("X-Requested-With") == "XMLHttpRequest":
                context = {"story": story, "callback": self.callback}
                return TemplateResponse(request, STORY, context)
            context = self.get_context_data(**kwargs)
        except claims.NotClaimedError:
            messages.warning(request, _("Take this callback first."))
            return self.to_details()
        return self.render_to_response({**context, "story": story})

"""The coming days: how busy they are, who is absent, what absent colleagues hold, what moved."""

from http import HTTPStatus
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from perspectief.typed_dates import YearMeant
from registration.casework import absences, claims, permissions
from registration.casework.desk_calendar import current_calendar
from registration.casework.seen import Part, stamp_of
from registration.desk.base.access import DeskScreenMixin
from registration.desk.base.colleague_field import ColleagueField
from registration.desk.base.day_field import DeskDayField
from registration.desk.base.titled_screen import TitledScreen
from registration.desk.callback.one_callback import CallbackMixin
from registration.models import Absence
from registration.promise_clock.load import PartLoad, coming_days
from registration.promise_clock.moved import moved_promises
from registration.promise_clock.replanning import appointments_while_closed
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.vocabulary.callbacks import CallbackAddress
from registration.words import option_labels

COMING_DAYS = "coming_days:index"
MOVED_SHOWN = 50


class AbsenceForm(forms.ModelForm):
    """Who is not there from when to when; only the coordinator chooses who."""

    first_day = DeskDayField(gettext_lazy("First day"), required=True, year_meant=YearMeant.AHEAD)
    last_day = DeskDayField(gettext_lazy("Last day"), required=True, year_meant=YearMeant.AHEAD)

    class Meta:
        model = Absence
        fields = ("user", "first_day", "last_day")

    def __init__(self, *args: Any, editor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if permissions.can_coordinate(editor):
            self.fields["user"] = ColleagueField(
                permissions.users_who_take_callbacks().order_by("first_name", "username"),
                label=gettext_lazy("Who"),
                initial=editor.pk,
            )
        else:
            del self.fields["user"]
            self.instance.user = editor


class ComingDaysView(DeskScreenMixin, TitledScreen):
    """Numbers per part of a day; nothing on this screen is about a person who registered."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["get", "post"]
    template_name = "registration/desk/coming_days.html"
    page_title = gettext_lazy("Coming days")
    header_icon = "calendar"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; a form with errors may be given."""
        context = super().get_context_data(**kwargs)
        user, now = account_of(self.request), timezone.now()
        today = timezone.localdate(now, DESK_TIME_ZONE)
        coordinates = permissions.can_coordinate(user)
        calendar = current_calendar(now)
        to_come = list(absences.absences_to_come(today))
        context.setdefault("form", AbsenceForm(editor=user))
        return context | {
            "days": self._days(coming_days(now, calendar)),
            "absent_today": [each for each in to_come if each.first_day <= today],
            "absences": [
                {"absence": each, "may_remove": coordinates or each.user_id == user.pk}
                for each in to_come
            ],
            "held": [
                (callback, stamp_of(callback.registration, callback, (Part.CLAIM,)))
                for callback in absences.held_by_absent(today, user)
            ],
            "moved": moved_promises(now, MOVED_SHOWN) if coordinates else None,
            "appointments": appointments_while_closed(now, calendar) if coordinates else [],
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Store an absence."""
        form = AbsenceForm(request.POST, editor=request.user)
        if not form.is_valid():
            return self.render_to_response(
                self.get_context_data(form=form), status=HTTPStatus.UNPROCESSABLE_ENTITY
            )
        form.save()
        messages.success(request, _("The absence has been stored."))
        return redirect(COMING_DAYS)

    def _days(self, loads: list[PartLoad]) -> list[dict[str, Any]]:
        parts = dict(option_labels.choices("day_part"))
        return [
            {
                "date": day,
                "parts": [{"label": parts[load.moment.part], "load": load} for load in rows],
            }
            for day, rows in groupby(loads, key=lambda load: load.moment.date)
        ]


class RemoveAbsenceView(DeskScreenMixin, View):
    """Removes an absence."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove it, and return to the screen.

        Raises:
            PermissionDenied: it is of somebody else, and the user is not a coordinator.
        """
        try:
            absences.remove(pk, account_of(request))
        except absences.NotTheirsError:
            raise PermissionDenied from None
        messages.success(request, _("The absence has been removed."))
        return redirect(COMING_DAYS)


class GiveBackView(CallbackMixin, View):
    """Gives a callback of an absent colleague back to the queue."""

    predicate = staticmethod(permissions.can_take_callbacks)
    http_method_names = ["post"]
    acts_on = (Part.CLAIM,)

    def post(self, request: HttpRequest, which: CallbackAddress) -> HttpResponse:
        """Release it, and return to the screen."""
        with self.locked() as meanwhile:
            try:
                if meanwhile:
                    raise claims.NotClaimedError
                claims.release(self.callback.pk, account_of(request))
            except claims.NotClaimedError:
                refusal = meanwhile or _("Someone else has taken this callback.")
                messages.warning(request, refusal)
            else:
                messages.success(request, _("The callback is back in the queue."))
        return redirect(COMING_DAYS)

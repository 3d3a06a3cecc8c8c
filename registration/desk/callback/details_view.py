"""One callback: signs for everybody of the desk, personal data for who has taken it."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from perspectief.staff.requests import account_of
from registration.casework import permissions, wrong_ways
from registration.casework.attempt_undo import (
    attempt_to_undo,
    has_just_sent,
    was_counted_as_kept,
)
from registration.casework.before_merging import after_merging
from registration.casework.earlier_turns import goes_on_at
from registration.casework.farewells import withdrawal_confirmed_at
from registration.casework.follow_up import agreed_ahead
from registration.casework.matching import Alike, alike_among
from registration.casework.seen import EVERYTHING, WITHOUT_READING, stamp_of
from registration.desk.base.addresses import QUEUE
from registration.desk.callback.attempt_forms import AttemptForm, quick_results
from registration.desk.callback.claim_forms import ReassignForm
from registration.desk.callback.closing_forms import CloseForm
from registration.desk.callback.confirmation_forms import ClientAgreesForm, OwnYesForm
from registration.desk.callback.next_moment_forms import PlanForm
from registration.desk.callback.note_forms import DeskNoteForm
from registration.desk.callback.one_callback import CallbackMixin
from registration.desk.callback.same_person_words import matches_with_words
from registration.desk.callback.screen import CallScreen, open_call_screen
from registration.desk.queue.rows import QueueRow, prefetch_attempts, rows_for
from registration.mail.senders import neutral_mail_available
from registration.models import Callback
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import DeskCalendar
from registration.vocabulary.answers import Answers
from registration.vocabulary.callbacks import CallbackState
from registration.vocabulary.lifecycle import Source
from registration.words import option_labels


class CallbackView(CallbackMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows a callback: signs to everybody of the desk, personal data only to who has taken it."""

    predicate = staticmethod(permissions.can_see_queue)
    template_name = "registration/desk/callback/details.html"
    header_icon = "phone"

    def get_page_title(self) -> str:
        """Return a title that is safe in the history of a browser."""
        return _("Callback %(number)s") % {"number": self.callback}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the path by way of the queue."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(QUEUE), "label": _("Callbacks")},
            {"url": "", "label": self.get_page_title()},
        ]

    def opens_for_holder(self) -> bool:
        """Return whether the user has taken this callback, and so may read the registration."""
        user = account_of(self.request)
        may_take = permissions.can_take_callbacks(user)
        return may_take and self.callback.is_held_by(user, timezone.now())

    def screen(self) -> CallScreen | None:
        """Return the decrypted registration, if the user may read it without asking."""
        if not self.opens_for_holder():
            return None
        return self.open_screen()

    def open_screen(self) -> CallScreen:
        """Decrypt the registration; the access log records it.

        Raises:
            NotClaimedError: the user may not see this one.
        """
        return open_call_screen(
            self.callback,
            account_of(self.request),
            timezone.now(),
            self.calendar,
            policy=self.attempt_policy,
            alike=self.alike,
        )

    @cached_property
    def alike(self) -> Alike:
        """Who may be the same person, as it is when the screen is drawn."""
        return alike_among([self.callback.registration])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the context; the forms may be given with their errors."""
        context = super().get_context_data(**kwargs)
        user, callback, now = account_of(self.request), self.callback, timezone.now()
        prefetch_attempts([callback])
        screen = self.screen()
        if screen is not None:  # looking made the claim last longer
            callback.refresh_from_db(fields=["claimed_until"])
        is_open = callback.state == CallbackState.OPEN
        is_held = callback.is_held(now)
        works_on_it = is_open and screen is not None and callback.claimed_by_id == user.pk
        row = self._row(now)
        context.update(
            callback=callback,
            seen=stamp_of(
                callback.registration, callback, EVERYTHING if works_on_it else WITHOUT_READING
            ),
            row=row,
            matches=matches_with_words(row.matches, {}),
            screen=screen,
            state_label=option_labels.label("state", callback.registration.state),
            is_open=is_open,
            works_on_it=works_on_it,
            is_held=is_held,
            has_lapsed=is_open and not is_held and callback.claimed_by_id == user.pk,
            may_take=is_open and not is_held and permissions.can_take(user, callback),
            may_undo=attempt_to_undo(callback, user, now) is not None,
            has_just_sent=has_just_sent(callback, user, now),
            was_counted_as_kept=was_counted_as_kept(callback, user, now),
            goes_on_at=goes_on_at(callback),
            # Opened by a button of its own, and logged: it is in no other page.
            story=None,
            may_release=is_open and permissions.can_release(user, callback),
            may_reopen=permissions.can_reopen(user, callback),
            stop_mailed_at=withdrawal_confirmed_at(callback.registration) if is_open else None,
            may_read=screen is None and permissions.can_coordinate(user),
        )
        if is_open and permissions.can_reassign(user, callback):
            context.setdefault("reassign_form", ReassignForm(callback=callback))
        if works_on_it and screen is not None:
            context.setdefault("desk_note_form", desk_note_form(callback))
            context.setdefault(
                "attempt_form",
                attempt_form(
                    callback, screen.answers, self.calendar, way_is_wrong=screen.way_is_wrong
                ),
            )
            context.setdefault(
                "plan_form",
                PlanForm(callback=callback, answers=screen.answers, calendar=self.calendar),
            )
            if_same = after_merging(callback, row.matches, screen.answers, now, self.calendar)
            context["matches"] = matches_with_words(row.matches, if_same)
            planned = callback.next_attempt_at
            context["planned_ahead"] = planned if planned and planned > now else None
            context["quick_results"] = quick_results(context["attempt_form"])
            context.setdefault("close_form", close_form(callback, user))
            if callback.registration.awaits_own_yes():
                context.setdefault("own_yes_form", own_yes_form(callback))
        return context

    def _row(self, now: datetime) -> QueueRow:
        [row] = rows_for(
            [self.callback],
            user=account_of(self.request),
            now=now,
            calendar=self.calendar,
            policy=self.attempt_policy,
            alike=self.alike,
        )
        return row


class ReadView(CallbackView):
    """Shows the coordinator a registration that a colleague has, or that is closed."""

    predicate = staticmethod(permissions.can_coordinate)
    http_method_names = ["post"]

    def screen(self) -> CallScreen:
        """Return the decrypted registration; that a coordinator asked for it is logged."""
        return self.open_screen()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the registration once; a reload asks again, so every look is a decision."""
        return self.render_to_response(self.get_context_data(**kwargs))


def attempt_form(
    callback: Callback,
    answers: Answers,
    calendar: DeskCalendar,
    data: Any = None,
    *,
    way_is_wrong: bool | None = None,
) -> AttemptForm:
    """Return the form with which an attempt to reach this person is recorded.

    Args:
        callback: with its registration.
        answers: of the person, with what counts.
        calendar: of the desk.
        data: as it was sent.
        way_is_wrong: whether what the task leads to turned out wrong; None looks it up.
    """
    if way_is_wrong is None:
        wrong = wrong_ways.wrong_ways_of(callback.registration_id)
        way_is_wrong = wrong.since(wrong_ways.way_of_task(callback, answers)) is not None
    return AttemptForm(
        data,
        answers=answers,
        policy=policy_for(answers, neutral_mail_available=neutral_mail_available()),
        kind=callback.kind,
        way_is_wrong=way_is_wrong,
        agreed_ahead=agreed_ahead(callback, timezone.now()),
        calendar=calendar,
    )


def close_form(callback: Callback, user: User, data: Any = None) -> CloseForm:
    """Return the form with which this registration is closed by a colleague."""
    return CloseForm(data, callback=callback, user=user)


def desk_note_form(callback: Callback) -> DeskNoteForm:
    """Return the form with the note of the desk as it is."""
    return DeskNoteForm(initial={"note": callback.registration.desk_note or ""})


def own_yes_form(callback: Callback, data: Any = None) -> OwnYesForm:
    """Return the form for what the person said about what another sent about them."""
    is_referral = callback.registration.source == Source.REFERRER
    return ClientAgreesForm(data) if is_referral else OwnYesForm(data)

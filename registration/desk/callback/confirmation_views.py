"""What the person told us: that they want this, or that a change is theirs."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from perspectief.staff.requests import account_of
from registration.casework import claims, confirmations
from registration.casework.seen import Part
from registration.desk.base.addresses import QUEUE
from registration.desk.callback.details_view import own_yes_form
from registration.desk.callback.work_view import WorkView
from registration.vocabulary.lifecycle import Source


class OwnYesView(WorkView):
    """Records whether the person wants what another sent about them; a no closes it."""

    acts_on = (Part.STATE,)

    def typed(self) -> dict[str, Form]:
        """Return the form of the answer."""
        return {"own_yes_form": own_yes_form(self.callback, self.request.POST)}

    def work(self) -> HttpResponse:
        """Record the answer; whoever agrees stays on the screen until there is an outcome."""
        form = own_yes_form(self.callback, self.request.POST)
        if not form.is_valid():
            return self.show_errors(own_yes_form=form)
        try:
            return self._record(wants_this=form.wants_this)
        except claims.NotAllowedError:
            messages.warning(self.request, _("Nobody referred or helped this person."))
            return self.to_details()

    def _record(self, *, wants_this: bool) -> HttpResponse:
        is_referral = self.callback.registration.source == Source.REFERRER
        if wants_this:
            confirmations.record_own_yes(self.callback.pk, account_of(self.request))
            words = (
                _("Recorded: the client agrees.")
                if is_referral
                else _("Recorded: the person wants this.")
            )
            messages.success(self.request, words)
            return self.to_details()
        confirmations.record_own_no(self.callback.pk, account_of(self.request))
        words = (
            _(
                "The client does not agree, so callback %(number)s has been closed. Nothing more "
                "happens."
            )
            if is_referral
            else _(
                "The person does not want this, so callback %(number)s has been closed. Nothing "
                "more happens."
            )
        )
        messages.success(self.request, words % {"number": self.callback})
        return redirect(QUEUE)


class ChangesConfirmedView(WorkView):
    """Records that the person confirmed what was changed through their own page."""

    acts_on = (Part.ANSWERS,)

    def work(self) -> HttpResponse:
        """Record it; from now on the new permissions count in full."""
        confirmations.record_changes_confirmed(self.callback.pk, account_of(self.request))
        messages.success(self.request, _("Recorded: the person confirmed the changes."))
        return self.to_details()

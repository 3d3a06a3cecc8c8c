"""Sending a form, from whichever of its pages does so: consent, robots, floods, and only once."""

from datetime import timedelta
from typing import cast

from csp.decorators import csp_update
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _

from perspectief.bounded_hashing import TooBusyError
from perspectief.limits import Taken
from perspectief.page_roles import PageRole, page_url
from registration.casework.receipts import DraftGoneError
from registration.casework.statement_in_force import (
    FormClosedError,
    current_privacy_statement,
    shown_privacy_statement,
)
from registration.forms import SendForm
from registration.forms.captcha import CAPTCHA_POLICY, is_captcha_in_use
from registration.forms.send import CAPTCHA_FIELD
from registration.journey import drafts, flood, gone_views
from registration.journey.progress import FormProgress
from registration.journey.visit import Visit
from registration.models import Draft
from registration.vocabulary.lifecycle import Flag

# From the first page that was shown to sending: nobody reads and answers in less.
FASTEST = timedelta(seconds=10)


# Under this name a draft keeps what was sent with consent, beside the codes of steps.
SENDING = "sending"


class FloodError(Exception):
    """So much was sent from one network that more must wait."""


def shown_send_form(visit: Visit) -> SendForm:
    """Return the form that asks for consent, with nothing ticked, or with what was not right."""
    kept = drafts.stored_values(visit.draft, SENDING) if visit.shows_mistakes else None
    if kept is None:
        return _send_form(visit, None)
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, values)
    return _send_form(visit, data)


def sent_send_form(visit: Visit) -> SendForm:
    """Return the form that asks for consent, as it was sent."""
    return _send_form(visit, visit.request.POST)


def keep_send_form(visit: Visit, draft: Draft, form: SendForm) -> bool:
    """Keep what was sent, to show it again with its mistakes; return whether that can be done.

    Not where Google refused its check: its answer counts once.

    Raises:
        DraftExpiredError: the draft is gone since this request began.
    """
    if CAPTCHA_FIELD in form.errors:
        return False
    values = form.raw_values(visit.request.POST)
    visit.draft = drafts.save_step(draft, SENDING, values, is_checked=False)
    return True


def _send_form(visit: Visit, data: QueryDict | None) -> SendForm:
    # Who sends agrees to what is in force at that moment.
    is_sent = visit.request.method == "POST"
    statement = current_privacy_statement() if is_sent else shown_privacy_statement()
    return visit.journey.send_form_class(
        data,
        statement_version=str(statement.version) if statement else "",
        privacy_url=page_url(PageRole.PRIVACY, visit.language),
        captcha_again=visit.journey.wording.captcha_again,
        shown=visit.progress().shown_answers(),
        now=visit.now,
        whose=visit.progress().whose_in(visit.journey.send_form_class),
    )


def flood_message(our_phone: str) -> str:
    """Return what to say where more must wait, with our number as the visitor can dial it."""
    return _(
        "We are getting a lot of messages right now. Wait a few minutes, or call %(phone)s. Your "
        "answers are still here."
    ) % {"phone": our_phone}


def busy_message() -> str:
    """Return what to say where so many send at once that somebody has to wait for their turn."""
    return _(
        "It is very busy right now. Your answers are still here. Wait half a minute, then send "
        "them again."
    )


def send(visit: Visit, draft: Draft, progress: FormProgress, form: SendForm) -> HttpResponse:
    """Store what was sent, once, whatever the browser sends twice, and lead to the thanks.

    Args:
        visit: the request.
        draft: the visitor's draft.
        progress: no step is open.
        form: the consent, which is valid.

    Raises:
        FloodError: nothing is stored, and the draft stays as it is.
        TooBusyError: nor is anything now.
    """
    taken = flood.take(visit.request)
    if taken is None:
        raise FloodError
    try:
        visit.journey.submit(
            progress.answers(),
            language=visit.language,
            draft=draft,
            flags=_flags(visit, draft, form, taken),
        )
    except TooBusyError:
        taken.give_back()
        raise
    except DraftGoneError:
        taken.give_back()
        return gone_views.show_expired(visit)
    except FormClosedError:
        taken.give_back()
        return visit.redirect(visit.landing_url)
    return visit.redirect(visit.thank_you_url())


def with_captcha_policy(visit: Visit, response: HttpResponse) -> HttpResponse:
    """Let a page that sends load the check by Google, if it is in use; no other page may."""
    if not is_captcha_in_use():
        return response
    return cast(HttpResponse, csp_update(CAPTCHA_POLICY)(lambda request: response)(visit.request))


def _flags(visit: Visit, draft: Draft, form: SendForm, taken: Taken) -> list[Flag]:
    flags = form.flags()
    if visit.now - draft.created_at < FASTEST:
        flags.append(Flag.FAST)
    if flood.is_conspicuous(visit.request, taken):
        flags.append(Flag.FLOOD)
    return flags

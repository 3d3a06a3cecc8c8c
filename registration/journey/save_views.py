"""The page that saves a form for another day: a code to write down, or a link by e-mail.

What was saved is no longer shown in this browser. The page that says so has a button to go on at
once, as the code would; without it, whoever opens the form here begins afresh.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from perspectief.site_address import absolute_url
from registration.forms.contact_fields import EmailField
from registration.journey import gone_views, saved_drafts
from registration.journey.definition import CONTINUE_SLUGS, SAVE_SLUGS, FormStep
from registration.journey.notices import Notice
from registration.journey.saved_drafts import Way
from registration.journey.visit import Visit
from registration.mail.enqueueing import enqueue
from registration.mail.to_visitors import continue_link
from registration.models import Draft
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.words.dates import date_in_words

WAY_FIELD, TICKET_FIELD, GO_ON = "way", "ticket", "go_on"


class LinkForm(forms.Form):
    """To which address the link goes; it is used once."""

    use_required_attribute = False

    email = EmailField(
        hide_optional=True,
        label=_("What e-mail address can we use?"),
        help_text=_(
            "If possible, an address that nobody else reads. "
            "We use it once and do not keep it with your answers."
        ),
        error_messages={"required": _("Enter an e-mail address, or choose a code")},
    )


def offer(visit: Visit, step: FormStep) -> HttpResponse:
    """Lead to the page that saves; back to the step if nothing was filled in yet."""
    if visit.holds_nothing:
        return visit.redirect(visit.url(step, notice=Notice.NOTHING_TO_SAVE))
    return visit.redirect(visit.special_url(SAVE_SLUGS))


def respond(visit: Visit) -> HttpResponse:
    """Show both ways, save the draft, or go on with what was just saved."""
    is_post = visit.request.method == "POST"
    ticket = visit.request.POST.get(TICKET_FIELD, "")
    if is_post and GO_ON in visit.request.POST:
        return _go_on(visit, ticket)
    code = visit.journey.code
    # A reload or a second click, whatever was begun here meanwhile.
    if is_post and (saved := saved_drafts.just_saved(visit.request.session, code, ticket)):
        return _show_saved(visit, saved, ticket)
    if visit.has_put_away:
        return gone_views.show_put_away(visit)
    draft = visit.draft
    if draft is None or visit.holds_nothing:
        notice = Notice.NOTHING_TO_SAVE if draft else ""
        return visit.redirect(visit.url(visit.journey.first_step, notice=notice))
    if not is_post:
        return _show(visit, draft, LinkForm())
    if not saved_drafts.is_ticket_of(draft, ticket):  # of a page about other answers
        return visit.redirect(visit.special_url(SAVE_SLUGS))
    match visit.request.POST.get(WAY_FIELD):
        case Way.CODE.value:
            saved_drafts.save(visit.request.session, code, draft, Way.CODE, ticket, visit.now)
            return _show_saved(visit, draft, ticket)
        case Way.LINK.value:
            return _send_link(visit, draft, ticket)
    return visit.redirect(visit.special_url(SAVE_SLUGS))


def _show(visit: Visit, draft: Draft, form: LinkForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "last_day": date_in_words(saved_drafts.end_of_keeping(visit.now) - timedelta(seconds=1)),
        "ways": {way.name.lower(): way.value for way in Way},
        "way_name": WAY_FIELD,
        "ticket_name": TICKET_FIELD,
        "ticket": visit.request.POST.get(TICKET_FIELD) or saved_drafts.new_ticket(draft),
        "back_url": visit.url(visit.progress().first_open_step() or visit.journey.last_step),
    }
    return visit.render("registration/saved/choose.html", context, status)


def _send_link(visit: Visit, draft: Draft, ticket: str) -> HttpResponse:
    form = LinkForm(visit.request.POST)
    if not form.is_valid():
        return _show(visit, draft, form, status=422)
    token = saved_drafts.save(
        visit.request.session, visit.journey.code, draft, Way.LINK, ticket, visit.now
    )
    mail = continue_link(
        form.cleaned_data["email"],
        absolute_url(f"{visit.landing_url}{CONTINUE_SLUGS[visit.language]}/{token}/"),
        saved_drafts.last_day(draft),
        visit.language,
        draft.saved_hash or "",
    )
    with transaction.atomic():
        enqueue(mail)
    return _show_saved(visit, draft, ticket)


def _show_saved(visit: Visit, draft: Draft, ticket: str) -> HttpResponse:
    """Return the page with the code, or that says that a mail comes, whether or not one goes out.

    It is shown in the answer itself: stored for a redirect, somebody else could read the code.
    """
    way, secret = saved_drafts.given_for(draft, ticket) or (Way.LINK, "")
    is_again = not saved_drafts.was_saved_just_now(draft, visit.now)
    visit.draft = None  # put away: nothing is open here
    context: dict[str, Any] = {
        "by_code": way is Way.CODE,
        "code": secret if way is Way.CODE and not is_again else "",
        "last_day": date_in_words(saved_drafts.last_day(draft)),
        "until": f"{draft.expires_at.astimezone(DESK_TIME_ZONE):%H:%M}",
        "save_url": visit.special_url(SAVE_SLUGS),
        "ticket_name": TICKET_FIELD,
        "ticket": ticket,
        "go_on_name": GO_ON,
    }
    return visit.render("registration/saved/saved.html", context)


def _go_on(visit: Visit, ticket: str) -> HttpResponse:
    session, code = visit.request.session, visit.journey.code
    is_again = saved_drafts.has_gone_on(session, code, ticket)
    if not is_again and not saved_drafts.has_put_away(session, code):
        # The session has ended, or the page is an old one.
        return visit.redirect(visit.special_url(SAVE_SLUGS if visit.draft else CONTINUE_SLUGS))
    if not is_again and not visit.holds_nothing:  # begun here meanwhile, perhaps by somebody else
        return gone_views.show_put_away(visit)
    draft = saved_drafts.go_on(session, code, ticket)
    if draft is None:
        visit.draft = None
        return gone_views.show_put_away(visit)
    visit.draft = draft
    step = visit.progress().first_open_step() or visit.journey.last_step
    return visit.redirect(visit.url(step, notice=Notice.CONTINUED))

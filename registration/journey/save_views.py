"""The page that saves a form for another day: a code to write down, or a link by e-mail."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from perspectief.site_address import absolute_url
from registration.forms.contact_fields import EmailField
from registration.journey import saved_drafts
from registration.journey.definition import CONTINUE_SLUGS, SAVE_SLUGS
from registration.journey.saved_drafts import Way
from registration.journey.visit import Visit
from registration.mail.enqueueing import enqueue
from registration.mail.kinds import continue_link
from registration.models import Draft
from registration.rules.deadlines import DESK_TIME_ZONE
from registration.words.dates import date_in_words

WAY_FIELD, TICKET_FIELD = "way", "ticket"


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


def respond(visit: Visit) -> HttpResponse:
    """Show both ways, or save the draft; without a draft, lead to the first step."""
    draft = visit.draft
    if draft is None:
        return visit.redirect(visit.url(visit.journey.first_step))
    if visit.request.method != "POST":
        return _show(visit, draft, LinkForm())
    match visit.request.POST.get(WAY_FIELD):
        case Way.CODE.value:
            return _give_code(visit, draft)
        case Way.LINK.value:
            return _send_link(visit, draft)
    return visit.redirect(visit.special_url(SAVE_SLUGS))


def _show(visit: Visit, draft: Draft, form: LinkForm, status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "last_day": date_in_words(saved_drafts.end_of_keeping(visit.now) - timedelta(seconds=1)),
        "was_saved": draft.saved_hash is not None,
        "ways": {way.name.lower(): way.value for way in Way},
        "way_name": WAY_FIELD,
        "ticket_name": TICKET_FIELD,
        "ticket": visit.request.POST.get(TICKET_FIELD) or saved_drafts.new_ticket(),
        "back_url": _back_url(visit),
    }
    return visit.render("registration/saved/choose.html", context, status)


def _give_code(visit: Visit, draft: Draft) -> HttpResponse:
    ticket = visit.request.POST.get(TICKET_FIELD, "")
    code = saved_drafts.save(draft, Way.CODE, ticket, visit.now)
    saved_drafts.remember_saved_here(visit.request.session, visit.journey.code)
    # Shown in the answer itself: stored for a redirect, somebody else could read it.
    context = {
        "code": code,
        "last_day": date_in_words(saved_drafts.last_day(draft)),
        "visible_until": f"{draft.expires_at.astimezone(DESK_TIME_ZONE):%H:%M}",
        "back_url": _back_url(visit),
    }
    return visit.render("registration/saved/code.html", context)


def _send_link(visit: Visit, draft: Draft) -> HttpResponse:
    form = LinkForm(visit.request.POST)
    if not form.is_valid():
        return _show(visit, draft, form, status=422)
    ticket = visit.request.POST.get(TICKET_FIELD, "")
    token = saved_drafts.save(draft, Way.LINK, ticket, visit.now)
    saved_drafts.remember_saved_here(visit.request.session, visit.journey.code)
    mail = continue_link(
        form.cleaned_data["email"],
        absolute_url(f"{visit.landing_url}{CONTINUE_SLUGS[visit.language]}/{token}/"),
        saved_drafts.last_day(draft),
        visit.language,
        draft.saved_hash or "",
    )
    with transaction.atomic():
        enqueue(mail)
    return visit.redirect(visit.special_url(SAVE_SLUGS, notice="sent"))


def _back_url(visit: Visit) -> str:
    return visit.url(visit.progress().first_open_step() or visit.journey.last_step)

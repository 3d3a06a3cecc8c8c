"""What is said to whoever sends a form of the desk that was made from something else."""

from collections.abc import Collection, Iterable
from datetime import datetime
from http import HTTPStatus

from django.forms import Form, Textarea
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from perspectief.staff.names import name_of
from registration.casework.seen import Part, changed_since
from registration.models import Callback, ContactAttempt, HandOver, Registration
from registration.words import option_labels
from registration.words.dates import date_and_time_in_words

#: The name of the hidden field.
SEEN = "seen"


def changed_meanwhile(
    stamp: str,
    registration: Registration,
    callback: Callback | None,
    parts: Collection[Part],
) -> str:
    """Return what changed since a page was made, and who did it; "" if nothing did.

    What carries no stamp cannot have been decided on what is so now, so it is refused as well.

    Args:
        stamp: what the form carried.
        registration: as it is now.
        callback: of it, as it is now; None where the form is about no callback.
        parts: on which the work of the form depends.
    """
    changed = changed_since(stamp, registration, callback, parts)
    if not changed:
        return ""
    if stamp:
        what = [_in_words(part, registration, callback) for part in Part if part in changed]
        words = [_("Something has changed in the meantime."), *what]
    else:
        words = [_("Your page did not tell us how things stood when you opened it.")]
    return " ".join([*words, _("Nothing has been recorded now. Look, and decide again.")])


def show_unstored(
    request: HttpRequest, callback: Callback, why: str, forms: Iterable[Form]
) -> HttpResponse | None:
    """Return a page with what somebody typed in their own words, of whom the callback is no longer.

    Args:
        request: with which it was sent.
        callback: which it was about.
        why: nothing was stored.
        forms: as they were sent.

    Returns:
        The page; None if nothing was typed that could be lost.
    """
    unstored = [
        str(field.data)
        for form in forms
        for field in form
        if isinstance(field.field.widget, Textarea) and field.data and str(field.data).strip()
    ]
    if not unstored:
        return None
    context = {
        "callback": callback,
        "page_title": _("Callback %(number)s") % {"number": callback},
        "header_title": _("Callback %(number)s") % {"number": callback},
        "meanwhile": why,
        "unstored": unstored,
    }
    template = "registration/desk/callback/unstored.html"
    return TemplateResponse(request, template, context, status=HTTPStatus.CONFLICT)


def _in_words(part: Part, registration: Registration, callback: Callback | None) -> str:
    match part:
        case Part.STATE:
            label = option_labels.label("state", registration.state)
            return _("The status is now: %(state)s.") % {"state": label}
        case Part.CLAIM:
            if callback is None or callback.claimed_by is None:
                return _("Nobody has this callback any more.")
            return _("%(name)s has this callback now.") % {"name": name_of(callback.claimed_by)}
        case Part.ATTEMPTS:
            return _last_attempt(registration)
        case Part.NOTE:
            who = registration.desk_note_edited_by
            return _changed_by(
                _("%(name)s changed the desk’s note: %(moment)s."),
                _("The desk’s note was changed: %(moment)s."),
                name_of(who) if who else "",
                registration.desk_note_edited_at or timezone.now(),
            )
        case Part.ATTEMPT_NOTES:
            return _("A note with an attempt was changed.")
        case Part.ANSWERS:
            return _("The answers were changed, by the person or by the desk.")
        case Part.HAND_OVER:
            return _hand_over(registration)


def _last_attempt(registration: Registration) -> str:
    made = ContactAttempt.objects.filter(callback__registration=registration)
    last = made.select_related("made_by").order_by("made_at", "pk").last()
    if last is None:
        return _("An attempt was undone, or another moment was planned.")
    label = option_labels.label("attempt", last.result)
    words = _("The last attempt is now: %(result)s, %(moment)s, by %(name)s.")
    return words % {
        "result": label,
        "moment": date_and_time_in_words(last.made_at),
        "name": name_of(last.made_by),
    }


def _hand_over(registration: Registration) -> str:
    row = HandOver.objects.filter(registration=registration).select_related("by").first()
    if row is None:
        return _("There is no mediator any more.")
    return _changed_by(
        _("%(name)s changed the mediator, or what goes along: %(moment)s."),
        _("The mediator, or what goes along, was changed: %(moment)s."),
        name_of(row.by) if row.by else "",
        row.at,
    )


def _changed_by(by_somebody: str, by_nobody: str, name: str, at: datetime) -> str:
    values = {"name": name, "moment": date_and_time_in_words(at)}
    return (by_somebody if name else by_nobody) % values

"""Changing how and when one is reached: what is safer counts at once, whatever else is missing."""

from http import HTTPStatus

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from registration.casework import changes_by_person
from registration.own_page.forms import ContactForm
from registration.own_page.request import Request


def change(request: Request) -> HttpResponse:
    """Show the form; or store what was sent, or say what is not right."""
    if not request.overview().may_change:
        return request.redirect(request.url(notice="too_late"))
    if request.http.method != "POST":
        return request.render("change", form=ContactForm(**request.for_contact_form()))
    form = ContactForm(request.http.POST, **request.for_contact_form())
    is_valid = form.is_valid()
    if form.changed_meanwhile() and not (is_valid and form.is_stored()):
        return _show_changed_meanwhile(request)
    try:
        return _store(request, form) if is_valid else _store_what_is_safer(request, form)
    except changes_by_person.AnswersChangedError:
        request.registration.refresh_from_db()
        return _show_changed_meanwhile(request)
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url(notice="too_late"))


def _store(request: Request, form: ContactForm) -> HttpResponse:
    changed = changes_by_person.change_contact(
        request.registration.pk, form.to_answers(), timezone.now(), seen=form.kept
    )
    return request.redirect(request.url(notice="saved" if changed else "unchanged"))


def _store_what_is_safer(request: Request, form: ContactForm) -> HttpResponse:
    """Say what is not right; but whatever forbids more than before holds from now on."""
    if not (safer := form.safer()):
        return request.render("change", status=422, form=form)
    changes_by_person.change_contact(request.registration.pk, safer, timezone.now(), seen=form.kept)
    request.registration.refresh_from_db()
    again = ContactForm.as_sent(request.http.POST, **request.for_contact_form())
    notice = _(
        "What you no longer allow counts from now on. The rest is not saved yet. Below you can see "
        "what is still missing."
    )
    counts = _("Counts already: %(questions)s") % {"questions": "; ".join(form.labels_of(safer))}
    return request.render("change", status=422, form=again, notice=f"{notice} {counts}")


def _show_changed_meanwhile(request: Request) -> HttpResponse:
    """Show what is stored now, with what was typed beside it; nothing is stored."""
    known = request.for_contact_form()
    questions = ContactForm(request.http.POST, **known).questions_changed()
    alert = _(
        "We have not saved anything. After you opened this page, something was changed, in another "
        "tab or by our registration desk. You now see what we have. Check everything, and save it "
        "again."
    )
    if questions:
        changed = _("Changed: %(questions)s") % {"questions": "; ".join(questions)}
        alert = f"{alert} {changed}"
    form = ContactForm.with_present_answers(request.http.POST, **known)
    return request.render("change", HTTPStatus.CONFLICT, form=form, alert=alert)


def show_again(request: Request, notice: str) -> HttpResponse:
    """Show what is typed, not yet checked."""
    if not request.overview().may_change:
        return request.redirect(request.url(notice="too_late"))
    form = ContactForm.as_typed(request.http.POST, **request.for_contact_form())
    return request.render("change", form=form, notice=notice)


def show_refused(request: Request, alert: str) -> HttpResponse:
    """Show what was typed after a request that cannot be trusted; nothing of it is done."""
    form = ContactForm(request.http.POST, **request.for_contact_form())
    return request.render("change", status=HTTPStatus.FORBIDDEN, form=form, alert=alert)

"""The way in to one's own page: with code and secret words, also where it was closed meanwhile."""

from http import HTTPStatus

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from registration.journey.sealing import sealed
from registration.own_page import guesses, made_for, visits
from registration.own_page.addresses import Part
from registration.own_page.entry import registration_for
from registration.own_page.forms import ContactForm, EntryForm
from registration.own_page.request import Request
from registration.words.backups import gone_from_backups

# The number of the proof, so that it can be shown after the redirect; it says nothing of anybody.
PROOF_KEY = "erasure_number"
# Where what was typed waits for the code.
KEPT = "kept"


def say_closed(request: Request, *, keeps_typed: bool) -> HttpResponse:
    """Show the way in to whoever sends a form of a page that was closed; nothing is done."""
    if visits.was_erased(request.http.session):
        return show_entry(request, EntryForm(), status=HTTPStatus.GONE)
    visits.end(request.http.session)
    alert = _(
        "We changed nothing. Your page was closed already. Enter your code again, and do it once "
        "more."
    )
    if not keeps_typed:
        return show_entry(request, EntryForm(), alert, HTTPStatus.CONFLICT)
    will_be_back = _("You will see what you filled in again after that.")
    return show_entry(
        request, EntryForm(), f"{alert} {will_be_back}", HTTPStatus.CONFLICT, keeps_typed=True
    )


def _typed_until_let_in(request: Request) -> list[tuple[str, str]]:
    """Return what was typed to change contact, as hidden fields of the way in.

    It goes back to the browser that sent it, and is shown only to who opens the registration for
    which it was typed.
    """
    sent = request.http.POST
    typed = ContactForm.raw_values(sent)
    return [
        (KEPT, "1"),
        (made_for.FIELD, request.stamp),
        *((name, value) for name, values in typed.items() for value in values),
    ]


def _why_closed(request: Request) -> str:
    if not visits.was_erased(request.http.session):
        return _("Nothing happened for a while. So we closed your page. Enter the code again.")
    if request.http.method == "GET" and visits.erased_here(request.http.session):
        return ""  # whoever opens the page next need not learn that there was anything
    return _("Everything about this registration has been deleted. So your page is closed.")


def show_entry(
    request: Request,
    form: EntryForm,
    alert: str = "",
    status: int = 200,
    *,
    keeps_typed: bool = False,
) -> HttpResponse:
    """Show the way in; after an erasure with the number of its proof, once."""
    session = request.http.session
    proof = session.pop(PROOF_KEY, "") if request.http.method == "GET" else ""
    notice = request.notice()
    if not notice and not proof and visits.was_here(session):
        notice = _why_closed(request)
        visits.end(session)
    typed = _typed_until_let_in(request) if keeps_typed else []
    response = request.render(
        "entry",
        status,
        form=form,
        alert=alert,
        notice=notice,
        proof=proof,
        backups=gone_from_backups(timezone.now()),
        typed=typed,
    )
    del response["X-Robots-Tag"]  # who lost the way may find it with a search engine
    return response


def enter(request: Request) -> HttpResponse:
    """Let in whoever gives code and words, or say what is not right."""
    form = EntryForm(request.http.POST)
    keeps_typed = KEPT in request.http.POST
    if not form.is_valid():
        return show_entry(request, form, status=422, keeps_typed=keeps_typed)
    code, words = form.cleaned_data["code"], form.cleaned_data["secret_words"]
    guess = guesses.take(request.http, code)
    if guess is None:
        return show_entry(
            request,
            form,
            status=429,
            alert=_(
                "The wrong combination was entered too many times. Try again tomorrow, or call us."
            ),
            keeps_typed=keeps_typed,
        )
    registration = registration_for(code, words)
    if registration is None:
        form.refuse_combination()
        return show_entry(request, form, status=422, keeps_typed=keeps_typed)
    guess.give_back()
    visits.start(request.http.session, registration)
    if keeps_typed:  # the part itself looks whether it was typed for this registration
        url = request.url(Part.CHANGE)
        return sealed(HttpResponseRedirect(url, preserve_request=True))
    return request.redirect(request.url())

"""The views of one's own page. Nothing of the story is shown, and contact data only masked."""

from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from perspectief.readers_place import say_abroad
from perspectief.typed_form import TypedForm
from registration.casework import changes_by_person, farewells
from registration.casework.merging import case_of
from registration.casework.wrong_ways import wrong_ways_of
from registration.journey.buttons import LANGUAGE
from registration.journey.csrf_recovery import why_refused
from registration.journey.host_page import HostPage
from registration.journey.sealing import sealed
from registration.models import OwnPageVisit, Registration
from registration.own_page import guesses, made_for, visits
from registration.own_page.addresses import Part, part_with_slug, slugs_of
from registration.own_page.entry import registration_for
from registration.own_page.forms import ContactForm, EntryForm
from registration.own_page.overview import Overview, overview_of, promised_before
from registration.own_page.time_left import TimeLeft
from registration.vocabulary.lifecycle import Lifecycle
from registration.vocabulary.person import CrisisAudience
from registration.words.backups import gone_from_backups
from registration.words.crisis_audience import audience_of_writer

NOTICE_PARAMETER = "notice"
STATE_AFTER = {
    "paused": Lifecycle.PAUSED,
    "resumed": Lifecycle.RECEIVED,
    "withdrawn": Lifecycle.WITHDRAWN,
}
# The number of the proof, so that it can be shown after the redirect; it says nothing of anybody.
PROOF_KEY = "erasure_number"
ACTION_FIELD = "action"
# Name of the button that asks for more time; the script of the forms looks for it.
MORE_TIME = "save"
# In the way in, where what was typed waits for the code.
KEPT = "kept"
#: Names in what is sent after which a part is only shown again, with what was typed.
SHOW_AGAIN = frozenset({MORE_TIME, LANGUAGE, KEPT})


@dataclass
class Request:
    """A request to the page, and what an answer to it needs."""

    page: HostPage
    http: HttpRequest

    @cached_property
    def visit(self) -> OwnPageVisit | None:
        """The visit that goes on, if the visitor gave code and words."""
        return visits.find(self.http.session)

    @property
    def opened_with(self) -> Registration:
        """The registration whose code and words were given.

        Raises:
            LookupError: nobody gave code and words.
        """
        if self.visit is None or self.visit.registration is None:
            raise LookupError
        return self.visit.registration

    @cached_property
    def registration(self) -> Registration:
        """The registration that is looked at: the one that stays open, if the desk joined two.

        Raises:
            LookupError: nobody gave code and words.
        """
        return case_of(self.opened_with)

    def overview(self) -> Overview:
        """Return what there is to see.

        Raises:
            LookupError: nobody gave code and words.
        """
        return overview_of(self.registration, self.opened_with)

    def for_contact_form(self) -> dict[str, Any]:
        """Return what the form to change contact needs: what is known, and until when we promised.

        Raises:
            LookupError: nobody gave code and words.
        """
        answers = self.registration.read_answers()
        return {
            "kept": answers,
            "wrong": wrong_ways_of(self.registration.pk).names(answers),
            "promised_before": promised_before(self.registration, timezone.now()),
        }

    def url(self, part: Part | None = None, notice: str = "") -> str:
        """Return the address of the page or of a part of it."""
        slug = f"{part.value[self.page.locale.language_code]}/" if part else ""
        query = f"?{NOTICE_PARAMETER}={notice}" if notice else ""
        return f"{self.page.get_url(self.http)}{slug}{query}"

    def render(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """Return a page that no cache and no search engine gets to see."""
        if self.visit is not None and template != "entry":
            context["crisis_audience"] = audience_of_writer(self.registration.read_answers())
            if context["crisis_audience"] == CrisisAudience.ABROAD:
                say_abroad(self.http)
            if template == "change":
                context["typed_form"] = TypedForm("change-form", LANGUAGE)
            context[made_for.FIELD] = made_for.stamp(self.opened_with)
            context["time_warning"] = TimeLeft(self.visit.expires_at, gone_url=self.url())
        response = self.page.render(
            self.http,
            template=f"registration/own_page/{template}.html",
            context_overrides={
                "front_url": self.url(),
                **{f"{part.name.lower()}_url": self.url(part) for part in Part},
                "action_name": ACTION_FIELD,
                "more_time_name": MORE_TIME,
                **context,
            },
        )
        response.status_code = status
        return sealed(response)

    def redirect(self, url: str) -> HttpResponse:
        """Return a redirect with the same protection."""
        return sealed(HttpResponseRedirect(url))


def respond_to_front(page: HostPage, http: HttpRequest) -> HttpResponse:
    """Answer a request to the page itself: the way in, or what there is to see."""
    request = Request(page, http)
    if http.method != "POST":
        return _show_overview(request) if request.visit else _show_entry(request, EntryForm())
    action = http.POST.get(ACTION_FIELD)
    if action == "close":
        visits.end(http.session)
        return request.redirect(request.url(notice="closed"))
    if action is None and MORE_TIME not in http.POST:
        return _enter(request)
    refusal = _refuse_unless_made_here(request)
    if refusal is not None:
        return refusal
    match action:
        case "pause":
            return _apply(request, changes_by_person.pause, notice="paused")
        case "resume":
            return _apply(request, changes_by_person.resume, notice="resumed")
        case None:  # more time, which the visit has now
            return _show_overview(request)
    return request.redirect(request.url())


def respond_to_part(page: HostPage, http: HttpRequest, slug: str) -> HttpResponse:
    """Answer a request to a part of the page; whoever opens it without a visit is let in first.

    Raises:
        Http404: there is no such part.
    """
    request = Request(page, http)
    if slugs_of(slug) is None:
        raise Http404
    part = part_with_slug(slug, page.locale.language_code)
    if part is None:  # the address of the other language
        known = next(each for each in Part if slug in each.value.values())
        return request.redirect(request.url(known))
    if http.method == "POST":
        refusal = _refuse_unless_made_here(request, part)
        if refusal is not None:
            return refusal
    if request.visit is None:
        return request.redirect(request.url())
    if http.method == "POST" and SHOW_AGAIN & http.POST.keys():
        return _show_again(request, part)
    match part:
        case Part.CHANGE:
            return _change(request)
        case Part.WITHDRAW:
            return _withdraw(request)
        case Part.ERASE:
            return _erase(request)


def respond_to_csrf_failure(page: HostPage, http: HttpRequest, slug: str) -> HttpResponse:
    """Show a form again with what was typed; nothing of an untrusted request is done."""
    request = Request(page, http)
    alert = why_refused(http)
    part = part_with_slug(slug, page.locale.language_code)
    if part is None and not {ACTION_FIELD, MORE_TIME} & http.POST.keys():
        typed = {name: http.POST.get(name, "") for name in EntryForm.base_fields}
        return request.render("entry", status=403, form=EntryForm(initial=typed), alert=alert)
    refusal = _refuse_unless_made_here(request, part)
    if refusal is not None:
        return refusal
    overview = request.overview()
    if part is Part.CHANGE and overview.may_change:
        form = ContactForm(http.POST, **request.for_contact_form())
        return request.render("change", status=403, form=form, alert=alert)
    return request.render("overview", status=403, overview=overview, alert=alert)


def _refuse_unless_made_here(request: Request, part: Part | None = None) -> HttpResponse | None:
    """Return what to say to a form that was not made for what is open here; None if it was.

    Args:
        request: with what was sent.
        part: to which it was sent; None for the page itself.
    """
    if request.visit is None:
        return _say_closed(request, keeps_typed=part is Part.CHANGE)
    if made_for.is_for(request.http.POST.get(made_for.FIELD, ""), request.opened_with):
        return None
    return request.render(
        "overview",
        status=HTTPStatus.CONFLICT,
        overview=request.overview(),
        alert=_(
            "We changed nothing. In this browser, another registration was opened after that page. "
            "You now see the one that was opened last. Do you want to change the other one? Close "
            "your page on this device and open it with its own code."
        ),
    )


def _say_closed(request: Request, *, keeps_typed: bool) -> HttpResponse:
    if visits.was_erased(request.http.session):
        return _show_entry(request, EntryForm(), status=HTTPStatus.GONE)
    visits.end(request.http.session)
    alert = _(
        "We changed nothing. Your page was closed already. Enter your code again, and do it once "
        "more."
    )
    if not keeps_typed:
        return _show_entry(request, EntryForm(), alert, HTTPStatus.CONFLICT)
    will_be_back = _("You will see what you filled in again after that.")
    return _show_entry(
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
        (made_for.FIELD, sent.get(made_for.FIELD, "")),
        *((name, value) for name, values in typed.items() for value in values),
    ]


def _why_closed(request: Request) -> str:
    if not visits.was_erased(request.http.session):
        return _("Nothing happened for a while. So we closed your page. Enter the code again.")
    if request.http.method == "GET" and visits.erased_here(request.http.session):
        return ""  # whoever opens the page next need not learn that there was anything
    return _("Everything about this registration has been deleted. So your page is closed.")


def _show_entry(
    request: Request,
    form: EntryForm,
    alert: str = "",
    status: int = 200,
    *,
    keeps_typed: bool = False,
) -> HttpResponse:
    session = request.http.session
    proof = session.pop(PROOF_KEY, "") if request.http.method == "GET" else ""
    notice = _notice(request)
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


def _enter(request: Request) -> HttpResponse:
    form = EntryForm(request.http.POST)
    keeps_typed = KEPT in request.http.POST
    if not form.is_valid():
        return _show_entry(request, form, status=422, keeps_typed=keeps_typed)
    code, words = form.cleaned_data["code"], form.cleaned_data["secret_words"]
    guess = guesses.take(request.http, code)
    if guess is None:
        return _show_entry(
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
        form.add_error(
            "secret_words",
            _("We do not recognise this combination. Check for a typing mistake, or call us."),
        )
        return _show_entry(request, form, status=422, keeps_typed=keeps_typed)
    guess.give_back()
    visits.start(request.http.session, registration)
    if keeps_typed:  # the part itself looks whether it was typed for this registration
        url = request.url(Part.CHANGE)
        return sealed(HttpResponseRedirect(url, preserve_request=True))
    return request.redirect(request.url())


def _show_overview(request: Request) -> HttpResponse:
    return request.render("overview", overview=request.overview(), notice=_notice(request))


def _show_again(request: Request, part: Part) -> HttpResponse:
    """Show a part with what is typed in it, not yet checked; the visit has its full time again."""
    if part is not Part.CHANGE:
        return request.render(part.name.lower(), mail_will_come=_may_be_mailed(request))
    if not request.overview().may_change:
        return request.redirect(request.url(notice="too_late"))
    form = ContactForm.as_typed(request.http.POST, **request.for_contact_form())
    notice = _("Not saved yet. Look at what you filled in, and save it.")
    is_back = KEPT in request.http.POST
    return request.render("change", form=form, notice=notice if is_back else "")


def _change(request: Request) -> HttpResponse:
    if not request.overview().may_change:
        return request.redirect(request.url(notice="too_late"))
    if request.http.method != "POST":
        return request.render("change", form=ContactForm(**request.for_contact_form()))
    known = request.for_contact_form()
    form = ContactForm(request.http.POST, **known)
    is_valid = form.is_valid()
    if form.changed_meanwhile() and not (is_valid and form.is_stored()):
        return _show_changed_meanwhile(request)
    if not is_valid:
        return request.render("change", status=422, form=form)
    try:
        changed = changes_by_person.change_contact(
            request.registration.pk, form.to_answers(), timezone.now(), seen=known["kept"]
        )
    except changes_by_person.AnswersChangedError:
        request.registration.refresh_from_db()
        return _show_changed_meanwhile(request)
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url(notice="too_late"))
    return request.redirect(request.url(notice="saved" if changed else "unchanged"))


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


def _withdraw(request: Request) -> HttpResponse:
    if request.http.method == "POST":
        return _apply(request, changes_by_person.withdraw, notice="withdrawn")
    if not request.overview().may_withdraw:
        return request.redirect(request.url())
    return request.render("withdraw", mail_will_come=_may_be_mailed(request))


def _erase(request: Request) -> HttpResponse:
    if request.http.method != "POST":
        return request.render("erase", mail_will_come=_may_be_mailed(request))
    try:
        erased = changes_by_person.erase(request.registration.pk, timezone.now())
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url())
    visits.note_erased_here(request.http.session)
    request.http.session[PROOF_KEY] = erased.proof
    return request.redirect(request.url())


def _may_be_mailed(request: Request) -> bool:
    # With the code of a double one reads no permission of the case that stays.
    is_own_code = request.registration.pk == request.opened_with.pk
    return is_own_code and farewells.recipient_of(request.registration) is not None


def _apply(request: Request, change: Any, notice: str) -> HttpResponse:
    try:
        change(request.registration.pk, timezone.now())
    except changes_by_person.ChangeNotPossibleError:
        return request.redirect(request.url(notice="too_late"))
    return request.redirect(request.url(notice=notice))


def _notice(request: Request) -> str:
    notice = request.http.GET.get(NOTICE_PARAMETER)
    if notice in STATE_AFTER and not (
        request.visit and request.registration.state == STATE_AFTER[notice]
    ):
        return ""  # loaded again after something else happened
    match notice:
        case "saved":
            return _("Saved. The registration desk can see your change straight away.")
        case "unchanged":
            return _("What you filled in is what we already had. Nothing changes.")
        case "paused" | "withdrawn":  # the state itself stands below
            return _("Done. The registration desk can see it straight away.")
        case "resumed":
            return _("We continue. The registration desk can see it straight away.")
        case "closed":
            return _("Your page is closed on this device.")
        case "too_late":
            return _("This is no longer possible. Call us and we will look at it together.")
    return ""

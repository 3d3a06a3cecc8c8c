"""The question form: what it asks, what the desk gets, and that it counts as no registration."""

import logging
import re
from itertools import chain, combinations, product

import pytest
from django.core import mail
from django.db import connection
from django.http import QueryDict
from django.utils import timezone, translation

from perspectief.page_roles import PageRole, page_url
from registration.casework.claims import claim
from registration.casework.ending import end
from registration.casework.finding import find_registrations
from registration.casework.reading import open_details
from registration.forms import QuestionForm
from registration.mail.delivery import deliver_due
from registration.mail.senders import neutral_mail_available
from registration.models import AccessLogEntry, AnonymousCount, Callback, OutboundMail, Registration
from registration.public_pages.models import QuestionPage
from registration.rules.contact_policy import MailStyle, policy_for
from registration.vocabulary.callbacks import CallbackState, TaskKind
from registration.vocabulary.channels import Fallback, Identify
from registration.vocabulary.lifecycle import Lifecycle, Source
from tests.registration.factories import CoordinatorFactory, DeskMemberFactory, put_on_record
from tests.registration.journey.conftest import TUESDAY_MORNING
from tests.registration.journey.test_drafts import raw_row
from tests.registration.journey.visitor import QUESTION, Visitor, is_refused, text_of

pytestmark = pytest.mark.django_db

PLANTED = {
    "question": "Vraag die nergens mag staan",
    "name": "Schuilnaam-Wolk",
    "phone": "0612345678",
    "email": "wolk@example.org",
    "other_language": "Esperanto",
}
TRACES = ("nergens mag staan", "Schuilnaam-Wolk", "612345678", "wolk@example", "Esperanto")
FALLBACKS = [
    list(ticked)
    for ticked in chain.from_iterable(combinations(Fallback, number) for number in range(5))
    if Fallback.ONLY_RETRY not in ticked or len(ticked) == 1
]


@pytest.fixture
def asker(site_tree, clock) -> Visitor:
    """Somebody who reads Dutch and wants to ask something."""
    return Visitor("nl", walk=QUESTION)


def ask(visitor: Visitor, **answers) -> str:
    """Send a question and return the words of the page that thanks."""
    return text_of(visitor.register(**answers))


def filled_in(**answers) -> QuestionForm:
    """Return the form with the least that is needed but for a way to answer, and `answers`."""
    data = QueryDict(mutable=True)
    for name, value in {"question": "Kost het iets?", "name": "Noor", **answers}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return QuestionForm(data, now=TUESDAY_MORNING)


def test_nothing_is_asked_but_the_question_a_name_and_a_safe_way_to_answer():
    assert list(QuestionForm().fields) == [
        "question",
        "name",
        "phone",
        "email",
        "fallback",
        "identify",
        "avoid",
        "language",
        "other_language",
        "rules_out",
    ]


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"phone": "030-2345678"}, set()),
        ({"email": "noor@example.org", "fallback": "email", "identify": "org_ok"}, set()),
        ({}, {"phone"}),
        ({"email": "noor@example.org"}, {"fallback"}),
        ({"phone": "030-2345678", "fallback": ["email"]}, {"email"}),
        ({"phone": "030-2345678", "rules_out": "yes"}, {"avoid"}),
        ({"phone": "030-2345678", "question": " "}, {"question"}),
        ({"phone": "030-2345678", "name": " "}, {"name"}),
        ({"phone": "030-2345678", "fallback": ["only_retry", "text"]}, {"fallback"}),
        ({"phone": "06-1234"}, {"phone"}),
    ],
)
def test_one_safe_way_to_answer_is_enough(answers, missing):
    assert set(filled_in(**answers).errors) == missing


def test_every_message_says_what_to_do_here(settings, in_english):
    settings.NEUTRAL_FROM_EMAIL = ""
    only_mail = {"email": "noor@example.org", "fallback": "email"}
    assert filled_in().errors["phone"] == ["Enter a phone number or an e-mail address"]
    assert filled_in(email="noor@example.org").errors["fallback"] == [
        "You only gave an e-mail address. Tick the box to say we can e-mail you, or enter a phone "
        "number."
    ]
    assert filled_in(**only_mail).errors["identify"] == [
        "We cannot send you an e-mail that does not show who we are. "
        "Choose ‘Yes’ here, or enter a phone number."
    ]


def test_a_question_joins_the_queue_with_the_same_promise(asker):
    words = ask(asker, question="Kost het iets?", name="Noor")
    registration, callback = Registration.objects.get(), Callback.objects.get()
    answers = registration.read_answers()
    assert registration.source == Source.QUESTION
    assert (answers.role, answers.kind, answers.name) == ("", "", "Noor")
    assert answers.question == "Kost het iets?"
    assert (callback.kind, callback.state) == (TaskKind.CALL, CallbackState.OPEN)
    assert "We bellen je uiterlijk op vrijdag 27 november ." in words
    assert "Je vraag is binnen" in words
    assert "Je geheime woorden" not in words
    assert OutboundMail.objects.filter(code="desk_notice").count() == 1


@pytest.mark.parametrize("identify", ["", *Identify])
@pytest.mark.parametrize("fallback", FALLBACKS, ids=",".join)
def test_every_way_to_answer_keeps_to_the_contact_policy(asker, fallback, identify):
    for phone, email in product(("", "030-2345678"), ("", "noor@example.org")):
        answers = {"phone": phone, "email": email, "fallback": fallback, "identify": identify}
        if not filled_in(**answers).is_valid():
            continue
        ask(asker, **answers)
        registration = Registration.objects.latest("pk")
        policy = policy_for(
            registration.read_answers(), neutral_mail_available=neutral_mail_available()
        )
        callback = registration.callbacks.get()
        assert callback.kind == (TaskKind.CALL if phone else TaskKind.MAIL)
        assert not callback.needs_coordinator
        codes = set(
            OutboundMail.objects.filter(registration=registration).values_list("code", flat=True)
        )
        expected = {
            MailStyle.NONE: set(),
            MailStyle.NORMAL: {"question_received"},
            MailStyle.NEUTRAL: {"confirmation_neutral"},
        }[policy.mail]
        assert codes - {"desk_notice"} <= expected
        assert policy.may_leave_voicemail == (bool(phone) and "voicemail" in fallback)
        assert policy.may_name_organisation == (identify == Identify.ORGANISATION)
        asker.send("thank_you", {"start_again": "1"})


def test_who_rules_out_the_days_of_the_promise_gets_a_later_one(asker):
    avoid = [
        f"{day}:{part}"
        for day in ("tuesday", "wednesday", "thursday", "friday")
        for part in ("morning", "afternoon")
    ]
    words = ask(asker, avoid=avoid, call_later="on")
    assert "uiterlijk op donderdag 3 december" in words
    assert "maar niet vóór maandag 30 november" in words
    assert not Callback.objects.get().needs_coordinator


@pytest.mark.parametrize(
    ("language", "subject"),
    [("nl", "We hebben je vraag ontvangen"), ("en", "We have received your question")],
)
def test_the_confirmation_is_about_a_question_and_repeats_nothing(
    site_tree, clock, language, subject
):
    visitor = Visitor(language, walk=QUESTION)
    ask(visitor, **PLANTED, fallback=["email"], identify="org_ok")
    deliver_due(timezone.now())
    confirmation = next(each for each in mail.outbox if each.to == ["wolk@example.org"])
    assert confirmation.subject == subject
    text = str(confirmation.message().get_payload(decode=True), "utf-8")
    assert "Noor" not in text
    for trace in TRACES:
        assert trace not in text.replace("wolk@example.org", "")


def test_the_neutral_confirmation_does_not_say_who_we_are(asker):
    ask(asker, **PLANTED, fallback=["email"])
    deliver_due(timezone.now())
    confirmation = next(each for each in mail.outbox if each.to == ["wolk@example.org"])
    assert confirmation.subject == "Je bericht is aangekomen"
    assert "perspectief" not in confirmation.body.lower()
    assert "vraag" not in confirmation.body.lower()


def test_a_question_counts_apart_and_in_no_figure_of_registrations(asker, settings):
    ask(asker)
    coordinator = CoordinatorFactory()
    callback = Callback.objects.get()
    claim(callback.pk, coordinator)
    put_on_record(callback, Lifecycle.ANSWERED)
    end(callback.pk, coordinator, Lifecycle.ANSWERED)
    assert list(AnonymousCount.objects.values_list("dimension", "code", "count")) == [
        ("source", "question", 1)
    ]
    assert Registration.objects.get().state == Lifecycle.ANSWERED


def test_the_outcomes_of_a_question_and_of_a_registration_differ(asker):
    ask(asker)
    coordinator = CoordinatorFactory()
    callback = Callback.objects.get()
    claim(callback.pk, coordinator)
    with pytest.raises(ValueError, match="outcome"):
        end(callback.pk, coordinator, Lifecycle.ALLOCATED)
    assert Lifecycle.ANSWERED not in Lifecycle.outcomes_of(Source.SELF)
    assert set(Lifecycle.outcomes_of(Source.QUESTION)) < set(Lifecycle.outcomes())


def test_the_desk_finds_a_question_by_its_code_and_who_read_it_is_logged(asker):
    words = ask(asker, question="Kost het iets?")
    code = words.partition("Je code is")[2].split()[0]
    member = DeskMemberFactory()
    callback = Callback.objects.get()
    assert find_registrations(code) == [callback.registration]
    claim(callback.pk, member)
    assert open_details(callback.pk, member).question == "Kost het iets?"
    assert AccessLogEntry.objects.get().user == member


@pytest.mark.parametrize(("language", "address"), [("nl", "/contact/"), ("en", "/en/contact/")])
def test_other_apps_find_the_contact_page_by_role(site_tree, language, address):
    assert page_url(PageRole.QUESTION, language) == address


def test_the_contact_page_says_how_to_reach_us(asker):
    page = text_of(asker.browser.get("/contact/"))
    for words in ("Stel je vraag", "Bel ons", "030-2340045", "Je mag ons alles vragen.", "113"):
        assert words in page
    assert QuestionPage.objects.count() == 2


def test_the_registration_page_leads_to_the_question(asker):
    assert 'href="/contact/"' in asker.browser.get("/aanmelden/").content.decode()


def test_the_form_has_crisis_lines_and_says_that_under_16s_may_ask(asker):
    page = text_of(asker.read("question"))
    assert "Wij zijn geen hulplijn." in page
    assert "Ben je jonger dan 16? Dan mag je ons ook iets vragen." in page


def test_titles_stay_neutral(asker):
    titles = [asker.read("question"), asker.register()]
    assert [re.findall("<title>(.*?)</title>", page.content.decode())[0] for page in titles] == [
        "Stel een vraag – Perspectief Herstelbemiddeling",
        "Je vraag is binnen – Perspectief Herstelbemiddeling",
    ]


def test_no_trace_of_what_was_typed_is_left_in_the_clear(asker, caplog):
    caplog.set_level(logging.DEBUG)
    asker.send("question", {**QUESTION.least["question"], **PLANTED, "save": "1"})
    asker.fill_in(**PLANTED, language="other_language")
    answer = asker.send("safe", {"consent": ""})
    assert is_refused(answer)
    ask(asker, **PLANTED, language="other_language", fallback=["email"], identify="org_ok")
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    stored = "".join(raw_row(table) for table in tables)
    cookies = "".join(morsel.value for morsel in asker.browser.cookies.values())
    for trace in TRACES:
        assert trace not in stored
        assert trace not in cookies
        assert trace not in caplog.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_of_the_form_is_in_the_language_of_the_reader(site_tree, clock, language):
    visitor = Visitor(language, walk=QUESTION)
    with translation.override(language):
        labels = [str(field.label) for field in QuestionForm().fields.values()]
    visitor.fill_in()
    pages = "".join(text_of(visitor.read(page.code)) for page in QUESTION.journey.form_steps)
    for label in labels:
        assert label in pages

"""The page that thanks. It repeats no answer: only the code, the promise and what happens next."""

from django.http import HttpResponse

from perspectief.page_roles import PageRole, page_url
from registration.casework.receipts import Receipt
from registration.journey import drafts
from registration.journey.definition import Sentence, ThankYou, Words
from registration.journey.notices import NOTICE_PARAMETER, Notice
from registration.journey.visit import Visit
from registration.mail.senders import neutral_sender_name
from registration.vocabulary.callbacks import TaskKind
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words
from registration.words.discreet_contact import discreet_contact
from registration.words.promises import promise_sentence

START_AGAIN = "start_again"


def show(visit: Visit) -> HttpResponse:
    """Return the page as long as the draft's time lasts; without a receipt, lead to the form."""
    if visit.draft is None and (_is_told_that_it_was_sent(visit) or visit.was_just_sent):
        return _show_sent(visit)
    if visit.draft is None or visit.draft.receipt is None:
        return visit.redirect_to_open_step(visit.progress())
    receipt = Receipt.from_stored(visit.draft.receipt)
    before = receipt.promised.before
    if visit.request.method == "GET":
        drafts.hide_receipt_from_earlier_session(visit.request.session, visit.draft)
    return visit.render(
        visit.journey.thank_you.template,
        {
            "reference": receipt.reference,
            "secret_words": receipt.secret_words,
            "own_page_url": page_url(PageRole.OWN_REGISTRATION, visit.language),
            "promise": _promise(visit.journey.thank_you, receipt),
            "due_date": date_in_words(before) if before else "",
            "mail_will_come": receipt.mail_will_come,
            "discreet_contact": discreet_contact(
                withholds_number=receipt.withholds_number,
                neutral_sender=neutral_sender_name() if receipt.mail_is_neutral else "",
                whose=Whose(receipt.whose_contact),
                mail_is_certain=_mail_is_certain(receipt),
                answer_letter_at=visit.our_phone if receipt.letter_is_neutral else "",
            ),
            "thank_you": visit.journey.thank_you,
            "mail_note": _in_words(visit.journey.thank_you.mail_note, receipt),
            "next_steps": [_in_words(each, receipt) for each in visit.journey.thank_you.next_steps],
            "start_again_name": START_AGAIN,
        },
    )


def _is_told_that_it_was_sent(visit: Visit) -> bool:
    return visit.request.GET.get(NOTICE_PARAMETER) == Notice.SENT_BEFORE


def _mail_is_certain(receipt: Receipt) -> bool:
    """Return whether whom we reach gets an e-mail; a client gets no confirmation."""
    is_confirmed = receipt.mail_will_come and receipt.whose_contact != Whose.CLIENT
    return is_confirmed or receipt.promised.task_kind == TaskKind.MAIL


def _show_sent(visit: Visit) -> HttpResponse:
    """Say that it was received, without the code: the session that may see it has another key.

    To a second click, and to whoever loads the page again of which no answer came.
    """
    return visit.render("registration/sent.html", {"thank_you": visit.journey.thank_you})


def _in_words(sentence: Sentence | Words, receipt: Receipt) -> str:
    return sentence.in_words(receipt) if isinstance(sentence, Sentence) else str(sentence)


def _promise(thank_you: ThankYou, receipt: Receipt) -> str:
    told = receipt.promised
    if thank_you.promise and told.before:
        return str(thank_you.promise) % {"due_date": date_in_words(told.before)}
    return promise_sentence(told, whose=Whose(receipt.whose_contact))


def leave(visit: Visit) -> HttpResponse:
    """Forget what was sent, so that somebody else can use the form on the same device."""
    if START_AGAIN in visit.request.POST:
        visit.discard_draft()
        return visit.redirect(visit.url(visit.journey.first_step))
    return visit.redirect(visit.thank_you_url())

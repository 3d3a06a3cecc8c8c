"""The question form: three pages for people who want to ask something without registering."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_draft
from registration.forms import QuestionForm
from registration.journey.definition import FormStep, Journey, ThankYou, Wording
from registration.journey.parts import REACH_SLUGS, RULED_OUT, SAFE_SLUGS, YOUNG_AND_ASKING
from registration.models import Draft
from registration.vocabulary.answers import Answers
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag, Source

ASK = FormStep(
    "question",
    _("Ask a question"),
    {"nl": "vraag", "en": "question"},
    forms=(QuestionForm,),
    asks=("question", "name", "language", YOUNG_AND_ASKING),
    heading=_("Ask your question"),
    lead=_("You do not have to register. A name and one safe way to reach you are enough."),
    has_crisis_lines=True,
)
REACH = FormStep(
    "reach",
    _("How we can reach you"),
    REACH_SLUGS,
    forms=(QuestionForm,),
    asks=("phone", "email", "fallback"),
)
SAFE = FormStep(
    "safe",
    _("What is safe"),
    SAFE_SLUGS,
    forms=(QuestionForm,),
    asks=("identify", RULED_OUT),
)


def submit(answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]) -> Receipt:
    """Put the question in the queue of the desk.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    return submit_draft(
        draft,
        Submission(
            answers=Answers(role="", kind="", **answers),
            language=language,
            key=draft.submission_key,
            source=Source.QUESTION,
            flags=flags,
        ),
    )


QUESTION = Journey(
    code=JourneyCode.QUESTION,
    form_steps=(ASK, REACH, SAFE),
    has_short_pages=True,
    thank_you=ThankYou(
        slugs={"nl": "bedankt", "en": "thank-you"},
        title=_("We have received your question"),
        code_note=_(
            "If you want to change something, or no longer need an answer, call us and give this "
            "code. Only write it down if that is safe."
        ),
        next_steps=[
            _(
                "Someone from our registration desk will answer your question. You can ask "
                "anything."
            ),
            _("You have not registered. Whether you ever do is up to you."),
            _("We do not contact the other person."),
        ],
        call_title=_("Would you rather call?"),
        again_question=_("Does someone else want to ask something?"),
        again_label=_("Ask a new question"),
    ),
    wording=Wording(
        send=_("Send my question"),
        already_received=_(
            "We had already received this question. You do not need to do anything else."
        ),
        already_sent=_(
            "If you have already sent your question and seen a code, we have received it. You do "
            "not need to do anything else."
        ),
        captcha_skip=_(
            "If it does not work, or you do not want this, just send your question. A member of "
            "staff will look at it."
        ),
        captcha_again=_(
            "Please do the check again. Or send your question without it: a member of staff will "
            "look at it."
        ),
    ),
    submit=submit,
    rail_template="registration/includes/question_rail.html",
)

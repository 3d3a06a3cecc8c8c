"""Registering without a story: three pages, and everything else is for the talk."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_draft
from registration.forms import StoryLaterForm
from registration.journey.definition import FormStep, Journey, ThankYou
from registration.journey.drafts import campaign_of
from registration.journey.parts import (
    MESSAGE,
    RULED_OUT,
    SAFE_SLUGS,
    TIMES_SLUGS,
    WHEN_TO_CALL,
    YOUNG_AND_REGISTERING,
)
from registration.journey.self_registration import SELF_REGISTRATION
from registration.models import Draft
from registration.vocabulary.answers import Answers
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag
from registration.vocabulary.person import NOT_SAY

CALL_ME = FormStep(
    "story_later",
    _("Ask us to call you"),
    {"nl": "bel-me", "en": "call-me"},
    forms=(StoryLaterForm,),
    asks=("name", YOUNG_AND_REGISTERING, "phone", "email"),
    heading=_("Call me. I would rather tell my story later."),
    lead=_("A name and one safe way to reach you are enough. We do not ask what happened."),
    has_crisis_lines=True,
)
SAFE = FormStep(
    "safe",
    _("What is safe"),
    SAFE_SLUGS,
    forms=(StoryLaterForm,),
    asks=(MESSAGE, "identify", RULED_OUT),
)
TIMES = FormStep(
    "times",
    _("The last questions"),
    TIMES_SLUGS,
    forms=(StoryLaterForm,),
    asks=(WHEN_TO_CALL, "language"),
)


def submit(answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]) -> Receipt:
    """Register the person, who said nothing of what happened.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    return submit_draft(
        draft,
        Submission(
            answers=Answers(role=NOT_SAY, kind=NOT_SAY, story_later=True, **answers),
            language=language,
            key=draft.submission_key,
            flags=flags,
            campaign=campaign_of(draft),
        ),
    )


STORY_LATER = Journey(
    code=JourneyCode.STORY_LATER,
    form_steps=(CALL_ME, SAFE, TIMES),
    has_short_pages=True,
    thank_you=ThankYou(
        slugs={"nl": "bedankt", "en": "thank-you"},
        title=SELF_REGISTRATION.thank_you.title,
        code_note=SELF_REGISTRATION.thank_you.code_note,
        next_steps=[
            _(
                "Someone from our registration desk will get in touch with you. You can ask "
                "anything."
            ),
            _("You do not have to tell your story then. We will ask when would suit you."),
            _("We do not contact the other person before we have spoken to you."),
        ],
        again_question=SELF_REGISTRATION.thank_you.again_question,
        again_label=SELF_REGISTRATION.thank_you.again_label,
    ),
    wording=SELF_REGISTRATION.wording,
    submit=submit,
    rail_template="registration/includes/story_later_rail.html",
)

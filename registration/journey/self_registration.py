"""The registration form: people who register themselves, one subject a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_draft
from registration.forms import AboutYouForm, ReachInTurnForm, WhatHappenedForm
from registration.journey.definition import (
    FormStep,
    Journey,
    Revealed,
    Sentence,
    Step,
    ThankYou,
    Topic,
    Wording,
)
from registration.journey.drafts import campaign_of
from registration.journey.parts import (
    CRISIS_LINES,
    MESSAGE,
    OTHER_WAYS,
    REACH_SLUGS,
    RULED_OUT,
    SAFE_SLUGS,
    TIMES_SLUGS,
    WHEN_TO_CALL,
)
from registration.journey.told import TOLD
from registration.models import Draft
from registration.vocabulary.answers import Answers
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag

ABOUT_YOU = FormStep(
    "about_you",
    _("About you"),
    {"nl": "wie-je-bent", "en": "about-you"},
    label_of_other=_("About %(who)s"),
    forms=(AboutYouForm,),
    asks=(
        OTHER_WAYS,
        "for_whom",
        Revealed(("helper_name", "who_to_call", "helper_consent")),
        "name",
        "age",
    ),
)
WHAT_FITS = FormStep(
    "what_fits",
    _("What fits you"),
    {"nl": "wat-bij-je-past", "en": "what-fits-you"},
    label_of_other=_("What fits %(who)s"),
    forms=(AboutYouForm,),
    asks=("role",),
)
WHAT_HAPPENED = FormStep(
    "what_happened",
    _("What happened"),
    {"nl": "wat-er-is-gebeurd", "en": "what-happened"},
    forms=(WhatHappenedForm,),
    asks=("kind",),
    has_crisis_lines=True,
)
REACH = FormStep(
    "reach",
    _("How we can reach you"),
    REACH_SLUGS,
    label_of_other=_("How we can reach %(who)s"),
    forms=(ReachInTurnForm,),
    asks=("phone", "phone_impossible", Revealed(("other_way", "other_way_details")), "email"),
    lead=_("A phone number or an e-mail address is enough."),
)
SAFE = FormStep(
    "safe",
    _("What is safe"),
    SAFE_SLUGS,
    label_of_other=_("What is safe for %(who)s"),
    forms=(ReachInTurnForm,),
    asks=(MESSAGE, "identify", RULED_OUT),
)
TIMES = FormStep(
    "times",
    _("When we may call you"),
    TIMES_SLUGS,
    label_of_other=_("When we may call %(who)s"),
    forms=(ReachInTurnForm,),
    asks=(WHEN_TO_CALL,),
)
MORE = FormStep(
    "more",
    _("Anything else"),
    {"nl": "nog-iets", "en": "anything-else"},
    forms=(WhatHappenedForm, AboutYouForm, ReachInTurnForm),
    asks=(
        "story",
        Topic(label=_("What happened"), parts=("when", Revealed((CRISIS_LINES,)), "known")),
        Topic(
            label=_("About you"),
            label_of_other=_("About %(who)s"),
            parts=("province", "pronouns"),
        ),
        Topic(label=_("The conversation"), parts=("language", "needs")),
        Topic(label=_("How you found us"), parts=("heard",)),
    ),
    heading=_("Is there anything else you want to tell us?"),
    lead=_("You may skip all of this. You can also tell us on the phone."),
    has_crisis_lines=True,
    is_optional=True,
)
CHECK = Step(
    "check",
    _("Check your answers"),
    {"nl": "controleren", "en": "check-your-answers"},
    "registration/steps/check.html",
)


def submit(answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]) -> Receipt:
    """Register the person.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    return submit_draft(
        draft,
        Submission(
            answers=Answers(**answers),
            language=language,
            key=draft.submission_key,
            flags=flags,
            campaign=campaign_of(draft),
        ),
    )


SELF_REGISTRATION = Journey(
    code=JourneyCode.REGISTRATION,
    form_steps=(ABOUT_YOU, WHAT_FITS, WHAT_HAPPENED, REACH, SAFE, TIMES, MORE),
    check=CHECK,
    told=TOLD,
    is_savable=True,
    has_short_pages=True,
    thank_you=ThankYou(
        slugs={"nl": "bedankt", "en": "thank-you"},
        title=_("We have received your registration"),
        code_note=_(
            "If you want to change something or stop, call us and give this code. Only write it "
            "down if that is safe."
        ),
        next_steps=[
            Sentence(
                own=_(
                    "Someone from our registration desk will get in touch with you. You can ask "
                    "anything."
                ),
                other=_(
                    "Someone from our registration desk will get in touch with %(who)s, who can "
                    "ask anything."
                ),
                is_contact=True,
            ),
            Sentence(
                own=_("After that, you decide whether you want to talk to a mediator."),
                other=_(
                    "We also ask %(who)s ourselves. Only that person decides whether to talk to a "
                    "mediator."
                ),
            ),
            Sentence(
                own=_("We do not contact the other person before we have spoken to you."),
                other=_("We do not contact the other person before we have spoken to %(who)s."),
            ),
        ],
        again_question=_("Does someone else want to register?"),
        again_label=_("Start a new registration"),
    ),
    wording=Wording(
        send=_("Send my registration"),
        already_received=_(
            "We had already received this registration. You do not need to do anything else."
        ),
        already_sent=_(
            "If you have already sent your registration and seen a code, we have received it. You "
            "do not need to do anything else."
        ),
        captcha_skip=_(
            "If it does not work, or you do not want this, just send your registration. A member "
            "of staff will look at it."
        ),
        captcha_again=_(
            "Please do the check again. Or send your registration without it: a member of staff "
            "will look at it."
        ),
    ),
    submit=submit,
)

"""The form for professionals: they refer a client who agrees, in four steps."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from registration.casework.receipts import Receipt
from registration.casework.submission import Submission, submit_draft
from registration.forms.client import ClientForm
from registration.forms.client_reach import ClientReachForm
from registration.forms.referral_send import ReferralSendForm
from registration.forms.referrer import ReferrerForm
from registration.journey.definition import FormStep, Journey, Revealed, Step, ThankYou, Wording
from registration.journey.parts import CLIENT_ONLY, WAYS_AND_TIMES
from registration.models import Draft
from registration.vocabulary.answers import Answers
from registration.vocabulary.journeys import JourneyCode
from registration.vocabulary.lifecycle import Flag, Source
from registration.vocabulary.referral import Referral
from registration.vocabulary.referral_options import ToldByWhom

REFERRER = FormStep(
    "referrer",
    _("About you"),
    {"nl": "wie-je-bent", "en": "about-you"},
    forms=(ReferrerForm,),
    asks=(
        "referrer_name",
        "organisation",
        "function",
        "organisation_kind",
        "referrer_email",
        "referrer_contact",
    ),
    lead=_("Do you work with someone who wants this? You can refer them, with their consent."),
)
CLIENT = FormStep(
    "client",
    _("About your client"),
    {"nl": "je-client", "en": "your-client"},
    forms=(ClientForm,),
    asks=(
        CLIENT_ONLY,
        "client_consent",
        Revealed(("told_by_whom", "agreed_on", "agreed_on_is_right", "agreed_how")),
        "role",
        "kind",
        "name",
        "age",
        "when",
        "province",
        "known",
        "story",
    ),
)
CLIENT_REACH = FormStep(
    "client_reach",
    _("How we can reach your client safely"),
    {"nl": "je-client-veilig-bereiken", "en": "reach-your-client-safely"},
    forms=(ClientReachForm,),
    asks=("call_client", Revealed(WAYS_AND_TIMES), "language", "needs"),
    lead=_("Fill this in together with your client, if you can."),
)
CHECK = Step(
    "check",
    _("Check your answers"),
    {"nl": "controleren", "en": "check-your-answers"},
    "registration/steps/check.html",
)


def submit(answers: dict[str, Any], *, language: str, draft: Draft, flags: list[Flag]) -> Receipt:
    """Refer the client.

    Raises:
        FormClosedError: no privacy statement is in force.
        DraftGoneError: the draft does not exist any more.
    """
    return submit_draft(
        draft,
        Submission(
            answers=answers_of(answers),
            language=language,
            key=draft.submission_key,
            source=Source.REFERRER,
            flags=flags,
        ),
    )


def answers_of(given: dict[str, Any]) -> Answers:
    """Return the checked answers of all steps as what is stored: client and professional apart."""
    rest = dict(given)
    del rest["client_consent"]  # a referral without consent cannot be sent
    told_by = rest.pop("told_by")
    if rest.pop("told_by_whom") == ToldByWhom.REFERRER:
        told_by = rest["referrer_name"]
    referral = Referral(
        name=rest.pop("referrer_name"),
        organisation=rest.pop("organisation"),
        organisation_kind=rest.pop("organisation_kind"),
        function=rest.pop("function"),
        email=rest.pop("referrer_email"),
        contact=rest.pop("referrer_contact"),
        phone=rest.pop("referrer_phone"),
        phone_note=rest.pop("referrer_phone_note"),
        told_by=told_by,
        agreed_on=rest.pop("agreed_on"),
        agreed_how=rest.pop("agreed_how"),
        call_client=rest.pop("call_client"),
    )
    return Answers(referral=referral, **rest)


REFERRAL = Journey(
    code=JourneyCode.REFERRAL,
    form_steps=(REFERRER, CLIENT, CLIENT_REACH),
    check=CHECK,
    send_form_class=ReferralSendForm,
    rail_template="registration/includes/referral_rail.html",
    thank_you=ThankYou(
        slugs={"nl": "bedankt", "en": "thank-you"},
        title=_("We have received your referral"),
        code_label=_("Your referral number is"),
        code_note=_(
            "If you want to add something, or your client wants to stop, call us and give this "
            "number."
        ),
        mail_note=_("We will also send you an e-mail. It contains no details about your client."),
        next_steps=[
            _("Someone from our registration desk will read your referral."),
            _(
                "When we speak to your client, we first say who told us what, and ask whether "
                "they agree."
            ),
            _("After that, your client decides. What your client tells us stays with us."),
        ],
        again_question=_("Do you want to refer someone else?"),
        again_label=_("Start a new referral"),
    ),
    wording=Wording(
        send=_("Send my referral"),
        already_received=_(
            "We had already received this referral. You do not need to do anything else."
        ),
        already_sent=_(
            "If you have already sent your referral and seen a number, we have received it. You "
            "do not need to do anything else."
        ),
        captcha_skip=_(
            "If it does not work, or you do not want this, just send your referral. A member of "
            "staff will look at it."
        ),
        captcha_again=_(
            "Please do the check again. Or send your referral without it: a member of staff will "
            "look at it."
        ),
    ),
    submit=submit,
)

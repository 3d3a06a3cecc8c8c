"""How to handle a referral: contacting the professional, and the first talk with the client.

Whoever was referred did not come to us: the first talk begins with who told us what, and asks
whether the client agrees. A no ends it.
"""

from django.utils.translation import gettext as _

from registration.desk.callback.script import referral_words
from registration.desk.callback.script.definition import Script, Situation, Step
from registration.vocabulary.referral import Referral
from registration.vocabulary.referral_options import ClientCall
from registration.words.dates import date_in_words


def verify_step(situation: Situation) -> Step:
    """Return how to make sure that the client is speaking; the client never saw a form."""
    referral = _referral_of(situation)
    words = _(
        "First make sure that you are speaking to %(name)s: ask who talked to them about us. It "
        "was %(told_by)s, on %(date)s. Let the person say the name first. Only then say what it "
        "is about."
    )
    return Step(
        "user",
        words
        % {
            "name": situation.answers.name,
            "told_by": referral.told_by,
            "date": date_in_words(referral.agreed_date),
        },
    )


def agreement_steps(situation: Situation) -> list[Step]:
    """Return how the first talk begins: who gave us what, and whether the client agrees."""
    referral = _referral_of(situation)
    return [
        Step(
            "info-circle",
            _("Then say who told us what, and ask whether the person agrees:"),
            quote=referral_words.who_told_us_what(situation.speech, referral, situation.answers),
        ),
        Step("check", _("Record the answer on this screen, under ‘Does the client agree?’.")),
        Step(
            "cross",
            _("If not, it ends here. Do not ask anything more, say this, and record it:"),
            "warning",
            quote=referral_words.we_stop(situation.speech),
        ),
    ]


def script_for_referral(situation: Situation) -> Script:
    """Return the script where the professional is contacted, and not (yet) the client."""
    return Script(
        [*_contact_steps(situation), _next_step(situation), *_when_speaking_to_client(situation)],
        [_somebody_else_step()],
    )


def _contact_steps(situation: Situation) -> list[Step]:
    referral = _referral_of(situation)
    names = {"referrer": referral.name, "organisation": referral.organisation}
    if referral.may_call_referrer:
        first = Step(
            "phone",
            _("Call the professional: %(referrer)s from %(organisation)s.") % names,
            quote=referral_words.opening_to_referrer(situation.staff_name, situation.language),
        )
    else:
        first = Step(
            "mail",
            _(
                "E-mail the professional, %(referrer)s from %(organisation)s. Do not write "
                "anything about the client, not even the name:"
            )
            % names,
            subject=referral_words.mail_subject_to_referrer(situation.language),
            quote=referral_words.mail_to_referrer(situation.staff_name, situation.language),
        )
    return [
        Step(
            "cross",
            _("Do not contact the client: the client has not asked us to, or not directly."),
            "critical",
        ),
        first,
    ]


def _next_step(situation: Situation) -> Step:
    if _referral_of(situation).call_client == ClientCall.THROUGH_REFERRER:
        return Step(
            "calendar",
            _(
                "The client would like to hear from us. Agree with the professional when and how "
                "that is safe, and write it in the note."
            ),
        )
    return Step(
        "comment",
        _("The client does not want a call now. Ask the professional what the client needs."),
    )


def _when_speaking_to_client(situation: Situation) -> list[Step]:
    return [
        Step("group", _("If you then speak to the client, go on as follows.")),
        verify_step(situation),
        *agreement_steps(situation),
    ]


def _somebody_else_step() -> Step:
    return Step(
        "group",
        _(
            "If a colleague of the professional answers, do not say which client you are calling "
            "about."
        ),
        "warning",
    )


def _referral_of(situation: Situation) -> Referral:
    if situation.answers.referral is None:
        raise ValueError("nobody referred this person")
    return situation.answers.referral

"""Which script goes with which kind of task."""

from registration.desk.callback.script import no_answer, referral
from registration.desk.callback.script.call import call_steps
from registration.desk.callback.script.contact_person import contact_person_steps
from registration.desk.callback.script.definition import Script, Situation
from registration.desk.callback.script.letter import letter_steps
from registration.desk.callback.script.mail import mail_steps
from registration.desk.callback.script.no_way import no_way_step
from registration.vocabulary.callbacks import TaskKind


def script_for(situation: Situation) -> Script:
    """Return the script for this person and this kind of task."""
    if situation.kind == TaskKind.LETTER:
        return Script(letter_steps(situation), [])
    if situation.kind == TaskKind.MAIL:
        return Script(mail_steps(situation), [])
    if situation.kind == TaskKind.CONTACT:
        return Script(contact_person_steps(situation), no_answer.someone_else_steps(situation))
    if situation.kind == TaskKind.REFERRAL:
        return referral.script_for_referral(situation)
    if not situation.policy.may_call:
        return Script([no_way_step()], [])
    return Script(
        call_steps(situation),
        [*no_answer.someone_else_steps(situation), *no_answer.no_answer_steps(situation)],
    )

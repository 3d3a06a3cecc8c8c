"""The answers that say how somebody may be reached, while another registration may be theirs too.

As long as nobody decided whether two registrations are of one person, and while both of one person
are open, only that counts as permitted which both permit: whoever picks up may be the same.

What a person reads hangs on what they gave themselves and, once the desk decided that another is of
the same person, on that too: `only_decided`. Else whoever types a number could read on their own
page that we know it (docs/decisions/another-with-the-number.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from registration.casework.matching import Alike, bound_registrations
from registration.models import Registration
from registration.rules.contact_policy import strictest_contact
from registration.vocabulary.answers import Answers
from registration.vocabulary.channels import Identify


def contact_answers_of(
    registration: Registration,
    own: Answers | None = None,
    alike: Alike | None = None,
    *,
    only_decided: bool = False,
) -> Answers:
    """Return the answers of a registration with only those permissions that count.

    Args:
        own: its answers, if they are read already.
        alike: who may be the same person, if that is looked up already.
        only_decided: whether those of whoever may be the same are left out, as for what is told.
    """
    answers = own or registration.read_answers()
    found = bound_registrations([registration], alike, only_decided=only_decided)
    bound = found.get(registration.pk, [])
    return _within(answers, (other.read_answers() for other in bound))


def contact_answers_of_each(
    registrations: Iterable[Registration],
    alike: Alike | None = None,
    *,
    only_decided: bool = False,
) -> Mapping[int, Answers]:
    """Return them of each registration by its primary key, in two queries.

    Args:
        alike: who may be the same person, if that is looked up already; it saves both queries.
        only_decided: whether those of whoever may be the same are left out, as for what is told.
    """
    wanted = list(registrations)
    bound = bound_registrations(wanted, alike, only_decided=only_decided)
    read: dict[int, Answers] = {one.pk: one.read_answers() for one in wanted}
    for others in bound.values():
        for other in others:
            if other.pk not in read:
                read[other.pk] = other.read_answers()
    return {
        one.pk: _within(read[one.pk], (read[other.pk] for other in bound.get(one.pk, [])))
        for one in wanted
    }


def _within(own: Answers, others: Iterable[Answers]) -> Answers:
    answers = own
    for other in others:
        if not other.may_name_organisation:  # also after a change that nobody checked yet
            other = replace(other, identify=Identify.FIRST_NAME_ONLY.value)
        answers = strictest_contact(answers, other)
    return answers

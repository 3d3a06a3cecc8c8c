"""How a registration is told on the page that sends it: one row a subject, in plain sentences."""

from django.utils.translation import gettext_lazy as _

from registration.journey.definition import Summary
from registration.words import checked_answers, checked_contact

TOLD = (
    Summary(
        subject=_("Who this is for"),
        questions=("for_whom", "name", "age", "helper_name", "who_to_call", "helper_consent"),
        tell=checked_answers.for_whom,
    ),
    Summary(
        subject=_("What fits you"),
        subject_of_other=_("What fits %(who)s"),
        questions=("role",),
        tell=checked_answers.role,
    ),
    Summary(subject=_("What it is about"), questions=("kind",), tell=checked_answers.kind),
    Summary(
        subject=_("How we can reach you"),
        subject_of_other=_("How we can reach %(who)s"),
        questions=("phone", "phone_impossible", "other_way", "other_way_details", "email"),
        tell=checked_contact.ways,
    ),
    Summary(
        subject=_("What is safe for you"),
        subject_of_other=_("What is safe for %(who)s"),
        questions=("fallback", "identify", "rules_out", "avoid", "call_later"),
        tell=checked_contact.safety,
    ),
    Summary(
        subject=_("When we may call you"),
        subject_of_other=_("When we may call %(who)s"),
        questions=("call_when", "moments"),
        tell=checked_contact.times,
    ),
    Summary(subject=_("What you want to tell"), questions=("story",), tell=checked_answers.story),
    Summary(
        subject=_("More about what happened"),
        questions=("when", "province", "known"),
    ),
    Summary(subject=_("For the conversation"), questions=("pronouns", "language", "needs")),
    Summary(subject=_("How you heard about us"), questions=("heard",)),
)

"""Parts of pages that several forms have."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from registration.forms.reach_in_turn import may_call, may_leave_a_message
from registration.journey.definition import If, Part, Passage, Revealed

# The last part of the addresses of pages that several forms have.
REACH_SLUGS: Mapping[str, str] = {"nl": "hoe-we-je-bereiken", "en": "how-to-reach-you"}
SAFE_SLUGS: Mapping[str, str] = {"nl": "wat-veilig-is", "en": "what-is-safe"}
TIMES_SLUGS: Mapping[str, str] = {"nl": "wanneer-we-bellen", "en": "when-to-call"}
CRISIS_LINES = Passage("registration/includes/crisis_lines.html")
YOUNG_AND_ASKING = Passage("registration/includes/young_and_asking.html")
YOUNG_AND_REGISTERING = Passage("registration/includes/young_and_registering.html")
OTHER_WAYS = Passage("registration/includes/other_ways.html")
CLIENT_ONLY = Passage("registration/includes/no_more_than_we_need.html")
# What may be left for somebody who does not answer.
MESSAGE = If(may_leave_a_message, ("fallback",), _("Only if we may call or e-mail you"))
ONLY_IF_WE_MAY_CALL = _("Only if we may call you")
# The times when nobody may call, and those that suit.
RULED_OUT = If(may_call, ("rules_out", Revealed(("avoid", "call_later"))), ONLY_IF_WE_MAY_CALL)
WHEN_TO_CALL = If(may_call, ("call_when", Revealed(("moments",))), ONLY_IF_WE_MAY_CALL)
# How to reach somebody, in a form that also asks for other ways.
WAYS_AND_TIMES: tuple[Part, ...] = (
    "phone",
    "phone_impossible",
    Revealed(("other_way", "other_way_details")),
    "email",
    "fallback",
    "identify",
    "moments",
    "avoid",
    "call_later",
)

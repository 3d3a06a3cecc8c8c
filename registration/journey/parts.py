"""Parts of pages that several forms have."""

from registration.journey.definition import Part, Passage, Revealed

CRISIS_LINES = Passage("registration/includes/crisis_lines.html")
YOUNG_AND_ASKING = Passage("registration/includes/young_and_asking.html")
YOUNG_AND_REGISTERING = Passage("registration/includes/young_and_registering.html")
OTHER_WAYS = Passage("registration/includes/other_ways.html")
CLIENT_ONLY = Passage("registration/includes/no_more_than_we_need.html")
# What is safe, and when to call.
SAFE_TIMES: tuple[Part, ...] = ("fallback", "identify", "moments", "avoid", "call_later")
# How to reach somebody, in a form that also asks for other ways.
WAYS_AND_TIMES: tuple[Part, ...] = (
    "phone",
    "phone_impossible",
    Revealed(("other_way", "other_way_details")),
    "email",
    *SAFE_TIMES,
)

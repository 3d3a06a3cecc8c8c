"""The crisis lines that every installation starts with; staff edit them."""

from dataclasses import dataclass

from registration.vocabulary.person import CrisisAudience


@dataclass(frozen=True)
class InitialLine:
    """A line as it is before staff edit it."""

    name: str
    number: str
    dutch: str
    english: str
    audience: CrisisAudience = CrisisAudience.EVERYONE


INITIAL_LINES = (
    InitialLine("112", "112", "Ben je in gevaar? Bel 112.", "Are you in danger? Call 112."),
    InitialLine(
        "113 Zelfmoordpreventie",
        "0800-0113",
        "Denk je aan zelfdoding? Bel gratis 113 of 0800-0113, of chat op 113.nl.",
        "Are you thinking about suicide? Call 113 or 0800-0113 (free), or chat at 113.nl.",
    ),
    InitialLine(
        "Veilig Thuis",
        "0800-2000",
        "Ben je thuis niet veilig? Bel gratis Veilig Thuis: 0800-2000, dag en nacht.",
        "Are you unsafe at home? Call Veilig Thuis: 0800-2000 (free, day and night).",
    ),
    InitialLine(
        "Centrum Seksueel Geweld",
        "0800-0188",
        "Heb je kort geleden seksueel geweld meegemaakt? Bel Centrum Seksueel Geweld: 0800-0188.",
        "Have you experienced sexual violence recently? Call Centrum Seksueel Geweld: 0800-0188.",
    ),
    InitialLine(
        "Slachtofferhulp Nederland",
        "0900-0101",
        "Wil je praten over wat je is overkomen? Bel Slachtofferhulp Nederland: 0900-0101.",
        "Do you want to talk about what happened to you? Call Victim Support Netherlands: "
        "0900-0101.",
    ),
    InitialLine(
        "Kindertelefoon",
        "0800-0432",
        "Ben je jonger dan 18? Bel gratis de Kindertelefoon: 0800-0432.",
        "Are you under 18? Call the Kindertelefoon (children’s helpline): 0800-0432 (free).",
        CrisisAudience.YOUNG,
    ),
)

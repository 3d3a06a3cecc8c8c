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
    # Only what works from any country, or how to find it.
    InitialLine(
        "Emergency number abroad",
        "",
        "Ben je in gevaar? Bel het alarmnummer van de plek waar je bent. In de Europese Unie is "
        "dat 112.",
        "Are you in danger? Call the emergency number of the place where you are. In the European "
        "Union that is 112.",
        CrisisAudience.ABROAD,
    ),
    InitialLine(
        "Helpline abroad",
        "",
        "Denk je aan zelfdoding? Chat op 113.nl. Een hulplijn in jouw land vind je op "
        "findahelpline.com.",
        "Are you thinking about suicide? Chat at 113.nl. You can find a helpline in your country "
        "at findahelpline.com.",
        CrisisAudience.ABROAD,
    ),
    InitialLine(
        "Children’s helpline abroad",
        "",
        "Ben je jonger dan 18? De kindertelefoon van jouw land vind je op "
        "childhelplineinternational.org.",
        "Are you under 18? You can find the children’s helpline of your country at "
        "childhelplineinternational.org.",
        CrisisAudience.ABROAD,
    ),
    InitialLine(
        "Ministry of Foreign Affairs",
        "+31 247 247 247",
        "Ben je Nederlander en heb je hulp nodig waar je bent? Bel het ministerie van Buitenlandse "
        "Zaken: +31 247 247 247, dag en nacht.",
        "Are you a Dutch national and do you need help where you are? Call the Dutch Ministry of "
        "Foreign Affairs: +31 247 247 247, day and night.",
        CrisisAudience.ABROAD,
    ),
)

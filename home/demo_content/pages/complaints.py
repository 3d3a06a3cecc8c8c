"""Complaints. What can I do when something went wrong?"""

from home.demo_content.texts import DemoPage, Text, numbers, section

COMPLAINTS = DemoPage(
    key="complaints",
    model="home.ContentPage",
    title=Text("Een klacht doorgeven", "Make a complaint"),
    slug=Text("klacht", "complaint"),
    description=Text(
        "Ben je niet tevreden over Perspectief Herstelbemiddeling? Zo vertel je het ons, en dit "
        "gebeurt er daarna.",
        "Are you unhappy with Perspectief Herstelbemiddeling? This is how you tell us, and what "
        "happens next.",
    ),
    plain={
        "intro": Text(
            "Ging er iets niet goed? Vertel het ons. Een klacht heeft geen gevolgen voor je "
            "bemiddeling.",
            "Did something go wrong? Tell us. A complaint has no effect on your mediation.",
        )
    },
    streams={
        "body": [
            section(
                Text("Hoe geef ik een klacht door?", "How do I make a complaint?"),
                numbers(
                    Text(
                        "Praat eerst met degene om wie het gaat, als dat lukt.",
                        "First talk to the person concerned, if you can.",
                    ),
                    Text(
                        "Lukt dat niet, of helpt het niet? Bel 030-2340045 en vraag naar de "
                        "klachtenregeling.",
                        "Is that not possible, or does it not help? Call +31 30 234 00 45 and ask "
                        "for the complaints procedure.",
                    ),
                    Text(
                        "Daarna kan een onafhankelijke commissie naar je klacht kijken. Die heeft "
                        "drie leden.",
                        "After that, an independent committee can look at your complaint. It has "
                        "three members.",
                    ),
                ),
                Text(
                    "In 2024 kregen we twee klachten. Dit staat in ons jaarverslag over 2024.",
                    "In 2024 we received two complaints. Source: our annual report for 2024.",
                ),
            ),
            section(
                Text("Gaat het over je gegevens?", "Is it about your data?"),
                Text(
                    "Daarvoor is een aparte regeling. Onze functionaris gegevensbescherming ziet "
                    "erop toe dat we goed met gegevens omgaan. Bel ons en vraag ernaar.",
                    "There is a separate procedure for that. Our data protection officer checks "
                    "that we handle data well. Call us and ask.",
                ),
            ),
        ]
    },
)

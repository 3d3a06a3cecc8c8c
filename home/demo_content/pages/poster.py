"""A poster for places where people wait. Is this for me?"""

from home.demo_content.texts import DemoPage, Text, bullets, section

POSTER = DemoPage(
    key="poster",
    model="home.ContentPage",
    parent="materials",
    title=Text("Poster voor de wachtkamer", "Poster for waiting rooms"),
    slug=Text("poster", "poster"),
    description=Text(
        "Een poster over herstelbemiddeling voor de plek waar mensen wachten. Om af te drukken.",
        "A poster about restorative mediation, to print, for places where people wait.",
    ),
    plain={
        "intro": Text(
            "Eén vraag, groot genoeg om van een stoel te lezen.",
            "One question, large enough to read from a chair.",
        )
    },
    streams={
        "body": [
            (
                "poster",
                {
                    "heading": Text("Blijf je zitten met een vraag?", "Left with a question?"),
                    "text": Text(
                        "Na een misdrijf of een ongeval kan er contact zijn met de ander. Gratis, "
                        "vrijwillig en vertrouwelijk.",
                        "After a crime or an accident, contact with the other person can be "
                        "possible. Free, voluntary and confidential.",
                    ),
                    "contact": Text(
                        "Perspectief Herstelbemiddeling. Bel 030-2340045.",
                        "Perspectief Herstelbemiddeling. Call +31 30 234 00 45.",
                    ),
                },
            ),
            section(
                Text("Waar hang je hem op?", "Where should you put it up?"),
                Text(
                    "Waar iemand even alleen kan kijken. Niet iedereen wil dat een ander het ziet.",
                    "Where people can look at it on their own. Not everyone wants to be seen "
                    "doing so.",
                ),
                bullets(
                    Text("In een wachtkamer of een gang.", "In a waiting room or a corridor."),
                    Text("Aan de binnenkant van een deur.", "On the inside of a door."),
                ),
            ),
            section(
                Text("Hoe druk je hem af?", "How do you print it?"),
                Text(
                    "Alleen de poster komt op papier, op A4. Kies in je browser voor "
                    "achtergronden afdrukken, anders blijft het papier wit.",
                    "Only the poster will be printed, on A4. Let your browser print backgrounds, "
                    "or the page will be white.",
                ),
            ),
        ],
    },
)

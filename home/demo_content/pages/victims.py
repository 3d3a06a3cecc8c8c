"""Somebody harmed me. Does this include me, and who decides?"""

from home.demo_content.texts import DemoPage, Text, bullets, register_link, section

VICTIMS = DemoPage(
    key="victims",
    model="home.ContentPage",
    title=Text("Mij is iets aangedaan", "Someone harmed me"),
    slug=Text("mij-is-iets-aangedaan", "someone-harmed-me"),
    description=Text(
        "Heeft iemand jou iets aangedaan? Jij beslist of je contact wilt, en hoe. Ook als het "
        "lang geleden is.",
        "Did someone harm you? You decide whether you want contact, and how. Even if it was long "
        "ago.",
    ),
    plain={
        "intro": Text(
            "Misschien heb je vragen aan de ander. Of wil je dat de ander weet wat het met "
            "je deed. "
            "Jij beslist.",
            "You may have questions for the other person. Or you may want them to know what it did "
            "to you. You decide.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat zoeken mensen?", "What do people look for?"),
                bullets(
                    Text("Antwoord op een vraag.", "An answer to a question."),
                    Text(
                        "De ander vertellen wat het met hen deed.",
                        "A chance to tell the other person what it did to them.",
                    ),
                    Text("Excuses horen.", "An apology."),
                    Text(
                        "Afspraken voor als ze elkaar tegenkomen.",
                        "Agreements in case they meet by chance.",
                    ),
                ),
                Text(
                    "Je hoeft nog niet te weten wat jij zoekt. Dat kun je rustig bespreken.",
                    "You do not need to know yet what you are looking for. You can take time to "
                    "talk about it.",
                ),
            ),
            section(
                Text(
                    "Weet de ander dan dat ik me aanmeld?",
                    "Will the other person know that I have registered?",
                ),
                Text(
                    "Niet door ons. We nemen geen contact op met de ander voordat we jou hebben "
                    "gesproken.",
                    "Not from us. We do not contact the other person before we have spoken to you.",
                ),
            ),
            section(
                Text("Moet ik de ander vergeven?", "Do I have to forgive the other person?"),
                Text(
                    "Nee. Het gaat om wat jij wilt vragen, zeggen of afspreken.",
                    "No. It is about what you want to ask, say or agree on.",
                ),
            ),
            section(
                Text(
                    "Kan ik dit naast een strafzaak doen?",
                    "Can I do this alongside a criminal case?",
                ),
                Text(
                    "Ja. Het staat los van de zaak en verandert de uitkomst niet.",
                    "Yes. It is separate from the case and does not change the outcome.",
                ),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

"""Young people in detention. Can I do this from inside?"""

from home.demo_content.texts import (
    DemoPage,
    Text,
    call_to_action,
    download,
    downloads,
    link,
    panel,
    register_link,
    section,
)

SHEET = {
    "heading": Text("Van vraag naar contact", "From a question to contact"),
    "panels": [
        panel(
            "question",
            Text("Je hebt een vraag", "You have a question"),
            Text(
                "Over wat er gebeurde, of over hoe het met de ander gaat. Ook met je familie kan "
                "contact.",
                "About what happened, or how the other person is. Contact with your family is "
                "possible too.",
            ),
        ),
        panel(
            "letter",
            Text("Je laat het weten", "You let us know"),
            Text(
                "Vraag je mentor om te bellen. Of schrijf ons een brief.",
                "Ask your mentor to call. Or write us a letter.",
            ),
        ),
        panel(
            "speech",
            Text("De bemiddelaar komt", "The mediator comes"),
            Text(
                "Die luistert en kiest geen kant. Wat je zegt, is vertrouwelijk.",
                "The mediator listens and takes no side. What you say is confidential.",
            ),
        ),
        panel(
            "apart",
            Text("De ander beslist ook", "The other person decides too"),
            Text(
                "Wil de ander niet? Dan stopt het. Jij mag ook stoppen.",
                "Does the other person say no? Then it stops. You may stop as well.",
            ),
        ),
        panel(
            "together",
            Text("Er is contact", "There is contact"),
            Text(
                "Een gesprek, een brief of een video. Jullie kiezen samen.",
                "A talk, a letter or a video. You choose together.",
            ),
        ),
        panel(
            "clock",
            Text("Je straf blijft hetzelfde", "Your sentence stays the same"),
            Text(
                "Je krijgt geen lagere straf, en ook geen hogere. Het kost niets.",
                "You do not get a lower sentence, and no higher one either. It is free.",
            ),
        ),
    ],
    "contact": Text(
        "Perspectief Herstelbemiddeling, Utrecht. Bel 030-2340045.",
        "Perspectief Herstelbemiddeling, Utrecht. Call +31 30 234 00 45.",
    ),
}

YOUTH_DETENTION = DemoPage(
    key="youth-detention",
    model="home.ContentPage",
    parent="young-people",
    title=Text("Zit je vast?", "Are you in detention?"),
    slug=Text("zit-je-vast", "in-detention"),
    description=Text(
        "Contact met de ander of met je familie, vanuit een jeugdgevangenis. Deze pagina past op "
        "één blad papier.",
        "Contact with the other person or with your family, from a youth prison. This page prints "
        "on one sheet of paper.",
    ),
    plain={
        "intro": Text(
            "Ook van binnen kun je vragen of contact mogelijk is.",
            "From inside, you can also ask whether contact is possible.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            ("sheet", SHEET),
            downloads(
                Text("Liever een bestand?", "Would you rather have a file?"),
                download(
                    Text("Blad om af te drukken", "A sheet to print"),
                    "youth-detention",
                    Text(
                        "De zes blokken hierboven, op één blad.",
                        "The six blocks above, on one sheet.",
                    ),
                ),
            ),
            call_to_action(
                Text("Liever op papier?", "Rather on paper?"),
                Text(
                    "Druk het formulier af en stuur het op. We antwoorden in een blanco envelop.",
                    "Print the form and send it by post. We answer in a blank envelope.",
                ),
                link(Text("Aanmelden op papier", "Register on paper"), "register-on-paper"),
            ),
            section(
                Text("Voor mentoren en begeleiders", "For mentors and staff"),
                Text(
                    "Druk deze pagina af: alleen de zes blokken komen op papier, op één blad. Meld "
                    "iemand alleen aan als die dat zelf wil.",
                    "Print this page: only the six blocks go on paper, on one sheet. Only register "
                    "someone who wants it.",
                ),
            ),
        ],
    },
)

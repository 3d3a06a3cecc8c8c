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
                "About what happened, or about how the other person is. You can have contact with "
                "your family too.",
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
                "The mediator listens and does not take sides. What you say is confidential.",
            ),
        ),
        panel(
            "apart",
            Text("De ander beslist ook", "The other person decides too"),
            Text(
                "Wil de ander niet? Dan stopt het. Jij mag ook stoppen.",
                "If the other person says no, it stops there. You can stop too.",
            ),
        ),
        panel(
            "together",
            Text("Er is contact", "There is contact"),
            Text(
                "Een gesprek, een brief of een video. Jullie kiezen samen.",
                "A conversation, a letter or a video. You choose together.",
            ),
        ),
        panel(
            "clock",
            Text("Je straf blijft hetzelfde", "Your sentence stays the same"),
            Text(
                "Je krijgt geen lagere straf, en ook geen hogere. Het kost niets.",
                "You will not get a lower sentence, or a higher one. It is free.",
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
            "You can ask whether contact is possible from inside too.",
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
                Text("Liever op papier?", "Would you rather use paper?"),
                Text(
                    "Druk het formulier af en stuur het op. We antwoorden in een blanco envelop.",
                    "Print the form and post it to us. We reply in a plain envelope.",
                ),
                link(Text("Aanmelden op papier", "Register on paper"), "register-on-paper"),
            ),
            section(
                Text("Voor mentoren en begeleiders", "For mentors and staff"),
                Text(
                    "Druk deze pagina af: alleen de zes blokken komen op papier, op één blad. Meld "
                    "iemand alleen aan als die dat zelf wil.",
                    "Print this page: only the six blocks will be printed, on one sheet. Only "
                    "register someone if they want it.",
                ),
            ),
        ],
    },
)

"""A leaflet that a professional gives to a client. What can I ask for?"""

from home.demo_content.texts import DemoPage, Text, link, panel, section

SHEET = {
    "heading": Text("Zo gaat het", "How it works"),
    "panels": [
        panel(
            "question",
            Text("Je hebt nog vragen", "You still have questions"),
            Text(
                "Waarom ik? Hoe gaat het nu met je? Of je wilt juist iets zeggen.",
                "Why me? How are you now? Or there is something you want to say.",
            ),
        ),
        panel(
            "phone",
            Text("Je laat het weten", "You let us know"),
            Text(
                "Bel, of meld je aan op de site. Wij bellen je binnen drie dagen.",
                "Call us, or register on the site. We will call you within three days.",
            ),
        ),
        panel(
            "speech",
            Text("Je praat met een bemiddelaar", "You talk to a mediator"),
            Text(
                "Die luistert en kiest geen kant. Wat je zegt, blijft onder jullie.",
                "The mediator listens and does not take sides. What you say stays between the two "
                "of you.",
            ),
        ),
        panel(
            "apart",
            Text("De ander beslist ook", "The other person decides too"),
            Text(
                "Wil de ander niet? Dan is er geen contact. Ook jij mag stoppen.",
                "If the other person says no, there is no contact. You can stop too.",
            ),
        ),
        panel(
            "letter",
            Text("Je kiest hoe", "You choose how"),
            Text(
                "Een gesprek, een brief, een video, of de bemiddelaar brengt je woorden over.",
                "A conversation, a letter, a video, or a message through the mediator.",
            ),
        ),
        panel(
            "together",
            Text("Het kost niets", "It is free"),
            Text(
                "Het is vrijwillig en vertrouwelijk. Het staat los van een rechtszaak.",
                "It is voluntary and confidential. It is separate from any court case.",
            ),
        ),
    ],
    "contact": Text(
        "Perspectief Herstelbemiddeling. Bel 030-2340045, op werkdagen van 9.00 tot 17.00 uur.",
        "Perspectief Herstelbemiddeling. Call +31 30 234 00 45, on working days from 9am to 5pm.",
    ),
}

LEAFLET = DemoPage(
    key="leaflet",
    model="home.ContentPage",
    parent="materials",
    title=Text("Contact na wat er gebeurde", "Contact after what happened"),
    slug=Text("folder", "leaflet"),
    description=Text(
        "Een folder over herstelbemiddeling om mee te geven, op één blad papier.",
        "A one-page leaflet about restorative mediation, to hand out.",
    ),
    plain={
        "intro": Text(
            "Na een misdrijf of een ongeval kun je contact vragen met de ander. Dat heet "
            "herstelbemiddeling.",
            "After a crime or an accident, you can ask for contact with the other person. This is "
            "called restorative mediation.",
        )
    },
    streams={
        "action": [("link", link(Text("Lees hoe het werkt", "Read how it works"), "how-it-works"))],
        "body": [
            ("sheet", SHEET),
            section(
                Text("Wil je dit meegeven?", "Would you like to hand this out?"),
                Text(
                    "Druk deze pagina af: alleen de folder komt op papier.",
                    "Print this page: only the leaflet will be printed.",
                ),
            ),
        ],
    },
)

"""Accessibility. Can everybody use this site?"""

from home.demo_content.texts import DemoPage, Text, bullets, section

ACCESSIBILITY = DemoPage(
    key="accessibility",
    model="home.ContentPage",
    title=Text("Toegankelijkheid", "Accessibility"),
    slug=Text("toegankelijkheid", "accessibility"),
    description=Text(
        "Iedereen moet deze site kunnen gebruiken. Wat we daarvoor doen, en wat je doet als het "
        "niet lukt.",
        "Everyone should be able to use this site. What we do for that, and what you can do when "
        "something does not work.",
    ),
    plain={
        "intro": Text(
            "Iedereen moet deze site kunnen gebruiken. Lukt er iets niet? Laat het ons weten.",
            "Everyone should be able to use this site. Does something not work? Let us know.",
        )
    },
    streams={
        "body": [
            section(
                Text("Wat doen we ervoor?", "What do we do for that?"),
                Text(
                    "We bouwen de site volgens de richtlijnen WCAG 2.2, niveau AA. We testen elke "
                    "pagina automatisch. Dat vindt niet alle problemen.",
                    "We build this site to the WCAG 2.2 guidelines, level AA. We test every page "
                    "automatically. That does not find every problem.",
                ),
                bullets(
                    Text(
                        "Alles werkt met alleen een toetsenbord.",
                        "Everything works with a keyboard alone.",
                    ),
                    Text("Alles werkt zonder JavaScript.", "Everything works without JavaScript."),
                    Text(
                        "Je kunt de tekst groter maken. Er valt dan niets weg.",
                        "You can make the text larger. Nothing gets lost.",
                    ),
                    Text(
                        "De site volgt het lichte of donkere thema van je apparaat.",
                        "The site follows the light or dark theme of your device.",
                    ),
                    Text("We schrijven in korte zinnen.", "We write in short sentences."),
                ),
            ),
            section(
                Text("Wat is nog niet onderzocht?", "What has not been examined yet?"),
                Text(
                    "Een onafhankelijk onderzoek moet nog komen. Ook een test met mensen die een "
                    "schermlezer gebruiken, is nog niet gedaan.",
                    "An independent audit is still to come. A test with people who use a screen "
                    "reader has not been done yet either.",
                ),
            ),
            section(
                Text("Lukt er iets niet?", "Does something not work?"),
                Text(
                    "Bel 030-2340045. Je kunt je dan ook met de telefoon aanmelden. Heb je een "
                    "tolk, een gebarentolk of hulp bij het lezen nodig? Vraag erom.",
                    "Call +31 30 234 00 45. You can also register by phone. Do you need an "
                    "interpreter, a sign language interpreter or help with reading? Just ask.",
                ),
            ),
        ]
    },
)

"""Hide your visit. Who can see that I was here?"""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, section

HIDE_YOUR_VISIT = DemoPage(
    key="hide-your-visit",
    model="home.ContentPage",
    title=Text("Verberg je bezoek", "Hide your visit"),
    slug=Text("verberg-je-bezoek", "hide-your-visit"),
    description=Text(
        "Wat doet de knop ‘Snel weg’, en wat doet hij niet? Zo wis je je bezoek uit je browser.",
        "What does the button “Leave now” do, and what does it not do? How to clear your visit "
        "from your browser.",
    ),
    plain={
        "intro": Text(
            "Kijkt er iemand mee op je telefoon of computer? Hier staat wat je kunt doen, en wat "
            "niet helpt.",
            "Does someone else look at your phone or computer? Here is what you can do, and what "
            "does not help.",
        )
    },
    streams={
        "body": [
            section(
                Text("Wat doet de knop ‘Snel weg’?", "What does the button “Leave now” do?"),
                Text(
                    "De knop staat op elke pagina. Je gaat meteen naar een andere, gewone "
                    "website. Wat je hier had ingevuld, wissen we. Je kunt ook drie keer op Shift "
                    "drukken.",
                    "The button is on every page. You go straight to another, ordinary "
                    "website. We delete what you had filled in here. You can also press Shift "
                    "three times.",
                ),
            ),
            section(
                Text("Wat doet de knop niet?", "What does the button not do?"),
                bullets(
                    Text(
                        "Hij wist de geschiedenis van je browser niet.",
                        "It does not clear the history of your browser.",
                    ),
                    Text(
                        "Hij verbergt je bezoek niet voor je werk, school of internetaanbieder. "
                        "Die kunnen zien welke site je opende.",
                        "It does not hide your visit from your work, school or internet provider. "
                        "They can see which site you opened.",
                    ),
                    Text(
                        "Hij helpt niet als er een programma op je telefoon staat dat meekijkt.",
                        "It does not help if a program on your phone watches what you do.",
                    ),
                    Text(
                        "Met de knop ‘terug’ van je browser kan iemand soms nog een pagina zien.",
                        "With the “back” button of the browser, someone can sometimes still see a "
                        "page.",
                    ),
                ),
            ),
            section(
                Text("Hoe wis ik mijn bezoek?", "How do I clear my visit?"),
                Text(
                    "Wis liever alleen deze site. Een lege geschiedenis kan opvallen. De namen in "
                    "je browser kunnen iets anders zijn.",
                    "It is better to clear this site only. An empty history can stand out. The "
                    "names in your browser may be slightly different.",
                ),
                ("h3", (Text("Chrome en Edge op een computer", "Chrome and Edge on a computer"),)),
                numbers(
                    Text(
                        "Druk op Ctrl en H. Op een Mac: Command en Y.",
                        "Press Ctrl and H. On a Mac: Command and Y.",
                    ),
                    Text(
                        "Zoek in de lijst naar ‘perspectief’.", "Search the list for “perspectief”."
                    ),
                    Text("Kies de regels en verwijder ze.", "Select the lines and delete them."),
                ),
                ("h3", (Text("Firefox op een computer", "Firefox on a computer"),)),
                numbers(
                    Text(
                        "Druk op Ctrl, Shift en H. Op een Mac: Command, Shift en H.",
                        "Press Ctrl, Shift and H. On a Mac: Command, Shift and H.",
                    ),
                    Text(
                        "Zoek naar ‘perspectief’ in de lijst.",
                        "Search for “perspectief” in the list.",
                    ),
                    Text(
                        "Klik met de rechtermuisknop op een regel. Kies ‘Deze website vergeten’.",
                        "Right-click a line. Choose “Forget About This Site”.",
                    ),
                ),
                ("h3", (Text("Safari op een Mac", "Safari on a Mac"),)),
                numbers(
                    Text(
                        "Kies in het menu ‘Geschiedenis’ en dan ‘Toon alle geschiedenis’.",
                        "In the menu, choose “History” and then “Show All History”.",
                    ),
                    Text(
                        "Zoek naar ‘perspectief’ en verwijder de regels.",
                        "Search for “perspectief” and delete the lines.",
                    ),
                ),
                ("h3", (Text("iPhone en iPad", "iPhone and iPad"),)),
                numbers(
                    Text(
                        "Open Safari. Tik op het boek en daarna op de klok.",
                        "Open Safari. Tap the book and then the clock.",
                    ),
                    Text(
                        "Veeg een regel naar links en tik op ‘Verwijder’.",
                        "Swipe a line to the left and tap “Delete”.",
                    ),
                ),
                ("h3", (Text("Telefoon met Android", "Android phone"),)),
                numbers(
                    Text(
                        "Open Chrome. Tik op de drie puntjes en op ‘Geschiedenis’.",
                        "Open Chrome. Tap the three dots and “History”.",
                    ),
                    Text(
                        "Tik bij elke regel van deze site op het kruisje.",
                        "Tap the cross beside each line of this site.",
                    ),
                ),
            ),
            section(
                Text("Hoe kijk ik zonder spoor?", "How do I look without leaving a trace?"),
                Text(
                    "Open een privévenster. Je browser bewaart dan geen geschiedenis. Je werk, "
                    "school of internetaanbieder kan je bezoek nog wel zien. Het veiligst is een "
                    "apparaat dat van iemand anders is, zoals in een bibliotheek.",
                    "Open a private window. Your browser then keeps no history. Your work, school "
                    "or internet provider can still see your visit. Safest is a device that "
                    "belongs to someone else, such as in a library.",
                ),
            ),
            section(
                Text("Wat bewaren wij van je bezoek?", "What do we keep of your visit?"),
                Text(
                    "We volgen je niet. Er zijn geen cookies voor reclame of statistiek. "
                    "Alleen als "
                    "je een formulier invult, gebruiken we cookies. Je antwoorden staan er "
                    "niet in.",
                    "We do not track you. There are no cookies for advertising or statistics. We "
                    "only use cookies while you fill in a form. They do not contain your answers.",
                ),
            ),
            ("crisis", {"title": "", "lines": []}),
        ]
    },
)

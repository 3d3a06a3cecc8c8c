"""Hide your visit. Who can see that I was here?"""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, section

HIDE_YOUR_VISIT = DemoPage(
    key="hide-your-visit",
    model="home.ContentPage",
    title=Text("Verberg je bezoek", "Hide your visit"),
    slug=Text("verberg-je-bezoek", "hide-your-visit"),
    description=Text(
        "Wat doet de knop ‘Snel weg’, en wat doet hij niet? Zo wis je je bezoek uit je browser.",
        "What does the button ‘Leave now’ do, and what does it not do? How to clear your visit "
        "from your browser.",
    ),
    plain={
        "intro": Text(
            "Kijkt er iemand mee op je telefoon of computer? Hier staat wat je kunt doen, en wat "
            "niet helpt.",
            "Does someone else look at what is on your phone or computer? Here is what you can "
            "do, and what does not help.",
        )
    },
    streams={
        "body": [
            section(
                Text("Wat doet de knop ‘Snel weg’?", "What does the button ‘Leave now’ do?"),
                Text(
                    "De knop staat op elke pagina. Je gaat meteen naar een andere, gewone "
                    "website. Wat je hier had ingevuld, wissen we. Ook wat je voor later had "
                    "bewaard. Je kunt ook drie keer op Shift drukken.",
                    "The button is on every page. You go straight to another, ordinary website. "
                    "We delete what you filled in here, and anything you saved for later. You can "
                    "also press Shift three times.",
                ),
            ),
            section(
                Text("Wat doet de knop niet?", "What does the button not do?"),
                bullets(
                    Text(
                        "Hij wist de geschiedenis van je browser niet. Dat kan geen enkele site.",
                        "It does not clear your browser’s history. No site can do that.",
                    ),
                    Text(
                        "In Safari en op elke iPhone en iPad wist hij soms minder. Wis daar ook "
                        "zelf je bezoek.",
                        "In Safari and on every iPhone and iPad, it may clear less. Clear your "
                        "visit there yourself as well.",
                    ),
                    Text(
                        "Met de knop ‘terug’ van je browser kan iemand soms nog een pagina zien.",
                        "With the browser’s ‘back’ button, someone can sometimes still see a page.",
                    ),
                    Text(
                        "Had je meer tabbladen van deze site open? Sluit die zelf.",
                        "Do you have other tabs of this site open? Close those yourself.",
                    ),
                    Text(
                        "Hij wist geen mails, downloads en schermafbeeldingen.",
                        "It does not delete e-mails, downloads or screenshots.",
                    ),
                ),
            ),
            section(
                Text("Wie kan mijn bezoek dan nog zien?", "Who can still see my visit?"),
                bullets(
                    Text(
                        "Je internetaanbieder, werk of school kan zien welke site je opende. Niet "
                        "wat je invulde.",
                        "Your internet provider, work or school can see which site you opened. Not "
                        "what you filled in.",
                    ),
                    Text(
                        "Wie de router thuis beheert, kan soms ook een lijst van sites zien.",
                        "Whoever manages the router at home may also be able to see a list of "
                        "sites.",
                    ),
                    Text(
                        "Gebruikt iemand jouw account van Google, Apple of Microsoft? Dan kan je "
                        "geschiedenis ook op diens telefoon of computer staan.",
                        "If someone uses your Google, Apple or Microsoft account, your history "
                        "may also be on their phone or computer.",
                    ),
                    Text(
                        "Een programma dat stiekem meekijkt, ziet alles. Ook een privévenster "
                        "helpt dan niet. Gebruik een ander apparaat.",
                        "Software that secretly watches you sees everything. Even a private "
                        "window does not help then. Use another device.",
                    ),
                    Text(
                        "Bel je ons? Dan staat ons nummer in je belgeschiedenis, en soms op de "
                        "rekening. Wis het gesprek uit de lijst op je telefoon.",
                        "If you call us, our number is in your call history, and sometimes on the "
                        "bill. Delete the call from the list on your phone.",
                    ),
                ),
            ),
            section(
                Text("Hoe wis ik mijn bezoek?", "How do I clear my visit?"),
                Text(
                    "Wis liever alleen deze site. Een lege geschiedenis kan opvallen. De namen in "
                    "je browser kunnen iets anders zijn.",
                    "It is better to clear only this site. An empty history can look suspicious. "
                    "The names in your browser may be slightly different.",
                ),
                ("h3", (Text("Chrome en Edge op een computer", "Chrome and Edge on a computer"),)),
                numbers(
                    Text(
                        "Druk op Ctrl en H. Op een Mac: Command en Y.",
                        "Press Ctrl and H. On a Mac: Command and Y.",
                    ),
                    Text(
                        "Zoek in de lijst naar ‘perspectief’.", "Search the list for ‘perspectief’."
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
                        "Search for ‘perspectief’ in the list.",
                    ),
                    Text(
                        "Klik met de rechtermuisknop op een regel. Kies ‘Deze website vergeten’.",
                        "Right-click a line. Choose ‘Forget About This Site’.",
                    ),
                ),
                ("h3", (Text("Safari op een Mac", "Safari on a Mac"),)),
                numbers(
                    Text(
                        "Kies in het menu ‘Geschiedenis’ en dan ‘Toon alle geschiedenis’.",
                        "In the menu, choose ‘History’ and then ‘Show All History’.",
                    ),
                    Text(
                        "Zoek naar ‘perspectief’ en verwijder de regels.",
                        "Search for ‘perspectief’ and delete the lines.",
                    ),
                ),
                ("h3", (Text("Safari op een iPhone of iPad", "Safari on an iPhone or iPad"),)),
                numbers(
                    Text(
                        "Open Safari. Tik op het boek en daarna op de klok.",
                        "Open Safari. Tap the book and then the clock.",
                    ),
                    Text(
                        "Veeg een regel naar links en tik op ‘Verwijder’.",
                        "Swipe a line to the left and tap ‘Delete’.",
                    ),
                ),
                ("h3", (Text("Chrome op Android", "Chrome on Android"),)),
                numbers(
                    Text(
                        "Open Chrome. Tik op de drie puntjes en op ‘Geschiedenis’.",
                        "Open Chrome. Tap the three dots and ‘History’.",
                    ),
                    Text(
                        "Tik bij elke regel van deze site op het kruisje.",
                        "Tap the cross beside each line for this site.",
                    ),
                ),
                ("h3", (Text("Samsung Internet", "Samsung Internet"),)),
                numbers(
                    Text(
                        "Tik op de drie streepjes en op ‘Geschiedenis’.",
                        "Tap the three lines and ‘History’.",
                    ),
                    Text(
                        "Houd een regel van deze site ingedrukt. Kies de andere regels ook.",
                        "Press and hold a line for this site. Select the other lines as well.",
                    ),
                    Text("Tik op ‘Verwijderen’.", "Tap ‘Delete’."),
                ),
                (
                    "h3",
                    (
                        Text(
                            "Firefox, Edge of Chrome op een andere telefoon",
                            "Firefox, Edge or Chrome on another phone",
                        ),
                    ),
                ),
                numbers(
                    Text(
                        "Open het menu: drie puntjes of drie streepjes.",
                        "Open the menu: three dots or three lines.",
                    ),
                    Text("Tik op ‘Geschiedenis’.", "Tap ‘History’."),
                    Text(
                        "Zoek de regels van deze site en verwijder ze een voor een.",
                        "Find the lines for this site and delete them one by one.",
                    ),
                ),
                Text(
                    "Staat je geschiedenis ook op andere apparaten? Kijk daar of de regels weg "
                    "zijn. Bij Google kun je ook kijken bij ‘Mijn activiteit’.",
                    "Is your history on other devices too? Check that the lines are gone there as "
                    "well. With Google, you can also look at ‘My Activity’.",
                ),
            ),
            section(
                Text("Hoe kijk ik zonder spoor?", "How do I look without leaving a trace?"),
                Text(
                    "Open een privévenster. Je browser bewaart dan geen geschiedenis. Je werk, "
                    "school of internetaanbieder kan je bezoek nog wel zien. Het veiligst is een "
                    "apparaat dat van iemand anders is, zoals in een bibliotheek.",
                    "Open a private window. Your browser then keeps no history. Your work, school "
                    "or internet provider can still see your visit. The safest choice is a device "
                    "that belongs to someone else, such as one in a library.",
                ),
            ),
            section(
                Text("Wat bewaren wij van je bezoek?", "What do we keep about your visit?"),
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

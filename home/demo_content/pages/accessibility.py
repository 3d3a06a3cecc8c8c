"""Accessibility statement, in the order of the model that Dutch authorities use."""

from home.demo_content.texts import DemoPage, Text, bullets, link, section

ACCESSIBILITY = DemoPage(
    key="accessibility",
    model="home.ContentPage",
    title=Text("Toegankelijkheid", "Accessibility"),
    slug=Text("toegankelijkheid", "accessibility"),
    description=Text(
        "Toegankelijkheidsverklaring: wat werkt, wat we nog niet weten, en wat je doet als "
        "het niet lukt.",
        "Accessibility statement: what works, what we do not know yet, and what you can do "
        "when something fails.",
    ),
    plain={
        "intro": Text(
            "Iedereen moet deze site kunnen gebruiken. Lukt er iets niet? Bel 030-2340045, "
            "dan helpen we je meteen verder.",
            "Everyone should be able to use this site. Is something not working? Call +31 30 234 "
            "00 45 and we will help you straight away.",
        )
    },
    streams={
        "action": [("link", link(Text("Bel of schrijf ons", "Call or write to us"), "other-ways"))],
        "body": [
            section(
                Text("Hoe toegankelijk is deze site nu?", "How accessible is this site now?"),
                Text(
                    "<b>Status: eerste maatregelen genomen.</b> In het Nederlandse model is "
                    "dat status C. We bouwen volgens WCAG 2.2, niveau AA. Een volledig "
                    "onderzoek is er nog niet. Daarom noemen we geen hogere status.",
                    "<b>Status: first measures taken.</b> In the Dutch model, this is status C. "
                    "We build to WCAG 2.2, level AA. There has been no full audit yet. That is "
                    "why we do not claim a higher status.",
                ),
                Text(
                    "Deze verklaring gaat over deze hele website, in het Nederlands en in het "
                    "Engels. De wet voor overheden geldt niet voor ons. We volgen het model "
                    "omdat het duidelijk is.",
                    "This statement covers this whole website, in Dutch and in English. The "
                    "Dutch law for public bodies does not apply to us. We follow its model "
                    "because it is clear.",
                ),
            ),
            section(
                Text("Wat doen we ervoor?", "What do we do to make it accessible?"),
                bullets(
                    Text(
                        "Alles werkt met alleen een toetsenbord.",
                        "Everything works with a keyboard alone.",
                    ),
                    Text(
                        "Alles werkt zonder JavaScript, ook aanmelden. Alleen voorlezen kan "
                        "dan niet.",
                        "Everything works without JavaScript, including registering. Only reading "
                        "aloud does not.",
                    ),
                    Text(
                        "Je kunt de tekst groter maken. Er valt dan niets weg.",
                        "You can make the text larger. Nothing is cut off.",
                    ),
                    Text(
                        "De site past op een smal scherm en volgt het lichte of donkere thema "
                        "van je apparaat.",
                        "The site fits a narrow screen and follows the light or dark theme of "
                        "your device.",
                    ),
                    Text(
                        "Video’s hebben ondertiteling en de hele tekst.",
                        "Videos have subtitles and the full text.",
                    ),
                    Text(
                        "Grafieken staan er ook als tabel.", "Every chart is also given as a table."
                    ),
                    Text(
                        "We schrijven in korte zinnen. Er is een versie in makkelijke taal.",
                        "We write in short sentences. There is an easy-read version.",
                    ),
                ),
            ),
            section(
                Text("Wat is nog niet toegankelijk?", "What is not accessible yet?"),
                bullets(
                    Text(
                        "<b>Gebarentaal.</b> Er is een plek voor een video in gebarentaal. De "
                        "echte opname moet nog komen.",
                        "<b>Sign language.</b> There is a place for a video in sign language. The "
                        "real recording has still to be made.",
                    ),
                    Text(
                        "<b>De bewegende beelden.</b> De video’s zijn voorbeelden zonder "
                        "stem. De tekst is compleet.",
                        "<b>The moving pictures.</b> The videos are samples without a voice. "
                        "The text is complete.",
                    ),
                    Text(
                        "<b>Makkelijke taal.</b> Alleen de uitleg over hoe het werkt is er in "
                        "makkelijke taal.",
                        "<b>Easy language.</b> Only the explanation of how it works has an "
                        "easy version.",
                    ),
                    Text(
                        "<b>Andere sites.</b> Een video op YouTube of een artikel van een "
                        "krant hebben wij niet zelf gemaakt.",
                        "<b>Other sites.</b> We do not make the videos on YouTube or the "
                        "newspaper articles we link to.",
                    ),
                ),
                Text(
                    "Er kunnen fouten zijn die wij nog niet kennen. Vertel ze ons.",
                    "There may be faults we do not know about yet. Please tell us.",
                ),
            ),
            section(
                Text("Hoe hebben we dit gemeten?", "How did we measure this?"),
                bullets(
                    Text(
                        "Een programma (axe) controleert de pagina’s, elke keer dat de site "
                        "verandert.",
                        "A program (axe) checks the pages every time the site changes.",
                    ),
                    Text(
                        "Een programma controleert ook de code, en of alles op een smal "
                        "scherm past.",
                        "A program also checks the code, and whether everything fits a narrow "
                        "screen.",
                    ),
                    Text(
                        "De makers probeerden de site met toetsenbord, groot lettertype en "
                        "donker thema.",
                        "The makers tested the site by keyboard, in large type and in the dark "
                        "theme.",
                    ),
                ),
                Text(
                    "Dat vindt niet alle problemen. Een onafhankelijk onderzoek moet nog "
                    "komen. Ook een test met mensen die een schermlezer gebruiken, is nog "
                    "niet gedaan.",
                    "That does not find every problem. An independent audit has not been done "
                    "yet. A test with people who use a screen reader has not been done yet either.",
                ),
            ),
            section(
                Text("Lukt er iets niet?", "Is something not working?"),
                Text(
                    "Bel 030-2340045 en vertel op welke pagina het is. Je kunt je dan ook met "
                    "de telefoon aanmelden. Heb je een tolk, een gebarentolk of hulp bij het "
                    "lezen nodig? Vraag erom.",
                    "Call +31 30 234 00 45 and tell us which page it is. You can also "
                    "register by phone. Do you need an interpreter, a sign language "
                    "interpreter or help with reading? Just ask.",
                ),
            ),
            section(
                Text("Niet tevreden met ons antwoord?", "Not happy with our answer?"),
                Text(
                    "Dan kun je een klacht doorgeven. Hoe dat gaat, staat op de pagina over "
                    "klachten. Vind je dat je wordt gediscrimineerd? Dan kun je ook naar het "
                    "College voor de Rechten van de Mens.",
                    "You can make a complaint. The complaints page explains how. If you feel "
                    "discriminated against, you can also turn to the Netherlands Institute for "
                    "Human Rights.",
                ),
            ),
            section(
                Text("Van wanneer is deze verklaring?", "When was this statement made?"),
                Text(
                    "We schreven deze verklaring op 23 november 2026, op basis van onze eigen "
                    "controle. We passen haar aan na elke grote verandering, en minstens elk "
                    "jaar.",
                    "We wrote this statement on 23 November 2026, based on our own checks. We "
                    "revise it after each major change, and at least every year.",
                ),
            ),
        ],
    },
)

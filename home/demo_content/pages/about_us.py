"""About us. Who are these people?"""

from home.demo_content.texts import DemoPage, Text, bullets, figure, link, section

ABOUT_US = DemoPage(
    key="about-us",
    model="home.ContentPage",
    title=Text("Over ons", "About us"),
    slug=Text("over-ons", "about-us"),
    description=Text(
        "Perspectief Herstelbemiddeling is een stichting in Utrecht met 24 bemiddelaars in het "
        "hele land.",
        "Perspectief Herstelbemiddeling is a foundation in Utrecht with 24 mediators across the "
        "Netherlands.",
    ),
    plain={
        "intro": Text(
            "We brengen mensen in contact na een ingrijpende gebeurtenis. Dat doen we in heel "
            "Nederland.",
            "We bring people into contact after a serious event. We do this throughout the "
            "Netherlands.",
        )
    },
    streams={
        "action": [("link", link(Text("Lees hoe het werkt", "Read how it works"), "how-it-works"))],
        "body": [
            section(
                Text("Wie zijn wij?", "Who are we?"),
                Text(
                    "Perspectief Herstelbemiddeling is een stichting. Ons kantoor staat in "
                    "Utrecht. "
                    "Daar werken zeven mensen, ook bij het aanmeldpunt. Onze 24 bemiddelaars "
                    "werken "
                    "in hun eigen regio.",
                    "Perspectief Herstelbemiddeling (“restorative mediation”) is a foundation. Our "
                    "office is in Utrecht. Seven people work there, also at the registration desk. "
                    "Our 24 mediators each work in their own region.",
                ),
                Text(
                    "Het ministerie van Justitie en Veiligheid betaalt ons werk. Voor "
                    "computers, administratie en personeelszaken werken we samen met "
                    "Slachtofferhulp "
                    "Nederland.",
                    "The Dutch Ministry of Justice and Security pays for our work. For IT, finance "
                    "and staff matters, we work together with Victim Support Netherlands.",
                ),
            ),
            section(
                Text("Wie leidt de stichting?", "Who leads the foundation?"),
                bullets(
                    Text(
                        "Bestuur: mr. R.H.M. (Rosa) Jansen MPA, voorzitter, en drs. E.M. (Edward) "
                        "van der Kruijk MBA.",
                        "Board: Rosa Jansen (chair) and Edward van der Kruijk.",
                    ),
                    Text(
                        "Directeur: mr. Nathalie de la Cousine.",
                        "Director: Nathalie de la Cousine.",
                    ),
                    Text(
                        "Raad van toezicht: vijf leden.",
                        "Supervisory board: five members.",
                    ),
                ),
                Text(
                    "We volgen de Governancecode Sociaal Werk.",
                    "We follow the Dutch governance code for social work (Governancecode Sociaal "
                    "Werk).",
                ),
            ),
            section(
                Text(
                    "Wat kun je van een bemiddelaar verwachten?",
                    "What can you expect of a mediator?",
                ),
                Text(
                    "Een bemiddelaar kiest geen kant. Alle bemiddelaars doen minstens "
                    "twintig zaken "
                    "per jaar. Ze volgen trainingen en leren van elkaar.",
                    "A mediator takes no side. All our mediators handle at least twenty cases a "
                    "year. They follow training and learn from each other.",
                ),
            ),
            section(
                Text("Welke regels volgen we?", "Which rules do we follow?"),
                bullets(
                    Text(
                        "Er is een klachtenreglement. Een onafhankelijke commissie van drie leden "
                        "kijkt naar klachten.",
                        "There is a complaints procedure. An independent committee of three "
                        "members looks at complaints.",
                    ),
                    Text(
                        "Er is een privacyreglement, en een reglement voor klachten over privacy.",
                        "There are rules about privacy, and rules for complaints about privacy.",
                    ),
                    Text(
                        "Een functionaris gegevensbescherming (FG) ziet toe op je gegevens.",
                        "A data protection officer checks how we handle your data.",
                    ),
                ),
            ),
            section(
                Text("Wat doen we nog meer?", "What else do we do?"),
                bullets(
                    Text(
                        "<b>Samenspraak.</b> Groepsgesprekken van slachtoffers, daders en naasten. "
                        "Zij maakten een soortgelijke gebeurtenis mee, maar niet dezelfde.",
                        "<b>Samenspraak (group talks).</b> Victims, offenders and relatives talk "
                        "in a group. They lived through a similar event, but never the same one.",
                    ),
                    Text(
                        "<b>Herstelcirkels.</b> Samen met naasten van slachtoffers van seksueel "
                        "geweld.",
                        "<b>Herstelcirkels (circles).</b> Together with relatives of victims of "
                        "sexual violence.",
                    ),
                    Text(
                        "<b>Naasten van mensen in de gevangenis.</b> Bemiddeling tussen hen en "
                        "degene die vastzit.",
                        "<b>Relatives of people in prison.</b> Mediation between them and the "
                        "person inside.",
                    ),
                ),
            ),
            section(
                Text("Hoe bereik je ons?", "How can you reach us?"),
                Text(
                    "Bel 030-2340045, op werkdagen van 9.00 tot 17.00 uur.",
                    "Call +31 30 234 00 45, on working days from 9am to 5pm.",
                ),
            ),
            (
                "figures",
                {
                    "heading": Text("Ons werk in 2024", "Our work in 2024"),
                    "figures": [
                        figure(
                            "registrations.received.2024", Text("aanmeldingen", "registrations")
                        ),
                        figure(
                            "registrations.allocated.2024",
                            Text(
                                "daarvan gingen naar een bemiddelaar", "of these went to a mediator"
                            ),
                        ),
                        figure(
                            "who-registers.self.2024",
                            Text(
                                "daarvan kwamen van mensen zelf",
                                "of those came from people themselves",
                            ),
                        ),
                    ],
                    "source": "",
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text("Wil je alle cijfers zien?", "Would you like all figures?"),
                    "text": Text(
                        "Elk getal staat er met het jaar en de bron.",
                        "Each number is there with its year and source.",
                    ),
                    "link": link(Text("Bekijk de cijfers", "See the figures"), "annual-figures"),
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text("Wie kijkt er naar ons werk?", "Who looks at our work?"),
                    "text": Text(
                        "Er loopt onderzoek, en we werken met veel organisaties samen.",
                        "There is research, and we work with many organisations.",
                    ),
                    "link": link(
                        Text("Lees over onderzoek en partners", "Read about research and partners"),
                        "research",
                    ),
                },
            ),
        ],
    },
)

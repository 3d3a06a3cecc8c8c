"""About us. Who are these people?"""

from home.demo_content.texts import DemoPage, Text, bullets, figure, link, section

ABOUT_US = DemoPage(
    key="about-us",
    model="home.ContentPage",
    title=Text("Over ons", "About us"),
    slug=Text("over-ons", "about-us"),
    description=Text(
        "Perspectief Herstelbemiddeling is een stichting in Utrecht, met bemiddelaars in het "
        "hele land. Wie zijn wij, en hoe bereik je ons?",
        "Perspectief Herstelbemiddeling is a Dutch foundation with mediators across the "
        "Netherlands. Who are we, and how can you reach us?",
    ),
    plain={
        "intro": Text(
            "We brengen mensen in contact na een ingrijpende gebeurtenis. Dat doen we in heel "
            "Nederland.",
            "We put people in touch with each other after a serious event. We do this throughout "
            "the Netherlands.",
        )
    },
    streams={
        "action": [("link", link(Text("Lees hoe het werkt", "Read how it works"), "how-it-works"))],
        "body": [
            section(
                Text("Wie zijn wij?", "Who are we?"),
                Text(
                    "Perspectief Herstelbemiddeling is een stichting. Ons kantoor staat in "
                    "Utrecht. Daar werken [[organisation.office.2024]] mensen, ook bij het "
                    "aanmeldpunt. Onze [[organisation.mediators.2024]] bemiddelaars werken in "
                    "hun eigen regio.",
                    "Perspectief Herstelbemiddeling (‘restorative mediation’) is a foundation. "
                    "Our office is in Utrecht. [[organisation.office.2024]] people work there, "
                    "including at the registration desk. Our [[organisation.mediators.2024]] "
                    "mediators each work in their own region.",
                ),
                Text(
                    "Het ministerie van Justitie en Veiligheid betaalt ons werk. Voor "
                    "computers, administratie en personeelszaken werken we samen met "
                    "Slachtofferhulp Nederland.",
                    "The Dutch Ministry of Justice and Security pays for our work. For IT, "
                    "finance and staff matters, we work together with Victim Support "
                    "Netherlands.",
                ),
            ),
            section(
                Text("Hoe bereik je ons?", "How can you reach us?"),
                Text(
                    "Bel 030-2340045, op werkdagen van 9.00 tot 17.00 uur. Je hoeft je naam "
                    "niet te zeggen.",
                    "Call +31 30 234 00 45, on working days from 9am to 5pm. You do not have "
                    "to give your name.",
                ),
            ),
            section(
                Text(
                    "Wat kun je van een bemiddelaar verwachten?",
                    "What can you expect from a mediator?",
                ),
                Text(
                    "Een bemiddelaar kiest geen kant. Alle bemiddelaars doen "
                    "[[quality.cases.2024]] zaken per jaar. Ze volgen trainingen en leren van "
                    "elkaar.",
                    "A mediator does not take sides. Every mediator handles "
                    "[[quality.cases.2024]] cases a year. They take training courses and learn "
                    "from each other.",
                ),
            ),
            section(
                Text("Wie leidt de stichting?", "Who runs the foundation?"),
                bullets(
                    Text(
                        "Bestuur: mr. R.H.M. (Rosa) Jansen MPA, voorzitter, en drs. E.M. "
                        "(Edward) van der Kruijk MBA.",
                        "Board: Rosa Jansen (chair) and Edward van der Kruijk.",
                    ),
                    Text(
                        "Directeur: mr. Nathalie de la Cousine.",
                        "Director: Nathalie de la Cousine.",
                    ),
                    Text(
                        "Raad van toezicht: [[organisation.supervisory-board.2024]] leden.",
                        "Supervisory board: [[organisation.supervisory-board.2024]] members.",
                    ),
                ),
                Text(
                    "Dit staat in ons jaarverslag over 2024. We volgen de Governancecode "
                    "Sociaal Werk.",
                    "Source: our annual report for 2024. We follow the Dutch governance code "
                    "for social work (Governancecode Sociaal Werk).",
                ),
            ),
            section(
                Text("Wat doen we nog meer?", "What else do we do?"),
                bullets(
                    Text(
                        "<b>Samenspraak.</b> Groepsgesprekken van slachtoffers, daders en "
                        "naasten. Zij maakten een soortgelijke gebeurtenis mee, maar niet "
                        "dezelfde.",
                        "<b>Samenspraak (group conversations).</b> Victims, offenders and people "
                        "close to them talk in a group. They went through a similar event, but "
                        "not the same one.",
                    ),
                    Text(
                        "<b>Herstelcirkels.</b> Samen met naasten van slachtoffers van "
                        "seksueel geweld.",
                        "<b>Herstelcirkels (circles).</b> For people close to someone who was a "
                        "victim of sexual violence.",
                    ),
                    Text(
                        "<b>Naasten van mensen in de gevangenis.</b> Bemiddeling tussen hen "
                        "en degene die vastzit.",
                        "<b>Relatives of people in prison.</b> Mediation between them and the "
                        "person in prison.",
                    ),
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
                                "of those people registered themselves",
                            ),
                        ),
                    ],
                    "source": "",
                },
            ),
            section(
                Text("Welke regels volgen we?", "What rules do we follow?"),
                Text(
                    "Er is een klachtenreglement. Een onafhankelijke commissie kijkt naar "
                    "klachten. Voor je gegevens zijn er een privacyreglement en een reglement "
                    "voor klachten over privacy. Een functionaris gegevensbescherming (FG) "
                    "ziet daarop toe.",
                    "There is a complaints procedure. An independent committee looks at "
                    "complaints. For your data, there is a privacy policy and a procedure for "
                    "complaints about privacy. A data protection officer supervises this.",
                ),
            ),
            (
                "doors",
                {
                    "heading": Text(
                        "Waar wil je meer over weten?", "What would you like to know more about?"
                    ),
                    "intro": "",
                    "left_title": Text("Ons werk", "Our work"),
                    "left_links": [
                        link(
                            Text("Jaarverslagen en cijfers", "Annual reports and figures"),
                            "annual-figures",
                            Text(
                                "Elk getal met jaar en bron", "Each number with its year and source"
                            ),
                        ),
                        link(Text("Onderzoek en partners", "Research and partners"), "research"),
                        link(Text("Pers en media", "Press and media"), "press-and-media"),
                    ],
                    "right_title": Text("De regels", "The rules"),
                    "right_links": [
                        link(
                            Text("Klachtenreglement", "Complaints procedure"),
                            "complaints-procedure",
                        ),
                        link(Text("Privacyreglement", "Privacy policy"), "privacy-policy"),
                        link(
                            Text("Klachten over privacy", "Complaints about privacy"),
                            "privacy-complaints-procedure",
                        ),
                    ],
                    "meeting_text": "",
                    "rows": [
                        link(Text("Contact met ons", "Contact us"), "contact"),
                        link(Text("Een klacht doorgeven", "Make a complaint"), "complaints"),
                        link(Text("Toegankelijkheid", "Accessibility"), "accessibility"),
                    ],
                },
            ),
        ],
    },
)

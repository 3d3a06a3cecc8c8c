"""Research and partners. Who looks at this work, and with whom do we do it?"""

from home.demo_content.texts import DemoPage, Text, bullets, link, section

RESEARCH = DemoPage(
    key="research",
    model="home.ContentPage",
    parent="about-us",
    title=Text("Onderzoek en partners", "Research and partners"),
    slug=Text("onderzoek-en-partners", "research-and-partners"),
    description=Text(
        "Welk onderzoek is er naar herstelbemiddeling, en met welke organisaties werkt "
        "Perspectief samen?",
        "What research is there into restorative mediation, and which organisations does "
        "Perspectief work with?",
    ),
    plain={
        "intro": Text(
            "Onderzoekers kijken naar wat bemiddeling met mensen doet. Dit staat in ons "
            "jaarverslag over 2024.",
            "Researchers look at what mediation does for people. This is from our annual report "
            "for 2024.",
        )
    },
    streams={
        "action": [
            ("link", link(Text("Bekijk onze cijfers", "See our figures"), "annual-figures"))
        ],
        "body": [
            section(
                Text("Welk onderzoek loopt er?", "What research is under way?"),
                bullets(
                    Text(
                        "Het NSCR onderzoekt wat bemiddeling met mensen doet, tot eind 2025.",
                        "NSCR, a Dutch research institute, is studying what mediation does for "
                        "people, until the end of 2025.",
                    ),
                    Text(
                        "De Universiteit Twente kijkt naar virtual reality.",
                        "The University of Twente is looking at virtual reality.",
                    ),
                    Text(
                        "Twee promotieonderzoeken gaan over sport (Twente) en over forensische "
                        "behandeling (Utrecht).",
                        "Two PhD studies are about sport (Twente) and forensic treatment "
                        "(Utrecht).",
                    ),
                ),
            ),
            section(
                Text(
                    "Wat zegt onderzoek over de strafzaak?",
                    "What does research say about the criminal case?",
                ),
                Text(
                    "De Universiteit Twente bekeek zaken na seksueel geweld, naast de strafzaak. "
                    "Bijna een kwart werd binnen een maand aangemeld. Al die aanmeldingen kwamen "
                    "van slachtoffers.",
                    "The University of Twente studied cases after sexual violence, alongside the "
                    "criminal case. Almost a quarter were registered within a month. All of those "
                    "registrations came from victims.",
                ),
            ),
            section(
                Text("Hoe schrijven media erover?", "How do the media write about it?"),
                Text(
                    "Een scriptie van de Universiteit van Amsterdam keek naar Nederlandse media. "
                    "Die laten herstelrecht vaak zien als iets zachts. Dat gebeurt minder als een "
                    "professional aan het woord komt.",
                    "A thesis at the University of Amsterdam looked at the Dutch media. They "
                    "often show restorative justice as something soft. This happens less when a "
                    "professional is quoted.",
                ),
                Text(
                    "De scriptie raadt een ander beeld aan: schade herstellen, en met elkaar in "
                    "gesprek gaan.",
                    "The thesis recommends a different picture: repairing harm, and talking to "
                    "each other.",
                ),
            ),
            section(
                Text("Met wie werken we samen?", "Who do we work with?"),
                bullets(
                    Text(
                        "Slachtofferhulp Nederland, de politie en het Openbaar Ministerie.",
                        "Victim Support Netherlands, the police and the Public Prosecution "
                        "Service.",
                    ),
                    Text(
                        "De gevangenissen, de drie reclasseringsorganisaties en het CJIB.",
                        "Prisons, the three probation organisations, and CJIB (fines and "
                        "sentences).",
                    ),
                    Text(
                        "Het Centrum Seksueel Geweld en Veilig Thuis.",
                        "Centrum Seksueel Geweld (sexual assault centres) and Veilig Thuis (help "
                        "with violence at home).",
                    ),
                    Text(
                        "Eigen Kracht Centrale en de Inspectie Gezondheidszorg en Jeugd.",
                        "Eigen Kracht Centrale and the Health and Youth Care Inspectorate.",
                    ),
                ),
            ),
            section(
                Text("Wat proberen we uit?", "What are we trying out?"),
                bullets(
                    Text(
                        "Actief aanmelden: we bellen slachtoffers, als zij dat goed vinden.",
                        "Active registration: we call victims, if they agree.",
                    ),
                    Text(
                        "Letselschade: samen met verzekeraars.",
                        "Injury claims: together with insurers.",
                    ),
                ),
            ),
        ],
    },
)

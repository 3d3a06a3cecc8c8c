"""Complaints. What can I do when something went wrong?"""

from home.demo_content.texts import DemoPage, Text, download, downloads, link, numbers, section

COMPLAINTS = DemoPage(
    key="complaints",
    model="home.ContentPage",
    title=Text("Een klacht doorgeven", "Make a complaint"),
    slug=Text("klacht", "complaint"),
    description=Text(
        "Ben je niet tevreden over Perspectief Herstelbemiddeling? Zo vertel je het ons, en "
        "dit gebeurt er daarna.",
        "Are you unhappy with Perspectief Herstelbemiddeling? Here is how to tell us, and what "
        "happens next.",
    ),
    plain={
        "intro": Text(
            "Ging er iets niet goed? Vertel het ons. Een klacht heeft geen gevolgen voor je "
            "bemiddeling.",
            "Did something go wrong? Tell us. A complaint has no effect on your mediation.",
        )
    },
    streams={
        "action": [("link", link(Text("Bel of schrijf ons", "Call or write to us"), "other-ways"))],
        "body": [
            section(
                Text("Hoe geef ik een klacht door?", "How do I make a complaint?"),
                numbers(
                    Text(
                        "Praat eerst met degene om wie het gaat, als dat lukt.",
                        "Talk to the person concerned first, if you can.",
                    ),
                    Text(
                        "Lukt dat niet, of helpt het niet? Bel 030-2340045 en vraag naar de "
                        "klachtenregeling.",
                        "If you cannot, or if it does not help, call +31 30 234 00 45. Ask for "
                        "the complaints procedure.",
                    ),
                    Text(
                        "Daarna kan een onafhankelijke commissie naar je klacht kijken. Die "
                        "heeft [[quality.complaints-committee.2024]] leden.",
                        "After that, an independent committee can look at your complaint. It "
                        "has [[quality.complaints-committee.2024]] members.",
                    ),
                ),
                Text(
                    "Wil je liever niet bellen? Schrijf ons, of laat iemand anders bellen. Je "
                    "hoeft niet de juiste woorden te kennen.",
                    "Would you rather not call? Write to us, or ask someone else to call. You do "
                    "not need to know the right words.",
                ),
            ),
            section(
                Text("Waarover kan een klacht gaan?", "What can a complaint be about?"),
                Text(
                    "Over hoe wij met je omgingen, of over wat we wel of niet deden. Aan "
                    "beide kanten: wie aanmeldt, en wie door ons gevraagd wordt.",
                    "About how we treated you, or about what we did or did not do. Both sides can "
                    "complain: people who register, and people we ask to take part.",
                ),
                Text(
                    "In 2024 kregen we [[quality.complaints.2024]] klachten. Dit staat in ons "
                    "jaarverslag over 2024.",
                    "In 2024 we received [[quality.complaints.2024]] complaints. Source: our "
                    "annual report for 2024.",
                ),
            ),
            section(
                Text("Gaat het over je gegevens?", "Is it about your data?"),
                Text(
                    "Daarvoor is een aparte regeling. Onze functionaris gegevensbescherming "
                    "ziet erop toe dat we goed met gegevens omgaan. Bel ons en vraag ernaar. "
                    "Je kunt ook naar de Autoriteit Persoonsgegevens.",
                    "There is a separate procedure for that. Our data protection officer checks "
                    "that we handle data properly. Call us and ask. You can also turn to the "
                    "Dutch data protection authority (Autoriteit Persoonsgegevens).",
                ),
            ),
            (
                "doors",
                {
                    "heading": Text("Wil je de regels lezen?", "Would you like to read the rules?"),
                    "intro": "",
                    "left_title": Text("Over ons werk", "About our work"),
                    "left_links": [
                        link(
                            Text("Klachtenreglement", "Complaints procedure"),
                            "complaints-procedure",
                        )
                    ],
                    "right_title": Text("Over je gegevens", "About your data"),
                    "right_links": [
                        link(Text("Privacyreglement", "Privacy policy"), "privacy-policy"),
                        link(
                            Text(
                                "Reglement voor klachten over privacy",
                                "Procedure for complaints about privacy",
                            ),
                            "privacy-complaints-procedure",
                        ),
                    ],
                    "meeting_text": "",
                    "rows": [],
                },
            ),
            downloads(
                Text("Wil je de regels downloaden?", "Would you like to download the rules?"),
                download(
                    Text("Klachtenreglement", "Complaints procedure"),
                    "complaints-procedure",
                    page="complaints-procedure",
                ),
                download(
                    Text("Privacyreglement", "Privacy policy"),
                    "privacy-policy",
                    page="privacy-policy",
                ),
                download(
                    Text(
                        "Reglement voor klachten over privacy",
                        "Procedure for complaints about privacy",
                    ),
                    "privacy-complaints-procedure",
                    page="privacy-complaints-procedure",
                ),
            ),
        ],
    },
)

"""Annual reports and figures. How often, about what, and where does each number come from?"""

from home.demo_content.texts import DemoPage, Text, bullets, chart, link, section

ANNUAL_FIGURES = DemoPage(
    key="annual-figures",
    model="home.ContentPage",
    parent="about-us",
    title=Text("Jaarverslagen en cijfers", "Annual reports and figures"),
    slug=Text("jaarverslagen-en-cijfers", "annual-reports-and-figures"),
    description=Text(
        "Alle cijfers van Perspectief Herstelbemiddeling over 2024, met jaar en bron: "
        "aanmeldingen, gebeurtenissen en vormen van contact.",
        "All of Perspectief Herstelbemiddeling’s figures for 2024, each with its year and source: "
        "registrations, events and forms of contact.",
    ),
    plain={
        "intro": Text(
            "Bij elk getal lees je waarvan het een deel is, van welk jaar, en waar het staat.",
            "Next to each number you can read what it is a share of and which year it is for. You "
            "can also read where it comes from.",
        )
    },
    streams={
        "action": [("link", link(Text("Lees wie wij zijn", "Read who we are"), "about-us"))],
        "body": [
            section(
                Text("Hoe lees je deze cijfers?", "How do you read these figures?"),
                bullets(
                    Text(
                        "Een percentage zegt iets over een deel. Boven de tabel staat waarvan.",
                        "A percentage is a share of something. The line above the table says of "
                        "what.",
                    ),
                    Text(
                        "We kregen [[registrations.received.2024]] aanmeldingen in 2024. Niet al "
                        "die aanmeldingen gingen naar een bemiddelaar.",
                        "We received [[registrations.received.2024]] registrations in 2024. Not "
                        "all of those went to a mediator.",
                    ),
                    Text(
                        "Bij slachtoffers tellen we nabestaanden mee. Bij daders tellen we "
                        "verdachten en veroorzakers van een ongeval mee.",
                        "Victims include bereaved relatives. Offenders include suspects and "
                        "people who caused an accident.",
                    ),
                ),
            ),
            chart(
                Text(
                    "Hoeveel aanmeldingen komen er binnen?", "How many registrations do we receive?"
                ),
                "registrations",
                Text(
                    "Soms past een andere dienst beter, of kan bemiddeling niet.",
                    "Sometimes another service is a better fit, or mediation is not possible.",
                ),
            ),
            chart(
                Text("Wie meldt aan?", "Who makes the registrations?"),
                "who-registers",
                Text(
                    "Mensen zelf zijn de grootste groep, al vier jaar. De rest kwam van de "
                    "reclassering en anderen.",
                    "The largest group registered themselves, for the fourth year in a row. The "
                    "rest came from probation organisations and others.",
                ),
            ),
            chart(Text("Wat was er gebeurd?", "What had happened?"), "kind-of-event"),
            chart(Text("Wie neemt het initiatief?", "Who takes the first step?"), "initiator"),
            chart(
                Text("Verschilt dat per gebeurtenis?", "Does that depend on the event?"),
                "initiator-by-kind",
            ),
            chart(
                Text("Hoe vaak komt er contact?", "How often is there contact?"),
                "contact",
                Text(
                    "Dit gaat alleen over keren dat beiden na het eerste gesprek door wilden. "
                    "Ook zonder contact kan een gesprek met een bemiddelaar een stap zijn.",
                    "This only counts the times when both people wanted to go on after the first "
                    "conversation. Even without contact, a conversation with a mediator can be a "
                    "step.",
                ),
            ),
            chart(
                Text("Hoe hadden mensen contact?", "How did people have contact?"),
                "form-of-contact",
            ),
            chart(
                Text("Kennen mensen elkaar?", "Do people know each other?"),
                "sexual-violence",
            ),
            chart(Text("Wie werken hier?", "Who works here?"), "organisation"),
            chart(
                Text("Hoe bewaken we de kwaliteit?", "How do we keep our standards high?"),
                "quality",
            ),
            chart(Text("Wie vindt ons?", "Who finds us?"), "reach"),
            chart(Text("Wat doen we in gevangenissen?", "What do we do in prisons?"), "in-prison"),
            (
                "doors",
                {
                    "heading": Text("Wat gebeurde er in een jaar?", "What happened in a year?"),
                    "intro": "",
                    "left_title": Text("Per jaar", "Year by year"),
                    "left_links": [
                        link(Text("Ons jaar 2024", "Our year 2024"), "annual-report-2024")
                    ],
                    "right_title": Text("Wie kijkt mee?", "Who studies our work?"),
                    "right_links": [
                        link(Text("Onderzoek en partners", "Research and partners"), "research")
                    ],
                    "meeting_text": "",
                    "rows": [],
                },
            ),
            section(
                Text("Wil je het hele jaarverslag?", "Would you like the whole annual report?"),
                Text(
                    "Bel ons: 030-2340045. Dat kan ook met een vraag over een cijfer.",
                    "Call us on +31 30 234 00 45. You can also call if you have a question about "
                    "a figure.",
                ),
            ),
        ],
    },
)

"""What happened? The way to a page about one kind of event."""

from home.demo_content.texts import DemoPage, Text, link, register_link, section

WHAT_HAPPENED = DemoPage(
    key="what-happened",
    model="home.ContentPage",
    title=Text("Wat is er gebeurd?", "What happened?"),
    slug=Text("wat-is-er-gebeurd", "what-happened"),
    description=Text(
        "Herstelbemiddeling kan na elke ingrijpende gebeurtenis: geweld, seksueel geweld, een "
        "verkeersongeval, diefstal, bedreiging of iets online.",
        "Restorative mediation is possible after any serious event: violence, sexual violence, "
        "a traffic accident, theft, threats or something online.",
    ),
    plain={
        "intro": Text(
            "Contact kan na elke ingrijpende gebeurtenis. Het maakt niet uit hoe lang het geleden "
            "is.",
            "Contact is possible after any serious event. It does not matter how long ago it was.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Hoort mijn verhaal hierbij?", "Does this include me?"),
                Text(
                    "Waarschijnlijk wel. Mensen komen bij ons na geweld, bedreiging of stalking. "
                    "Na diefstal, inbraak of oplichting. Na iets online, zoals het delen van "
                    "beelden. Na een verkeersongeval. En na iets seksueels wat iemand niet wilde.",
                    "It probably does. People come to us after violence, threats or stalking. "
                    "After theft, burglary or fraud. After something online, such as sharing "
                    "images. After a traffic accident. And after something sexual that someone did "
                    "not want.",
                ),
                Text(
                    "Staat het er niet bij? Meld je dan toch aan, of bel ons.",
                    "Is yours not on this list? You can still register, or call us.",
                ),
            ),
            (
                "doors",
                {
                    "heading": Text("Lees meer", "Read more"),
                    "intro": "",
                    "left_title": Text("Wat er gebeurde", "What happened"),
                    "left_links": [
                        link(
                            Text("Na seksueel geweld", "After sexual violence"),
                            "sexual-violence",
                            Text("Meer tijd, in jouw tempo", "More time, at your pace"),
                        ),
                        link(
                            Text("Na een verkeersongeval", "After a traffic accident"),
                            "traffic",
                            Text("Voor iedereen die erbij was", "For everyone who was there"),
                        ),
                        link(
                            Text("Na geweld", "After violence"),
                            "violence",
                            Text(
                                "Op straat, thuis of ergens anders",
                                "In the street, at home or elsewhere",
                            ),
                        ),
                        link(
                            Text("Na bedreiging of stalking", "After threats or stalking"),
                            "threats-and-stalking",
                            Text("Eerst veilig", "Safety first"),
                        ),
                    ],
                    "right_title": Text("Wie je bent", "Who you are"),
                    "right_links": [
                        link(Text("Mij is iets aangedaan", "Someone harmed me"), "victims"),
                        link(Text("Ik verloor iemand", "I lost someone"), "bereaved"),
                        link(
                            Text("Ik heb een ander iets aangedaan", "I harmed someone"), "offenders"
                        ),
                    ],
                    "meeting_text": Text("Je bent welkom", "You are welcome"),
                    "rows": [
                        link(
                            Text("Na diefstal of oplichting", "After theft or fraud"),
                            "theft-and-fraud",
                            Text("Ook na inbraak of een overval", "After burglary or robbery too"),
                        ),
                        link(
                            Text("Online en gelekte beelden", "Online and leaked images"),
                            "online-images",
                            Text("Beelden, apps en berichten", "Images, chat apps and messages"),
                        ),
                    ],
                },
            ),
            section(
                Text("Hoe vaak komt dit voor?", "How often does this happen?"),
                Text(
                    "In 2024 gingen [[registrations.allocated.2024]] aanmeldingen naar een "
                    "bemiddelaar. Daarvan ging [[kind-of-event.violence.2024]] over "
                    "geweld, [[kind-of-event.sexual.2024]] over seksueel geweld en "
                    "[[kind-of-event.traffic.2024]] over verkeer. De rest ging over iets "
                    "anders. Dit staat in ons jaarverslag over 2024.",
                    "In 2024, [[registrations.allocated.2024]] registrations went to a mediator. "
                    "Of these, [[kind-of-event.violence.2024]] were about violence, "
                    "[[kind-of-event.sexual.2024]] about sexual violence and "
                    "[[kind-of-event.traffic.2024]] about traffic. The rest were about something "
                    "else. Source: our annual report for 2024.",
                ),
            ),
        ],
    },
)

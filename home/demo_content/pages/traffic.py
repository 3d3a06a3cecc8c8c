"""After a traffic accident. Can I contact the other?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import (
    DemoPage,
    Text,
    VideoReference,
    link,
    register_link,
    section,
    story_teaser,
)

TRAFFIC = DemoPage(
    key="traffic",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Na een verkeersongeval", "After a traffic accident"),
    slug=Text("na-een-verkeersongeval", "after-a-traffic-accident"),
    description=Text(
        "Contact na een verkeersongeval: voor slachtoffers, nabestaanden, veroorzakers en "
        "getuigen. Gratis en vrijwillig.",
        "Contact after a traffic accident: for victims, bereaved relatives, people who caused one "
        "and witnesses. Free and voluntary.",
    ),
    plain={
        "intro": Text(
            "Raakte je gewond, verloor je iemand, veroorzaakte je het, of zag je het? Je kunt "
            "vragen hebben die alleen de ander kan beantwoorden.",
            "Were you hurt, did you lose someone, did you cause it, or did you see it? You "
            "may have questions that only the other person can answer.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat kan contact je geven?", "What can contact give you?"),
                Text(
                    "Raakte je gewond, of verloor je iemand? Misschien wil je weten wat er precies "
                    "gebeurde. Of wil je dat de ander hoort wat het met je deed.",
                    "Were you hurt, or did you lose someone? You may want to know exactly what "
                    "happened. Or you may want the other person to hear what it did to you.",
                ),
                Text(
                    "Heb je het ongeval veroorzaakt? Misschien denk je elke dag aan de ander. "
                    "Je wilt iets laten weten, maar je weet niet of dat mag. Dat mag je ons "
                    "vragen.",
                    "Did you cause the accident? You may think about the other person every day. "
                    "You want to get in touch, but you do not know whether you are allowed to. "
                    "You can ask us.",
                ),
                Text(
                    "Zag je het gebeuren, of was je er als eerste bij? Ook dan kun je bij ons "
                    "terecht.",
                    "Did you see it happen, or were you the first to arrive? You can come to us "
                    "too.",
                ),
            ),
            (
                "video",
                {
                    "heading": Text("Zo werkt het, in een video", "How it works, in a video"),
                    "text": "",
                    "video": VideoReference("video-traffic"),
                    "link": link(Text("Bekijk alle video’s", "See all videos"), "videos"),
                },
            ),
            (
                "faq",
                {
                    "heading": Text("Vragen over een ongeval", "Questions about an accident"),
                    "questions": [
                        question(
                            Text(
                                "Het was een ongeluk. Ben ik dan dader?",
                                "It was an accident. Does that make me an offender?",
                            ),
                            Text(
                                "Dat woord gebruiken wij niet. We zeggen: iemand die een ongeval "
                                "veroorzaakte. Over schuld doen wij geen uitspraak.",
                                "We do not use that word. We say: a person who caused an "
                                "accident. We do not say who is guilty or to blame.",
                            ),
                        ),
                        question(
                            Text(
                                "Wat betekent dit voor de rechtszaak?",
                                "What does this mean for the court case?",
                            ),
                            Text(
                                "Het staat er los van en verandert de uitkomst niet. Je hoeft ook "
                                "niet te wachten tot de zaak voorbij is.",
                                "It is separate and does not change the outcome. And you do not "
                                "have to wait until the case is over.",
                            ),
                        ),
                        question(
                            Text(
                                "Kan het ook als het jaren geleden is?",
                                "Is it still possible after many years?",
                            ),
                            Text(
                                "Ja. Het is nooit te vroeg of te laat om het te vragen.",
                                "Yes. It is never too early or too late to ask.",
                            ),
                        ),
                        question(
                            Text(
                                "Komt dit vaker voor?", "Do other people do this after an accident?"
                            ),
                            Text(
                                "Ja. In 2024 ging [[kind-of-event.traffic.2024]] van de zaken bij "
                                "onze bemiddelaars over "
                                "verkeer. Een jaar eerder was dat [[kind-of-event.traffic.2023]]. "
                                "Dit staat in ons "
                                "jaarverslag.",
                                "Yes. In 2024, [[kind-of-event.traffic.2024]] of our mediators’ "
                                "cases were about traffic. "
                                "A year earlier that was [[kind-of-event.traffic.2023]]. Source: "
                                "our annual report.",
                            ),
                        ),
                    ],
                },
            ),
            story_teaser(
                "story-ruben",
                Text(
                    "‘Ik kon het niet terugdraaien. Ik kon wel antwoord geven.’",
                    "‘I could not undo it. But I could give answers.’",
                ),
                Text(
                    "Ruben veroorzaakte een ongeval. Een half jaar later praatten hij en Wil "
                    "met elkaar.",
                    "Ruben caused an accident. Six months later, he and Wil talked.",
                ),
                Text("Lees het verhaal van Ruben", "Read Ruben’s story"),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

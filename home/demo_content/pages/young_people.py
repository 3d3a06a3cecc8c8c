"""Young people. What happened, and who gets to know?"""

from typing import Any

from home.demo_content.texts import DemoPage, Text, link, register_link, section


def tile(pictogram: str, label: Text, to: str) -> dict[str, Any]:
    """One tile."""
    return link(label, to) | {"pictogram": pictogram}


TILES = {
    "heading": Text("Wat is er gebeurd?", "What happened?"),
    "intro": Text(
        "Kies wat er het meest op lijkt. Of jij het deed, of dat het jou overkwam: je bent hier "
        "goed.",
        "Choose what comes closest. Whether you did it or it happened to you, you are in the "
        "right place.",
    ),
    "tiles": [
        tile(
            "apart",
            Text(
                "Iets seksueels wat iemand niet wilde",
                "Something sexual that someone did not want",
            ),
            "youth-sexual",
        ),
        tile("phone", Text("Gelekte naaktfoto’s", "Leaked nudes"), "youth-images"),
        tile("speech", Text("Bedreiging", "Threats"), "youth-threats"),
        tile("bag", Text("Diefstal of oplichting", "Theft or fraud"), "youth-theft"),
        tile("bicycle", Text("Verkeer", "Traffic"), "youth-traffic"),
        tile("broken", Text("Geweld", "Violence"), "youth-violence"),
    ],
}

YOUNG_PEOPLE = DemoPage(
    key="young-people",
    model="home.ContentPage",
    title=Text("Jongeren", "Young people"),
    slug=Text("jongeren", "young-people"),
    description=Text(
        "Is er iets gebeurd, of heb je iets gedaan? Ook als je jong bent, kun je vragen of contact "
        "met de ander kan.",
        "Did something happen, or did you do something? Even if you are young, you can ask "
        "whether contact is possible.",
    ),
    plain={
        "intro": Text(
            "Er is iets gebeurd. Je zit met vragen, of je wilt iets zeggen. Jij beslist wat er "
            "gebeurt.",
            "Something happened. You have questions, or you want to say something. You decide what "
            "happens next.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            ("tiles", TILES),
            section(
                Text("Wie krijgt het te horen?", "Who will be told?"),
                Text(
                    "Wat je vertelt, is vertrouwelijk. Ben je jonger dan 16? Dan is het fijn als "
                    "een volwassene je helpt. Dat kan een ouder zijn, of iemand anders die je "
                    "vertrouwt. We nemen geen contact op met je ouders zonder dat jij het weet.",
                    "What you tell us is confidential. Are you under 16? It is good to have an "
                    "adult to help you. That can be a parent, or someone else you trust. We do "
                    "not contact your parents without you knowing.",
                ),
            ),
            section(
                Text("Moet ik de ander zien?", "Do I have to see the other person?"),
                Text(
                    "Nee. Een brief of een video kan ook. Of een bemiddelaar vertelt de ander wat "
                    "jij wilt zeggen. Die kiest geen kant.",
                    "No. A letter or a video is fine too. Or a mediator tells the other person "
                    "what you want to say. The mediator does not take sides.",
                ),
            ),
            section(
                Text("Ik weet het nog niet", "I am not sure yet"),
                Text(
                    "Dat hoeft ook niet. Bel ons als je alleen iets wilt vragen: 030-2340045. "
                    "Je hoeft je naam niet te zeggen.",
                    "You do not have to be. Call us if you only want to ask something: "
                    "+31 30 234 00 45. You do not have to give your name.",
                ),
            ),
            (
                "doors",
                {
                    "heading": Text("Lees verder", "Read on"),
                    "intro": "",
                    "left_title": Text("Voor jou", "For you"),
                    "left_links": [
                        link(
                            Text("Wat we met jouw verhaal doen", "What we do with your story"),
                            "youth-your-story",
                        ),
                        link(Text("Zo meld je je aan", "How to register"), "youth-register"),
                    ],
                    "right_title": Text("Ook voor jou", "For you too"),
                    "right_links": [
                        link(Text("Zit je vast?", "Are you in detention?"), "youth-detention"),
                        link(
                            Text("Wat ouders willen weten", "What parents want to know"),
                            "youth-parents",
                        ),
                        link(Text("Stel ons een vraag", "Ask us a question"), "contact"),
                    ],
                    "meeting_text": Text("Jij kiest", "You choose"),
                    "rows": [],
                },
            ),
            ("crisis", {"title": "", "lines": [], "audience": "young"}),
        ],
    },
)

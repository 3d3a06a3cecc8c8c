"""What the video in sign language says; an interpreter has yet to sign it."""

from home.demo_content.texts import Text
from home.demo_content.videos.script import DemoVideo

SIGN_LANGUAGE = DemoVideo(
    clip="sign-language",
    title=Text("Uitleg in gebarentaal", "An explanation in sign language"),
    description=Text(
        "Wat wij doen, voor mensen die gebarentaal gebruiken.",
        "What we do, for people who use sign language.",
    ),
    overlap=0.3,
    drop=0.1,
    paragraphs=(
        (
            Text(
                "Is er iets ergs gebeurd? Wil je iets vragen of zeggen?",
                "Has something bad happened? Do you want to ask or say something?",
            ),
            Text(
                "Perspectief brengt mensen in contact, als ze dat allebei willen.",
                "Perspectief puts people in touch with each other, if they both want it.",
            ),
        ),
        (
            Text(
                "Een bemiddelaar helpt jullie. Die luistert en kiest geen kant.",
                "A mediator helps both of you. The mediator listens and does not take sides.",
            ),
            Text(
                "Een gesprek, een brief of een video. Of via de bemiddelaar.",
                "A conversation, a letter or a video. Or through the mediator.",
            ),
            Text(
                "Het is gratis en vertrouwelijk. Je kunt altijd stoppen.",
                "It is free and confidential. You can stop at any time.",
            ),
        ),
        (
            Text(
                "Gebruik je gebarentaal? Laat het weten, dan zoeken we een oplossing.",
                "Do you use sign language? Let us know, and we will find a solution.",
            ),
            Text(
                "Aanmelden kan op deze site. Je kiest zelf hoe we je bereiken.",
                "You can register on this site. You choose how we reach you.",
            ),
        ),
    ),
)

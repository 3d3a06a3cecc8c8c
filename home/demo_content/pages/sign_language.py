"""Sign language. What do you do, and how do I reach you without calling?"""

from home.demo_content.texts import DemoPage, Text, bullets, link, register_link, section
from home.demo_content.videos.sign_language import SIGN_LANGUAGE as VIDEO

SIGN_LANGUAGE = DemoPage(
    key="sign-language",
    model="home.ContentPage",
    parent="for-everyone",
    title=Text("In gebarentaal", "In sign language"),
    slug=Text("in-gebarentaal", "in-sign-language"),
    description=Text(
        "Wat wij doen, in gebarentaal. Aanmelden kan zonder te bellen.",
        "What we do, in sign language. You can register without a phone call.",
    ),
    plain={
        "intro": Text(
            "Gebruik je gebarentaal? Je kunt je aanmelden zonder te bellen. Jij kiest hoe we "
            "je bereiken.",
            "Do you use sign language? You can register without a phone call. You choose how we "
            "reach you.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            (
                "sign_language",
                {
                    "heading": Text("Wat doen wij?", "What do we do?"),
                    "text": Text(
                        "Dit is een voorbeeld. Een tolk gebarentaal moet de video nog "
                        "opnemen. De ondertiteling zegt wat die gaat gebaren.",
                        "This is a sample. A sign language interpreter still has to record the "
                        "video. The subtitles show what will be signed.",
                    ),
                    "video": VIDEO,
                    "link": link(
                        Text("Lees hoe het werkt, makkelijk", "Read how it works, made easy"),
                        "easy-how-it-works",
                    ),
                },
            ),
            section(
                Text("Hoe praat ik met jullie?", "How do I talk to you?"),
                bullets(
                    Text(
                        "Kies in het formulier voor e-mail of een brief, in plaats van bellen.",
                        "In the form, choose e-mail or a letter instead of a call.",
                    ),
                    Text(
                        "Vink daar ook aan: een gebarentolk.",
                        "Tick ‘A sign language interpreter’ as well.",
                    ),
                    Text(
                        "Laat iemand anders ons bellen, als je dat wilt.",
                        "Ask someone else to call us, if you like.",
                    ),
                ),
            ),
            section(
                Text(
                    "Is er een tolk bij het gesprek?",
                    "Will there be an interpreter at the conversation?",
                ),
                Text(
                    "We zoeken samen een oplossing die bij jou past. Die kost je niets. Je "
                    "mag ook een tolk meenemen die je kent.",
                    "Together we will find a solution that suits you. It is free for you. You can "
                    "also bring an interpreter you know.",
                ),
            ),
        ],
    },
)

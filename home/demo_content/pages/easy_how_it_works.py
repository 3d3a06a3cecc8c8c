"""How it works in very short sentences, to read or to listen to."""

from home.demo_content.texts import DemoPage, Text, bullets, register_link, section

EASY_HOW_IT_WORKS = DemoPage(
    key="easy-how-it-works",
    model="home.ContentPage",
    parent="for-everyone",
    title=Text("Hoe het werkt, makkelijk", "How it works, made easy"),
    slug=Text("hoe-het-werkt-makkelijk", "how-it-works-made-easy"),
    description=Text(
        "Hoe herstelbemiddeling werkt, in korte zinnen. Je kunt de pagina ook laten voorlezen.",
        "How restorative mediation works, in short sentences. You can also have the page read "
        "aloud.",
    ),
    plain={
        "intro": Text(
            "Er is iets ergs gebeurd. Je wilt praten met de ander. Wij helpen je.",
            "Something bad happened. You want to talk to the other person. We help you.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            ("read_aloud", None),
            section(
                Text("Wat doen wij?", "What do we do?"),
                Text(
                    "Wij heten Perspectief. Wij helpen mensen om contact te hebben. Dat doet een "
                    "bemiddelaar.",
                    "Our name is Perspectief. We help people get in contact. A mediator does this.",
                ),
                Text(
                    "Een bemiddelaar luistert naar jou. En ook naar de ander. De bemiddelaar kiest "
                    "geen kant.",
                    "A mediator listens to you. And to the other person too. The mediator does "
                    "not take sides.",
                ),
            ),
            section(
                Text("Stap 1. Je meldt je aan", "Step 1. You register"),
                Text(
                    "Je vult een formulier in. Of je belt ons: 030-2340045. Je hoeft niet alles te "
                    "vertellen.",
                    "You fill in a form. Or you call us on +31 30 234 00 45. You do not have to "
                    "tell us everything.",
                ),
            ),
            section(
                Text("Stap 2. Wij bellen jou", "Step 2. We call you"),
                Text(
                    "Dat doen we binnen drie dagen. Je mag alles vragen.",
                    "We do this within three days. You can ask anything.",
                ),
            ),
            section(
                Text("Stap 3. Je praat met een bemiddelaar", "Step 3. You talk to a mediator"),
                Text(
                    "De ander is er dan niet bij. Je zegt wat je wilt vragen of vertellen.",
                    "The other person is not there. You say what you want to ask or say.",
                ),
            ),
            section(
                Text("Stap 4. De ander zegt ja of nee", "Step 4. The other person says yes or no"),
                Text(
                    "Zegt de ander nee? Dan komt er geen contact. Zegt de ander ja? Dan bereid je "
                    "je voor.",
                    "If the other person says no, there is no contact. If the other person says "
                    "yes, you prepare.",
                ),
            ),
            section(
                Text("Stap 5. Er is contact", "Step 5. There is contact"),
                Text("Jullie kiezen samen hoe.", "You choose together how."),
                bullets(
                    Text("Je praat met elkaar.", "You talk to each other."),
                    Text("Je praat in een groep.", "You talk in a group."),
                    Text("Je schrijft een brief.", "You write a letter."),
                    Text("Je maakt een video.", "You make a video."),
                    Text(
                        "De bemiddelaar vertelt wat jij wilt zeggen.",
                        "The mediator says what you want to say.",
                    ),
                ),
            ),
            section(
                Text("Stap 6. We kijken terug", "Step 6. We look back"),
                Text(
                    "We vragen hoe het was. Heb je nog iets nodig?",
                    "We ask how it was. Do you need anything else?",
                ),
            ),
            section(
                Text("Goed om te weten", "Good to know"),
                bullets(
                    Text("Het is gratis.", "It is free."),
                    Text("Je mag altijd stoppen.", "You can stop at any time."),
                    Text(
                        "Wij vertellen jouw verhaal niet verder.",
                        "We do not tell anyone else your story.",
                    ),
                    Text(
                        "Je krijgt een tolk als je dat wilt. Die is gratis.",
                        "You can have an interpreter. The interpreter is free.",
                    ),
                ),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

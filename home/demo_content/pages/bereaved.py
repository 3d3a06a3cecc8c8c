"""I lost somebody. What is still possible?"""

from home.demo_content.texts import DemoPage, Text, register_link, section, story_teaser

BEREAVED = DemoPage(
    key="bereaved",
    model="home.ContentPage",
    title=Text("Ik verloor iemand", "I lost someone"),
    slug=Text("ik-verloor-iemand", "i-lost-someone"),
    description=Text(
        "Voor nabestaanden na een misdrijf of een ongeval. Wat is er mogelijk, ook jaren later?",
        "For bereaved relatives after a crime or an accident. What is possible, even years later?",
    ),
    plain={
        "intro": Text(
            "Iemand die belangrijk voor je was, is overleden. Misschien heb je vragen die nog "
            "steeds openstaan.",
            "Someone important to you has died. You may have questions that are still open.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat is er mogelijk?", "What is possible?"),
                Text(
                    "Je kunt de ander iets vragen of vertellen. In een gesprek, met een brief, of "
                    "via de bemiddelaar. Je kunt dat alleen doen of samen met anderen uit je "
                    "familie.",
                    "You can ask the other person something, or tell them something. In a "
                    "conversation, in a letter or through the mediator. You can do this alone or "
                    "together with others in your family.",
                ),
            ),
            section(
                Text("Is het nu niet te lang geleden?", "Is it too long ago now?"),
                Text(
                    "Nee. Mensen melden zich soms jaren later. Hun vragen waren er nog.",
                    "No. Some people register years later. Their questions were still there.",
                ),
            ),
            section(
                Text(
                    "Wat als de ander ook is overleden?", "What if the other person has died too?"
                ),
                Text(
                    "Dan kijken we met je wat er nog kan. Ook een gesprek met een bemiddelaar kan "
                    "een stap zijn.",
                    "Then we will look together at what is still possible. A conversation with a "
                    "mediator can be a step in itself.",
                ),
            ),
            section(
                Text(
                    "Niet iedereen in mijn familie wil dit. En nu?",
                    "Not everyone in my family wants this. What now?",
                ),
                Text(
                    "Iedereen beslist voor zichzelf. Jij mag je aanmelden als anderen dat niet "
                    "doen.",
                    "Everyone decides for themselves. You can register, even if others do not.",
                ),
            ),
            story_teaser(
                "story-marga",
                Text(
                    "‘Ik wilde dat hij hoorde wie mijn broer was.’",
                    "‘I wanted him to hear who my brother was.’",
                ),
                Text(
                    "Marga verloor haar broer. Twaalf jaar later sprak ze met de man die "
                    "ervoor veroordeeld is.",
                    "Marga lost her brother. Twelve years later, she spoke to the man who was "
                    "convicted.",
                ),
                Text("Lees het verhaal van Marga", "Read Marga’s story"),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

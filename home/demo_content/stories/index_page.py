"""What was it like for others? The list of example stories."""

from home.demo_content.texts import DemoPage, Text, register_link

STORIES = DemoPage(
    key="stories",
    model="home.StoryIndexPage",
    title=Text("Hoe was het voor anderen?", "What was it like for others?"),
    seo_title=Text("Verhalen", "Stories"),
    slug=Text("verhalen", "stories"),
    description=Text(
        "Verhalen over contact na een misdrijf of een ongeval, van verschillende kanten verteld.",
        "Stories about contact after a crime or an accident, told from different sides.",
    ),
    plain={
        "intro": Text(
            "Elk verhaal loopt anders. Soms komt er een gesprek, soms een brief. Soms is één "
            "gesprek met een bemiddelaar genoeg.",
            "Every story is different. Sometimes there is a conversation, sometimes a letter. "
            "Sometimes one conversation with a mediator is enough.",
        )
    },
    streams={
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "We hebben deze verhalen als voorbeeld geschreven. Ze gaan niet over echte "
                        "mensen. Wat wij doen, klopt wel.",
                        "We wrote these stories as examples. They are about people who do not "
                        "exist. What we do in them is real.",
                    )
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text(
                        "Heb je zelf nog vragen?", "Do you have questions of your own?"
                    ),
                    "text": Text(
                        "Meld je aan. We bellen je binnen drie dagen. Je hoeft nog niets te "
                        "vertellen.",
                        "Register. We call you within three days. You do not have to tell us "
                        "anything yet.",
                    ),
                    "link": register_link(),
                },
            ),
            ("crisis", {"title": "", "lines": []}),
        ]
    },
)

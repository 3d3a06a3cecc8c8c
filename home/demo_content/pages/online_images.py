"""Online and leaked images. Can contact help when it is everywhere?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import DemoPage, Text, bullets, register_link, section, story_teaser

ONLINE_IMAGES = DemoPage(
    key="online-images",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Online en gelekte beelden", "Online and leaked images"),
    slug=Text("online-en-gelekte-beelden", "online-and-leaked-images"),
    description=Text(
        "Contact nadat beelden zijn gedeeld of er online iets is gebeurd. Voor wie het overkwam, "
        "en voor wie iets deelde.",
        "Contact after images were shared or something happened online. For the people it happened "
        "to, and for people who shared something.",
    ),
    plain={
        "intro": Text(
            "Iemand deelde beelden van jou, of bleef je online lastigvallen. Of jij deelde iets, "
            "en je wilt daar iets over zeggen.",
            "Someone shared images of you, or kept harassing you online. Or you shared something, "
            "and you want to say something about it.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Waar kan contact over gaan?", "What can contact be about?"),
                bullets(
                    Text("Waarom heb je dit gedeeld?", "Why did you share this?"),
                    Text("Wie heeft het nog meer?", "Who else has it?"),
                    Text(
                        "Wat spreken we af over de beelden?",
                        "What do we agree about the images?",
                    ),
                    Text(
                        "Hoe doen we als we elkaar zien, op school of op het werk?",
                        "What do we do if we run into each other, at school or at work?",
                    ),
                ),
                Text(
                    "Ook wie niet zelf begon, maar wel doorstuurde, kan zich aanmelden.",
                    "People who did not start it, but did pass it on, can register too.",
                ),
            ),
            section(
                Text("Moet ik de beelden laten zien?", "Do I have to show you the images?"),
                Text(
                    "Nee. Stuur ons geen beelden. We hebben ze niet nodig om je te helpen.",
                    "No. Please do not send us any images. We do not need them to help you.",
                ),
            ),
            section(
                Text("Haalt Perspectief beelden weg?", "Does Perspectief take images down?"),
                Text(
                    "Nee, dat kunnen wij niet. Wil je aangifte doen? Dan ga je naar de politie. "
                    "Dat kan ook als je daarnaast contact met de ander zoekt.",
                    "No, we cannot do that. If you want to report a crime, go to the police. You "
                    "can do that and still ask for contact with the other person.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text(
                        "Vragen over wat online gebeurt", "Questions about what happens online"
                    ),
                    "questions": [
                        question(
                            Text(
                                "Er zijn veel mensen bij betrokken. Kan dat?",
                                "Many people are involved. Is it still possible?",
                            ),
                            Text(
                                "Ja. Een gesprek in een groep kan ook. De bemiddelaar praat eerst "
                                "met ieder apart.",
                                "Yes. A group meeting is possible too. The mediator first talks to "
                                "each person separately.",
                            ),
                        ),
                        question(
                            Text(
                                "Kijkt iemand mee op mijn telefoon?",
                                "What if someone can see what is on my phone?",
                            ),
                            Text(
                                "Gebruik dan een telefoon of computer van iemand die je vertrouwt. "
                                "In het formulier kies je hoe we je veilig bereiken.",
                                "Use a phone or computer that belongs to someone you trust. In "
                                "the form, you choose how we can reach you safely.",
                            ),
                        ),
                    ],
                },
            ),
            story_teaser(
                "story-joost",
                Text(
                    "‘Ik kwam om te praten. Ik heb vooral geluisterd.’",
                    "‘I came to talk. What I mostly did was listen.’",
                ),
                Text(
                    "Privéfoto’s van de dochter van Joost gingen rond op school. Beide "
                    "families zaten in één kring.",
                    "Private photos of Joost’s daughter were passed round at school. Both "
                    "families sat in one circle.",
                ),
                Text("Lees het verhaal van Joost", "Read Joost’s story"),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

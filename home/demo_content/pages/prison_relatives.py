"""Relatives of people in prison. Can a mediator help between the two of us?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import DemoPage, Text, bullets, register_link, section

PRISON_RELATIVES = DemoPage(
    key="prison-relatives",
    model="home.ContentPage",
    parent="close-to-someone",
    title=Text("Iemand van wie je houdt zit vast", "Someone close to you is in prison"),
    slug=Text("familie-van-iemand-in-de-gevangenis", "relatives-of-people-in-prison"),
    description=Text(
        "Zit je kind, partner of ouder vast? Een bemiddelaar kan helpen bij contact tussen jullie. "
        "Gratis en vrijwillig.",
        "Is your child, partner or parent in prison? A mediator can help the two of you with "
        "contact. Free and voluntary.",
    ),
    plain={
        "intro": Text(
            "Jij deed niets, en toch is jouw leven ook veranderd. Een bemiddelaar kan helpen bij "
            "contact tussen jullie.",
            "You did nothing wrong, and yet your life has changed too. A mediator can help with "
            "contact between the two of you.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat kan er tussen jullie liggen?", "What can come between you?"),
                bullets(
                    Text(
                        "Vragen die je nooit durfde te stellen.",
                        "Questions that you never dared to ask.",
                    ),
                    Text(
                        "Boosheid of verdriet over wat er gebeurde.",
                        "Anger or sadness about what happened.",
                    ),
                    Text("Wat je de kinderen vertelt.", "What you tell the children."),
                    Text(
                        "Hoe het verder gaat na de straf.",
                        "What comes after the sentence.",
                    ),
                ),
            ),
            section(
                Text("Hoe gaat het?", "How does it work?"),
                Text(
                    "De bemiddelaar praat met jou, en apart met degene die vastzit. Willen jullie "
                    "allebei verder? Dan kiezen jullie samen de vorm. Dat kan een gesprek of een "
                    "brief zijn.",
                    "The mediator talks to you, and separately to the person in prison. If you "
                    "both want to go on, you choose together how. It can be a conversation or a "
                    "letter.",
                ),
                Text(
                    "Dit kan sinds 2025 in alle gevangenissen. Daarvoor was er een proef in "
                    "[[in-prison.relatives.2024]] gevangenissen, van 2021 tot en met 2024.",
                    "Since 2025, this has been possible in all prisons. Before that, "
                    "[[in-prison.relatives.2024]] prisons tried it, from 2021 to 2024.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text("Vragen van familie", "Questions from relatives"),
                    "questions": [
                        question(
                            Text(
                                "Ik ben zelf slachtoffer van wat er gebeurde. Kan het dan ook?",
                                "I was harmed by what happened too. Can I still do this?",
                            ),
                            Text(
                                "Ja. Vertel het ons als we bellen. Dan krijg je de tijd en de "
                                "voorbereiding die daarbij horen.",
                                "Yes. Tell us when we call, and you will get the time and "
                                "preparation you need.",
                            ),
                        ),
                        question(
                            Text(
                                "Krijgt de gevangenis te horen wat ik zeg?",
                                "Will the prison be told what I say?",
                            ),
                            Text(
                                "Nee. Wat je aan de bemiddelaar vertelt, is vertrouwelijk. Voor "
                                "een gesprek binnen regelen we samen het bezoek.",
                                "No. What you tell the mediator is confidential. For a "
                                "conversation in the prison, we arrange the visit with you.",
                            ),
                        ),
                        question(
                            Text("Kost het iets?", "Does it cost anything?"),
                            Text("Nee, het is gratis.", "No, it is free."),
                        ),
                    ],
                },
            ),
        ],
    },
)

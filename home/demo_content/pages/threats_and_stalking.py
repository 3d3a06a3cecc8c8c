"""After threats or stalking. Will the other person find out where I am?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import DemoPage, Text, bullets, register_link, section, story_teaser

THREATS_AND_STALKING = DemoPage(
    key="threats-and-stalking",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Na bedreiging of stalking", "After threats or stalking"),
    slug=Text("na-bedreiging-of-stalking", "after-threats-or-stalking"),
    description=Text(
        "Contact na bedreiging of stalking: eerst veilig, en nooit zonder jouw toestemming. Gratis "
        "en vrijwillig.",
        "Contact after threats or stalking: safety first, and never without your consent. Free and "
        "voluntary.",
    ),
    plain={
        "intro": Text(
            "Je wilt rust, of duidelijke afspraken. Soms kan dat zonder de ander te zien of te "
            "spreken.",
            "You want to be left in peace, or you want clear agreements. Sometimes that is "
            "possible without seeing or speaking to the other person.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Gaat het nog door? Zorg dan eerst dat je veilig bent. Bel 112 als je nu "
                        "in gevaar bent.",
                        "If it is still going on, make sure you are safe first. Call 112 if you "
                        "are in danger now.",
                    )
                },
            ),
            section(
                Text(
                    "Komt de ander te weten waar ik ben?",
                    "Will the other person find out where I am?",
                ),
                Text(
                    "Niet van ons. Wat je vertelt, is vertrouwelijk. De bemiddelaar bespreekt met "
                    "jou wat de ander mag weten.",
                    "Not from us. What you tell us is confidential. The mediator talks to you "
                    "about what the other person is allowed to know.",
                ),
                Text(
                    "In het formulier kies je hoe en wanneer we je bereiken. Je kunt ook zeggen "
                    "wanneer we zeker niet mogen bellen.",
                    "In the form, you choose how and when we reach you. You can also tell us when "
                    "we must never call.",
                ),
            ),
            section(
                Text("Wat kan wel, en wat niet?", "What is possible, and what is not?"),
                bullets(
                    Text(
                        "De bemiddelaar kan boodschappen overbrengen. Jullie zien elkaar dan niet.",
                        "The mediator can carry messages, so that you do not see each other.",
                    ),
                    Text(
                        "Jullie kunnen afspraken maken voor als je elkaar tegenkomt.",
                        "You can make agreements in case you meet by chance.",
                    ),
                    Text(
                        "Heeft de rechter een contactverbod gegeven? Vertel het ons meteen. We "
                        "gaan er nooit omheen.",
                        "Is there a court order against contact? Tell us straight away. We will "
                        "never try to get round it.",
                    ),
                ),
            ),
            section(
                Text("Heb jij iemand bedreigd of gevolgd?", "Did you threaten or follow someone?"),
                Text(
                    "Zoek de ander dan niet zelf op. Je kunt ons vragen of contact mogelijk is. "
                    "De ander beslist, en mag nee zeggen. Dan stopt het daar.",
                    "Please do not approach the other person yourself. You can ask us whether "
                    "contact is possible. The other person decides and can say no. Then it stops "
                    "there.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text(
                        "Vragen over bedreiging of stalking",
                        "Questions about threats or stalking",
                    ),
                    "questions": [
                        question(
                            Text(
                                "De ander is mijn ex. Kan het dan ook?",
                                "The other person is my ex. Is it still possible?",
                            ),
                            Text(
                                "Soms wel, soms niet. We praten eerst met jou over wat veilig is. "
                                "Past iets anders beter? Dan zeggen we dat.",
                                "Sometimes it is, sometimes not. We first talk to you about what "
                                "is safe. If something else fits better, we will say so.",
                            ),
                        ),
                        question(
                            Text(
                                "Kan ik ook alleen met jullie praten?",
                                "Can I just talk to you, and leave it at that?",
                            ),
                            Text(
                                "Ja. Eén gesprek kan genoeg zijn. Je kunt altijd stoppen.",
                                "Yes. One conversation can be enough. You can stop at any time.",
                            ),
                        ),
                    ],
                },
            ),
            story_teaser(
                "story-imke",
                Text(
                    "‘Zijn brief was kort. Mijn vraag was beantwoord.’",
                    "‘His letter was short. My question was answered.’",
                ),
                Text(
                    "Imke werd online bedreigd door een onbekende. Ze schreven elkaar één "
                    "brief, zonder achternamen.",
                    "Imke was threatened online by a stranger. They each wrote one letter, "
                    "without using surnames.",
                ),
                Text("Lees het verhaal van Imke", "Read Imke’s story"),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

"""After sexual violence. Is this safe for me?"""

from home.demo_content.texts import DemoPage, Text, bullets, register_link, section, story_teaser

SEXUAL_VIOLENCE = DemoPage(
    key="sexual-violence",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Na seksueel geweld", "After sexual violence"),
    slug=Text("na-seksueel-geweld", "after-sexual-violence"),
    description=Text(
        "Contact na seksueel geweld: jij bepaalt het tempo en de vorm. Een brief kan de eerste "
        "stap zijn.",
        "Contact after sexual violence: you set the pace and choose the form. A letter can be the "
        "first step.",
    ),
    plain={
        "intro": Text(
            "Jij bepaalt het tempo en de vorm. Deed jij het, of sta je dicht bij iemand? Dan "
            "ben je hier ook goed. Aanmelden kan zonder je verhaal te vertellen.",
            "You set the pace and choose the form. Did you do it, or are you close to "
            "someone? You are in the right place too. You can register without telling your "
            "story.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Deze pagina gaat over iets seksueels wat iemand niet wilde. Er staan geen "
                        "details in.",
                        "This page is about something sexual that someone did not want. It does "
                        "not go into detail.",
                    )
                },
            ),
            section(
                Text("Is dit veilig voor mij?", "Is this safe for me?"),
                Text(
                    "Een bemiddelaar spreekt eerst met jou, zonder de ander. Samen bekijken jullie "
                    "wat je nodig hebt. Je kunt altijd pauzeren of stoppen.",
                    "A mediator first talks to you, without the other person. Together, you look "
                    "at what you need. You can pause or stop at any time.",
                ),
                Text(
                    "In ons formulier vertel je hoe we je veilig bereiken. We bellen nooit op een "
                    "tijd die je uitsluit.",
                    "In our form, you tell us how to reach you safely. We never call at a time "
                    "you have ruled out.",
                ),
            ),
            section(
                Text("Wat is er anders dan anders?", "What is different here?"),
                bullets(
                    Text(
                        "Er is meer tijd en meer voorbereiding.",
                        "There is more time and more preparation.",
                    ),
                    Text(
                        "Vaak zijn er meer stappen. Bijvoorbeeld eerst een brief.",
                        "There are often more steps. A letter may come first, for example.",
                    ),
                    Text(
                        "Jullie hoeven elkaar niet te zien.",
                        "You do not have to see each other.",
                    ),
                ),
                Text(
                    "In [[sexual-violence.known.2024]] van deze zaken kennen de mensen elkaar. "
                    "Dat staat in ons "
                    "jaarverslag over 2024. Misschien kom je de ander nog tegen. Dan kun je daar "
                    "afspraken over maken.",
                    "In [[sexual-violence.known.2024]] of these cases, the people know each "
                    "other, as our annual report for 2024 says. You may still run into the other "
                    "person. You can make agreements about that.",
                ),
            ),
            section(
                Text("En als ik het zelf heb gedaan?", "What if I did it myself?"),
                Text(
                    "Dan mag je je ook aanmelden. We oordelen niet. Je hoort eerlijk wat er kan. "
                    "De ander beslist zelf, en mag nee zeggen.",
                    "You can register too. We do not judge. We tell you honestly what is "
                    "possible. The other person decides for themselves, and can say no.",
                ),
            ),
            section(
                Text(
                    "Ik sta dicht bij iemand. Kan ik iets doen?",
                    "I am close to someone involved. What can I do?",
                ),
                Text(
                    "Ook jij kunt je aanmelden, met je eigen vragen. Wil je een ander helpen? "
                    "Dan moet die ander het ermee eens zijn.",
                    "You can register as well, with your own questions. If you want to help "
                    "someone else, that person has to agree.",
                ),
            ),
            story_teaser(
                "story-noor",
                Text(
                    "‘Ik kon de brief wegleggen wanneer ik dat wilde.’",
                    "‘I could put the letter away whenever I wanted.’",
                ),
                Text(
                    "Noor schreef een brief aan de man die het deed. Ze hebben elkaar niet "
                    "gesproken.",
                    "Noor wrote a letter to the man who did it. They never spoke.",
                ),
                Text("Lees het verhaal van Noor", "Read Noor’s story"),
            ),
            (
                "crisis",
                {
                    "title": "",
                    "lines": [
                        Text("Ben je in gevaar? Bel 112.", "Are you in danger? Call 112."),
                        Text(
                            "Heb je kort geleden seksueel geweld meegemaakt? Bel Centrum Seksueel "
                            "Geweld: 0800-0188.",
                            "Have you experienced sexual violence recently? Call Centrum Seksueel "
                            "Geweld: 0800-0188.",
                        ),
                        Text(
                            "Denk je aan zelfdoding? Bel gratis 113 of 0800-0113, of chat op "
                            "113.nl.",
                            "Are you thinking about suicide? Call 113 or 0800-0113 (free), or chat "
                            "at 113.nl.",
                        ),
                    ],
                },
            ),
        ],
    },
)

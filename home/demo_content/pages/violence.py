"""After violence. Can contact be safe?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import DemoPage, Text, register_link, section, story_teaser

VIOLENCE = DemoPage(
    key="violence",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Na geweld", "After violence"),
    slug=Text("na-geweld", "after-violence"),
    description=Text(
        "Contact na geweld: voor wie slachtoffer werd, voor wie geweld gebruikte en voor wie erbij "
        "was. Gratis en vrijwillig.",
        "Contact after violence: for people who were harmed, people who used violence and people "
        "who were there. Free and voluntary.",
    ),
    plain={
        "intro": Text(
            "Overkwam het jou, deed jij het, of zag je het? Na geweld blijven er vaak vragen. "
            "Ook jaren later kun je ze nog stellen.",
            "Did it happen to you, did you do it, or did you see it? After violence, "
            "questions often remain. You can still ask them years later.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Deze pagina gaat over geweld. Er staan geen details in.",
                        "This page is about violence. It does not go into detail.",
                    )
                },
            ),
            section(
                Text("Wat kan contact je geven?", "What can contact give you?"),
                Text(
                    "Werd je slachtoffer? Misschien wil je antwoord op een vraag. Of wil je zeggen "
                    "wat het met je deed. Soms is een afspraak genoeg, voor als je de ander "
                    "tegenkomt.",
                    "Were you harmed? You may want an answer to a question. Or you may want to say "
                    "what it did to you. Sometimes an agreement is enough, in case you meet by "
                    "chance.",
                ),
                Text(
                    "Gebruikte jij geweld? Misschien wil je vragen beantwoorden. Of "
                    "verantwoordelijkheid nemen voor wat je deed. Dat kun je ons vertellen.",
                    "Did you use violence? You may want to answer questions. Or take "
                    "responsibility for what you did. You can tell us that.",
                ),
            ),
            section(
                Text("Is dit veilig?", "Is this safe?"),
                Text(
                    "De bemiddelaar praat eerst met ieder apart. Jij zegt wat je nodig hebt. "
                    "Jullie hoeven elkaar niet te zien. De bemiddelaar kan boodschappen "
                    "overbrengen.",
                    "The mediator first talks to each of you separately. You say what you need. "
                    "You do not have to see each other. The mediator can carry messages.",
                ),
                Text(
                    "Gaat het geweld nog door? Zorg dan eerst dat je veilig bent. Bel 112 als je "
                    "nu in gevaar bent.",
                    "If the violence is still going on, make sure you are safe first. Call 112 if "
                    "you are in danger now.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text("Vragen over geweld", "Questions about violence"),
                    "questions": [
                        question(
                            Text(
                                "De ander is een bekende van mij. Kan het dan ook?",
                                "I know the other person. Is it still possible?",
                            ),
                            Text(
                                "Ja. Het kan met iemand die je kent, en met iemand die je niet "
                                "kent. Vertel het ons, dan denken we mee over wat veilig is.",
                                "Yes. It can be someone you know, or someone you do not know. "
                                "Tell us, and we will look with you at what is safe.",
                            ),
                        ),
                        question(
                            Text(
                                "De zaak loopt nog. Kan ik me al aanmelden?",
                                "The case is still open. Can I register now?",
                            ),
                            Text(
                                "Ja. Herstelbemiddeling staat los van de strafzaak. De uitkomst "
                                "van de zaak verandert er niet door.",
                                "Yes. Restorative mediation is separate from the criminal case. It "
                                "does not change the outcome.",
                            ),
                        ),
                        question(
                            Text("Wie zet de eerste stap?", "Who takes the first step?"),
                            Text(
                                "Dat verschilt. In 2024 kwam bij geweld "
                                "[[initiator-by-kind.violence-offenders.2024]] van de "
                                "aanmeldingen van iemand die geweld gebruikte of ervan verdacht "
                                "werd.",
                                "It varies. In 2024, "
                                "[[initiator-by-kind.violence-offenders.2024]] of registrations "
                                "after violence came from someone who used violence or was "
                                "suspected of it.",
                            ),
                            Text(
                                "Dit getal gaat over de aanmeldingen die naar een bemiddelaar "
                                "gingen. Het staat in ons jaarverslag over 2024.",
                                "This number is about registrations that went to a mediator. "
                                "Source: our annual report for 2024.",
                            ),
                        ),
                    ],
                },
            ),
            story_teaser(
                "story-danny",
                Text(
                    "‘Hij mag nee zeggen. Dat had ik hem toen niet gelaten.’",
                    "‘He can say no. Back then, I gave him no choice.’",
                ),
                Text(
                    "Danny gebruikte geweld en wilde later contact. De ander wilde het niet. "
                    "Het bleef bij één gesprek.",
                    "Danny used violence and later wanted contact. The other man did not. There "
                    "was one conversation, and no more.",
                ),
                Text("Lees het verhaal van Danny", "Read Danny’s story"),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

"""Witnesses, relatives, friends, organisations. Does this include me?"""

from home.demo_content.texts import DemoPage, Text, link, register_link, section, story_teaser

CLOSE_TO_SOMEONE = DemoPage(
    key="close-to-someone",
    model="home.ContentPage",
    title=Text("Ik sta dicht bij iemand, of ik zag het", "I am close to someone, or I saw it"),
    slug=Text("familie-vrienden-getuigen", "family-friends-witnesses"),
    description=Text(
        "Ook familie, vrienden, getuigen en organisaties kunnen zich aanmelden voor "
        "herstelbemiddeling.",
        "Family, friends, witnesses and organisations can register for restorative mediation too.",
    ),
    plain={
        "intro": Text(
            "Ben je familie, partner, vriend of getuige? Dan hoor jij er ook bij. Je mag je eigen "
            "vragen hebben.",
            "Are you family, a partner, a friend or a witness? This includes you. You may have "
            "questions of your own.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat kan ik doen voor mezelf?", "What can I do for myself?"),
                Text(
                    "Je kunt je aanmelden met je eigen verhaal. Dat kan aan elke kant: als ouder "
                    "van een slachtoffer, maar ook als ouder van iemand die iets deed.",
                    "You can register with your own story. You can be on either side: the "
                    "parent of a victim, but also the parent of someone who did something.",
                ),
                Text(
                    "Zag of hoorde je het gebeuren? Ook dat kan lang bij je blijven.",
                    "Did you see or hear it happen? That, too, can stay with you for a long time.",
                ),
            ),
            section(
                Text("Wat kan ik doen voor een ander?", "What can I do for someone else?"),
                Text(
                    "Je kunt samen het formulier invullen. De persoon om wie het gaat, moet het "
                    "ermee eens zijn. In het formulier kies je wie we bellen.",
                    "You can fill in the form together. The person it is about has to agree. In "
                    "the form, you choose who we call.",
                ),
            ),
            section(
                Text("Iemand in mijn familie zit vast", "Someone in my family is in prison"),
                Text(
                    "Heeft een familielid iets gedaan, en zit die nu vast? Ook tussen jullie kan "
                    "een bemiddelaar helpen. Dat kan sinds 2025 in alle gevangenissen.",
                    "Did a relative do something, and are they now in prison? A mediator can help "
                    "the two of you as well. Since 2025, this has been possible in every prison.",
                ),
            ),
            section(
                Text("Ik vertegenwoordig een organisatie", "I represent an organisation"),
                Text(
                    "Was je school, winkel of bedrijf erbij betrokken? Je kunt je aanmelden namens "
                    "de organisatie.",
                    "Was your school, shop or company involved? You can register on behalf of the "
                    "organisation.",
                ),
            ),
            story_teaser(
                "story-youssef",
                Text(
                    "‘Ik wilde weten hoe het met hem ging. Dat was alles.’",
                    "‘I wanted to know how he was. That was all.’",
                ),
                Text(
                    "Youssef was getuige van geweld in een trein. Later sprak hij de man die "
                    "hij had geholpen.",
                    "Youssef witnessed violence on a train. Later, he spoke to the man he had "
                    "helped.",
                ),
                Text("Lees het verhaal van Youssef", "Read Youssef’s story"),
            ),
            (
                "doors",
                {
                    "heading": Text("Lees verder", "Read on"),
                    "intro": "",
                    "left_title": Text("Na seksueel geweld", "After sexual violence"),
                    "left_links": [
                        link(
                            Text(
                                "Herstelcirkels voor naasten",
                                "Restorative circles for people close to someone",
                            ),
                            "circles",
                        ),
                    ],
                    "right_title": Text("Iemand zit vast", "Someone is in prison"),
                    "right_links": [
                        link(
                            Text("Contact met wie vastzit", "Contact with someone in prison"),
                            "prison-relatives",
                        ),
                    ],
                    "meeting_text": "",
                    "rows": [
                        link(
                            Text("Samenspraak", "Samenspraak"),
                            "group-talks",
                            Text(
                                "Praten in een groep, met mensen van allebei de kanten",
                                "Talking in a group, with people from both sides",
                            ),
                        ),
                    ],
                },
            ),
        ],
    },
)

"""Professionals. When do I mention mediation, and how?"""

from home.demo_content.texts import DemoPage, Text, bullets, figure, link, section

PROFESSIONALS = DemoPage(
    key="professionals",
    model="home.ContentPage",
    title=Text("Voor professionals", "For professionals"),
    slug=Text("voor-professionals", "for-professionals"),
    description=Text(
        "Werk je met slachtoffers, daders of hun naasten? Wanneer noem je herstelbemiddeling, en "
        "wat kun je vertellen?",
        "Do you work with victims, offenders or people close to them? When do you mention "
        "restorative mediation, and what can you say?",
    ),
    plain={
        "intro": Text(
            "Vertel mensen dat dit bestaat. Alleen al weten dat contact kan, is soms een stap.",
            "Tell people that this exists. Just knowing that contact is possible can be a step.",
        )
    },
    streams={
        "action": [("link", link(Text("Lees hoe het werkt", "Read how it works"), "how-it-works"))],
        "body": [
            section(
                Text("Wanneer noem ik het?", "When do I mention it?"),
                bullets(
                    Text(
                        "Iemand blijft zitten met vragen aan de ander.",
                        "Someone keeps having questions for the other person.",
                    ),
                    Text(
                        "Iemand wil iets zeggen tegen de ander, of verantwoordelijkheid nemen.",
                        "Someone wants to tell the other person something, or take responsibility.",
                    ),
                    Text(
                        "Mensen kunnen elkaar weer tegenkomen.",
                        "People may meet each other again.",
                    ),
                ),
                Text(
                    "Het kan na elk strafbaar feit en na een ongeval. Voor, tijdens en na een "
                    "strafzaak. Slachtoffers en daders kunnen het allebei vragen.",
                    "It is possible after any crime and after an accident. Before, during and "
                    "after a criminal case. Victims and offenders can both ask for it.",
                ),
            ),
            section(
                Text("Wat vertel ik in een minuut?", "What do I say in one minute?"),
                Text(
                    "Er is een organisatie die mensen in contact kan brengen na wat er is gebeurd. "
                    "Het is gratis, vrijwillig en vertrouwelijk. Een bemiddelaar begeleidt het. "
                    "Je kunt altijd stoppen. Je hoeft de ander niet te zien.",
                    "There is an organisation that can bring people into contact after what "
                    "happened. It is free, voluntary and confidential. A mediator guides it. You "
                    "can stop at any time. You do not have to see the other person.",
                ),
            ),
            section(
                Text("Hoe meld ik iemand aan?", "How do I refer someone?"),
                Text(
                    "Alleen als je cliënt het wil. Bel met het aanmeldpunt: 030-2340045. Je cliënt "
                    "kan zich ook zelf aanmelden op deze site. Dan bellen we binnen drie dagen.",
                    "Only if your client wants this. Call the registration desk: +31 30 234 00 45. "
                    "Your client can also register on this site. Then we call within three days.",
                ),
            ),
            (
                "figures",
                {
                    "heading": Text("Wie meldt zich aan?", "Who registers?"),
                    "figures": [
                        figure(
                            "who-registers.self.2024",
                            Text("mensen zelf (2024)", "people themselves (2024)"),
                        ),
                        figure(
                            "who-registers.victim-support.2024",
                            Text(
                                "via Slachtofferhulp Nederland (2024)",
                                "through Victim Support Netherlands (2024)",
                            ),
                        ),
                        figure(
                            "who-registers.judicial-institutions.2024",
                            Text(
                                "via gevangenissen en klinieken (2024)",
                                "through prisons and clinics (2024)",
                            ),
                        ),
                    ],
                    "source": Text(
                        "Van de aanmeldingen die naar een bemiddelaar gingen. Bron: ons "
                        "jaarverslag over 2024.",
                        "Of the registrations that went to a mediator. Source: our annual report "
                        "for 2024.",
                    ),
                },
            ),
        ],
    },
)

"""For journalists. How do I report this well?"""

from home.demo_content.texts import (
    DemoPage,
    Text,
    bullets,
    chart,
    download,
    downloads,
    figure,
    link,
    section,
)

JOURNALISTS = DemoPage(
    key="press",
    model="home.ContentPage",
    parent="press-and-media",
    title=Text("Voor journalisten", "For journalists"),
    slug=Text("voor-journalisten", "for-journalists"),
    description=Text(
        "Cijfers met jaar en bron, woorden die kloppen, en wat onderzoek zegt over berichten over "
        "herstelbemiddeling.",
        "Figures with their year and source, accurate words, and what research says about how "
        "restorative mediation is reported.",
    ),
    plain={
        "intro": Text(
            "Feiten met jaar en bron, en woorden die voor beide kanten kloppen.",
            "Facts with year and source, and words that do justice to both sides.",
        )
    },
    streams={
        "action": [
            ("link", link(Text("Bekijk alle cijfers", "See all figures"), "annual-figures")),
        ],
        "body": [
            section(
                Text("Wie kan ik bellen?", "Who can I call?"),
                Text(
                    "Bel 030-2340045, op werkdagen van 9.00 tot 17.00 uur. Zeg dat je voor de pers "
                    "belt. We zoeken iemand die je vraag kan beantwoorden, zoals een bemiddelaar.",
                    "Call +31 30 234 00 45, on working days from 9am to 5pm. Say that you are "
                    "calling for the press. We will find someone who can answer your question, "
                    "such as a mediator.",
                ),
            ),
            downloads(
                Text("Wat kan ik downloaden?", "What can I download?"),
                download(
                    Text("Feitenblad", "Fact sheet"),
                    "fact-sheet",
                    Text(
                        "Zes dingen om te weten, op één blad.",
                        "Six things to know, on one sheet.",
                    ),
                    page="fact-sheet",
                ),
            ),
            section(
                Text("Wat is het in drie zinnen?", "What is it, in three sentences?"),
                Text(
                    "Herstelbemiddeling is contact tussen mensen na een ingrijpende gebeurtenis, "
                    "met hulp van een bemiddelaar. Het is gratis, vrijwillig en vertrouwelijk, en "
                    "iedereen kan op elk moment stoppen. Het staat los van de strafzaak en "
                    "verandert de uitkomst daarvan niet.",
                    "Restorative mediation is contact between people after a serious event, with "
                    "help from a mediator. It is free, voluntary and confidential, and everyone "
                    "can stop at any time. It is separate from the criminal case and does not "
                    "change its outcome.",
                ),
            ),
            (
                "figures",
                {
                    "heading": Text("Hoe vaak gebeurt het?", "How often does it happen?"),
                    "figures": [
                        figure("registrations.received.2024"),
                        figure("registrations.allocated.2024"),
                        figure("organisation.mediators.2024"),
                    ],
                    "source": "",
                },
            ),
            chart(Text("Waar gaat het over?", "What is it about?"), "kind-of-event"),
            chart(Text("Wie begint erover?", "Who takes the first step?"), "initiator"),
            chart(
                Text("Welk contact is er?", "What kinds of contact are there?"), "form-of-contact"
            ),
            section(
                Text("Welke woorden kloppen?", "Which words are accurate?"),
                bullets(
                    Text(
                        "Slachtoffer en dader zijn rollen in een gebeurtenis. Ze zeggen niet wie "
                        "iemand is.",
                        "Victim and offender are roles in an event. They do not define who a "
                        "person is.",
                    ),
                    Text(
                        "Voor een uitspraak van de rechter is iemand verdachte. Na een ongeval: "
                        "veroorzaker.",
                        "Before a court has decided, a person is a suspect. After an accident: the "
                        "person who caused it.",
                    ),
                    Text(
                        "Het gaat ook om nabestaanden, getuigen en naasten van beide kanten.",
                        "It also concerns bereaved relatives, witnesses and people close to either "
                        "side.",
                    ),
                    Text(
                        "Pendelbemiddeling: de bemiddelaar brengt boodschappen over. Mensen zien "
                        "elkaar dan niet.",
                        "Shuttle mediation: the mediator carries messages. They do not see each "
                        "other.",
                    ),
                    Text(
                        "Mediation in Strafzaken is iets anders: dat hoort bij de strafzaak.",
                        "Mediation in criminal cases (Mediation in Strafzaken) is something else: "
                        "it is part of the case.",
                    ),
                ),
            ),
            section(
                Text("Wat zegt onderzoek?", "What does research say?"),
                Text(
                    "Een scriptie aan de Universiteit van Amsterdam bekeek Nederlandse media. "
                    "Daarin stond herstelrecht vaak als iets zachts. De onderzoeker noemt dat het "
                    "soft-justice frame.",
                    "A thesis at the University of Amsterdam looked at Dutch media. They often "
                    "showed restorative justice as something soft. The thesis calls this the "
                    "soft-justice frame.",
                ),
                Text(
                    "Het advies is een ander kader: omgaan met een conflict. Dan gaat het over "
                    "schade herstellen en over gesprek. Als een professional aan het woord komt, "
                    "is een bericht minder zacht.",
                    "It recommends another frame: dealing with a conflict. The focus is then on "
                    "repairing harm and on dialogue. A report is less soft when it quotes a "
                    "professional.",
                ),
                Text("Bron: ons jaarverslag over 2024.", "Source: our annual report for 2024."),
            ),
            section(
                Text("Wat kun je schrijven?", "What can you write instead?"),
                Text(
                    "Dit is ons advies. Jij beslist. Wat mensen zelf zeggen, blijft zoals het is.",
                    "This is our advice. You decide. What people say themselves stays as it is.",
                ),
                bullets(
                    Text(
                        "Schrijf contact, antwoorden of afspraken, in plaats van verzoening of "
                        "vergeving. Contact hoeft daar niet op uit te komen.",
                        "Write ‘contact’, ‘answers’ or ‘agreements’, rather than ‘reconciliation’ "
                        "or ‘forgiveness’. Contact does not have to end there.",
                    ),
                    Text(
                        "Schrijf los van de strafzaak, of ernaast. Het is geen alternatief voor "
                        "straf.",
                        "Write ‘separate from the criminal case’, or ‘alongside it’. It is not an "
                        "alternative to punishment.",
                    ),
                    Text(
                        "Schrijf wat iemand deed, en wat diegene erover zei. Een woord als monster "
                        "maakt iemand gelijk aan één daad.",
                        "Write what a person did, and what they said about it. A word such as "
                        "‘monster’ reduces a person to one act.",
                    ),
                    Text(
                        "Schrijf dat er contact kwam, of dat het bij één gesprek bleef. Geslaagd "
                        "of mislukt past er niet bij: elke stap telt.",
                        "Write that there was contact, or that there was one conversation and no "
                        "more. ‘Successful’ and ‘failed’ do not fit: every step counts.",
                    ),
                    Text(
                        "Schrijf wat er gebeurde en wat het deed. Een confrontatie of een drama is "
                        "het zelden.",
                        "Write what happened and what its effects were. It is rarely a "
                        "confrontation or a drama.",
                    ),
                    Text(
                        "Laat beide kanten zien. Noem ook de schade en de verantwoordelijkheid.",
                        "Show both sides. Name the harm and the responsibility as well.",
                    ),
                ),
            ),
            section(
                Text("Kan ik mensen spreken?", "Can I speak to people who took part?"),
                Text(
                    "Alleen via ons, en alleen als zij dat zelf willen. We geven geen namen door. "
                    "Zoek mensen niet zelf op: contact kan anderen onveilig maken.",
                    "Only through us, and only if they want to. We do not pass on names. Please do "
                    "not look for people yourself: contact can make others unsafe.",
                ),
                Text(
                    "De verhalen op deze site zijn voorbeelden. Die mensen bestaan niet, dus "
                    "gebruik hun woorden niet als citaat.",
                    "The stories on this site are examples. Those people do not exist, so please "
                    "do not quote them.",
                ),
            ),
            section(
                Text(
                    "Wat zet ik onder mijn bericht?", "What should I put at the end of my report?"
                ),
                Text(
                    "Noem waar lezers terechtkunnen, ook als ze alleen een vraag hebben. Bellen "
                    "kan met 030-2340045. Bij direct gevaar is dat 112.",
                    "Say where readers can turn, even if they only have a question. They can call "
                    "+31 30 234 00 45. In immediate danger, the number is 112.",
                ),
            ),
        ],
    },
)

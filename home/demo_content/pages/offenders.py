"""I harmed somebody. Am I allowed to ask?"""

from home.demo_content.texts import DemoPage, Text, register_link, section

OFFENDERS = DemoPage(
    key="offenders",
    model="home.ContentPage",
    title=Text("Ik heb een ander iets aangedaan", "I harmed someone"),
    slug=Text("ik-heb-een-ander-iets-aangedaan", "i-harmed-someone"),
    description=Text(
        "Heb je een ander iets aangedaan, of word je verdacht? Je mag vragen of contact mogelijk "
        "is. De ander mag nee zeggen.",
        "Did you harm someone, or are you a suspect? You can ask whether contact is possible. The "
        "other person can say no.",
    ),
    plain={
        "intro": Text(
            "Mag je contact vragen met de ander? Ja. We oordelen niet over je. De ander mag nee "
            "zeggen.",
            "Can you ask for contact with the other person? Yes. We do not judge you. The other "
            "person can say no.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Waarom doen mensen dit?", "Why do people do this?"),
                Text(
                    "Sommigen willen hun verantwoordelijkheid nemen, of excuses maken. Anderen "
                    "willen vragen beantwoorden, of uitleggen wat er is gebeurd.",
                    "Some people want to take responsibility, or to apologise. Others want to "
                    "answer questions, or explain what happened.",
                ),
                Text(
                    "In 2024 begon [[initiator.offenders.2024]] van de zaken bij onze "
                    "bemiddelaars aan deze kant. Dat zijn "
                    "mensen die iets deden, een ongeval veroorzaakten of verdacht werden. Dit "
                    "staat in ons jaarverslag over 2024.",
                    "In 2024, [[initiator.offenders.2024]] of our mediators’ cases came from this "
                    "side. These are people who harmed someone, caused an accident or were "
                    "suspects. Source: our annual report for 2024.",
                ),
            ),
            section(
                Text("Mijn zaak loopt nog. Kan het dan?", "My case is still open. Can I do this?"),
                Text(
                    "Ja, ook als je verdacht wordt. Bemiddeling staat los van je zaak. Ze "
                    "verandert "
                    "de uitkomst niet. Vraag je advocaat om advies als je twijfelt.",
                    "Yes, even if you are a suspect. Mediation is separate from your case. It "
                    "does not change the outcome. If you are not sure, ask your lawyer for advice.",
                ),
            ),
            section(
                Text("Krijg ik dan minder straf?", "Will I get a lower sentence?"),
                Text(
                    "Nee, daar is het niet voor. Je doet dit om met de ander in contact te komen.",
                    "No, that is not what it is for. You do this to get in touch with the other "
                    "person.",
                ),
            ),
            section(
                Text("Ik zit in de gevangenis of een kliniek", "I am in prison or in a clinic"),
                Text(
                    "Je kunt je ook dan aanmelden. Dat kan met een brief, of via een "
                    "contactpersoon "
                    "bij jou. Kies dat in het formulier, of laat iemand ons bellen.",
                    "You can register from there too. You can write a letter, or go through a "
                    "contact person where you are. Choose this in the form, or ask someone to "
                    "call us.",
                ),
            ),
            section(
                Text(
                    "Mag ik zelf al iets sturen?",
                    "Can I send something to the other person myself?",
                ),
                Text(
                    "Meld je liever eerst aan. Een bericht kan onverwacht aankomen. De bemiddelaar "
                    "vraagt de ander eerst of die iets van je wil horen.",
                    "It is better to register first. A message can come out of the blue. The "
                    "mediator first asks whether the other person wants to hear from you.",
                ),
            ),
        ],
    },
)

"""After theft or fraud. Is it serious enough?"""

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import DemoPage, Text, bullets, register_link, section, story_teaser

THEFT_AND_FRAUD = DemoPage(
    key="theft-and-fraud",
    model="home.ContentPage",
    parent="what-happened",
    title=Text("Na diefstal of oplichting", "After theft or fraud"),
    slug=Text("na-diefstal-of-oplichting", "after-theft-or-fraud"),
    description=Text(
        "Contact na diefstal, inbraak, een overval of oplichting. Ook als jij het deed. Gratis en "
        "vrijwillig.",
        "Contact after theft, burglary, robbery or fraud, for people who did it too. Free and "
        "voluntary.",
    ),
    plain={
        "intro": Text(
            "Het gaat vaak om meer dan geld of spullen. Je kunt je thuis niet meer veilig voelen. "
            "Of je vertrouwen kwijt zijn.",
            "It is often about more than money or things. You may no longer feel safe at home. Or "
            "you may have lost your trust in people.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Is het erg genoeg?", "Is it serious enough?"),
                Text(
                    "Als het jou bezighoudt, is het erg genoeg om ons te bellen. Je hoeft niet te "
                    "bewijzen hoe groot de schade is.",
                    "If it stays on your mind, it is serious enough to call us. You do not have to "
                    "prove how large the damage is.",
                ),
            ),
            section(
                Text("Wat willen mensen vragen of zeggen?", "What do people want to ask or say?"),
                bullets(
                    Text("Waarom bij mij?", "Why me?"),
                    Text("Wist je wie hier woont?", "Did you know who lives here?"),
                    Text("Wat is er met mijn spullen gebeurd?", "What happened to my things?"),
                    Text(
                        "Ik wil je vertellen wat het met ons deed.",
                        "I want to tell you what it did to us.",
                    ),
                    Text(
                        "Ik deed het, en ik wil de schade bespreken.",
                        "I did it, and I want to talk about the damage.",
                    ),
                ),
            ),
            section(
                Text(
                    "Deed jij het? Dan kun je hier ook terecht",
                    "Did you do it? You are in the right place too",
                ),
                Text(
                    "Je kunt vragen beantwoorden, of afspraken maken over de schade. De ander mag "
                    "nee zeggen. De uitkomst van je zaak verandert er niet door.",
                    "You can answer questions, or make agreements about the damage. The other "
                    "person can say no. It does not change the outcome of your case.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text(
                        "Vragen over diefstal of oplichting", "Questions about theft or fraud"
                    ),
                    "questions": [
                        question(
                            Text("Krijg ik mijn geld terug?", "Will I get my money back?"),
                            Text(
                                "Dat kunnen we niet beloven. Jullie kunnen wel over de schade "
                                "praten. Of er een afspraak komt, beslissen jullie samen.",
                                "We cannot promise that. You can talk about the damage, though. "
                                "You decide together whether there is an agreement.",
                            ),
                        ),
                        question(
                            Text(
                                "Ik ben online opgelicht en ken de ander niet. En nu?",
                                "I was scammed online and do not know who did it. What now?",
                            ),
                            Text(
                                "Meld je gerust aan. We kijken samen met je wat er mogelijk is. "
                                "Ook een gesprek met een bemiddelaar kan een stap zijn.",
                                "You are welcome to register. Together, we look at what is "
                                "possible. A conversation with a mediator can be a step in itself.",
                            ),
                        ),
                        question(
                            Text(
                                "Het gebeurde in onze winkel. Kan het bedrijf zich aanmelden?",
                                "It happened in our shop. Can the company register?",
                            ),
                            Text(
                                "Ja. Je kunt je aanmelden namens een winkel, school of bedrijf. "
                                "Ook medewerkers die erbij waren, kunnen dat.",
                                "Yes. You can register on behalf of a shop, school or company. "
                                "Staff who were there can register too.",
                            ),
                        ),
                    ],
                },
            ),
            story_teaser(
                "story-mats",
                Text(
                    "‘Ik wilde niet zielig doen. Ik wilde hun vragen beantwoorden.’",
                    "‘I did not want pity. I wanted to answer their questions.’",
                ),
                Text(
                    "Mats brak in bij een gezin. Zij schreven vijf vragen op. Hij gaf "
                    "antwoord in een video.",
                    "Mats broke into a family’s home. They wrote down five questions. He "
                    "answered in a video.",
                ),
                Text("Lees het verhaal van Mats", "Read Mats’s story"),
            ),
        ],
    },
)

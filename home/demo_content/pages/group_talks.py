"""Samenspraak. Can I talk with people who know this kind of event from the other side?"""

from home.demo_content.texts import DemoPage, Text, bullets, link, section

GROUP_TALKS = DemoPage(
    key="group-talks",
    model="home.ContentPage",
    parent="how-it-works",
    title=Text("Samenspraak", "Samenspraak: group conversations"),
    slug=Text("samenspraak", "samenspraak"),
    description=Text(
        "Samenspraak is een reeks gesprekken in een groep, met mensen die zoiets ook meemaakten of "
        "deden.",
        "Samenspraak is a series of group conversations with people who went through something "
        "similar, or did something similar.",
    ),
    plain={
        "intro": Text(
            "Praten over wat er gebeurde, met mensen van allebei de kanten. Niet met de ander uit "
            "jouw eigen zaak.",
            "Talking about what happened, with people from both sides. Not with the other person "
            "from your own case.",
        )
    },
    streams={
        "action": [("link", link(Text("Stel ons een vraag", "Ask us a question"), "contact"))],
        "body": [
            section(
                Text("Wat is Samenspraak?", "What is Samenspraak?"),
                Text(
                    "In de groep zitten slachtoffers, daders en naasten. Iedereen kent hetzelfde "
                    "soort gebeurtenis, maar niet dezelfde. Twee burgers doen ook mee.",
                    "In the group there are victims, offenders and people close to them. Everyone "
                    "has been through the same kind of event, but not the same event. Two members "
                    "of the public take part as well.",
                ),
                Text(
                    "Je hoort hoe het voor een ander was. En je kunt vertellen hoe het voor jou "
                    "was. Dat kan ook als contact met de ander uit je eigen zaak niet kan.",
                    "You hear what it was like for someone else. And you can say what it was like "
                    "for you. You can do this even if contact in your own case is not possible.",
                ),
            ),
            section(
                Text("Voor wie is er een groep?", "Who are the groups for?"),
                bullets(
                    Text(
                        "<b>Na seksueel geweld.</b> De eerste groep begon eind 2023.",
                        "<b>After sexual violence.</b> The first group began at the end of 2023.",
                    ),
                    Text(
                        "<b>Na geweld.</b> In 2024 waren er groepen in PI Vught en JC Zaanstad. "
                        "Dat zijn gevangenissen.",
                        "<b>After violence.</b> In 2024 there were groups in PI Vught and JC "
                        "Zaanstad. Both are prisons.",
                    ),
                    Text(
                        "<b>Na een verkeersongeval.</b> Vanaf het voorjaar van 2025.",
                        "<b>After a traffic accident.</b> From the spring of 2025.",
                    ),
                ),
                Text(
                    "Er is niet altijd een groep die net begint. Vraag ons wat er nu is.",
                    "There is not always a group about to start. Ask us what is on now.",
                ),
            ),
            section(
                Text("Moet ik alles vertellen?", "Do I have to tell my whole story?"),
                Text(
                    "Nee. Jij kiest wat je vertelt, en je kunt altijd stoppen. Wat er in de groep "
                    "gezegd wordt, blijft in de groep.",
                    "No. You choose what you say, and you can stop at any time. What is said in "
                    "the group stays in the group.",
                ),
            ),
        ],
    },
)

"""Herstelcirkels. What about the people around someone who was harmed?"""

from home.demo_content.texts import DemoPage, Text, link, section

CIRCLES = DemoPage(
    key="circles",
    model="home.ContentPage",
    parent="how-it-works",
    title=Text("Herstelcirkels", "Herstelcirkels: restorative circles"),
    slug=Text("herstelcirkels", "restorative-circles"),
    description=Text(
        "Een herstelcirkel is een gesprek met naasten van iemand die slachtoffer werd van seksueel "
        "geweld.",
        "A restorative circle is a conversation with people close to someone who was harmed by "
        "sexual violence.",
    ),
    plain={
        "intro": Text(
            "Seksueel geweld raakt ook de mensen om iemand heen. In een herstelcirkel is er ruimte "
            "voor hun vragen.",
            "Sexual violence affects the people around someone too. In a restorative circle, there "
            "is room for their questions.",
        )
    },
    streams={
        "action": [("link", link(Text("Stel ons een vraag", "Ask us a question"), "contact"))],
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Deze pagina gaat over seksueel geweld. Er staan geen details in.",
                        "This page is about sexual violence. It does not go into detail.",
                    )
                },
            ),
            section(
                Text("Voor wie is een herstelcirkel?", "Who is a restorative circle for?"),
                Text(
                    "Voor mensen die dicht bij een slachtoffer van seksueel geweld staan. Ouders, "
                    "een partner, broers en zussen, of goede vrienden.",
                    "For people who are close to someone who was harmed by sexual violence. "
                    "Parents, a partner, brothers and sisters, or good friends.",
                ),
            ),
            section(
                Text("Waar gaat het gesprek over?", "What is the conversation about?"),
                Text(
                    "Over wat er is gebeurd en wat dat met ieder van jullie deed. Wat heb je nodig "
                    "van elkaar? Wat kun je wel zeggen, en wat liever niet?",
                    "About what happened and what it did to each of you. What do you need from "
                    "one another? What can you say, and what would you rather not say?",
                ),
                Text(
                    "Niemand hoeft iets te zeggen. Ook luisteren is meedoen.",
                    "Nobody has to speak. Listening is taking part too.",
                ),
            ),
            section(
                Text("Kan ik meteen meedoen?", "Can I take part straight away?"),
                Text(
                    "Herstelcirkels zijn nieuw bij ons. De bedoeling is een vaste vorm vanaf 2025. "
                    "Bel ons om te horen wat er bij jou kan: 030-2340045.",
                    "Restorative circles are new for us. The plan is to offer them regularly from "
                    "2025. Call us on +31 30 234 00 45 to hear what is possible for you.",
                ),
            ),
            ("crisis", {"title": "", "lines": []}),
        ],
    },
)

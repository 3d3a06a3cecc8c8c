"""Press and media. Where could one read, hear and see this work?"""

from home.demo_content.texts import DemoPage, Text, link

PRESS_AND_MEDIA = DemoPage(
    key="press-and-media",
    model="home.CoverageIndexPage",
    title=Text("Pers en media", "Press and media"),
    slug=Text("pers-en-media", "press-and-media"),
    description=Text(
        "Artikelen, radio en podcasts over herstelbemiddeling, en een contact voor journalisten.",
        "Articles, radio and podcasts about restorative mediation, and who journalists can "
        "contact.",
    ),
    plain={
        "intro": Text(
            "Waar je ons kon lezen en horen.",
            "Where you could read and hear about our work.",
        ),
        "press_heading": Text("Ben je journalist?", "Are you a journalist?"),
        "press_text": Text(
            "We denken graag mee over feiten, woorden en beeld.",
            "We are glad to help with facts, words and pictures.",
        ),
    },
    streams={
        "press_link": [
            (
                "link",
                link(Text("Feiten en woorden om te gebruiken", "Facts and words to use"), "press"),
            )
        ],
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Deze lijst komt uit ons jaarverslag over 2024. Daar staan geen datums en "
                        "adressen bij, dus die noemen we hier ook niet.",
                        "This list comes from our annual report for 2024. It gives no dates or web "
                        "addresses, so we do not give them here.",
                    )
                },
            ),
        ],
    },
)

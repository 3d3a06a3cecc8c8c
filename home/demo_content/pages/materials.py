"""What a professional can pass on or put up."""

from home.demo_content.texts import DemoPage, Text, download, downloads, link, section

LEAFLET_ROW = download(
    Text("Folder", "Leaflet"),
    "leaflet",
    Text("Om mee te geven aan je cliënt.", "To give to your client."),
    page="leaflet",
)
POSTER_ROW = download(
    Text("Poster", "Poster"),
    "poster",
    Text("Voor de plek waar mensen wachten.", "For places where people wait."),
    page="poster",
)
YOUTH_ROW = download(
    Text("Blad voor jongeren die vastzitten", "Sheet for young people in detention"),
    "youth-detention",
    Text(
        "Van vraag naar contact, ook zonder internet.",
        "From a question to contact, even without internet.",
    ),
    page="youth-detention",
)

MATERIALS = DemoPage(
    key="materials",
    model="home.ContentPage",
    parent="professionals",
    title=Text("Materiaal om mee te geven", "Materials to hand out"),
    slug=Text("materiaal", "materials"),
    description=Text(
        "Folder, poster en een blad voor jongeren, om te downloaden en af te drukken.",
        "A leaflet, a poster and a sheet for young people, to download and print.",
    ),
    plain={
        "intro": Text(
            "Alles past op één blad papier. Je mag het zo vaak afdrukken als je wilt.",
            "Everything fits on one sheet of paper. Print it as often as you like.",
        )
    },
    streams={
        "action": [
            (
                "link",
                link(
                    Text("Naar de pagina voor professionals", "For professionals"), "professionals"
                ),
            )
        ],
        "body": [
            downloads(
                Text("Wat kun je downloaden?", "What can you download?"),
                LEAFLET_ROW,
                POSTER_ROW,
                YOUTH_ROW,
            ),
            section(
                Text("Kan je cliënt geen PDF openen?", "What if your client cannot open a PDF?"),
                Text(
                    "Elk blad is ook een gewone pagina. Die past op een telefoon, en een "
                    "schermlezer leest hem voor.",
                    "Each sheet is also an ordinary page. It fits on a phone, and screen readers "
                    "can read it.",
                ),
            ),
        ],
    },
)

"""The demo menus and footer."""

from typing import Any

from home.demo_content.texts import Text, link, register_link

MENU_PLAIN = {
    "organisation": Text(
        "Stichting Perspectief Herstelbemiddeling, Utrecht",
        "Perspectief Herstelbemiddeling Foundation, Utrecht",
    ),
    "footer_title": Text("Twijfel je? Bel gerust eerst.", "Not sure? You can call us first."),
    "footer_text": Text("Je hoeft je naam niet te zeggen.", "You do not have to give your name."),
    "funding": Text(
        "Betaald door het ministerie van Justitie en Veiligheid",
        "Funded by the Dutch Ministry of Justice and Security",
    ),
}

MENU_STREAMS: dict[str, list[tuple[str, Any]]] = {
    "header_links": [
        ("link", link(Text("Hoe het werkt", "How it works"), "how-it-works")),
        ("link", link(Text("Wat is er gebeurd?", "What happened?"), "what-happened")),
        ("link", link(Text("Verhalen", "Stories"), "stories")),
        ("link", link(Text("Jongeren", "Young people"), "young-people")),
        ("link", link(Text("Voor professionals", "For professionals"), "professionals")),
        ("link", link(Text("Over ons", "About us"), "about-us")),
    ],
    "footer_groups": [
        (
            "group",
            {
                "title": Text("Snel naar", "Go to"),
                "links": [
                    register_link(Text("Aanmelden", "Register")),
                    link(Text("Jouw aanmelding", "Your registration"), "own-registration"),
                    link(Text("Stel een vraag", "Ask a question"), "contact"),
                    link(Text("Na seksueel geweld", "After sexual violence"), "sexual-violence"),
                    link(Text("Na een verkeersongeval", "After a traffic accident"), "traffic"),
                    link(Text("Voor iedereen", "For everyone"), "for-everyone"),
                    link(Text("Video’s", "Videos"), "videos"),
                    link(Text("Verberg je bezoek", "Hide your visit"), "hide-your-visit"),
                ],
            },
        ),
        (
            "group",
            {
                "title": Text("Perspectief", "Perspectief"),
                "links": [
                    link(Text("Over ons", "About us"), "about-us"),
                    link(Text("Pers en media", "Press and media"), "press-and-media"),
                    link(Text("Campagnes", "Campaigns"), "campaigns"),
                    link(
                        Text("Wat we met je gegevens doen", "What we do with your data"), "privacy"
                    ),
                    link(Text("Een klacht doorgeven", "Make a complaint"), "complaints"),
                    link(Text("Toegankelijkheid", "Accessibility"), "accessibility"),
                ],
            },
        ),
    ],
}

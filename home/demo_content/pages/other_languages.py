"""The most important things in German, French, Spanish and Polish."""

from typing import Any

from home.demo_content.texts import DemoPage, Text, register_link


def in_language(language: str, heading: str, *paragraphs: str) -> tuple[str, dict[str, Any]]:
    """A section that is the same on the Dutch and on the English page."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return ("language_section", {"language": language, "heading": heading, "text": text})


OTHER_LANGUAGES = DemoPage(
    key="other-languages",
    model="home.ContentPage",
    parent="for-everyone",
    title=Text("Andere talen", "Other languages"),
    slug=Text("andere-talen", "other-languages"),
    description=Text(
        "Kort over herstelbemiddeling in het Duits, Frans, Spaans en Pools. Een tolk is gratis.",
        "A short explanation of restorative mediation in German, French, Spanish and Polish. An "
        "interpreter is free.",
    ),
    plain={
        "intro": Text(
            "Kort in het Duits, Frans, Spaans en Pools. Wil je in een andere taal praten? Wij "
            "regelen een tolk. Die is gratis.",
            "A short explanation in German, French, Spanish and Polish. Would you like to speak "
            "another language? We will arrange an interpreter, free of charge.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            in_language(
                "de",
                "Kontakt nach einem schweren Ereignis",
                "Nach einer Straftat, einem Verkehrsunfall oder sexueller Gewalt bleiben oft "
                "Fragen. Wir helfen Menschen, miteinander in Kontakt zu kommen. Das geht nur, wenn "
                "beide es wollen.",
                "Eine Mediatorin oder ein Mediator spricht zuerst mit Ihnen allein. Danach "
                "entscheiden Sie: ein Gespräch, ein Brief, ein Video oder Nachrichten über die "
                "Mediation. Sie können jederzeit aufhören.",
                "Die Hilfe ist kostenlos, freiwillig und vertraulich. Eine Dolmetscherin oder ein "
                "Dolmetscher ist für Sie ebenfalls kostenlos.",
                "Rufen Sie uns an: +31 30 234 00 45. Oder melden Sie sich online an. Dann rufen "
                "wir Sie innerhalb von drei Tagen an. In Gefahr? Rufen Sie 112 an.",
            ),
            in_language(
                "fr",
                "Un contact après un événement grave",
                "Après une infraction, un accident de la route ou des violences sexuelles, des "
                "questions restent souvent. Nous aidons les personnes à entrer en contact. "
                "Seulement si les deux le veulent.",
                "Une médiatrice ou un médiateur vous parle d’abord seul à seul. Ensuite, vous "
                "choisissez\u00a0: une rencontre, une lettre, une vidéo ou des messages transmis. "
                "Vous pouvez arrêter à tout moment.",
                "C’est gratuit, volontaire et confidentiel. Un interprète est gratuit pour vous.",
                "Appelez-nous\u00a0: +31 30 234 00 45. Ou inscrivez-vous en ligne. Nous vous "
                "appelons alors dans les trois jours. En danger\u00a0? Appelez le 112.",
            ),
            in_language(
                "es",
                "Contacto después de un hecho grave",
                "Después de un delito, un accidente de tráfico o violencia sexual, muchas veces "
                "quedan preguntas. Ayudamos a las personas a ponerse en contacto. Solo si las dos "
                "quieren.",
                "Una mediadora o un mediador habla primero con usted a solas. Después usted elige: "
                "una conversación, una carta, un vídeo o mensajes a través de la mediación. Puede "
                "parar en cualquier momento.",
                "Es gratuito, voluntario y confidencial. El intérprete es gratuito para usted.",
                "Llámenos: +31 30 234 00 45. O inscríbase en línea. Le llamamos en un plazo de "
                "tres días. ¿Está en peligro? Llame al 112.",
            ),
            in_language(
                "pl",
                "Kontakt po trudnym wydarzeniu",
                "Po przestępstwie, wypadku drogowym lub przemocy seksualnej często zostają "
                "pytania. Pomagamy ludziom nawiązać kontakt. Tylko wtedy, gdy obie osoby tego "
                "chcą.",
                "Mediatorka lub mediator najpierw rozmawia z Panią lub Panem osobno. Potem wybór "
                "należy do Pani lub Pana: rozmowa, list, film albo przekazane wiadomości. W każdej "
                "chwili można przerwać.",
                "Pomoc jest bezpłatna, dobrowolna i poufna. Tłumacz także jest bezpłatny.",
                "Prosimy o telefon: +31 30 234 00 45. Można też zgłosić się przez internet. "
                "Wtedy dzwonimy w ciągu trzech dni. Grozi niebezpieczeństwo? Numer 112.",
            ),
        ],
    },
)

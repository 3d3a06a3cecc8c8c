"""For everyone. Can I do this in my language and my way?"""

from home.demo_content.texts import (
    DemoPage,
    Text,
    bullets,
    call_to_action,
    link,
    register_link,
    section,
)

FOR_EVERYONE = DemoPage(
    key="for-everyone",
    model="home.ContentPage",
    title=Text("Voor iedereen", "For everyone"),
    slug=Text("voor-iedereen", "for-everyone"),
    description=Text(
        "Een gratis tolk, een brief in plaats van een formulier, of wij komen naar jou toe. Zeg "
        "ons wat je nodig hebt.",
        "A free interpreter, a letter instead of a form, or a visit from us. Tell us what you "
        "need.",
    ),
    plain={
        "intro": Text(
            "In jouw taal, op jouw manier, op een plek waar jij je thuis voelt. Zeg ons wat je "
            "nodig hebt.",
            "In your language, in your own way, in a place where you feel at home. Tell us what "
            "you need.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            (
                "tiles",
                {
                    "heading": Text("Wat past bij jou?", "What suits you?"),
                    "intro": "",
                    "tiles": [
                        link(Text("Makkelijk lezen", "Easy to read"), "easy-how-it-works")
                        | {"pictogram": "together"},
                        link(Text("Andere talen", "Other languages"), "other-languages")
                        | {"pictogram": "speech"},
                        link(Text("Bellen of schrijven", "Calling or writing"), "other-ways")
                        | {"pictogram": "letter"},
                        link(Text("In gebarentaal", "In sign language"), "sign-language")
                        | {"pictogram": "apart"},
                        link(Text("Kijken en luisteren", "Watching and listening"), "videos")
                        | {"pictogram": "phone"},
                        link(Text("Waar ben jij?", "Where are you?"), "invite-us")
                        | {"pictogram": "question"},
                    ],
                },
            ),
            section(
                Text("Kan het in mijn taal?", "Can I do this in my language?"),
                Text(
                    "Ja. De bemiddeling kan in het Engels. Voor andere talen regelen we een tolk. "
                    "Die is gratis. In het formulier kies je de taal waarin je wilt praten.",
                    "Yes. Mediation is possible in English. For other languages, we arrange an "
                    "interpreter. The interpreter is free. In the form, you choose the language "
                    "you want to speak.",
                ),
            ),
            section(
                Text(
                    "Wat als lezen of praten lastig is?", "What if I find reading or talking hard?"
                ),
                bullets(
                    Text(
                        "Vul het formulier samen in met iemand die je vertrouwt.",
                        "Fill in the form together with someone you trust.",
                    ),
                    Text(
                        "Bel ons. Dan stellen wij de vragen.",
                        "Call us, and we will ask you the questions.",
                    ),
                    Text(
                        "Zeg het als je meer tijd of een pauze wilt.",
                        "Tell us if you want more time or a break.",
                    ),
                    Text(
                        "Gebruik je gebarentaal? Laat het weten, dan zoeken we samen een "
                        "oplossing.",
                        "Do you use sign language? Let us know, and we will find a solution "
                        "together.",
                    ),
                ),
            ),
            section(
                Text(
                    "Hoef ik iets over mijn afkomst te zeggen?", "Do I have to say where I am from?"
                ),
                Text(
                    "Nee. Wij vragen niet naar je afkomst, je geloof of je gender. Dat hebben we "
                    "niet nodig om je te bellen.",
                    "No. We do not ask about your origin, your faith or your gender. We do not "
                    "need that to call you.",
                ),
            ),
        ],
    },
)

OTHER_WAYS = DemoPage(
    key="other-ways",
    model="home.ContentPage",
    parent="for-everyone",
    title=Text("Bellen of schrijven", "Calling or writing"),
    slug=Text("bellen-of-schrijven", "calling-or-writing"),
    description=Text(
        "Geen formulier? Je kunt ons ook bellen, schrijven of iemand anders laten bellen.",
        "Would you rather not fill in a form? You can also call us, write to us, or ask someone "
        "else to call.",
    ),
    plain={
        "intro": Text(
            "Je hoeft geen formulier in te vullen. Er zijn meer manieren om ons te bereiken.",
            "You do not have to fill in a form. There are other ways to reach us.",
        )
    },
    streams={
        "action": [("link", register_link(Text("Toch liever online", "Register online instead")))],
        "body": [
            section(
                Text("Bellen", "Calling"),
                Text(
                    "Bel 030-2340045, van maandag tot en met vrijdag. Je hoeft je naam niet te "
                    "zeggen.",
                    "Call +31 30 234 00 45, Monday to Friday. You do not have to give your name.",
                ),
            ),
            section(
                Text("Schrijven", "Writing"),
                Text(
                    "Stuur een brief naar Perspectief Herstelbemiddeling in Utrecht. Bel ons voor "
                    "het adres. Schrijf erbij hoe we je veilig kunnen antwoorden.",
                    "Send a letter to Perspectief Herstelbemiddeling in Utrecht. Call us for the "
                    "address. Tell us how we can reply to you safely.",
                ),
            ),
            call_to_action(
                Text("Liever op papier?", "Would you rather use paper?"),
                Text(
                    "Druk het formulier af en stuur het op. We antwoorden in een blanco envelop.",
                    "Print the form and post it to us. We reply in a plain envelope.",
                ),
                link(Text("Aanmelden op papier", "Register on paper"), "register-on-paper"),
            ),
            section(
                Text("Iemand anders laten bellen", "Asking someone else to call"),
                Text(
                    "Een vriend, een hulpverlener of je contactpersoon in de gevangenis mag "
                    "bellen. Jij moet het er wel mee eens zijn.",
                    "A friend, a support worker or your contact person in prison can call us if "
                    "you agree.",
                ),
            ),
            call_to_action(
                Text("Heb je alleen een vraag?", "Do you only have a question?"),
                Text(
                    "Stel hem via de site. Je hoeft je niet aan te melden.",
                    "Ask it on this site. You do not have to register.",
                ),
                link(Text("Stel je vraag", "Ask your question"), "contact"),
            ),
        ],
    },
)

INVITE_US = DemoPage(
    key="invite-us",
    model="home.ContentPage",
    parent="for-everyone",
    title=Text("Waar ben jij?", "Where are you?"),
    slug=Text("waar-ben-jij", "where-are-you"),
    description=Text(
        "Nodig ons uit: in je buurthuis, moskee, kerk, school of vereniging.",
        "Invite us: to your community centre, mosque, church, school or club.",
    ),
    plain={
        "intro": Text(
            "Je hoeft niet naar ons te komen. Wij komen graag naar de plek waar jij al bent.",
            "You do not have to come to us. We are glad to come to where you already are.",
        )
    },
    streams={
        "action": [
            ("link", link(Text("Neem contact met ons op", "Get in touch with us"), "contact"))
        ],
        "body": [
            section(
                Text("Wat doen we als je ons uitnodigt?", "What do we do if you invite us?"),
                bullets(
                    Text(
                        "We vertellen kort wat we doen, in gewone woorden.",
                        "We explain briefly what we do, in plain words.",
                    ),
                    Text("We luisteren naar jullie vragen.", "We listen to your questions."),
                    Text(
                        "We laten informatie achter, ook in andere talen.",
                        "We leave information with you, in other languages too.",
                    ),
                ),
                Text(
                    "Niemand hoeft iets over zichzelf te vertellen. Wie verder wil praten, kan dat "
                    "later doen, alleen met ons.",
                    "Nobody has to say anything about themselves. Anyone who wants to talk more "
                    "can do that later, alone with us.",
                ),
            ),
            section(
                Text("Waarom vragen we dit?", "Why do we ask this?"),
                Text(
                    "Sinds 2024 vragen we mensen met verschillende achtergronden om advies. Zij "
                    "zeiden: vraag niet of wij naar jullie komen. Vraag waar wij zijn.",
                    "Since 2024, we have asked people with different backgrounds for advice. They "
                    "said: do not ask whether we will come to you. Ask where we are.",
                ),
            ),
            section(
                Text("Waar spreek je een bemiddelaar?", "Where do you meet a mediator?"),
                Text(
                    "Op een plek die voor jou goed voelt. De bemiddelaar spreekt die samen met jou "
                    "af. Onze bemiddelaars werken in het hele land.",
                    "In a place that feels right to you. You and the mediator choose it together. "
                    "Our mediators work all over the country.",
                ),
            ),
        ],
    },
)

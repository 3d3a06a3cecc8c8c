"""The contact page. Can I ask something first, and how do you answer me?"""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, rich

CONTACT = DemoPage(
    key="contact",
    model="public_pages.QuestionPage",
    title=Text("Stel een vraag of bel ons", "Ask a question or call us"),
    slug=Text("contact", "contact"),
    description=Text(
        "Heb je alleen een vraag? Stel hem hier of bel ons. Je hoeft je niet aan te melden.",
        "Do you just have a question? Ask it here or call us. You do not have to register.",
    ),
    plain={
        "intro": Text(
            "Je mag ons alles vragen. Of het over jezelf gaat of over iemand anders. Je hoeft je "
            "niet aan te melden, en je hoeft niet te zeggen wat er is gebeurd.",
            "You can ask us anything, about yourself or about someone else. You do not have to "
            "register, and you do not have to say what happened.",
        ),
        "what_happens": rich(
            numbers(
                Text(
                    "Je verstuurt je vraag. Je krijgt een code op je scherm.",
                    "You send your question. You get a code on your screen.",
                ),
                Text(
                    "Binnen drie dagen krijg je antwoord van iemand van ons aanmeldpunt. We bellen "
                    "of mailen je, zoals jij dat wilt.",
                    "Someone from our registration desk answers you within three days. We call or "
                    "e-mail you, whichever you chose.",
                ),
                Text(
                    "Daarna kies jij wat je wilt. Niets doen is ook goed.",
                    "After that, you choose what you want. Doing nothing is fine too.",
                ),
            ),
        ),
        "what_we_ask": rich(
            bullets(
                Text(
                    "Je vraag. Een paar woorden is genoeg.",
                    "Your question. A few words are enough.",
                ),
                Text(
                    "Hoe we je mogen noemen. Een andere naam mag.",
                    "What to call you. A different name is fine.",
                ),
                Text(
                    "Hoe en wanneer we je veilig bereiken. En wanneer juist niet.",
                    "How and when we can reach you safely. And when we must not.",
                ),
            ),
            Text(
                "Meer vragen we niet. We bewaren je vraag versleuteld. Alleen het aanmeldpunt kan "
                "hem lezen.",
                "We ask nothing more. Your question is encrypted when we store it. Only the "
                "registration desk can read it.",
            ),
        ),
        "costs": Text("Het kost je niets.", "It is free."),
        "phone_note": Text(
            "Je hoeft je naam niet te zeggen. Dezelfde mensen beantwoorden de vragen van de site.",
            "You do not have to give your name. The same people answer the questions sent through "
            "this site.",
        ),
    },
)

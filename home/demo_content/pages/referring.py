"""The page around the form for professionals. What do I discuss first, and what happens then?"""

from home.demo_content.texts import DemoPage, Text, bullets, numbers, rich

REFER = DemoPage(
    key="refer",
    model="public_pages.ReferralPage",
    title=Text("Je cliënt verwijzen", "Refer your client"),
    slug=Text("verwijzen", "refer"),
    description=Text(
        "Werk je met iemand die contact wil na een ingrijpende gebeurtenis? Verwijs je cliënt, met "
        "toestemming.",
        "Do you work with someone who wants contact after a serious event? Refer your client, "
        "with consent.",
    ),
    plain={
        "intro": Text(
            "Voor iedereen die met mensen werkt na een misdrijf of een ongeval. Wil je cliënt "
            "herstelbemiddeling? Dan kun je hier verwijzen.",
            "For everyone who works with people after a crime or an accident. If your client "
            "wants restorative mediation, you can refer them here.",
        ),
        "before_you_refer": rich(
            bullets(
                Text(
                    "Je cliënt weet dat je verwijst, weet wat je opschrijft, en is het ermee eens.",
                    "Your client knows that you are referring them, knows what you write, and "
                    "agrees.",
                ),
                Text(
                    "Je cliënt zegt of we mogen bellen, of dat we eerst met jou moeten praten.",
                    "Your client says whether we may call them, or must talk to you first.",
                ),
                Text(
                    "Jullie bespreken wat veilig is. Mogen we zeggen wie we zijn? Wanneer bellen "
                    "we niet?",
                    "Together you discuss what is safe. May we say who we are? When must we not "
                    "call?",
                ),
            ),
            Text(
                "Weet je cliënt het nog niet, of liever niet? Dan kun je niet verwijzen. Geef ons "
                "nummer of onze folder mee. Dat is ook een stap.",
                "If your client is not sure, or would rather not, you cannot refer them. Give "
                "them our number or our leaflet. That is a step too.",
            ),
        ),
        "what_happens": rich(
            numbers(
                Text(
                    "Je verstuurt het formulier. Je krijgt een nummer, en een bevestiging.",
                    "You send the form. You get a number, and a confirmation by e-mail.",
                ),
                Text(
                    "Wil je cliënt dat we bellen? Dan doen we dat binnen drie dagen. Anders "
                    "bekijken we je verwijzing, en nemen we contact op met jou.",
                    "If your client would like a call, we call within three days. If not, we look "
                    "at your referral and get in touch with you.",
                ),
                Text(
                    "Als we je cliënt spreken, zeggen we eerst wie ons wat heeft verteld. Daarna "
                    "vragen we of je cliënt het ermee eens is.",
                    "When we speak to your client, we first say who told us what. Then we ask "
                    "whether your client agrees.",
                ),
                Text(
                    "Zegt je cliënt nee? Dan stopt het, en wissen we de gegevens.",
                    "If your client says no, it stops there, and we delete the data.",
                ),
            ),
            Text(
                "Wat je cliënt met ons bespreekt, blijft bij ons. We vertellen jou alleen iets als "
                "je cliënt dat goed vindt.",
                "What your client tells us stays with us. We only tell you anything if your "
                "client agrees.",
            ),
        ),
        "what_we_ask": rich(
            bullets(
                Text(
                    "Wie jij bent, en bij welke organisatie je werkt.",
                    "Who you are, and which organisation you work for.",
                ),
                Text(
                    "Wie dit aan je cliënt vertelde, en op welke dag en hoe je cliënt ja zei.",
                    "Who told your client about this, and on what day and how your client agreed.",
                ),
                Text(
                    "Waar het over gaat, in grote lijnen.",
                    "What it is about, in broad terms.",
                ),
                Text(
                    "Hoe we je cliënt veilig bereiken.",
                    "How we can reach your client safely.",
                ),
            ),
            Text(
                "De naam van de ander, een zaaknummer of een dossier hebben we niet nodig. Laat "
                "die weg.",
                "We do not need the name of the other person, a case number or a file. Leave them "
                "out.",
            ),
        ),
        "time_needed": Text(
            "Ongeveer tien minuten. Doe het liefst samen met je cliënt.",
            "About ten minutes. If you can, do it together with your client.",
        ),
        "phone_alternative": Text(
            "Dat kan op werkdagen van 9.00 tot 17.00 uur. Ook als je eerst iets wilt overleggen.",
            "You can, on working days from 9am to 5pm. You can also call just to discuss "
            "something first.",
        ),
        "your_data": rich(
            Text(
                "We bewaren alles versleuteld, ook jouw gegevens. Alleen het aanmeldpunt kan ze "
                "lezen. Je cliënt hoort van ons wat je hebt opgeschreven.",
                "Everything is encrypted when we store it, including your own details. Only the "
                "registration desk can read it. We tell your client what you wrote.",
            ),
        ),
    },
)

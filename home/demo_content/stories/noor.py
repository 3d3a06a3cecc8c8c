"""After sexual violence: letters, and agreements for meeting by chance."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

NOOR = story(
    "noor",
    codes=("harmed", "sexual", "letters"),
    title=Text("‘Hij moest lezen wat het met me deed’", "‘He had to read what it did to me’"),
    slug=Text("een-brief", "a-letter"),
    intro=Text(
        "Noor maakte seksueel geweld mee door iemand die ze kende. Ze wilde hem niet spreken. Ze "
        "schreef een brief, en kreeg er een terug.",
        "Noor experienced sexual violence by someone she knew. She did not want to speak to him. "
        "She wrote a letter, and got one back.",
    ),
    body=[
        section(
            Text("Wat zocht Noor?", "What was Noor looking for?"),
            Text(
                "Noor en de man die het deed, wonen in hetzelfde dorp. Ze kwam hem tegen in de "
                "supermarkt en bij de sportclub. Elke keer ging ze weg.",
                "Noor and the man who did it live in the same village. She ran into him at the "
                "supermarket and at the sports club. She left every time.",
            ),
            Text(
                "Ze wilde twee dingen. Hij moest weten wat het met haar deed. En ze wilde weer "
                "kunnen sporten.",
                "She wanted two things. He had to know what it did to her. And she wanted to go "
                "back to her sport.",
            ),
        ),
        heavy_passage(
            Text("seksueel geweld", "sexual violence"),
            Text(
                "Noor vertelde het eerst aan niemand. Ze was bang dat mensen partij zouden kiezen. "
                "Ze sliep slecht en stopte met haar opleiding.",
                "At first, Noor told nobody. She was afraid that people would take sides. She "
                "slept badly and gave up her course.",
            ),
            Text(
                "Een jaar later vertelde ze het haar huisarts. Die noemde herstelbemiddeling, "
                "zonder haar te zeggen wat ze moest doen.",
                "A year later, she told her GP. The GP mentioned restorative mediation, without "
                "telling her what to do.",
            ),
        ),
        section(
            Text("Waarom een brief?", "Why a letter?"),
            Text(
                "Na seksueel geweld nemen we meer tijd. Vaak gaat het in stappen. De bemiddelaar "
                "en Noor spraken elkaar vijf keer. Noor koos zelf het tempo.",
                "After sexual violence, we take more time. It often happens in steps. The "
                "mediator and Noor met five times. Noor set the pace herself.",
            ),
            Text(
                "Ze schreef vier versies van haar brief. De bemiddelaar las mee, maar veranderde "
                "geen woord. De man wilde de brief lezen. Ook hij werd daarop voorbereid.",
                "She wrote four versions of her letter. The mediator read each version, but did "
                "not change a word. The man wanted to read the letter. He too was prepared for it.",
            ),
            Text(
                "Zijn antwoord kwam na zes weken. Hij schreef dat het gebeurd is zoals zij het "
                "zegt. Hij nam er de verantwoordelijkheid voor en vroeg niets terug.",
                "His answer came after six weeks. He wrote that it happened as she says it did. "
                "He took responsibility for it and asked nothing in return.",
            ),
        ),
        quote(
            Text(
                "‘Ik kon de brief wegleggen wanneer ik dat wilde.’",
                "‘I could put the letter away whenever I wanted.’",
            )
        ),
        section(
            Text("Welke afspraken maakten ze?", "What did they agree?"),
            Text(
                "De bemiddelaar bracht daarna hun voorstellen over. Op dinsdag en donderdag sport "
                "Noor, en komt hij niet op de club. Zien ze elkaar op straat, dan loopt hij door.",
                "The mediator then passed on their proposals. On Tuesdays and Thursdays Noor goes "
                "to the club, and he stays away. If they meet in the street, he walks on.",
            ),
            Text(
                "Een gesprek kwam er niet. Dat wilde Noor niet, en dat is genoeg reden.",
                "They never had a conversation. Noor did not want one, and that is reason enough.",
            ),
        ),
    ],
)

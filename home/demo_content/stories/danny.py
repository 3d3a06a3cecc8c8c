"""Harmed somebody; the other person says no. One talk with a mediator, and that is a step."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

DANNY = story(
    "danny",
    codes=("offender", "violence", "mediator_only"),
    title=Text("‘De ander wilde niet. Dat mag’", "‘The other person said no. That is all right’"),
    slug=Text("de-ander-wilde-niet", "the-other-person-said-no"),
    intro=Text(
        "Danny gebruikte geweld tegen een onbekende. Later wilde hij contact. Het bleef bij één "
        "gesprek met een bemiddelaar.",
        "Danny used violence against a stranger. Later, he wanted contact. There was one "
        "conversation with a mediator, and no more.",
    ),
    body=[
        section(
            Text("Waarom meldde Danny zich aan?", "Why did Danny register?"),
            Text(
                "Danny zat zijn straf uit. In de gevangenis hoorde hij een ander over "
                "herstelbemiddeling vertellen. Een medewerker hielp hem met aanmelden.",
                "Danny was serving his sentence. In prison, he heard someone else talk about "
                "restorative mediation. A member of staff helped him register.",
            ),
            Text(
                "Hij wist niet goed wat hij wilde zeggen. Hij dacht ook dat wij over hem zouden "
                "oordelen. Dat deed de bemiddelaar niet.",
                "He was not sure what he wanted to say. He also thought that we would judge him. "
                "The mediator did not.",
            ),
        ),
        heavy_passage(
            Text("geweld", "violence"),
            Text(
                "Het gebeurde in een uitgaansstraat. Danny kende de man niet. Achteraf kon hij "
                "niet uitleggen waarom hij het deed.",
                "It happened in a street full of bars. Danny had never met the man. Afterwards, he "
                "could not explain why he did it.",
            ),
            Text(
                "In de rechtszaal hoorde hij een verklaring van de man. Eén zin, over zijn "
                "kinderen, bleef hangen.",
                "In court, he heard a statement by the man. One sentence, about his children, "
                "stayed in his mind.",
            ),
        ),
        section(
            Text("Wat gebeurde er in dat ene gesprek?", "What happened in that one conversation?"),
            Text(
                "De bemiddelaar kwam naar de gevangenis. Ze praatten anderhalf uur. Wat wilde "
                "Danny laten weten? Wat kon de ander daaraan hebben? En wat als het antwoord nee "
                "was?",
                "The mediator came to the prison. They talked for an hour and a half. What did "
                "Danny want to say? How might it help the other person? And what if the answer "
                "was no?",
            ),
            Text(
                "Danny schreef na dat gesprek drie zinnen op. Over de schade die hij had gedaan, "
                "en dat niemand anders die schuld droeg.",
                "After that conversation, Danny wrote down three sentences. They named the harm "
                "he had done, and said that nobody else was to blame for it.",
            ),
        ),
        section(
            Text("Wat als de ander niet wil?", "What if the other person says no?"),
            Text(
                "De bemiddelaar vroeg de man of hij contact wilde. Hij wilde het niet. Hij hoefde "
                "niet te zeggen waarom.",
                "The mediator asked the man whether he wanted contact. He did not. He did not "
                "have to say why.",
            ),
            Text(
                "De man weet nu dat Danny antwoord wil geven. Verandert hij ooit van mening, dan "
                "kan hij ons bellen.",
                "The man now knows that Danny is willing to answer questions. If he ever changes "
                "his mind, he can call us.",
            ),
        ),
        quote(
            Text(
                "‘Hij mag nee zeggen. Dat had ik hem toen niet gelaten.’",
                "‘He can say no. Back then, I gave him no choice.’",
            )
        ),
        section(
            Text("Was het dan voor niets?", "Was it all for nothing?"),
            Text(
                "Danny vindt van niet. Hij had nog nooit hardop gezegd wat hij deed. De drie "
                "zinnen bewaart hij.",
                "Danny does not think so. He had never said out loud what he did. He has kept the "
                "three sentences.",
            ),
            Text(
                "Zijn straf bleef gelijk. Daar ging het gesprek niet over.",
                "His sentence stayed the same. That was never what the conversation was about.",
            ),
        ),
    ],
)

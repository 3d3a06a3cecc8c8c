"""Broke into a house; a video message, because writing did not work."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

MATS = story(
    "mats",
    codes=("offender", "theft", "video"),
    title=Text(
        "‘Schrijven lukte me niet, vertellen wel’", "‘I could not write it, but I could say it’"
    ),
    slug=Text("een-videoboodschap", "a-video-message"),
    intro=Text(
        "Mats brak in bij een gezin. Hij wilde hun vragen beantwoorden. Het gezin wilde hem niet "
        "ontmoeten, maar wel horen wat hij te zeggen had.",
        "Mats broke into a family’s home. He wanted to answer their questions. The family did not "
        "want to meet him, but they did want to hear what he had to say.",
    ),
    body=[
        section(
            Text("Hoe begon het?", "How did it start?"),
            Text(
                "Mats meldde zich aan tijdens zijn straf. Hij had in de rechtszaal gehoord dat de "
                "kinderen niet meer alleen naar boven durfden. Daar had hij nooit aan gedacht.",
                "Mats registered during his sentence. In court, he had heard that the children no "
                "longer dared to go upstairs alone. He had never thought of that.",
            ),
            Text(
                "De bemiddelaar vroeg het gezin of ze contact wilden. De vader twijfelde. De "
                "moeder had vragen. Ze wilden Mats niet ontmoeten.",
                "The mediator asked the family whether they wanted contact. The father was not "
                "sure. The mother had questions. They did not want to meet Mats.",
            ),
        ),
        heavy_passage(
            Text("een inbraak", "a break-in"),
            Text(
                "Het gezin kwam thuis en zag dat er iemand was geweest. Ook in de kamer van de "
                "kinderen. Een ketting van oma was weg.",
                "The family came home and saw that someone had been there. In the children’s room, "
                "too. A necklace of their grandmother’s was gone.",
            ),
            Text(
                "De kinderen wilden maandenlang bij hun ouders slapen. De moeder keek elke avond "
                "drie keer of de deur op slot zat.",
                "For months, the children wanted to sleep in their parents’ room. Every evening, "
                "the mother checked the lock three times.",
            ),
        ),
        section(
            Text("Waarom een video?", "Why a video?"),
            Text(
                "Mats probeerde eerst een brief. Na drie zinnen liep hij vast. De bemiddelaar "
                "stelde een videoboodschap voor. Het gezin vond dat goed.",
                "Mats tried a letter first. After three sentences he got stuck. The mediator "
                "suggested a video message. The family agreed.",
            ),
            Text(
                "De moeder schreef vijf vragen op. Waarom ons huis? Kom je terug? Waar is de "
                "ketting? Mats beantwoordde ze één voor één, in de camera.",
                "The mother wrote down five questions. Why our house? Will you come back? Where "
                "is the necklace? Mats answered them one by one, on camera.",
            ),
            Text(
                "De bemiddelaar keek samen met het gezin. Ze konden de video stilzetten. Dat deden "
                "ze twee keer.",
                "The mediator watched it together with the family. They could pause the video. "
                "They did so twice.",
            ),
        ),
        quote(
            Text(
                "‘Ik wilde niet zielig doen. Ik wilde hun vragen beantwoorden.’",
                "‘I did not want pity. I wanted to answer their questions.’",
            )
        ),
        section(
            Text("Wat leverde het op?", "What came of it?"),
            Text(
                "Het huis was toeval, zei Mats. Terugkomen doet hij niet. De ketting had hij "
                "verkocht. Hij betaalt de schade in termijnen.",
                "It was chance that he chose their house, Mats said. He will not come back. He "
                "had sold the necklace. He is paying for the damage in instalments.",
            ),
            Text(
                "De ketting is niet terug. De moeder slaapt beter, de vader nog niet. Het gezin "
                "stuurde geen bericht terug. Mats wist vooraf dat dat kon.",
                "The necklace has not come back. The mother is sleeping better. The father is "
                "not, yet. The family did not send a reply. Mats knew in advance that this could "
                "happen.",
            ),
        ),
    ],
)

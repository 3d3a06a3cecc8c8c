"""Saw violence on a train and stayed; a conversation with the man whom he helped."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

YOUSSEF = story(
    "youssef",
    codes=("witness", "violence", "conversation"),
    title=Text("‘Ik was alleen maar getuige’", "‘I was only a witness’"),
    slug=Text("alleen-maar-getuige", "only-a-witness"),
    intro=Text(
        "Youssef zag geweld in een trein. Hij hielp, en ging naar huis. De vragen gingen mee.",
        "Youssef saw violence on a train. He helped, and went home. The questions went home "
        "with him.",
    ),
    body=[
        section(
            Text("Mag een getuige zich aanmelden?", "Can a witness register?"),
            Text(
                "Youssef dacht van niet. Hij was geen slachtoffer en geen dader. Toch sliep "
                "hij slecht. Had hij meer kunnen doen?",
                "Youssef thought not. He was not a victim and not an offender. Still, he slept "
                "badly. Could he have done more?",
            ),
            Text(
                "Een vriend stuurde hem onze site. Bij het aanmeldpunt hoorde hij dat ook "
                "getuigen vragen mogen hebben.",
                "A friend sent him our site. The registration desk told him that witnesses can "
                "have questions too.",
            ),
        ),
        heavy_passage(
            Text("geweld", "violence"),
            Text(
                "Het duurde kort, en de coupé was vol. Youssef riep dat het moest stoppen. "
                "Daarna bleef hij bij de man tot er hulp was.",
                "It was over quickly, and the carriage was full. Youssef shouted to make it "
                "stop. Then he stayed beside the man until help came.",
            ),
            Text(
                "Hoe het met hem afliep, hoorde hij nooit. Maandenlang nam hij de bus.",
                "He never heard what had happened to the man. For months, he took the bus.",
            ),
        ),
        section(
            Text("Met wie wilde hij contact?", "Who did he want contact with?"),
            Text(
                "Met de man die hij had geholpen. De bemiddelaar zocht hem op. Hij heet "
                "Arjan. Hij wilde Youssef spreken, want hij wist niet wie er bij hem was "
                "gebleven.",
                "With the man he had helped. The mediator found him. His name is Arjan. He "
                "wanted to talk to Youssef, because he did not know who had stayed with him.",
            ),
            Text(
                "Met de dader zochten ze geen contact. Dat hoeft ook niet.",
                "They did not look for contact with the offender. They do not have to.",
            ),
        ),
        quote(
            Text(
                "‘Ik wilde weten hoe het met hem ging. Dat was alles.’",
                "‘I wanted to know how he was. That was all.’",
            )
        ),
        section(
            Text("Hoe ging het gesprek?", "What was the conversation like?"),
            Text(
                "Ze spraken af in een buurthuis, met de bemiddelaar erbij. Arjan vertelde wat "
                "hij nog wist. Youssef vulde aan wat hij had gezien.",
                "They met at a community centre, with the mediator present. Arjan told him what "
                "he still remembered. Youssef added what he had seen.",
            ),
            Text(
                "Arjan werkt nog niet. Youssef zit weer in de trein, liefst bij de deur. Ze "
                "hebben elkaar daarna niet meer gesproken. Dat was ook de afspraak.",
                "Arjan is not back at work. Youssef takes the train again, and sits near the door "
                "if he can. They have had no contact since. That is what they agreed.",
            ),
        ),
    ],
)

"""Robbed; the mediator carries three questions. They never meet."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

ELS = story(
    "els",
    codes=("harmed", "theft", "shuttle"),
    title=Text("‘Ik had maar één vraag: waarom ik?’", "‘I had one question: why me?’"),
    slug=Text("waarom-ik", "why-me"),
    intro=Text(
        "Els werd beroofd. Daarna durfde ze ’s avonds niet meer naar buiten. De bemiddelaar bracht "
        "haar vragen over aan de man die het deed.",
        "Els was robbed. After that, she no longer dared to go out in the evening. The mediator "
        "took her questions to the man who did it.",
    ),
    body=[
        section(
            Text("Wat wilde Els weten?", "What did Els want to know?"),
            Text(
                "Els dacht elke dag aan dezelfde vraag. Had iemand haar uitgekozen? En wist die "
                "persoon waar ze woonde?",
                "Every day, Els thought about the same question. Had someone picked her out? And "
                "did that person know where she lived?",
            ),
            Text(
                "Via Slachtofferhulp hoorde ze van herstelbemiddeling. Dat is contact na een "
                "ingrijpende gebeurtenis, met hulp van een bemiddelaar. Ze meldde zich aan met "
                "alleen haar voornaam. Twee dagen later belden we haar.",
                "She heard about restorative mediation through Victim Support. It is contact "
                "after a serious event, with help from a mediator. She registered with only her "
                "first name. We called her two days later.",
            ),
        ),
        heavy_passage(
            Text("een beroving", "a robbery"),
            Text(
                "Het duurde maar kort. Els was alleen. Ze raakte haar tas kwijt, met de sleutels "
                "van haar huis erin.",
                "It was over quickly. Els was alone. She lost her bag, with the keys to her home "
                "in it.",
            ),
            Text(
                "Maandenlang sliep ze met het licht aan. Boodschappen deed ze alleen nog overdag. "
                "Haar avondwandeling sloeg ze over.",
                "For months she slept with the light on. She only did her shopping during the day. "
                "She gave up her evening walk.",
            ),
        ),
        section(
            Text("Hoe ging het contact?", "What was the contact like?"),
            Text(
                "Els wilde de man niet ontmoeten. Dat hoefde ook niet. De bemiddelaar sprak eerst "
                "met haar, en daarna met hem. Hij zat vast en wilde antwoord geven.",
                "Els did not want to meet the man. She did not have to. The mediator spoke to her "
                "first, and then to him. He was in prison and was willing to answer.",
            ),
            Text(
                "Els gaf drie vragen mee. De bemiddelaar schreef ze woord voor woord op. Ook de "
                "antwoorden kwamen zo bij Els terecht.",
                "Els gave the mediator three questions. The mediator wrote them down word for "
                "word. The answers came back to Els in the same way.",
            ),
            Text(
                "De man had haar niet uitgekozen. Hij zocht geld, en zij liep daar. Haar adres "
                "kende hij niet. Hij zei dat hij verantwoordelijk was voor wat hij had gedaan.",
                "The man had not picked her out. He was looking for money, and she was there. He "
                "did not know her address. He said that he was responsible for what he had done.",
            ),
        ),
        quote(
            Text(
                "‘Ik hoefde hem niet te zien. Ik wilde zijn antwoord.’",
                "‘I did not need to see him. I wanted his answer.’",
            )
        ),
        section(
            Text("En daarna?", "And after that?"),
            Text(
                "Niet alles is nu anders. In het donker let Els nog steeds goed op. Maar ze weet "
                "dat hij niet weet waar ze woont. Ze wandelt weer, samen met een buurvrouw.",
                "Not everything has changed. Els is still on her guard in the dark. But she knows "
                "that he has no idea where she lives. She goes for walks again, with a neighbour.",
            ),
            Text(
                "De man vroeg of hij nog iets kon doen. Els had geen vragen meer. Daar bleef het "
                "bij.",
                "The man asked whether there was anything else he could do. Els had no more "
                "questions. They left it there.",
            ),
        ),
    ],
)

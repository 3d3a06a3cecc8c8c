"""Bereaved; twelve years later there are still questions."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

MARGA = story(
    "marga",
    codes=("bereaved", "violence", "conversation"),
    title=Text(
        "‘Na twaalf jaar had ik nog steeds vragen’",
        "‘After twelve years, I still had questions’",
    ),
    slug=Text("na-twaalf-jaar", "after-twelve-years"),
    intro=Text(
        "De broer van Marga kwam om door geweld. Twaalf jaar later sprak ze met de man die ervoor "
        "veroordeeld is.",
        "Marga’s brother died as a result of violence. Twelve years later, she spoke to the man "
        "who was convicted.",
    ),
    body=[
        section(
            Text("Waarom nu pas?", "Why only now?"),
            Text(
                "In de eerste jaren wilde Marga niets met de man te maken hebben. Het ging om haar "
                "broer, vond ze, en om haar ouders.",
                "In the first years, Marga wanted nothing to do with the man. This was about her "
                "brother, she felt, and about her parents.",
            ),
            Text(
                "Toen haar moeder overleed, kwamen de vragen terug. Heeft mijn broer nog iets "
                "gezegd? Denkt die man nog aan hem? Marga dacht dat ze te laat was. We vertelden "
                "haar dat vragen altijd mag.",
                "When her mother died, the questions came back. Did my brother say anything? Does "
                "that man still think of him? Marga thought she was too late. We told her that "
                "you can always ask.",
            ),
        ),
        heavy_passage(
            Text("de dood van een broer", "the death of a brother"),
            Text(
                "Haar broer was vierendertig. Marga kreeg het bericht in de nacht, van twee "
                "agenten. Ze moest het zelf aan haar ouders vertellen.",
                "Her brother was 34. Marga heard the news in the night, from two police officers. "
                "She had to tell her parents herself.",
            ),
            Text(
                "In de rechtszaal ging het over bewijs en jaren. Over wie haar broer was, ging het "
                "bijna nooit.",
                "In court, they talked about evidence and years. They hardly ever talked about "
                "who her brother was.",
            ),
        ),
        section(
            Text("Hoe ging de voorbereiding?", "What was the preparation like?"),
            Text(
                "De bemiddelaar sprak drie keer met Marga. En ook drie keer met de man. Hij had "
                "zijn straf uitgezeten en woonde in een andere stad.",
                "The mediator spoke to Marga three times. And to the man three times as well. He "
                "had served his sentence and lived in another town.",
            ),
            Text(
                "Haar zus wilde niet meedoen. De bemiddelaar praatte ook met haar, zodat ze wist "
                "wat er ging gebeuren. Iedereen besliste voor zichzelf.",
                "Her sister did not want to take part. The mediator talked to her too, so that she "
                "knew what was going to happen. Everyone decided for themselves.",
            ),
        ),
        section(
            Text("Wat gebeurde er in het gesprek?", "What happened in the conversation?"),
            Text(
                "Marga had een foto bij zich en legde die op tafel. Ze vertelde eerst over haar "
                "broer. Daarna stelde ze haar vragen.",
                "Marga had brought a photo and put it on the table. First she talked about her "
                "brother. Then she asked her questions.",
            ),
            Text(
                "Op één vraag wist de man het antwoord niet. Dat zei hij. Op de andere gaf hij wel "
                "antwoord. Hij zei dat hij verantwoordelijk is, en dat dat zo blijft.",
                "There was one question he could not answer. He said so. The others he did answer. "
                "He said that he is responsible, and that this will not change.",
            ),
        ),
        quote(
            Text(
                "‘Ik wilde dat hij hoorde wie mijn broer was.’",
                "‘I wanted him to hear who my brother was.’",
            )
        ),
        section(
            Text("En daarna?", "And after that?"),
            Text(
                "Marga mist haar broer even erg als eerst. Wel hoeft ze sommige dingen niet meer "
                "te raden.",
                "Marga misses her brother as much as before. But there are some things she no "
                "longer has to guess.",
            ),
            Text(
                "Ze spraken af dat ze elkaar niet nog eens zien. De man houdt zich daaraan.",
                "They agreed not to meet again. The man keeps to that agreement.",
            ),
        ),
    ],
)

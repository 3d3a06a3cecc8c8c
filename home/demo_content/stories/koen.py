"""A mentor in a youth prison helps with a letter by not writing it."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

KOEN = story(
    "koen",
    codes=("professional", "theft", "letters"),
    title=Text("‘Zijn woorden, niet die van mij’", "‘His words, not mine’"),
    slug=Text("zijn-woorden", "his-words"),
    intro=Text(
        "Koen is mentor in een jeugdgevangenis. Een jongen vroeg hem om hulp bij een brief. "
        "Koen leerde om niet mee te schrijven.",
        "Koen is a mentor in a youth prison. A boy asked him for help with a letter. Koen learned "
        "to leave the words to him.",
    ),
    body=[
        section(
            Text("Hoe begon het?", "How did it start?"),
            Text(
                "De jongen zat vast voor een beroving. Hij zei er maanden niets over. Op een "
                "avond vroeg hij of hij de man nog iets mocht laten weten.",
                "The boy was in detention for a robbery. For months, he said nothing about it. "
                "One evening he asked whether he was allowed to tell the man something.",
            ),
            Text(
                "Koen had op een studiedag over herstelbemiddeling gehoord. Hij vertelde wat "
                "hij wist. Ook dat de ander nee mag zeggen.",
                "Koen had heard about restorative mediation at a training day. He told the boy "
                "what he knew, including that the other person can say no.",
            ),
        ),
        heavy_passage(
            Text("een beroving", "a robbery"),
            Text(
                "De man bezorgde maaltijden. Na de beroving stopte hij met dat werk. ’s "
                "Avonds bleef hij binnen, met de gordijnen dicht.",
                "The man delivered meals. After the robbery he gave up that work. In the "
                "evenings he stayed inside, with the curtains closed.",
            ),
            Text(
                "De jongen hoorde dat pas in de rechtszaal.",
                "The boy only heard about this in court.",
            ),
        ),
        section(
            Text("Wat deed Koen, en wat niet?", "What did Koen do, and what did he leave alone?"),
            Text(
                "Ze belden samen met het aanmeldpunt. De bemiddelaar kwam langs en sprak "
                "alleen met de jongen. Koen zorgde voor een stille kamer.",
                "Together they called the registration desk. The mediator came and talked to "
                "the boy alone. Koen arranged a quiet room.",
            ),
            Text(
                "Koen wilde ook de brief verbeteren. De bemiddelaar vroeg hem om dat te "
                "laten. De brief moest van de jongen zijn, met fouten en al.",
                "Koen wanted to improve the letter as well. The mediator asked him to leave it. "
                "It had to be the boy’s own letter, mistakes and all.",
            ),
        ),
        quote(
            Text(
                "‘Ik wilde helpen met de woorden. Ik moest leren om stil te zijn.’",
                "‘I wanted to help with the words. I had to learn to be quiet.’",
            )
        ),
        section(
            Text("Wat kwam ervan?", "What came of it?"),
            Text(
                "De man las de brief en schreef terug. Hij was boos, en dat stond er ook. Hij "
                "had één vraag. De jongen gaf antwoord in een tweede brief.",
                "The man read the letter and wrote back. He was angry, and he said so. He had "
                "one question. The boy answered it in a second letter.",
            ),
            Text(
                "De straf bleef zoals hij was. De jongen bewaart de brief in zijn la. Koen "
                "vertelt nu aan elke nieuwe groep dat dit bestaat.",
                "The sentence stayed the same. The boy keeps the letter in his drawer. Koen now "
                "tells every new group that this exists.",
            ),
        ),
    ],
)

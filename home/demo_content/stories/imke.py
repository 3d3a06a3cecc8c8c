"""Threatened online by a stranger; two letters without names."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

IMKE = story(
    "imke",
    codes=("harmed", "online", "letters"),
    title=Text("‘Achter dat account zat een mens’", "‘There was a person behind that account’"),
    slug=Text("achter-dat-account", "behind-that-account"),
    intro=Text(
        "Imke kreeg bedreigingen via haar telefoon. De afzender kende ze niet. Een jaar later "
        "schreven ze elkaar één brief, zonder achternamen.",
        "Imke was threatened through her phone. She did not know the sender. A year later they "
        "each wrote one letter, without using surnames.",
    ),
    body=[
        section(
            Text("Wat wilde Imke weten?", "What did Imke want to know?"),
            Text(
                "Imke schreef een bericht over haar buurt. Daarna stroomden de reacties binnen. "
                "Eén account bleef haar weken volgen.",
                "Imke wrote a post about her neighbourhood. Then the replies poured in. One "
                "account kept following her for weeks.",
            ),
            Text(
                "De politie vond de afzender. Zijn zaak liep nog toen Imke zich aanmeldde. Ze "
                "wilde weten of hij het meende. En of hij haar echt kon vinden.",
                "The police found the sender. His case was still open when Imke registered. She "
                "wanted to know whether he meant it. And whether he could really find her.",
            ),
        ),
        heavy_passage(
            Text("bedreiging", "threats"),
            Text(
                "De berichten kwamen vooral ’s nachts. Ze gingen over haar en over haar kinderen. "
                "Imke haalde haar naam van de deurbel.",
                "Most of the messages came at night. They were about her and about her children. "
                "Imke took her name off the doorbell.",
            ),
            Text(
                "Ze bracht de kinderen zelf naar school, elke dag langs een andere weg. Online "
                "schreef ze niets meer.",
                "She took the children to school herself, by a different route every day. She "
                "stopped writing online.",
            ),
        ),
        section(
            Text("Waarom schreven ze brieven?", "Why did they write letters?"),
            Text(
                "Een brief gaf Imke tijd. Ze hoefde niet meteen te antwoorden. De bemiddelaar "
                "haalde alles weg wat haar adres kon verraden.",
                "A letter gave Imke time. She did not have to answer straight away. The mediator "
                "took out everything that could give away her address.",
            ),
            Text(
                "De bemiddelaar vertelde de man dat hij nee mocht zeggen. Ook dat een brief niets "
                "verandert aan zijn zaak. Hij besloot om te schrijven.",
                "The mediator told the man that he could say no. And that a letter would not "
                "change anything in his case. He decided to write.",
            ),
            Text(
                "Hij schreef dat hij haar nooit had opgezocht. Hij had nooit bedacht dat iemand "
                "er wakker van lag. De gevolgen noemde hij zijn verantwoordelijkheid.",
                "He wrote that he had never gone looking for her. It had never occurred to him "
                "that someone lost sleep over it. He said that the consequences were his "
                "responsibility.",
            ),
        ),
        quote(
            Text(
                "‘Zijn brief was kort. Mijn vraag was beantwoord.’",
                "‘His letter was short. My question was answered.’",
            )
        ),
        section(
            Text("En daarna?", "And after that?"),
            Text(
                "Imke schreef één brief terug. Ze vertelde wat een jaar lang opletten met je doet. "
                "Meer wilde ze er niet over zeggen.",
                "Imke wrote one letter back. She told him what a year of being on guard does to "
                "a person. She had nothing more to say about it.",
            ),
            Text(
                "Via de bemiddelaar spraken ze af dat hij geen contact meer zoekt. Haar naam staat "
                "weer op de deurbel. Online is ze voorzichtig gebleven.",
                "Through the mediator, they agreed that he will not contact her again. Her name is "
                "back on the doorbell. Online, she has stayed careful.",
            ),
        ),
    ],
)

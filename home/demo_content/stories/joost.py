"""A parent, after images of his daughter were shared; a group meeting."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

JOOST = story(
    "joost",
    codes=("relative", "online", "group"),
    title=Text("‘We zaten met zeven mensen in een kring’", "‘Seven of us sat in a circle’"),
    slug=Text("zeven-mensen-in-een-kring", "seven-of-us-in-a-circle"),
    intro=Text(
        "Privéfoto’s van de dochter van Joost gingen rond op school. Joost is haar vader. Hij "
        "vroeg zich af of hij zich ook mocht aanmelden.",
        "Private photos of Joost’s daughter were passed round at school. He wondered whether he "
        "could register too.",
    ),
    body=[
        section(
            Text("Hoort een vader er ook bij?", "Is there a place for a father?"),
            Text(
                "Ja. Iedereen die erbij betrokken is, mag zich aanmelden. Joost deed dat samen met "
                "zijn dochter Sara. Ze was zestien. Zij besliste wat er wel en niet gebeurde.",
                "Yes. Everyone who is involved can register. Joost did so together with his "
                "daughter Sara. She was 16. She decided what would and would not happen.",
            ),
        ),
        heavy_passage(
            Text("privéfoto’s die online rondgingen", "private photos that were shared online"),
            Text(
                "Een jongen uit haar klas stuurde de foto’s door. Binnen een dag had de halve "
                "school ze. Sara ging wekenlang niet naar school.",
                "A boy in her class passed the photos on. Within a day, half the school had them. "
                "Sara stayed home from school for weeks.",
            ),
            Text(
                "Joost wist niet wat hij moest doen. Hij wilde naar de ouders van de jongen "
                "rijden. Sara vroeg hem om dat te laten.",
                "Joost had no idea what to do. He wanted to drive to the boy’s parents. Sara "
                "asked him not to.",
            ),
        ),
        section(
            Text("Wie zat er in de kring?", "Who sat in the circle?"),
            Text(
                "De bemiddelaar sprak eerst met iedereen apart. Met Sara en Joost. Met de jongen "
                "en zijn ouders. En met hun mentor, die erbij wilde zijn.",
                "The mediator first spoke to everyone separately. With Sara and Joost. With the "
                "boy and his parents. And with their class teacher, who wanted to be there.",
            ),
            Text(
                "Sara praatte als eerste. Ze zei wat het betekent als iedereen je heeft "
                "gezien. De jongen luisterde. Daarna vertelde hij wat hij deed en dat het zijn "
                "keuze was.",
                "Sara spoke first. She said what it means when everyone has seen you. The "
                "boy listened. Then he told them what he did and that it was his choice.",
            ),
            Text(
                "Ook de ouders praatten. Zijn moeder had het van een ander gehoord. Joost merkte "
                "dat aan beide kanten niemand nog goed sliep.",
                "The parents talked as well. His mother had heard about it from someone else. "
                "Joost noticed that nobody on either side was sleeping well.",
            ),
        ),
        quote(
            Text(
                "‘Ik kwam om te praten. Ik heb vooral geluisterd.’",
                "‘I came to talk. What I mostly did was listen.’",
            )
        ),
        section(
            Text("Wat spraken ze af?", "What did they agree?"),
            Text(
                "De jongen vroeg zelf aan anderen om de foto’s te wissen. Hij kwam in een andere "
                "klas. De school maakte duidelijk bij wie Sara terecht kan.",
                "The boy himself asked others to delete the photos. He moved to another class. "
                "The school made clear who Sara can turn to.",
            ),
            Text(
                "Of alles overal weg is, weet niemand. Dat zei de bemiddelaar ook eerlijk. Sara is "
                "weer op school. Joost belt haar minder vaak.",
                "Nobody knows whether everything is gone everywhere. The mediator was honest "
                "about that. Sara is back at school. Joost calls her less often.",
            ),
        ),
    ],
)

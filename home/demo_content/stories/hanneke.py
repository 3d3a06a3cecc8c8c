"""A mediator about preparing a family and a driver for one conversation."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

HANNEKE = story(
    "hanneke",
    codes=("professional", "traffic", "group"),
    title=Text("‘Ik kies geen kant. Dat is mijn werk’", "‘I do not take sides. That is my job’"),
    slug=Text("ik-kies-geen-kant", "i-take-no-side"),
    intro=Text(
        "Hanneke is bemiddelaar. Een familie verloor hun vader bij een ongeval. Ze bereidde "
        "hen en de automobilist voor op één gesprek.",
        "Hanneke is a mediator. A family lost their father in an accident. She prepared them "
        "and the driver for one conversation.",
    ),
    body=[
        section(
            Text("Met wie sprak Hanneke eerst?", "Who did Hanneke talk to first?"),
            Text(
                "De dochter meldde zich aan. Ze wilde weten of haar vader nog iets had "
                "gezegd. Hanneke sprak met haar, en daarna met haar broers.",
                "The daughter registered. She wanted to know whether her father had said "
                "anything. Hanneke talked to her, and then to her brothers.",
            ),
            Text(
                "Daarna vroeg ze de automobilist of hij contact wilde. Hij zei ja, en vroeg "
                "meteen om tijd. Die kreeg hij.",
                "Then she asked the driver whether he wanted contact. He said yes, but asked for "
                "time straight away. He was given it.",
            ),
        ),
        heavy_passage(
            Text("een ongeval waarbij iemand overleed", "an accident in which someone died"),
            Text(
                "De automobilist was als eerste bij de man. Hij belde om hulp en bleef tot "
                "die er was.",
                "The driver was the first to reach the man. He called for help and stayed "
                "until it came.",
            ),
            Text(
                "De familie hoorde het van de politie. Waar hun vader naartoe reed, hebben ze "
                "nooit geweten.",
                "The family heard it from the police. They never found out where their father was "
                "going.",
            ),
        ),
        section(
            Text("Waarom duurt voorbereiden zo lang?", "Why does preparation take so long?"),
            Text(
                "Hanneke sprak ieder meer dan één keer. Wat wil je vragen? Wat wil je zeker "
                "niet horen? Wie wil je naast je?",
                "Hanneke talked to each of them more than once. What do you want to ask? What do "
                "you definitely not want to hear? Who should sit beside you?",
            ),
            Text(
                "Eén broer wilde de automobilist niet hoeven aankijken. Hanneke zette de "
                "stoelen anders. Zulke kleine dingen maken uit of mensen kunnen praten.",
                "One brother did not want to have to look at the driver. Hanneke arranged the "
                "chairs differently. Small things like these decide whether people can talk.",
            ),
        ),
        quote(
            Text(
                "‘Het is hun gesprek. Ik zorg dat het veilig blijft.’",
                "‘It is their conversation. I keep it safe.’",
            )
        ),
        section(
            Text("Wat gebeurde er in het gesprek?", "What happened in the conversation?"),
            Text(
                "De familie kwam met drie mensen. De automobilist nam zijn zus mee. De "
                "dochter stelde haar vraag en kreeg antwoord. De jongste broer bleef thuis, "
                "en dat was goed.",
                "Three of the family came. The driver brought his sister. The daughter asked "
                "her question and got an answer. The youngest brother stayed at home, and "
                "that was fine.",
            ),
            Text(
                "Over schuld ging het niet. Dat is aan de rechter. De automobilist zei wat "
                "hij had gedaan, en schoof niets op een ander.",
                "It was not about guilt. That is for the court to decide. The driver said what he "
                "had done, and blamed nobody else.",
            ),
            Text(
                "Boos zijn ze nog steeds, zei de oudste broer na afloop. Maar wel op iemand "
                "met een gezicht.",
                "They are still angry, the eldest brother said afterwards. But now they are angry "
                "with a person with a face.",
            ),
        ),
    ],
)

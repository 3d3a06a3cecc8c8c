"""A police officer tells two neighbours that mediation exists, and leaves the rest to them."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

SAMIRA = story(
    "samira",
    codes=("professional", "violence", "shuttle"),
    title=Text(
        "‘Ik noem het. Meer hoef ik niet te doen’", "‘I mention it. That is all I need to do’"
    ),
    slug=Text("ik-noem-het", "i-mention-it"),
    intro=Text(
        "Samira is wijkagent. Na geweld tussen buren vertelde ze beide kanten dat bemiddeling "
        "bestaat. De rest liet ze aan hen.",
        "Samira is a community police officer. After violence between neighbours, she told both "
        "sides that mediation exists. She left the rest to them.",
    ),
    body=[
        section(
            Text("Wat zag Samira gebeuren?", "What did Samira see?"),
            Text(
                "De zaak lag bij het Openbaar Ministerie. Ondertussen woonden de twee buren "
                "nog steeds naast elkaar.",
                "The case was with the Public Prosecution Service. Meanwhile, the two neighbours "
                "still lived next door to each other.",
            ),
            Text(
                "Bij elk bezoek hoorde Samira dezelfde vragen. Staat hij straks voor mijn "
                "deur? Mag ik hem groeten, of juist niet?",
                "At every visit, Samira heard the same questions. Will he be at my door one day? "
                "Can I say hello, or is it better not to?",
            ),
        ),
        heavy_passage(
            Text("geweld", "violence"),
            Text(
                "Eén van de buren gebruikte geweld in het trappenhuis. De ander ging daarna "
                "alleen naar buiten als het stil was.",
                "One of the neighbours used violence in the stairwell. After that, the other only "
                "went out when it was quiet.",
            ),
            Text(
                "De kinderen van de twee gezinnen speelden niet meer samen.",
                "The children of the two families no longer played together.",
            ),
        ),
        section(
            Text("Wat vertelde ze?", "What did she say?"),
            Text(
                "Samira sprak met ieder apart. Ze vertelde dat herstelbemiddeling gratis en "
                "vrijwillig is, en los staat van de zaak. Ze zei er niet bij wat zij zelf zou "
                "doen.",
                "Samira spoke to each of them separately. She said that restorative mediation is "
                "free and voluntary, and separate from the case. She did not say what she would "
                "do herself.",
            ),
            Text(
                "Eén buurman vroeg of zij hem wilde aanmelden. Dat deed ze, samen met hem aan "
                "tafel. De ander dacht er twee weken over na.",
                "One of the men asked her to refer him. She did so, together with him at his "
                "table. The other man thought about it for two weeks.",
            ),
        ),
        quote(
            Text(
                "‘Ik regel het niet. Ik vertel alleen dat het kan.’",
                "‘I do not arrange it. I only say it is possible.’",
            )
        ),
        section(
            Text("Wat kwam ervan?", "What came of it?"),
            Text(
                "De bemiddelaar bracht boodschappen over. De buren maakten afspraken over het "
                "trappenhuis. Ook spraken ze af dat ze elkaar groeten. Samen aan tafel wilden "
                "ze niet.",
                "The mediator carried messages. The neighbours made agreements about the "
                "stairwell. They also agreed to say hello. They did not want to meet.",
            ),
            Text(
                "Wat er is gezegd, hoorde Samira niet. Dat is vertrouwelijk. De rechter deed "
                "later uitspraak. De afspraken speelden daarin geen rol.",
                "Samira did not hear what was said. That is confidential. The court decided the "
                "case later. The agreements played no part in it.",
            ),
        ),
    ],
)

"""Caused a traffic accident, and did not know if he was allowed to ask."""

from home.demo_content.stories.parts import heavy_passage, quote, story
from home.demo_content.texts import Text, section

RUBEN = story(
    "ruben",
    codes=("causer", "traffic", "conversation"),
    title=Text(
        "‘Ik wist niet of ik iets mocht laten weten’",
        "‘I did not know if I was allowed to get in touch’",
    ),
    slug=Text("mag-ik-iets-laten-weten", "am-i-allowed-to-get-in-touch"),
    intro=Text(
        "Ruben veroorzaakte een verkeersongeval. Elke dag dacht hij aan de vrouw op de fiets. Een "
        "half jaar later praatten ze met elkaar.",
        "Ruben caused a traffic accident. Every day he thought about the woman on the bicycle. "
        "Six months later, they talked.",
    ),
    body=[
        section(
            Text("Waarom meldde Ruben zich aan?", "Why did Ruben register?"),
            Text(
                "Ruben wilde weten hoe het met de vrouw ging. Maar zijn zaak liep nog. Hij was "
                "bang dat een kaartje verkeerd zou vallen. Dus deed hij niets.",
                "Ruben wanted to know how the woman was. But his case was still open. He was "
                "afraid that sending a card would come across badly. So he did nothing.",
            ),
            Text(
                "Een poster wees hem op onze site. Aan de telefoon vroeg hij meteen of het mocht. "
                "We legden uit dat bemiddeling los staat van de zaak. Het verandert de uitkomst "
                "niet.",
                "A poster led him to our site. On the phone, he asked straight away whether it "
                "was allowed. We explained that mediation is separate from the case. It does not "
                "change the outcome.",
            ),
        ),
        heavy_passage(
            Text("een verkeersongeval", "a traffic accident"),
            Text(
                "Ruben keek één moment niet naar de weg. Hij zag de vrouw te laat. Zelf had hij "
                "niets. Zij kon maandenlang niet werken.",
                "For one moment, Ruben did not watch the road. He saw the woman too late. He was "
                "unhurt. She could not work for months.",
            ),
            Text(
                "Daarna reed hij niet meer. ’s Nachts zag hij het kruispunt steeds opnieuw.",
                "After that, he stopped driving. At night he saw the junction over and over again.",
            ),
        ),
        section(
            Text("Hoe ging het contact?", "What was the contact like?"),
            Text(
                "De bemiddelaar vroeg de vrouw of zij contact wilde. Ze heet Wil. Ze vroeg om "
                "bedenktijd. Na vier weken zei ze ja.",
                "The mediator asked the woman whether she wanted contact. Her name is Wil. She "
                "asked for time to think. After four weeks, she said yes.",
            ),
            Text(
                "Ze bereidden zich apart voor. Wil wilde horen wat er in de auto gebeurde. Ruben "
                "oefende om eerst te luisteren.",
                "They prepared separately. Wil wanted to hear what happened inside the car. Ruben "
                "practised listening first.",
            ),
            Text(
                "Het gesprek duurde een uur. Wil vertelde wat ze nog steeds niet kon. Ze was boos "
                "en dat zei ze. Ruben gaf antwoord op haar vragen. Hij schoof niets op een ander.",
                "The conversation took an hour. Wil told him what she still could not do. She was "
                "angry and she said so. Ruben answered her questions. He blamed nobody else.",
            ),
        ),
        quote(
            Text(
                "‘Ik kon het niet terugdraaien. Ik kon wel antwoord geven.’",
                "‘I could not undo it. But I could give answers.’",
            )
        ),
        section(
            Text("Wat bracht het Wil en Ruben?", "What did it do for Wil and Ruben?"),
            Text(
                "Wil weet nu wat er is gebeurd. Ze vindt Ruben niet opeens aardig. Dat hoefde ook "
                "niet van haar.",
                "Wil now knows what happened. That does not mean she suddenly likes him. She never "
                "set out to.",
            ),
            Text(
                "Ruben rijdt weer, rustiger dan eerst. De rechter deed later uitspraak. Het "
                "gesprek speelde daarin geen rol.",
                "Ruben drives again, more calmly than before. The court decided the case later. "
                "The conversation played no part in it.",
            ),
        ),
    ],
)

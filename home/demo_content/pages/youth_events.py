"""What happened, told to young people: one short page for each tile."""

from home.demo_content.texts import DemoPage, Text, link, section

DID_IT = Text("En als ik het zelf deed?", "What if I did it myself?")
NEXT = Text("Wat kan ik nu doen?", "What can I do now?")
YOUR_STORY = (
    "call_to_action",
    {
        "heading": Text("Wat doen jullie met mijn verhaal?", "What do you do with my story?"),
        "text": Text(
            "Lees eerst wie het te horen krijgt. Daarna kies je zelf.",
            "First read who will be told. Then you choose.",
        ),
        "link": link(
            Text("Lees wat we met jouw verhaal doen", "Read what we do with your story"),
            "youth-your-story",
        ),
    },
)


def event(
    key: str, title: Text, slug: Text, intro: Text, contact: Text, did_it: Text, now: Text
) -> DemoPage:
    """The page of one tile."""
    return DemoPage(
        key=f"youth-{key}",
        model="home.ContentPage",
        parent="young-people",
        title=title,
        slug=slug,
        description=intro,
        plain={"intro": intro},
        streams={
            "action": [
                (
                    "link",
                    link(Text("Lees hoe je je aanmeldt", "Read how to register"), "youth-register"),
                )
            ],
            "body": [
                section(Text("Wat kan contact je geven?", "What can contact give you?"), contact),
                section(DID_IT, did_it),
                section(NEXT, now),
                YOUR_STORY,
                ("crisis", {"title": "", "lines": [], "audience": "young"}),
            ],
        },
    )


YOUTH_EVENTS = [
    event(
        "sexual",
        Text("Iets seksueels wat iemand niet wilde", "Something sexual that someone did not want"),
        Text("iets-seksueels", "something-sexual"),
        Text(
            "Er gebeurde iets seksueels wat jij niet wilde. Of wat de ander niet wilde.",
            "Something sexual happened that you did not want. Or that the other person did not "
            "want.",
        ),
        Text(
            "Misschien ken je de ander, van school of van thuis. Misschien wil je zeggen wat het "
            "met je deed. Of je wilt afspraken voor als je elkaar ziet. Een brief kan eerst.",
            "You may know the other person, from school or from home. You may want to say what it "
            "did to you. Or you may want agreements for when you meet. A letter can come first.",
        ),
        Text(
            "Dan mag je hier ook komen. Wil je iets zeggen tegen de ander? Wij vragen of de ander "
            "dat wil horen. Doe het niet zelf via je telefoon.",
            "You are in the right place too. Is there something you want to say to the other "
            "person? We will ask whether they want to hear it. Please do not contact them "
            "yourself on your phone.",
        ),
        Text(
            "Je hoeft ons niet te vertellen wat er precies is gebeurd. Niet in het formulier, en "
            "niet als we bellen. Jij kiest wat je zegt.",
            "You do not have to tell us exactly what happened. Not in the form, and not when we "
            "call. You choose what you say.",
        ),
    ),
    event(
        "images",
        Text("Gelekte naaktfoto’s", "Leaked nudes"),
        Text("gelekte-naaktfotos", "leaked-nudes"),
        Text(
            "Er gaat een foto of filmpje van jou rond. Of jij stuurde iets door.",
            "A photo or video of you is going around. Or you forwarded something.",
        ),
        Text(
            "Je kunt vragen wie het heeft, en waarom het werd gedeeld. Jullie kunnen afspreken wat "
            "er met de beelden gebeurt. En hoe jullie doen op school.",
            "You can ask who has it, and why it was shared. You can agree on what happens to the "
            "images. And on how to deal with each other at school.",
        ),
        Text(
            "Ook als je alleen doorstuurde, kun je iets doen. Je kunt vertellen wat er is gebeurd, "
            "en luisteren naar wat het met de ander deed.",
            "Even if you only passed it on, you can do something. You can say what happened, and "
            "listen to what it did to the other person.",
        ),
        Text(
            "Stuur ons geen beelden. We hoeven ze niet te zien. Jij hebt niets stoms gedaan door "
            "iemand te vertrouwen.",
            "Please do not send us any images. We do not need to see them. It was not stupid to "
            "trust someone.",
        ),
    ),
    event(
        "threats",
        Text("Bedreiging", "Threats"),
        Text("bedreiging", "threats"),
        Text(
            "Iemand bedreigt jou, op straat of online. Of jij zei dingen die bang maken.",
            "Someone is threatening you, in the street or online. Or you said things that scared "
            "someone.",
        ),
        Text(
            "Misschien wil je gewoon dat het klaar is. Een bemiddelaar kan boodschappen "
            "overbrengen. Jullie hoeven elkaar dan niet te zien. Ook afspraken kunnen helpen.",
            "You may just want it to be over. A mediator can carry messages, so that you do not "
            "have to see each other. Agreements can help as well.",
        ),
        Text(
            "Je kunt uitleggen wat er speelde, en vertellen wat je anders wilt. De ander beslist "
            "zelf of die dat wil horen.",
            "You can explain what was going on, and say what you want to change. The other person "
            "decides whether they want to hear it.",
        ),
        Text(
            "Ben je nu in gevaar? Bel 112. Is het minder dringend? Vertel het iemand die je "
            "vertrouwt. Daarna kijken wij met je mee.",
            "Are you in danger now? Call 112. If it is less urgent, tell someone you trust. After "
            "that, we can look at it together.",
        ),
    ),
    event(
        "theft",
        Text("Diefstal of oplichting", "Theft or fraud"),
        Text("diefstal-of-oplichting", "theft-or-fraud"),
        Text(
            "Er is iets van jou gestolen, of iemand heeft je opgelicht. Of jij deed het.",
            "Something of yours was stolen, or someone conned you. Or you did it.",
        ),
        Text(
            "Je kunt vragen waarom jij het was. Je kunt zeggen wat het voor je betekende. En "
            "jullie kunnen praten over de schade.",
            "You can ask why it was you. You can say what it meant to you. And you can talk about "
            "the damage.",
        ),
        Text(
            "Je kunt vertellen hoe het kwam, en afspreken wat je eraan doet. Ook met een winkel "
            "of een school kan dat.",
            "You can explain how it happened, and agree on what you will do about it. You can do "
            "this with a shop or a school too.",
        ),
        Text(
            "Je mag ons altijd iets vragen. Je zit dan nergens aan vast.",
            "You can always ask us something. It does not commit you to anything.",
        ),
    ),
    event(
        "traffic",
        Text("Verkeer", "Traffic"),
        Text("verkeer", "traffic"),
        Text(
            "Er was een ongeval. Je raakte gewond, je verloor iemand, of het kwam door jou.",
            "There was an accident. You were hurt, you lost someone, or you caused it.",
        ),
        Text(
            "Je kunt vragen wat er precies gebeurde. Of laten weten hoe het nu met je gaat. Soms "
            "is één brief al genoeg.",
            "You can ask exactly what happened. Or let the other person know how you are now. "
            "Sometimes one letter is enough.",
        ),
        Text(
            "Misschien durf je niets te laten horen. Of je weet niet of het mag. Vraag het ons. "
            "Wij vragen het aan de ander.",
            "You may be afraid to get in touch. Or you do not know whether you are allowed to. "
            "Ask us. We will ask the other person.",
        ),
        Text(
            "Was je erbij, of zag je het gebeuren? Dan kun je ook bij ons terecht.",
            "If you were there, or saw it happen, you can come to us too.",
        ),
    ),
    event(
        "violence",
        Text("Geweld", "Violence"),
        Text("geweld", "violence"),
        Text(
            "Iemand gebruikte geweld tegen jou. Of jij gebruikte geweld.",
            "Someone used violence against you. Or you used violence.",
        ),
        Text(
            "Misschien kom je de ander nog tegen, in de buurt of op school. Je kunt afspreken hoe "
            "je dan doet. Of vragen stellen die blijven hangen.",
            "You may still run into the other person, in your area or at school. You can agree on "
            "what you will do then. Or ask the questions that stay with you.",
        ),
        Text(
            "Je kunt vertellen wat er speelde, zonder het goed te praten. Je hoort ook wat het "
            "met de ander deed.",
            "You can say what was going on, without making excuses. You also hear what it did to "
            "the other person.",
        ),
        Text(
            "Gebeurt het thuis, of stopt het niet? Zorg dan eerst dat je veilig bent. Hieronder "
            "staat wie je nu kunt bellen.",
            "If it happens at home, or does not stop, make sure you are safe first. You can see "
            "below who you can call now.",
        ),
    ),
]

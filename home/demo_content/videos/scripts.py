"""What the five demo videos say, and all clips that the demo has."""

from home.demo_content.texts import Text
from home.demo_content.videos.script import DemoVideo
from home.demo_content.videos.sign_language import SIGN_LANGUAGE

FREE = Text(
    "Het is gratis, vrijwillig en vertrouwelijk.", "It is free, voluntary and confidential."
)
YOU_DECIDE = Text("Jij beslist. Je kunt altijd stoppen.", "You decide. You can stop at any time.")
REGISTER = Text(
    "Wil je meer weten? Meld je aan. Dan bellen we je binnen drie dagen.",
    "Do you want to know more? Register and we call you within three days.",
)

WHY = DemoVideo(
    clip="why",
    title=Text("Waarom herstelbemiddeling?", "Why restorative mediation?"),
    description=Text(
        "Wat mensen zoeken als ze contact willen na een ingrijpende gebeurtenis.",
        "What people look for when they want contact after a serious event.",
    ),
    overlap=0.46,
    drop=0.24,
    paragraphs=(
        (
            Text(
                "Er is iets ergs gebeurd. Je blijft met vragen zitten.",
                "Something bad happened. You are left with questions.",
            ),
            Text(
                "Waarom ik? Hoe gaat het nu met de ander?", "Why me? How is the other person now?"
            ),
            Text(
                "Weet de ander wat het met mij deed?",
                "Does the other person know what it did to me?",
            ),
        ),
        (
            Text(
                "Ook als je een ander iets aandeed, kun je vragen hebben.",
                "If you harmed someone, you may have questions too.",
            ),
            Text(
                "Mag ik iets laten weten? Mag ik antwoord geven?",
                "Can I say something? Can I give answers?",
            ),
        ),
        (
            Text(
                "Herstelbemiddeling is contact na een ingrijpende gebeurtenis.",
                "Restorative mediation is contact after a serious event.",
            ),
            Text(
                "Een bemiddelaar helpt daarbij en kiest geen kant.",
                "A mediator helps and does not take sides.",
            ),
            Text(
                "Het kan na een misdrijf, een verkeersongeval of seksueel geweld.",
                "It is possible after a crime, a traffic accident or sexual violence.",
            ),
            Text("Kort daarna, of pas na jaren.", "Soon after, or years later."),
        ),
        (
            Text(
                "Sommige mensen zoeken antwoorden. Anderen willen gehoord worden.",
                "Some people look for answers. Others want to be heard.",
            ),
            Text(
                "Of ze willen afspraken, voor als ze elkaar toevallig tegenkomen.",
                "Or they want agreements, in case they meet by chance.",
            ),
            Text(
                "Ook één gesprek met een bemiddelaar kan een stap zijn.",
                "One conversation with a mediator can be a step too.",
            ),
        ),
        (FREE, YOU_DECIDE, REGISTER),
    ),
)

HOW = DemoVideo(
    clip="how",
    title=Text("Hoe werkt herstelbemiddeling?", "How does restorative mediation work?"),
    description=Text(
        "Van je aanmelding tot het contact: wat er gebeurt, en waar jij beslist.",
        "From registering to having contact: what happens, and where you decide.",
    ),
    overlap=0.34,
    drop=0.0,
    paragraphs=(
        (
            Text(
                "Je denkt aan contact met de ander. Hoe gaat dat?",
                "You are thinking about contact with the other person. How does it work?",
            ),
            Text(
                "Eerst meld je je aan, online of met de telefoon.",
                "First you register, online or by phone.",
            ),
            Text(
                "Een voornaam is genoeg. Je verhaal hoeft er niet bij.",
                "A first name is enough. You do not have to tell your story.",
            ),
        ),
        (
            Text(
                "Binnen drie dagen bellen we je. Je kunt dan alles vragen.",
                "We call you within three days. You can ask us anything.",
            ),
            Text(
                "Daarna praat je met een bemiddelaar uit jouw regio.",
                "After that you talk to a mediator from your area.",
            ),
            Text(
                "Die luistert en kiest geen kant.", "The mediator listens and does not take sides."
            ),
            Text("Wil je iemand meenemen? Dat mag.", "Would you like to bring someone? You can."),
        ),
        (
            Text(
                "De bemiddelaar vraagt ook de ander. Die mag nee zeggen.",
                "The mediator also asks the other person, who can say no.",
            ),
            Text(
                "Willen jullie allebei? Dan bereid je je voor, apart van elkaar.",
                "If you both want it, you each prepare, separately.",
            ),
            Text(
                "Wat wil je vragen? Wat wil je zeggen?",
                "What do you want to ask? What do you want to say?",
            ),
        ),
        (
            Text(
                "Een gesprek kan. Een brief of een videoboodschap kan ook.",
                "You can have a conversation. A letter or a video message is possible too.",
            ),
            Text(
                "Of de bemiddelaar brengt boodschappen over. Dan zie je elkaar niet.",
                "Or the mediator carries messages. Then you do not meet.",
            ),
            Text(
                "Na afloop kijken we met je terug. Is er nog iets nodig?",
                "Afterwards we look back with you. Do you need anything else?",
            ),
        ),
        (
            Text(
                "Het staat los van de rechtszaak en verandert de uitkomst niet.",
                "It is separate from the court case and does not change the outcome.",
            ),
            FREE,
            YOU_DECIDE,
        ),
    ),
)

SEXUAL_VIOLENCE = DemoVideo(
    clip="sexual-violence",
    title=Text(
        "Herstelbemiddeling na seksueel geweld", "Restorative mediation after sexual violence"
    ),
    description=Text(
        "Waarom er na seksueel geweld meer tijd is, en hoe jij het tempo bepaalt.",
        "Why we take more time after sexual violence, and how you set the pace.",
    ),
    overlap=0.2,
    drop=0.3,
    paragraphs=(
        (
            Text(
                "Deze video gaat over contact na seksueel geweld.",
                "This video is about contact after sexual violence.",
            ),
            Text(
                "We vertellen niet wat er gebeurde. We vertellen wat er kan.",
                "We do not describe what happened. We explain what is possible.",
            ),
        ),
        (
            Text(
                "Vaak kennen de mensen elkaar al.",
                "Often the people already know each other.",
            ),
            Text(
                "Misschien kom je de ander nog tegen.", "You may still run into the other person."
            ),
            Text(
                "Misschien wil je dat de ander hoort wat het met je deed.",
                "You may want the other person to hear what it did to you.",
            ),
            Text(
                "Of je bent zelf over een grens gegaan en wilt daar iets over zeggen.",
                "Or you crossed a line yourself and want to say something about it.",
            ),
        ),
        (
            Text(
                "Na seksueel geweld nemen we meer tijd.", "After sexual violence we take more time."
            ),
            Text(
                "De voorbereiding is langer. Vaak gaat het in kleine stappen.",
                "The preparation takes longer. It often happens in small steps.",
            ),
            Text(
                "Een brief kan de eerste stap zijn. Elkaar zien hoeft niet.",
                "A letter can be the first step. You do not have to meet.",
            ),
            Text(
                "Ook als je nooit meer contact wilt, kun je afspraken maken.",
                "You can make agreements even if you never want contact again.",
            ),
        ),
        (
            Text(
                "Jij bepaalt het tempo en wat je vertelt.",
                "You set the pace and decide what you tell us.",
            ),
            Text(
                "Je kunt je aanmelden zonder je verhaal te vertellen.",
                "You can register without telling your story.",
            ),
            YOU_DECIDE,
        ),
        (
            Text("Ben je nu in gevaar? Bel 112.", "Are you in danger now? Call 112."),
            REGISTER,
        ),
    ),
)

IN_ENGLISH = DemoVideo(
    clip="in-english",
    title=Text("Restorative mediation (Engels)", "Restorative mediation"),
    description=Text(
        "Engelse uitleg, voor als Nederlands niet je taal is. Een tolk is gratis.",
        "An explanation in English, for people who do not speak Dutch. An interpreter is free.",
    ),
    overlap=0.56,
    drop=0.12,
    paragraphs=(
        (
            Text(
                "Er is in Nederland iets ingrijpends gebeurd.",
                "Something serious happened in the Netherlands.",
            ),
            Text(
                "Misschien werd je slachtoffer, of verloor je iemand.",
                "You may have been harmed, or lost someone.",
            ),
            Text("Misschien deed jij een ander iets aan.", "You may have harmed someone."),
            Text(
                "Je spreekt geen Nederlands. Toch kun je bij ons terecht.",
                "You do not speak Dutch. You can still come to us.",
            ),
        ),
        (
            Text(
                "Herstelbemiddeling betekent contact met de ander, als je dat wilt.",
                "Restorative mediation means contact with the other person, if you want it.",
            ),
            Text("Een bemiddelaar helpt jullie allebei.", "A mediator helps both of you."),
            Text(
                "Je kunt praten, een brief sturen of een video opnemen.",
                "You can talk, send a letter or record a video.",
            ),
            Text(
                "Of de bemiddelaar brengt boodschappen over.", "Or the mediator carries messages."
            ),
        ),
        (
            Text(
                "Dat kan in het Engels, of met een tolk. De tolk is gratis.",
                "You can do this in English or with an interpreter. The interpreter is free.",
            ),
            Text(
                "Ook onze site en het formulier zijn er in het Engels.",
                "Our site and the form are in English too.",
            ),
            Text(
                "Liever bellen? Dat kan naar +31 30 234 00 45.",
                "Would you rather call? Our number is +31 30 234 00 45.",
            ),
        ),
        (FREE, YOU_DECIDE, REGISTER),
    ),
)

TRAFFIC = DemoVideo(
    clip="traffic",
    title=Text(
        "Contact na een verkeersongeval – zo werkt herstelbemiddeling",
        "Contact after a traffic accident – how restorative mediation works",
    ),
    description=Text(
        "Voor wie gewond raakte, iemand verloor, een ongeval veroorzaakte of het zag gebeuren.",
        "For anyone who was hurt, lost someone, caused an accident or saw it happen.",
    ),
    overlap=0.5,
    drop=0.4,
    paragraphs=(
        (
            Text(
                "Eén moment op de weg, en daarna is alles anders.",
                "One moment on the road, and then everything is different.",
            ),
            Text("Je raakte gewond, of je verloor iemand.", "You were hurt, or you lost someone."),
            Text(
                "Misschien wil je weten wat er precies gebeurde.",
                "You may want to know exactly what happened.",
            ),
        ),
        (
            Text(
                "Of je veroorzaakte het ongeval en denkt elke dag aan de ander.",
                "Or you caused the accident and think about the other person every day.",
            ),
            Text(
                "Je wilt iets laten weten. Mag dat?",
                "You want to let them know something. Are you allowed to?",
            ),
            Text(
                "Dat mag je ons vragen. Wij doen geen uitspraak over schuld.",
                "You can ask us. We do not say who is guilty or to blame.",
            ),
        ),
        (
            Text(
                "Een bemiddelaar praat eerst met jou en daarna met de ander.",
                "A mediator first talks to you and then to the other person.",
            ),
            Text(
                "Alleen als jullie allebei willen, komt er contact.",
                "There is only contact if you both want it.",
            ),
            Text(
                "In een gesprek, met een brief, of met boodschappen via de bemiddelaar.",
                "In a conversation, by letter, or with messages through the mediator.",
            ),
            Text(
                "Loopt er een rechtszaak? Je hoeft daar niet op te wachten.",
                "Is there a court case? You do not have to wait for it.",
            ),
            Text(
                "Herstelbemiddeling staat los van de zaak en verandert de uitkomst niet.",
                "Restorative mediation is separate from the case and does not change its outcome.",
            ),
        ),
        (
            Text(
                "In 2024 ging 19% van de zaken bij onze bemiddelaars over verkeer.",
                "In 2024, 19% of our mediators’ cases were about traffic.",
            ),
            Text(
                "Een jaar eerder was dat 14%. Dit staat in ons jaarverslag.",
                "A year earlier that was 14%. Source: our annual report.",
            ),
        ),
        (FREE, YOU_DECIDE, REGISTER),
    ),
)

VIDEOS = [WHY, HOW, SEXUAL_VIOLENCE, IN_ENGLISH, TRAFFIC]
CLIPS = [*VIDEOS, SIGN_LANGUAGE]

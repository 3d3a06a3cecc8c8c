"""How it works. What would I have to do?"""

from home.demo_content.texts import (
    DemoPage,
    Text,
    VideoReference,
    bullets,
    chart,
    figure,
    link,
    register_link,
    rich,
    section,
    small_heading,
)


def question(asked: Text, *answer: Text) -> dict[str, object]:
    """One entry of the questions and answers."""
    return {"question": asked, "answer": rich(*answer)}


def step(title: Text, text: Text) -> dict[str, Text]:
    """One step."""
    return {"title": title, "text": text}


STEPS = {
    "heading": Text(
        "Wat gebeurt er, en waar beslis jij?", "What happens, and where do you decide?"
    ),
    "intro": Text("Je kunt bij elke stap stoppen.", "You can stop at any step."),
    "steps": [
        step(
            Text("Je meldt je aan", "You register"),
            Text(
                "Je vult een formulier in, of je belt ons. Je hoeft je verhaal nog niet te "
                "vertellen.",
                "You fill in a form, or you call us. You do not have to tell your story yet.",
            ),
        ),
        step(
            Text("We bellen je", "We call you"),
            Text(
                "Binnen drie dagen belt iemand van het aanmeldpunt. Jij beslist of je verder wilt.",
                "Someone from our registration desk calls within three days. You decide whether "
                "to go on.",
            ),
        ),
        step(
            Text("Je praat met een bemiddelaar", "You talk to a mediator"),
            Text(
                "Wat is er gebeurd, en wat zoek je? De bemiddelaar kiest geen kant.",
                "What happened, and what are you looking for? The mediator does not take sides.",
            ),
        ),
        step(
            Text("Jullie bereiden je voor", "You both prepare"),
            Text(
                "Wil de ander ook? Dan bereiden jullie je voor, apart van elkaar.",
                "If the other person wants this too, you each prepare, separately.",
            ),
        ),
        step(
            Text("Er is contact", "There is contact"),
            Text(
                "Op de manier die jullie samen kiezen. Het hoeft geen gesprek te zijn.",
                "You choose together how. It does not have to be a conversation.",
            ),
        ),
        step(
            Text("We kijken terug", "We look back"),
            Text(
                "De bemiddelaar vraagt hoe het was, en of er nog iets nodig is.",
                "The mediator asks how it was, and whether you need anything else.",
            ),
        ),
    ],
}

QUESTIONS = {
    "heading": Text("Vragen die mensen vaak hebben", "Questions people often ask"),
    "questions": [
        question(
            Text("Wat kost het?", "What does it cost?"),
            Text(
                "Niets. Het ministerie van Justitie en Veiligheid betaalt ons werk.",
                "Nothing. The Dutch Ministry of Justice and Security pays for our work.",
            ),
        ),
        question(
            Text("Is het vrijwillig?", "Is it voluntary?"),
            Text(
                "Ja, voor jullie allebei. Je kunt altijd pauzeren of stoppen. Je hoeft niet "
                "te zeggen waarom.",
                "Yes, for both of you. You can pause or stop at any time. You do not have to "
                "say why.",
            ),
        ),
        question(
            Text("Moet ik de ander zien?", "Do I have to meet the other person?"),
            Text(
                "Nee. Een brief of een video kan ook. Of de bemiddelaar brengt boodschappen over.",
                "No. A letter or a video is possible too. Or the mediator carries messages.",
            ),
        ),
        question(
            Text("Wat als de ander niet wil?", "What if the other person says no?"),
            Text(
                "Dan komt er geen contact. Meedoen is voor jullie allebei vrijwillig. "
                "Ook een gesprek met een bemiddelaar kan een stap zijn.",
                "Then there is no contact. Taking part is voluntary for both of you. "
                "A conversation with a mediator can be a step in itself.",
            ),
        ),
        question(
            Text("Mag ik iemand meenemen?", "Can I bring someone?"),
            Text(
                "Vertel het ons als we bellen. Dan bespreken we wie bij welk gesprek kan zijn.",
                "Tell us when we call, and we will discuss who can join which conversation.",
            ),
        ),
        question(
            Text("Hoe lang moet ik wachten?", "How long do I have to wait?"),
            Text(
                "We bellen je binnen drie dagen. Hoe lang het daarna duurt, verschilt. "
                "Jullie bepalen zelf het tempo.",
                "We call you within three days. How long the rest takes is different for "
                "everyone. You set the pace.",
            ),
        ),
        question(
            Text(
                "Kan het ook als iemand in de gevangenis zit?",
                "Can I do this from prison?",
            ),
            Text(
                "Ja. Ook mensen in een gevangenis, jeugdgevangenis of tbs-kliniek melden zich "
                "aan. Dat kan met een brief, of via iemand die daar werkt. De bemiddelaar "
                "komt naar je toe.",
                "Yes. People in prisons, youth prisons and forensic clinics register too. "
                "They can write a letter, or ask someone who works there. The mediator comes "
                "to you.",
            ),
        ),
        question(
            Text(
                "Wat als ik geen Nederlands spreek?",
                "What if I would rather speak another language?",
            ),
            Text(
                "Het gesprek kan in het Engels. Voor andere talen regelen we een tolk. "
                "Die kost je niets.",
                "You can talk to us in English. For other languages, we arrange an interpreter. "
                "That is free for you.",
            ),
        ),
        question(
            Text(
                "Ik kreeg een brief van jullie. Wat nu?",
                "I received a letter from you. What does it mean?",
            ),
            Text(
                "Iemand heeft gevraagd of contact met jou mogelijk is. Je hoeft niets te doen. "
                "Wil je weten waar het over gaat? Bel ons dan.",
                "Someone has asked whether contact with you is possible. You do not have to do "
                "anything. If you would like to know more, call us.",
            ),
        ),
        question(
            Text(
                "Kan het ook als ik de ander niet ken?", "What if I do not know the other person?"
            ),
            Text(
                "Meld je gerust aan. We kijken samen wat er kan. Soms weten politie of "
                "Openbaar Ministerie om wie het gaat. Weet niemand het? Dan kan een gesprek "
                "met een bemiddelaar nog steeds.",
                "You are welcome to register. Together, we look at what is possible. Sometimes "
                "the police or the Public Prosecution Service know who it is. If nobody knows, a "
                "conversation with a mediator is still possible.",
            ),
        ),
        question(
            Text("Wat als de ander is overleden?", "What if the other person has died?"),
            Text(
                "Dan kan contact met die ander niet meer. Misschien wil iemand uit de familie "
                "met je praten. Ook die beslist zelf. Samen kijken we wat jij nog zoekt.",
                "Then contact with that person is no longer possible. A relative may be "
                "willing to talk to you. They decide for themselves too. Together, we look at "
                "what you still hope for.",
            ),
        ),
        question(
            Text("Is het vertrouwelijk?", "Is it confidential?"),
            Text(
                "Ja. De ander hoort alleen wat jij wilt delen. Wat je in een bemiddeling "
                "zegt, geven we niet door aan politie of rechter.",
                "Yes. The other person only hears what you want to share. What you say in "
                "mediation is not passed on to the police or the court.",
            ),
        ),
        question(
            Text("Moet ik vergeven, of spijt hebben?", "Do I have to forgive, or be sorry?"),
            Text(
                "Nee. Niemand hoeft iets te voelen of te zeggen wat niet klopt.",
                "No. Nobody has to feel or say anything that is not true.",
            ),
        ),
    ],
}

HOW_IT_WORKS = DemoPage(
    key="how-it-works",
    model="home.ContentPage",
    title=Text("Hoe het werkt", "How it works"),
    slug=Text("hoe-het-werkt", "how-it-works"),
    description=Text(
        "Wat gebeurt er als je je aanmeldt voor herstelbemiddeling? Zes stappen, "
        "en bij elke stap beslis jij.",
        "What happens when you register for restorative mediation? Six steps, "
        "and you decide at each of them.",
    ),
    plain={
        "intro": Text(
            "Je meldt je aan en we bellen je. Daarna beslis jij. Je kunt altijd stoppen.",
            "You register and we call you. After that, you decide. You can stop at any time.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            section(
                Text("Wat is herstelbemiddeling?", "What is restorative mediation?"),
                Text(
                    "Herstelbemiddeling is contact tussen mensen na een ingrijpende gebeurtenis. "
                    "Een bemiddelaar helpt daarbij.",
                    "Restorative mediation is contact between people after a serious event. "
                    "A mediator helps them.",
                ),
                Text(
                    "Het gaat over wat je hebt meegemaakt, en wat je nog wilt vragen of zeggen. "
                    "Het gaat niet over wie er schuldig is.",
                    "It is about what you have been through, and what you want to ask or say. "
                    "It is not about who is guilty.",
                ),
                Text(
                    "Sommige mensen zoeken antwoorden. Anderen willen horen dat het de ander "
                    "spijt, "
                    "of dat zelf zeggen. Weer anderen willen afspraken voor als ze elkaar "
                    "tegenkomen.",
                    "Some people look for answers. Others want to hear that the other person is "
                    "sorry, or want to say so themselves. Others want agreements, in case they "
                    "meet by chance.",
                ),
            ),
            ("steps", STEPS),
            section(
                Text("Welke vormen van contact zijn er?", "What forms of contact are there?"),
                bullets(
                    Text(
                        "<b>De bemiddelaar brengt boodschappen over.</b> Jullie zien elkaar niet.",
                        "<b>The mediator carries messages.</b> You do not see each other.",
                    ),
                    Text(
                        "<b>Een gesprek.</b> Jullie praten met elkaar. De bemiddelaar is erbij.",
                        "<b>A conversation.</b> You talk to each other. The mediator is there.",
                    ),
                    Text(
                        "<b>Een gesprek in een groep.</b> Ook familie of anderen doen mee.",
                        "<b>A group meeting.</b> Family or others take part as well.",
                    ),
                    Text(
                        "<b>Brieven.</b> Je schrijft, en de ander leest wanneer het uitkomt.",
                        "<b>Letters.</b> You write, and the other person reads in their own time.",
                    ),
                    Text(
                        "<b>Een videoboodschap.</b> Je zegt wat je wilt zeggen, op je eigen "
                        "moment.",
                        "<b>A video message.</b> You say what you want to say, in your own time.",
                    ),
                ),
            ),
            chart(
                Text("Wat kiezen mensen het vaakst?", "What do people choose most?"),
                "form-of-contact",
            ),
            (
                "figures",
                {
                    "heading": Text("Komt er altijd contact?", "Is there always contact?"),
                    "figures": [
                        figure(
                            "contact.reached.2024",
                            Text(
                                "van de keren dat beiden na het eerste gesprek door wilden, kwam "
                                "er contact (2024)",
                                "of the times when both people wanted to go on after the first "
                                "conversation, there was contact (2024)",
                            ),
                        )
                    ],
                    "source": "",
                },
            ),
            section(
                Text(
                    "Kan het voor, tijdens of na een rechtszaak?",
                    "Can it be before, during or after a court case?",
                ),
                Text(
                    "Alle drie. Het kan vlak na wat er is gebeurd, maar ook jaren later. "
                    "Herstelbemiddeling staat los van de strafzaak. De uitkomst van de zaak "
                    "verandert er niet door.",
                    "All three. It can be soon after what happened, or years later. Restorative "
                    "mediation is separate from the criminal case. It does not change the outcome.",
                ),
                small_heading(Text("Vóór een rechtszaak", "Before a court case")),
                Text(
                    "Moet je wachten op de zitting? Die tijd kun je gebruiken. Er hoeft nog niets "
                    "beslist te zijn.",
                    "Are you waiting for the hearing? You can use that time. Nothing has to be "
                    "decided yet.",
                ),
                small_heading(Text("Tijdens een rechtszaak", "During a court case")),
                Text(
                    "Bemiddeling kan gewoon doorgaan. Ze gaat niet over schuld of bewijs. Twijfel "
                    "je? Vraag je advocaat om advies.",
                    "Mediation can carry on. It is not about guilt or evidence. If you are not "
                    "sure, ask your lawyer for advice.",
                ),
                small_heading(Text("Na een rechtszaak", "After a court case")),
                Text(
                    "Ook na de uitspraak kun je vragen hebben. En later nog, als iemand vrijkomt "
                    "of als je elkaar weer tegenkomt.",
                    "You may still have questions after the court’s decision. Or later, when "
                    "someone is released or when you meet again.",
                ),
            ),
            (
                "video",
                {
                    "heading": Text("Zie je het liever?", "Would you rather watch?"),
                    "text": Text(
                        "In een korte video zie je de stappen na elkaar. De tekst kun je ook "
                        "lezen.",
                        "A short video shows the steps one by one. You can read the text as well.",
                    ),
                    "video": VideoReference("video-how"),
                    "link": link(Text("Bekijk alle video’s", "See all videos"), "videos"),
                },
            ),
            ("faq", QUESTIONS),
            (
                "doors",
                {
                    "heading": Text(
                        "Past iets anders beter bij jou?", "Would something else suit you better?"
                    ),
                    "intro": Text(
                        "Er is meer dan contact met die ene ander.",
                        "Contact with that one person is not the only option.",
                    ),
                    "left_title": Text("In een groep", "In a group"),
                    "left_links": [
                        link(
                            Text("Samenspraak", "Samenspraak: group conversations"),
                            "group-talks",
                            Text("Met mensen van allebei de kanten", "With people from both sides"),
                        ),
                    ],
                    "right_title": Text("Met familie", "With family"),
                    "right_links": [
                        link(
                            Text("Herstelcirkels", "Herstelcirkels: restorative circles"),
                            "circles",
                            Text(
                                "Voor naasten, na seksueel geweld",
                                "For people close to someone, after sexual violence",
                            ),
                        ),
                        link(
                            Text(
                                "Iemand van wie je houdt zit vast",
                                "Someone close to you is in prison",
                            ),
                            "prison-relatives",
                            Text("Contact tussen jullie", "Contact between the two of you"),
                        ),
                    ],
                    "meeting_text": "",
                    "rows": [
                        link(
                            Text("Hoe het werkt, makkelijk", "How it works, made easy"),
                            "easy-how-it-works",
                            Text(
                                "In korte zinnen, ook voorgelezen",
                                "In short sentences, and read aloud too",
                            ),
                        ),
                        link(
                            Text("Verhalen van anderen", "Other people’s stories"),
                            "stories",
                            Text("Voorbeelden, van elke kant", "Examples, from every side"),
                        ),
                        link(
                            Text("Weet je het nog niet zeker?", "Not sure yet?"),
                            "not-sure-yet",
                            Text(
                                "Gebeld worden zonder verhaal, of een herinnering",
                                "A call without telling your story, or a reminder",
                            ),
                        ),
                    ],
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text("Wil je verder praten?", "Would you like to take it further?"),
                    "text": Text(
                        "Meld je aan, dan bellen we je binnen drie dagen. Het kost niets.",
                        "Register and we call you within three days. It is free.",
                    ),
                    "link": register_link(),
                },
            ),
        ],
    },
)

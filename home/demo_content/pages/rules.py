"""The regulations. The foundation's own documents are not ours to print: these are samples."""

from typing import Any

from home.demo_content.texts import (
    DemoPage,
    Text,
    bullets,
    download,
    downloads,
    link,
    numbers,
    section,
)

_SAMPLE = (
    "note",
    {
        "text": Text(
            "Dit is een voorbeeldtekst, geschreven voor deze demosite. Het echte reglement "
            "kan anders zijn. Bel 030-2340045 om het te krijgen.",
            "This is a sample text, written for this demonstration site. The real document "
            "may differ. Call +31 30 234 00 45 to receive it.",
        )
    },
)


def _download(key: str, title: Text) -> Any:
    heading = Text("Wil je dit bewaren?", "Would you like to keep this?")
    return downloads(heading, download(title, key))


def _rules(
    key: str,
    title: Text,
    slug: Text,
    description: Text,
    *,
    intro: Text,
    action: Any,
    body: list[Any],
) -> DemoPage:
    return DemoPage(
        key=key,
        model="home.ContentPage",
        parent="about-us",
        title=title,
        slug=slug,
        description=description,
        plain={"intro": intro},
        streams={"action": [("link", action)], "body": [_SAMPLE, *body, _download(key, title)]},
    )


COMPLAINTS_PROCEDURE = _rules(
    "complaints-procedure",
    Text("Klachtenreglement", "Complaints procedure"),
    Text("klachtenreglement", "complaints-procedure"),
    Text(
        "Wie kan een klacht indienen bij Perspectief Herstelbemiddeling, en hoe gaat dat?",
        "Who can make a complaint to Perspectief Herstelbemiddeling, and how does it work?",
    ),
    intro=Text(
        "De regels voor klachten, in gewone woorden. Wil je meteen iets doorgeven? Dat kan "
        "zonder dit te lezen.",
        "The rules for complaints, in plain words. You can also make a complaint straight away, "
        "without reading this.",
    ),
    action=link(Text("Geef een klacht door", "Make a complaint"), "complaints"),
    body=[
        section(
            Text("Wie kan een klacht indienen?", "Who can make a complaint?"),
            Text(
                "Iedereen met wie wij contact hadden over bemiddeling. Je mag iemand vragen "
                "om het namens jou te doen.",
                "Anyone we have had contact with about mediation. You can ask someone to do it on "
                "your behalf.",
            ),
        ),
        section(
            Text("Wat gebeurt er eerst?", "What happens first?"),
            Text(
                "We vragen of je erover wilt praten met degene om wie het gaat. Dat hoeft "
                "niet. Ook de directeur kan met je praten.",
                "We ask whether you want to talk about it with the person concerned. You do not "
                "have to. The director can talk to you as well.",
            ),
        ),
        section(
            Text("Wat doet de commissie?", "What does the committee do?"),
            numbers(
                Text(
                    "De commissie kijkt of ze je klacht kan behandelen, en laat je dat weten.",
                    "The committee looks at whether it can deal with your complaint, and lets "
                    "you know.",
                ),
                Text(
                    "Ze luistert naar jou, en naar degene over wie het gaat. Dat kan apart "
                    "van elkaar.",
                    "It listens to you, and to the person concerned. This can be done separately.",
                ),
                Text(
                    "Ze schrijft op wat ze vindt, en waarom. Jullie krijgen het allebei.",
                    "It writes down its view, and the reasons. You both receive this.",
                ),
                Text(
                    "Het bestuur zegt wat het ermee doet.",
                    "The board says what it will do about it.",
                ),
            ),
            Text(
                "De commissie heeft [[quality.complaints-committee.2024]] leden. Zij werken "
                "niet bij ons en beslissen zelf.",
                "The committee has [[quality.complaints-committee.2024]] members. They do not "
                "work for us and decide independently.",
            ),
        ),
        section(
            Text("Wat mag je verwachten?", "What can you expect?"),
            bullets(
                Text("Een klacht kost niets.", "Making a complaint is free."),
                Text(
                    "Wat je vertelt, blijft vertrouwelijk.", "What you tell us stays confidential."
                ),
                Text("Je mag iemand meenemen.", "You can bring someone."),
                Text(
                    "Je kunt op elk moment stoppen met je klacht.",
                    "You can withdraw your complaint at any time.",
                ),
                Text(
                    "Je bemiddeling gaat gewoon door, als je dat wilt. Je kunt om een andere "
                    "bemiddelaar vragen.",
                    "Your mediation carries on, if you want it to. You can ask for a different "
                    "mediator.",
                ),
            ),
        ),
    ],
)

PRIVACY_POLICY = _rules(
    "privacy-policy",
    Text("Privacyreglement", "Privacy policy"),
    Text("privacyreglement", "privacy-policy"),
    Text(
        "De regels van Perspectief Herstelbemiddeling voor persoonsgegevens, van aanmelding "
        "tot bemiddeling.",
        "The rules of Perspectief Herstelbemiddeling for personal data, from registration to "
        "mediation.",
    ),
    intro=Text(
        "De regels voor gegevens bij al ons werk. Gaat het je om het formulier op deze site? "
        "Dat staat korter op een andere pagina.",
        "The rules for data in all our work. Is it the form on this site you want to know about? "
        "Another page explains that more briefly.",
    ),
    action=link(
        Text("Lees wat we met je gegevens doen", "Read what we do with your data"), "privacy"
    ),
    body=[
        section(
            Text("Welke gegevens hebben we nodig?", "What data do we need?"),
            Text(
                "Genoeg om je te bereiken, en om te weten waar het over gaat. Voor een "
                "bemiddeling hebben we soms ook gegevens van de ander nodig. Die vragen we "
                "bij de politie of het Openbaar Ministerie.",
                "Enough to reach you, and to know what it is about. For mediation we sometimes "
                "need data about the other person as well. We ask the police or the Public "
                "Prosecution Service for it.",
            ),
        ),
        section(
            Text("Wie ziet ze?", "Who sees it?"),
            bullets(
                Text("De mensen van het aanmeldpunt.", "The people at the registration desk."),
                Text("De bemiddelaar met wie jij praat.", "The mediator you talk to."),
                Text(
                    "De ander ziet alleen wat jij wilt delen.",
                    "The other person only sees what you want to share.",
                ),
            ),
            Text(
                "Wat je in een bemiddeling zegt, geven we niet door aan politie of rechter.",
                "What you say in mediation is not passed on to the police or the court.",
            ),
        ),
        section(
            Text("Hoe lang bewaren we ze?", "How long do we keep it?"),
            Text(
                "In het systeem van de bemiddelaars hoogstens vijf jaar nadat we klaar zijn. "
                "Aanmeldingen op deze site wissen we veel eerder.",
                "In the mediators’ system, for five years at most after we have finished. "
                "Registrations on this site are deleted much sooner.",
            ),
        ),
        section(
            Text("Wat kun je vragen?", "What can you ask?"),
            bullets(
                Text("Welke gegevens we van je hebben.", "What data we have about you."),
                Text("Of we iets verbeteren of wissen.", "That we correct or delete something."),
                Text("Of we ergens mee stoppen.", "That we stop doing something with your data."),
            ),
            Text(
                "Bel 030-2340045. Een functionaris gegevensbescherming (FG) ziet erop toe dat "
                "we ons aan de regels houden.",
                "Call +31 30 234 00 45. A data protection officer checks that we keep to the "
                "rules.",
            ),
        ),
    ],
)

PRIVACY_COMPLAINTS_PROCEDURE = _rules(
    "privacy-complaints-procedure",
    Text("Reglement voor klachten over privacy", "Procedure for complaints about privacy"),
    Text("reglement-klachten-over-privacy", "privacy-complaints-procedure"),
    Text(
        "Hoe klaag je over de manier waarop Perspectief Herstelbemiddeling met je gegevens omgaat?",
        "How do you complain about the way Perspectief Herstelbemiddeling handles your data?",
    ),
    intro=Text(
        "Ben je niet tevreden over hoe we met je gegevens omgaan? Zo vertel je het, en dit "
        "gebeurt er daarna.",
        "Are you unhappy with how we handle your data? Here is how to tell us, and what happens "
        "next.",
    ),
    action=link(Text("Bel of schrijf ons", "Call or write to us"), "other-ways"),
    body=[
        section(
            Text("Hoe dien je een klacht in?", "How do you make a complaint?"),
            numbers(
                Text(
                    "Bel 030-2340045 en vraag naar de functionaris gegevensbescherming (FG).",
                    "Call +31 30 234 00 45 and ask for the data protection officer.",
                ),
                Text(
                    "Vertel wat er gebeurde. Noem geen gegevens van anderen.",
                    "Say what happened. Do not give details about other people.",
                ),
                Text(
                    "De FG zoekt uit wat er met je gegevens is gedaan.",
                    "The officer finds out what was done with your data.",
                ),
                Text(
                    "Je krijgt antwoord, met uitleg en met wat we veranderen.",
                    "You get an answer, which explains what happened and what we will change.",
                ),
            ),
        ),
        section(
            Text(
                "Wie is de functionaris gegevensbescherming?", "Who is the data protection officer?"
            ),
            Text(
                "Iemand die toezicht houdt op wat we met gegevens doen. De FG beslist zelf, "
                "ook als het bestuur iets anders vindt.",
                "A person who supervises what we do with data. The officer decides independently, "
                "even if the board disagrees.",
            ),
        ),
        section(
            Text("Ben je het niet eens met het antwoord?", "Do you disagree with the answer?"),
            Text(
                "Dan kan de onafhankelijke klachtencommissie ernaar kijken. Je kunt ook "
                "meteen naar de Autoriteit Persoonsgegevens.",
                "Then the independent complaints committee can look at it. You can also go "
                "straight to the Autoriteit Persoonsgegevens (data protection authority).",
            ),
        ),
    ],
)

RULES = [COMPLAINTS_PROCEDURE, PRIVACY_POLICY, PRIVACY_COMPLAINTS_PROCEDURE]

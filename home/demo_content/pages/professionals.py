"""Professionals. When do I mention mediation, and how?"""

from home.demo_content.pages.materials import LEAFLET_ROW, POSTER_ROW, YOUTH_ROW
from home.demo_content.texts import (
    DemoPage,
    Text,
    bullets,
    downloads,
    figure,
    link,
    questions,
    section,
    steps,
    story_teaser,
)

PROFESSIONALS = DemoPage(
    key="professionals",
    model="home.ContentPage",
    title=Text("Voor professionals", "For professionals"),
    slug=Text("voor-professionals", "for-professionals"),
    description=Text(
        "Werk je met slachtoffers, daders of hun naasten? Wanneer noem je herstelbemiddeling, "
        "en wat kun je vertellen?",
        "Do you work with victims, offenders or people close to them? When do you mention "
        "restorative mediation, and what can you say?",
    ),
    plain={
        "intro": Text(
            "Werk je met mensen na een misdrijf of een ongeval? Vertel hun dat contact kan. "
            "Wil iemand het? Dan meld je diegene aan, met toestemming.",
            "Do you work with people after a crime or an accident? Tell them that contact is "
            "possible. If they want it, refer them, with their consent.",
        )
    },
    streams={
        "action": [("link", link(Text("Verwijs je cliënt", "Refer your client"), "refer"))],
        "body": [
            section(
                Text("Wat is jouw rol?", "What is your role?"),
                Text(
                    "Je vertelt dat dit bestaat. Alleen al weten dat contact kan, is soms een "
                    "stap. Je hoeft niet te bemiddelen, en niet te kiezen wat goed is voor "
                    "een ander.",
                    "You tell people that this exists. Just knowing that contact is possible can "
                    "be a step. You do not have to mediate, or decide what is good for someone "
                    "else.",
                ),
                bullets(
                    Text(
                        "<b>Politie en slachtofferhulp.</b> Noem het bij de aangifte, en "
                        "later nog eens. Niet iedereen wil meteen.",
                        "<b>Police and victim support.</b> Mention it when someone reports a "
                        "crime, and again later. Not everyone wants it straight away.",
                    ),
                    Text(
                        "<b>Gevangenis, kliniek en reclassering.</b> Iemand wil antwoord "
                        "geven, of verantwoordelijkheid nemen.",
                        "<b>Prison, clinic and probation.</b> Someone wants to give answers, "
                        "or take responsibility.",
                    ),
                    Text(
                        "<b>Huisarts en psycholoog.</b> Iemand blijft zitten met vragen aan "
                        "de ander.",
                        "<b>GPs and psychologists.</b> Someone is left with questions for the "
                        "other person.",
                    ),
                    Text(
                        "<b>School en vertrouwenspersoon.</b> Mensen zien elkaar elke dag.",
                        "<b>Schools and confidential advisers.</b> People see each other "
                        "every day.",
                    ),
                    Text(
                        "<b>Verzekeraar.</b> Na een ongeval gaat het al snel over schade. "
                        "Vaak blijft de vraag hoe het met de ander gaat.",
                        "<b>Insurers.</b> After an accident, talk soon turns to claims. People "
                        "often still wonder how the other person is.",
                    ),
                ),
            ),
            section(
                Text("Welke signalen hoor je?", "What might you hear?"),
                bullets(
                    Text(
                        "‘Waarom ik? Dat vraag ik me nog steeds af.’",
                        "‘Why me? I still wonder.’",
                    ),
                    Text(
                        "‘Ik zou iets willen laten weten. Maar mag dat wel?’",
                        "‘I would like to tell them something. But am I allowed to?’",
                    ),
                    Text(
                        "‘Straks kom ik de ander tegen. Wat doe ik dan?’",
                        "‘What if I run into them? What do I do then?’",
                    ),
                    Text(
                        "‘Ik hoor van niemand hoe het met de ander gaat.’",
                        "‘Nobody tells me how the other person is.’",
                    ),
                    Text(
                        "‘Thuis praten we er niet meer over.’",
                        "‘At home, we no longer talk about it.’",
                    ),
                ),
            ),
            section(
                Text("Wanneer noem je het?", "When do you mention it?"),
                Text(
                    "Het kan na elk strafbaar feit en na een ongeval. Kort erna of jaren "
                    "later. Voor, tijdens en na een strafzaak. Slachtoffers en daders kunnen "
                    "het allebei vragen.",
                    "It is possible after any crime and after an accident. Soon after or "
                    "years later. Before, during and after a criminal case. Victims and "
                    "offenders can both ask.",
                ),
                Text(
                    "Is iemand nu in gevaar? Dan gaat veiligheid voor. Na seksueel geweld is "
                    "er meer tijd en meer voorbereiding.",
                    "If someone is in danger now, safety comes first. After sexual violence, "
                    "there is more time and more preparation.",
                ),
            ),
            section(
                Text("Wat vertel je in een minuut?", "What can you say in one minute?"),
                Text(
                    "Er is een organisatie die mensen in contact kan brengen na wat er is "
                    "gebeurd. Het is gratis, vrijwillig en vertrouwelijk. Een bemiddelaar "
                    "begeleidt het. Je kunt altijd stoppen. Je hoeft de ander niet te zien.",
                    "There is an organisation that can put people in touch with each other after "
                    "what happened. It is free, voluntary and confidential. A mediator guides you "
                    "through it. You can stop at any time. You do not have to see the other "
                    "person.",
                ),
            ),
            steps(
                Text("Hoe verwijs je iemand?", "How do you refer someone?"),
                Text(
                    "Iemand kan zich ook zelf aanmelden op deze site. Dan bellen we binnen "
                    "drie dagen.",
                    "People can also register on this site themselves. When they do, we call "
                    "within three days.",
                ),
                (
                    Text("Vraag toestemming", "Ask for consent"),
                    Text(
                        "Je cliënt weet dat je verwijst, en wil het zelf. Anders nemen we "
                        "niets aan.",
                        "Your client knows that you are referring them, and wants it. Without "
                        "consent, we do not accept a referral.",
                    ),
                ),
                (
                    Text("Vraag wat veilig is", "Ask what is safe"),
                    Text(
                        "Mogen we bellen? Mogen we zeggen wie we zijn? Wanneer juist niet?",
                        "May we call? May we say who we are? And when must we not?",
                    ),
                ),
                (
                    Text("Geef het door", "Pass it on"),
                    Text(
                        "Online, of bel het aanmeldpunt: 030-2340045. Schrijf niet meer op "
                        "dan nodig is.",
                        "Online, or call the registration desk: +31 30 234 00 45. Do not write "
                        "down more than is needed.",
                    ),
                ),
                (
                    Text("Wij praten met je cliënt", "We talk to your client"),
                    Text(
                        "We vertellen eerst wat we van jou hebben gehoord. Daarna beslist je "
                        "cliënt.",
                        "First we tell them what we heard from you. After that, your client "
                        "decides.",
                    ),
                ),
            ),
            section(
                Text("Wat hoor je terug?", "What will you hear back?"),
                Text(
                    "Je krijgt bericht dat je verwijzing er is. Wat je cliënt daarna met ons "
                    "bespreekt, is vertrouwelijk. We vertellen jou alleen iets als je cliënt "
                    "dat goed vindt.",
                    "You get a message that your referral has arrived. What your client then "
                    "talks about with us is confidential. We only tell you anything if your "
                    "client agrees.",
                ),
            ),
            section(
                Text("Wat beloven we niet?", "What do we not promise?"),
                bullets(
                    Text("Dat de ander ja zegt.", "That the other person will say yes."),
                    Text(
                        "Een andere uitkomst van de zaak, of een lagere straf.",
                        "That the case will end differently, or with a lower sentence.",
                    ),
                    Text(
                        "Dat iemand zich erna beter voelt. Het is contact, geen behandeling.",
                        "That anyone will feel better afterwards. It is contact, not treatment.",
                    ),
                ),
            ),
            questions(
                Text("Vragen van professionals", "Questions from professionals"),
                (
                    Text("Kan het altijd doorgaan?", "Can it always go ahead?"),
                    Text(
                        "Nee. Soms past een andere dienst beter, of kan bemiddeling niet. En "
                        "soms krijgen we de gegevens niet van politie of Openbaar Ministerie. "
                        "Dat gebeurde [[registrations.data-source.2024]] keer in 2024.",
                        "No. Sometimes another service is a better fit, or mediation is not "
                        "possible. And sometimes we do not get the details from the police or the "
                        "Public Prosecution Service. This happened "
                        "[[registrations.data-source.2024]] times in 2024.",
                    ),
                ),
                (
                    Text(
                        "Is dit hetzelfde als Mediation in Strafzaken?",
                        "Is this the same as Mediation in Strafzaken?",
                    ),
                    Text(
                        "Nee. Mediation in Strafzaken hoort bij de strafzaak. Wij staan los "
                        "van de zaak, en het kan op elk moment. Past die andere weg beter? "
                        "Dan zeggen we dat.",
                        "No. Mediation in Strafzaken (mediation in criminal cases) is part of the "
                        "case. We are separate from it, and you can come to us at any time. If "
                        "the other route fits better, we will say so.",
                    ),
                ),
                (
                    Text(
                        "Mijn cliënt is jonger dan 16. Kan het dan?",
                        "My client is under 16. Can I still refer them?",
                    ),
                    Text(
                        "Ja, als je cliënt het zelf wil. We bespreken samen welke volwassene "
                        "meedoet.",
                        "Yes, if your client wants it. Together we agree which adult will take "
                        "part.",
                    ),
                ),
                (
                    Text(
                        "Mijn cliënt spreekt geen Nederlands. En nu?",
                        "My client does not speak Dutch. What now?",
                    ),
                    Text(
                        "Het kan in het Engels. Voor andere talen regelen we een tolk. Die "
                        "kost niets.",
                        "English is fine. For other languages, we arrange an interpreter. The "
                        "interpreter is free.",
                    ),
                ),
            ),
            story_teaser(
                "story-samira",
                Text(
                    "‘Ik regel het niet. Ik vertel alleen dat het kan.’",
                    "‘I do not arrange it. I only say it is possible.’",
                ),
                Text(
                    "Samira is wijkagent. Ze vertelde twee buren dat bemiddeling bestaat. De "
                    "rest liet ze aan hen.",
                    "Samira is a community police officer. She told two neighbours that mediation "
                    "exists. She left the rest to them.",
                ),
                Text("Lees het verhaal van Samira", "Read Samira’s story"),
            ),
            (
                "doors",
                {
                    "heading": Text("Lees verder, of geef het mee", "Read on, or pass it on"),
                    "intro": "",
                    "left_title": Text("Van professionals", "From professionals"),
                    "left_links": [
                        link(
                            Text("Een mentor over een brief", "A mentor on a letter"),
                            "story-koen",
                            Text("Voorbeeldverhaal van Koen", "Example story of Koen"),
                        ),
                        link(
                            Text("Een bemiddelaar over haar werk", "A mediator on her work"),
                            "story-hanneke",
                            Text("Voorbeeldverhaal van Hanneke", "Example story of Hanneke"),
                        ),
                    ],
                    "right_title": Text("Voor je cliënt", "For your client"),
                    "right_links": [
                        link(
                            Text("Hoe het werkt, makkelijk", "How it works, made easy"),
                            "easy-how-it-works",
                            Text(
                                "Korte zinnen, ook voorgelezen",
                                "Short sentences, and read aloud too",
                            ),
                        ),
                        link(
                            Text("Kort in andere talen", "A short explanation in other languages"),
                            "other-languages",
                            Text(
                                "Duits, Frans, Spaans en Pools",
                                "German, French, Spanish and Polish",
                            ),
                        ),
                    ],
                    "meeting_text": "",
                    "rows": [
                        link(
                            Text("Hoe het werkt", "How it works"),
                            "how-it-works",
                            Text("Stap voor stap", "Step by step"),
                        ),
                        link(
                            Text(
                                "Blad voor jongeren die vastzitten",
                                "Sheet for young people in detention",
                            ),
                            "youth-detention",
                            Text(
                                "Om af te drukken, op één blad papier",
                                "To print, on one sheet of paper",
                            ),
                        ),
                        link(
                            Text("Vijf korte video’s", "Five short videos"),
                            "videos",
                            Text(
                                "Met ondertiteling, ook om te downloaden",
                                "With subtitles, also to download",
                            ),
                        ),
                        link(
                            Text("Nodig ons uit", "Invite us"),
                            "invite-us",
                            Text("Voor je team of je organisatie", "For your team or organisation"),
                        ),
                    ],
                },
            ),
            downloads(
                Text("Wat kun je afdrukken?", "What can you print?"),
                LEAFLET_ROW,
                POSTER_ROW,
                YOUTH_ROW,
            ),
            (
                "figures",
                {
                    "heading": Text("Wie meldt mensen aan?", "Who makes the registrations?"),
                    "figures": [
                        figure(
                            "who-registers.self.2024",
                            Text("mensen zelf (2024)", "people themselves (2024)"),
                        ),
                        figure(
                            "who-registers.victim-support.2024",
                            Text(
                                "via Slachtofferhulp Nederland (2024)",
                                "through Victim Support Netherlands (2024)",
                            ),
                        ),
                        figure(
                            "who-registers.judicial-institutions.2024",
                            Text(
                                "via gevangenissen en klinieken (2024)",
                                "through prisons and clinics (2024)",
                            ),
                        ),
                    ],
                    "source": Text(
                        "Van de aanmeldingen die naar een bemiddelaar gingen. Bron: ons "
                        "jaarverslag over 2024.",
                        "Of the registrations that went to a mediator. Source: our annual "
                        "report for 2024.",
                    ),
                },
            ),
        ],
    },
)

"""The campaigns: one of 2024 that is over, and an example that runs while somebody looks at it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from home.demo_content.pages.how_it_works import question
from home.demo_content.texts import (
    DemoPage,
    Text,
    VideoReference,
    bullets,
    link,
    register_link,
    section,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
#: Around the day on which the demo is made.
DAYS_BEFORE, DAYS_AFTER = 14, 90


def _midnight(days: int) -> datetime:
    """The beginning of the day that is so many days away."""
    day = timezone.localdate(timezone=AMSTERDAM) + timedelta(days=days)
    return datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)


def _start() -> datetime:
    return _midnight(-DAYS_BEFORE)


def _end() -> datetime:
    return _midnight(DAYS_AFTER)


CAMPAIGNS = DemoPage(
    key="campaigns",
    model="home.ContentPage",
    title=Text("Campagnes", "Campaigns"),
    slug=Text("campagnes", "campaigns"),
    description=Text(
        "Campagnes van Perspectief Herstelbemiddeling: wat er nu loopt en wat voorbij is.",
        "Campaigns by Perspectief Herstelbemiddeling: what is running now and what has ended.",
    ),
    plain={
        "intro": Text(
            "Niet iedereen weet dat contact mogelijk is. Daarom vertellen we het soms extra.",
            "Many people do not know that contact is possible. So now and then we tell more people "
            "about it.",
        )
    },
    streams={
        "action": [("link", register_link())],
        "body": [
            ("campaign_list", {"heading": ""}),
            (
                "call_to_action",
                {
                    "heading": Text(
                        "Wil je erover schrijven?", "Would you like to write about it?"
                    ),
                    "text": Text(
                        "We vertellen je graag meer, over een campagne en over ons werk.",
                        "We are happy to tell you more about a campaign and about our work.",
                    ),
                    "link": link(
                        Text(
                            "Ga naar de pagina voor journalisten", "Go to the page for journalists"
                        ),
                        "press",
                    ),
                },
            ),
        ],
    },
)

LETTER = DemoPage(
    key="campaign-letter",
    model="home.CampaignPage",
    parent="campaigns",
    title=Text("Een brief kan ook", "You can also write a letter"),
    slug=Text("een-brief-kan-ook", "a-letter-is-possible-too"),
    description=Text(
        "Voorbeeldcampagne over contact met een brief. Je hoeft de ander niet te zien.",
        "Example campaign about contact by letter. There is no need to meet the other person.",
    ),
    plain={
        "intro": Text(
            "Wil je iets vragen of zeggen, maar de ander niet zien? Dan kan een brief.",
            "Is there something you want to ask or say, without meeting? You can write a letter.",
        ),
        "banner_label": Text("Voorbeeldcampagne", "Example campaign"),
        "banner_heading": Text("Een brief kan ook", "You can also write a letter"),
        "banner_text": Text(
            "Je hoeft de ander niet te zien om iets te vragen of te zeggen.",
            "You can ask or say something without meeting the other person.",
        ),
        "banner_link_text": Text("Lees over contact met een brief", "Read about contact by letter"),
    },
    codes={
        "starts_at": _start,
        "ends_at": _end,
        "short_code": "brief",
        "drawing": "approach",
        "ground": "deep",
    },
    streams={
        "body": [
            (
                "note",
                {
                    "text": Text(
                        "Dit is een voorbeeld. Het laat zien hoe een campagne op deze site werkt. "
                        "Wat hier over brieven staat, klopt wel.",
                        "This is an example. It shows what a campaign on our site looks like. "
                        "What it says about letters is true.",
                    )
                },
            ),
            section(
                Text("Wat kan een brief je geven?", "What can a letter give you?"),
                Text(
                    "Je kiest zelf je woorden en je moment. Je kunt stoppen, nadenken en opnieuw "
                    "beginnen.",
                    "You choose your own words and your own moment. You can stop, think and start "
                    "again.",
                ),
                bullets(
                    Text(
                        "Heb je vragen? In een brief kun je ze precies opschrijven.",
                        "Do you have questions? In a letter you can put them exactly.",
                    ),
                    Text(
                        "Heb je iets gedaan? Je kunt uitleggen en verantwoordelijkheid nemen.",
                        "Did you do something? You can explain and take responsibility.",
                    ),
                    Text(
                        "Weet je het nog niet? Alleen opschrijven is ook een stap.",
                        "Not sure yet? Writing it down is a step too.",
                    ),
                ),
            ),
            section(
                Text("Hoe gaat het?", "How does it work?"),
                Text(
                    "Je meldt je aan. We bellen je binnen drie dagen. Daarna praat je met een "
                    "bemiddelaar.",
                    "You register. We call you within three days. Then you talk to a mediator.",
                ),
                Text(
                    "De bemiddelaar vraagt de ander of die een brief wil lezen. Zegt de ander nee, "
                    "dan gaat de brief niet door.",
                    "The mediator asks whether the other person wants to read a letter. If the "
                    "answer is no, we do not pass it on.",
                ),
                Text(
                    "Na seksueel geweld begint contact vaak met een brief.",
                    "After sexual violence, contact often begins with a letter.",
                ),
            ),
            (
                "faq",
                {
                    "heading": Text("Vragen over een brief", "Questions about a letter"),
                    "questions": [
                        question(
                            Text(
                                "Moet ik mijn brief al klaar hebben?",
                                "Does my letter have to be ready?",
                            ),
                            Text(
                                "Nee. Je hoeft nog niets te schrijven. De bemiddelaar bereidt het "
                                "met je voor.",
                                "No. You do not have to write anything yet. The mediator will "
                                "help you prepare it.",
                            ),
                        ),
                        question(
                            Text("Krijg ik antwoord?", "Will I get a reply?"),
                            Text(
                                "Dat weten we vooraf niet. De ander kiest zelf.",
                                "We cannot know in advance. The other person decides.",
                            ),
                        ),
                    ],
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text(
                        "Wil je dit met iemand bespreken?", "Would you like to talk it over?"
                    ),
                    "text": Text(
                        "Meld je aan. Je hoeft nog niets te beslissen.",
                        "Register. You do not have to decide anything yet.",
                    ),
                    "link": register_link(),
                },
            ),
            ("crisis", {"title": "", "lines": []}),
        ]
    },
)

TRAFFIC_2024 = DemoPage(
    key="campaign-traffic-2024",
    model="home.CampaignPage",
    parent="campaigns",
    title=Text(
        "Herstelbemiddeling na een verkeersongeval",
        "Restorative mediation after a traffic accident",
    ),
    slug=Text("herstelbemiddeling-na-een-verkeersongeval", "mediation-after-a-traffic-accident"),
    description=Text(
        "Campagne van 2024 over contact na een verkeersongeval. De campagne is voorbij.",
        "A 2024 campaign about contact after a traffic accident. The campaign has ended.",
    ),
    plain={
        "intro": Text(
            "Eén moment op de weg, en alles is anders. Ook dan kun je contact hebben met de ander.",
            "One moment on the road, and everything is different. Even then, contact is possible.",
        ),
        "period_text": Text(
            "half september tot eind november 2024", "mid-September to the end of November 2024"
        ),
        "banner_label": Text("Verkeer", "Traffic"),
        "banner_heading": Text("Eén moment op de weg", "One moment on the road"),
        "banner_text": Text(
            "Ook na een verkeersongeval kun je contact hebben met elkaar.",
            "People can have contact after a traffic accident too.",
        ),
        "banner_link_text": Text("Lees wat er kan", "Read what is possible"),
    },
    codes={
        "starts_at": datetime(2024, 9, 15, tzinfo=AMSTERDAM),
        "ends_at": datetime(2024, 12, 1, tzinfo=AMSTERDAM),
        "short_code": "verkeer",
        "drawing": "roads",
        "ground": "deep",
    },
    streams={
        "body": [
            section(
                Text("Waar ging deze campagne over?", "What was this campaign about?"),
                Text(
                    "Na een verkeersongeval blijven aan beide kanten vragen over. Dat geldt voor "
                    "wie gewond raakte, voor nabestaanden en voor wie het ongeval veroorzaakte.",
                    "After a traffic accident, both sides are left with questions. This goes for "
                    "people who were hurt, for bereaved relatives and for the person who caused "
                    "the accident.",
                ),
                Text(
                    "Met de campagne vertelden we dat contact dan mogelijk is. Gratis, vrijwillig "
                    "en met een bemiddelaar.",
                    "The campaign told people that contact is possible. It is free and voluntary, "
                    "and a mediator helps.",
                ),
            ),
            section(
                Text("Wat zagen we in 2024?", "What did we see in 2024?"),
                Text(
                    "In 2024 ging [[kind-of-event.traffic.2024]] van de zaken bij onze "
                    "bemiddelaars over verkeer. Een jaar eerder was dat "
                    "[[kind-of-event.traffic.2023]].",
                    "In 2024, [[kind-of-event.traffic.2024]] of our mediators’ cases were about "
                    "traffic. A year earlier that was [[kind-of-event.traffic.2023]].",
                ),
                Text(
                    "Of dat door de campagne kwam, weten we niet zeker.",
                    "We do not know for certain that the campaign was the reason.",
                ),
            ),
            (
                "video",
                {
                    "heading": "",
                    "text": "",
                    "video": VideoReference("video-traffic"),
                    "link": link(Text("Bekijk alle video’s", "See all videos"), "videos"),
                },
            ),
            (
                "call_to_action",
                {
                    "heading": Text(
                        "Heb jij een ongeval meegemaakt?", "Were you involved in an accident?"
                    ),
                    "text": Text(
                        "Ook na de campagne ben je welkom. Het is nooit te laat om het te vragen.",
                        "You are still welcome. It is never too late to ask.",
                    ),
                    "link": link(
                        Text(
                            "Lees over contact na een ongeval",
                            "Read about contact after an accident",
                        ),
                        "traffic",
                    ),
                },
            ),
            ("crisis", {"title": "", "lines": []}),
        ]
    },
)

CAMPAIGN_PAGES = [CAMPAIGNS, TRAFFIC_2024, LETTER]

"""The videos. What is this, in one minute?"""

from typing import Any

from home.demo_content.texts import DemoPage, Text, link, register_link
from home.demo_content.videos.script import DemoVideo
from home.demo_content.videos.scripts import HOW, IN_ENGLISH, SEXUAL_VIOLENCE, TRAFFIC, WHY

VIDEO_INDEX = DemoPage(
    key="videos",
    model="home.VideoIndexPage",
    title=Text("Video’s", "Videos"),
    slug=Text("videos", "videos"),
    description=Text(
        "Vijf korte video’s over herstelbemiddeling, met ondertiteling en de hele tekst.",
        "Five short videos about restorative mediation, with subtitles and the full text.",
    ),
    plain={
        "intro": Text(
            "In een minuut leggen we uit wat er kan. Je kunt de tekst ook lezen.",
            "In a minute we explain what is possible. You can read the text as well.",
        )
    },
)


def _page(
    key: str,
    video: DemoVideo,
    slug: Text,
    intro: Text,
    *,
    heading: Text,
    text: Text,
    to: dict[str, Any],
    first: list[tuple[str, Any]] | None = None,
) -> DemoPage:
    """The page of one video: a few words, and what the reader can do next."""
    return DemoPage(
        key=key,
        model="home.VideoPage",
        parent="videos",
        title=video.title,
        slug=slug,
        description=video.description,
        plain={"intro": intro},
        video=video,
        streams={
            "body": [
                *(first or []),
                ("call_to_action", {"heading": heading, "text": text, "link": to}),
            ]
        },
    )


VIDEO_PAGES = [
    _page(
        "video-why",
        WHY,
        Text("waarom-herstelbemiddeling", "why-restorative-mediation"),
        Text(
            "Waarom zou je contact willen met de ander? Ieder mens zoekt iets anders.",
            "Why do people want contact with the other person? Everyone is looking for something "
            "different.",
        ),
        heading=Text("Wil je meer weten?", "Do you want to know more?"),
        text=Text(
            "Meld je aan. Dan bellen we je binnen drie dagen en kun je alles vragen.",
            "Register and we call you within three days. You can ask us anything.",
        ),
        to=register_link(),
    ),
    _page(
        "video-how",
        HOW,
        Text("hoe-werkt-herstelbemiddeling", "how-does-restorative-mediation-work"),
        Text(
            "Wat gebeurt er na je aanmelding? En waar beslis jij?",
            "What happens after you register? And where do you decide?",
        ),
        heading=Text("Lees het rustig na", "Read it at your own pace"),
        text=Text(
            "Op een andere pagina staan alle stappen en vormen van contact.",
            "Another page has all the steps and forms of contact.",
        ),
        to=link(Text("Lees hoe het werkt", "Read how it works"), "how-it-works"),
    ),
    _page(
        "video-sexual-violence",
        SEXUAL_VIOLENCE,
        Text(
            "herstelbemiddeling-na-seksueel-geweld", "restorative-mediation-after-sexual-violence"
        ),
        Text(
            "Deze video gaat over seksueel geweld, zonder details. Je kunt altijd stoppen.",
            "This video is about sexual violence, without details. You can stop at any time.",
        ),
        heading=Text("Jij bepaalt het tempo", "You set the pace"),
        text=Text(
            "Een brief kan de eerste stap zijn. Elkaar zien hoeft niet.",
            "A letter can be the first step. You do not have to meet.",
        ),
        to=link(
            Text(
                "Lees meer over contact na seksueel geweld",
                "Read about contact after sexual violence",
            ),
            "sexual-violence",
        ),
        first=[("crisis", {"title": "", "lines": []})],
    ),
    _page(
        "video-in-english",
        IN_ENGLISH,
        Text("restorative-mediation-engels", "restorative-mediation"),
        Text(
            "Een Engelse video, met Nederlandse ondertiteling. Voor als Nederlands lastig is.",
            "For everyone who would rather speak English, or another language.",
        ),
        heading=Text("Wil je Engels spreken?", "Would you like to speak English?"),
        text=Text(
            "Dat mag. Zeg het bij je aanmelding, of als we bellen.",
            "You can. Just tell us when you register, or when we call.",
        ),
        to=register_link(),
    ),
    _page(
        "video-traffic",
        TRAFFIC,
        Text("contact-na-een-verkeersongeval", "contact-after-a-traffic-accident"),
        Text(
            "Na een verkeersongeval kunnen beide kanten met vragen zitten.",
            "After a traffic accident, both sides may have questions.",
        ),
        heading=Text("Wat kan er na een ongeval?", "What is possible after an accident?"),
        text=Text(
            "We leggen uit wat contact je kan geven, van welke kant je ook komt.",
            "We explain what contact can give you, whichever side you come from.",
        ),
        to=link(Text("Lees over een verkeersongeval", "Read about a traffic accident"), "traffic"),
    ),
]

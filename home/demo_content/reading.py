"""Where each demo page leads on to, and which are shared without naming their subject.

Pages without an entry lead on by themselves: to the pages beside them, or to similar stories.
"""

from home.demo_content.texts import PageReference

RELATED = {
    "how-it-works": ("what-happened", "video-how", "stories"),
    "group-talks": ("how-it-works", "circles", "prison-relatives"),
    "circles": ("how-it-works", "group-talks", "stories"),
    "what-happened": ("how-it-works", "stories", "for-everyone"),
    "sexual-violence": ("story-noor", "how-it-works", "hide-your-visit"),
    "traffic": ("story-ruben", "video-traffic", "how-it-works"),
    "violence": ("story-marga", "how-it-works", "hide-your-visit"),
    "threats-and-stalking": ("story-joost", "how-it-works", "hide-your-visit"),
    "theft-and-fraud": ("story-els", "how-it-works", "victims"),
    "online-images": ("story-imke", "youth-images", "hide-your-visit"),
    "victims": ("what-happened", "how-it-works", "stories"),
    "bereaved": ("story-marga", "how-it-works", "close-to-someone"),
    "offenders": ("story-danny", "how-it-works", "prison-relatives"),
    "close-to-someone": ("how-it-works", "prison-relatives", "stories"),
    "prison-relatives": ("group-talks", "close-to-someone", "how-it-works"),
    "video-why": ("how-it-works", "what-happened", "video-how"),
    "video-how": ("how-it-works", "video-why", "easy-how-it-works"),
    "video-sexual-violence": ("sexual-violence", "story-noor", "hide-your-visit"),
    "video-in-english": ("how-it-works", "other-languages", "video-how"),
    "video-traffic": ("traffic", "story-ruben", "video-how"),
    "young-people": ("youth-your-story", "youth-register", "youth-parents"),
    "youth-sexual": ("youth-your-story", "youth-register", "hide-your-visit"),
    "youth-images": ("youth-your-story", "youth-register", "story-imke"),
    "youth-threats": ("youth-your-story", "youth-register", "hide-your-visit"),
    "youth-theft": ("youth-your-story", "youth-register", "youth-parents"),
    "youth-traffic": ("youth-your-story", "youth-register", "traffic"),
    "youth-violence": ("youth-your-story", "youth-register", "youth-parents"),
    "youth-your-story": ("youth-register", "youth-parents", "young-people"),
    "youth-register": ("youth-your-story", "youth-parents", "how-it-works"),
    "youth-detention": ("youth-register", "youth-your-story", "circles"),
    "youth-parents": ("youth-your-story", "youth-register", "close-to-someone"),
    "for-everyone": ("easy-how-it-works", "other-languages", "other-ways"),
    "easy-how-it-works": ("other-ways", "other-languages", "videos"),
    "professionals": ("how-it-works", "annual-figures", "invite-us"),
    "about-us": ("annual-figures", "research", "press-and-media"),
    "annual-figures": ("annual-report-2024", "research", "press"),
    "annual-report-2024": ("annual-figures", "research", "about-us"),
    "research": ("annual-figures", "press", "stories"),
    "press": ("annual-figures", "research", "about-us"),
    "complaints": ("complaints-procedure", "privacy-complaints-procedure", "about-us"),
    "accessibility": ("for-everyone", "other-ways", "complaints"),
    "hide-your-visit": ("privacy", "how-it-works", "for-everyone"),
}

#: Pages of which others should not see, in a preview in a chat, that somebody reads them.
NEUTRAL_CARDS = {
    "sexual-violence",
    "violence",
    "threats-and-stalking",
    "online-images",
    "offenders",
    "prison-relatives",
    "video-sexual-violence",
    "youth-sexual",
    "youth-images",
    "youth-threats",
    "youth-violence",
    "youth-detention",
    "hide-your-visit",
    "story-noor",
    "story-imke",
}


def related_stream(key: str) -> dict[str, list[tuple[str, PageReference]]]:
    """The field `related` of a demo page, nothing for a page that leads on by itself."""
    keys = RELATED.get(key, ())
    return {"related": [("page", PageReference(each)) for each in keys]} if keys else {}

"""The example stories, one module each, in the order in which they are made: the newest last."""

from home.demo_content.stories.danny import DANNY
from home.demo_content.stories.els import ELS
from home.demo_content.stories.hanneke import HANNEKE
from home.demo_content.stories.imke import IMKE
from home.demo_content.stories.index_page import STORIES
from home.demo_content.stories.joost import JOOST
from home.demo_content.stories.koen import KOEN
from home.demo_content.stories.marga import MARGA
from home.demo_content.stories.mats import MATS
from home.demo_content.stories.noor import NOOR
from home.demo_content.stories.ruben import RUBEN
from home.demo_content.stories.samira import SAMIRA
from home.demo_content.stories.youssef import YOUSSEF

STORY_PAGES = [
    STORIES,
    KOEN,
    SAMIRA,
    HANNEKE,
    YOUSSEF,
    MATS,
    IMKE,
    JOOST,
    DANNY,
    NOOR,
    MARGA,
    RUBEN,
    ELS,
]

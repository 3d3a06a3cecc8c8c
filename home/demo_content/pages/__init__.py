"""The demo pages in the order in which they are made: parents before children."""

from home.demo_content.pages.about_us import ABOUT_US
from home.demo_content.pages.accessibility import ACCESSIBILITY
from home.demo_content.pages.annual_figures import ANNUAL_FIGURES
from home.demo_content.pages.bereaved import BEREAVED
from home.demo_content.pages.close_to_someone import CLOSE_TO_SOMEONE
from home.demo_content.pages.complaints import COMPLAINTS
from home.demo_content.pages.hide_your_visit import HIDE_YOUR_VISIT
from home.demo_content.pages.home_page import HOME
from home.demo_content.pages.how_it_works import HOW_IT_WORKS
from home.demo_content.pages.journalists import JOURNALISTS
from home.demo_content.pages.offenders import OFFENDERS
from home.demo_content.pages.press_and_media import PRESS_AND_MEDIA
from home.demo_content.pages.professionals import PROFESSIONALS
from home.demo_content.pages.registering import PRIVACY, REGISTER
from home.demo_content.pages.research import RESEARCH
from home.demo_content.pages.sexual_violence import SEXUAL_VIOLENCE
from home.demo_content.pages.traffic import TRAFFIC
from home.demo_content.pages.victims import VICTIMS
from home.demo_content.pages.what_happened import WHAT_HAPPENED
from home.demo_content.pages.young_people import YOUNG_PEOPLE
from home.demo_content.stories import STORY_PAGES

PAGES = [
    HOME,
    REGISTER,
    PRIVACY,
    HOW_IT_WORKS,
    WHAT_HAPPENED,
    SEXUAL_VIOLENCE,
    TRAFFIC,
    VICTIMS,
    BEREAVED,
    OFFENDERS,
    CLOSE_TO_SOMEONE,
    YOUNG_PEOPLE,
    PROFESSIONALS,
    ABOUT_US,
    ANNUAL_FIGURES,
    RESEARCH,
    PRESS_AND_MEDIA,
    JOURNALISTS,
    COMPLAINTS,
    ACCESSIBILITY,
    HIDE_YOUR_VISIT,
    *STORY_PAGES,
]

"""The demo pages in the order in which they are made: parents before children."""

from home.demo_content.pages.about_us import ABOUT_US
from home.demo_content.pages.accessibility import ACCESSIBILITY
from home.demo_content.pages.annual_figures import ANNUAL_FIGURES
from home.demo_content.pages.annual_report import ANNUAL_REPORT_2024
from home.demo_content.pages.bereaved import BEREAVED
from home.demo_content.pages.campaigns import CAMPAIGN_PAGES
from home.demo_content.pages.circles import CIRCLES
from home.demo_content.pages.close_to_someone import CLOSE_TO_SOMEONE
from home.demo_content.pages.complaints import COMPLAINTS
from home.demo_content.pages.contact import CONTACT
from home.demo_content.pages.easy_how_it_works import EASY_HOW_IT_WORKS
from home.demo_content.pages.fact_sheet import FACT_SHEET
from home.demo_content.pages.for_everyone import FOR_EVERYONE, INVITE_US, OTHER_WAYS
from home.demo_content.pages.group_talks import GROUP_TALKS
from home.demo_content.pages.hide_your_visit import HIDE_YOUR_VISIT
from home.demo_content.pages.home_page import HOME
from home.demo_content.pages.how_it_works import HOW_IT_WORKS
from home.demo_content.pages.journalists import JOURNALISTS
from home.demo_content.pages.leaflet import LEAFLET
from home.demo_content.pages.materials import MATERIALS
from home.demo_content.pages.offenders import OFFENDERS
from home.demo_content.pages.online_images import ONLINE_IMAGES
from home.demo_content.pages.other_languages import OTHER_LANGUAGES
from home.demo_content.pages.poster import POSTER
from home.demo_content.pages.press_and_media import PRESS_AND_MEDIA
from home.demo_content.pages.prison_relatives import PRISON_RELATIVES
from home.demo_content.pages.professionals import PROFESSIONALS
from home.demo_content.pages.referring import REFER
from home.demo_content.pages.registering import (
    NOT_YET,
    ON_PAPER,
    OWN_REGISTRATION,
    PRIVACY,
    REGISTER,
)
from home.demo_content.pages.research import RESEARCH
from home.demo_content.pages.rules import RULES
from home.demo_content.pages.sexual_violence import SEXUAL_VIOLENCE
from home.demo_content.pages.sign_language import SIGN_LANGUAGE
from home.demo_content.pages.theft_and_fraud import THEFT_AND_FRAUD
from home.demo_content.pages.threats_and_stalking import THREATS_AND_STALKING
from home.demo_content.pages.traffic import TRAFFIC
from home.demo_content.pages.victims import VICTIMS
from home.demo_content.pages.videos import VIDEO_INDEX, VIDEO_PAGES
from home.demo_content.pages.violence import VIOLENCE
from home.demo_content.pages.what_happened import WHAT_HAPPENED
from home.demo_content.pages.young_people import YOUNG_PEOPLE
from home.demo_content.pages.youth_detention import YOUTH_DETENTION
from home.demo_content.pages.youth_events import YOUTH_EVENTS
from home.demo_content.pages.youth_information import (
    YOUTH_PARENTS,
    YOUTH_REGISTER,
    YOUTH_YOUR_STORY,
)
from home.demo_content.stories import STORY_PAGES

PAGES = [
    HOME,
    REGISTER,
    OWN_REGISTRATION,
    REFER,
    PRIVACY,
    CONTACT,
    HOW_IT_WORKS,
    NOT_YET,
    ON_PAPER,
    WHAT_HAPPENED,
    SEXUAL_VIOLENCE,
    TRAFFIC,
    VIOLENCE,
    THREATS_AND_STALKING,
    THEFT_AND_FRAUD,
    ONLINE_IMAGES,
    VICTIMS,
    BEREAVED,
    OFFENDERS,
    CLOSE_TO_SOMEONE,
    PRISON_RELATIVES,
    GROUP_TALKS,
    CIRCLES,
    VIDEO_INDEX,
    *VIDEO_PAGES,
    YOUNG_PEOPLE,
    *YOUTH_EVENTS,
    YOUTH_YOUR_STORY,
    YOUTH_REGISTER,
    YOUTH_DETENTION,
    YOUTH_PARENTS,
    FOR_EVERYONE,
    EASY_HOW_IT_WORKS,
    OTHER_LANGUAGES,
    SIGN_LANGUAGE,
    OTHER_WAYS,
    INVITE_US,
    PROFESSIONALS,
    MATERIALS,
    LEAFLET,
    POSTER,
    ABOUT_US,
    ANNUAL_FIGURES,
    ANNUAL_REPORT_2024,
    RESEARCH,
    *RULES,
    PRESS_AND_MEDIA,
    JOURNALISTS,
    FACT_SHEET,
    COMPLAINTS,
    ACCESSIBILITY,
    HIDE_YOUR_VISIT,
    *CAMPAIGN_PAGES,
    *STORY_PAGES,
]

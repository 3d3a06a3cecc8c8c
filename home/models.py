"""Models of the public site, each in its own module."""

from home.bilingual.same_words import SameWord
from home.campaigns.page import CampaignPage
from home.coverage.page import CoverageIndexPage
from home.figures.models import Figure, FigureSet
from home.navigation.menu import SiteMenu
from home.pages import BasePage, ContentPage, HomePage
from home.search.models import SearchEntry
from home.stories.pages import StoryIndexPage, StoryPage
from home.videos.pages import VideoIndexPage, VideoPage

__all__ = [
    "BasePage",
    "CampaignPage",
    "ContentPage",
    "CoverageIndexPage",
    "Figure",
    "FigureSet",
    "HomePage",
    "SameWord",
    "SearchEntry",
    "SiteMenu",
    "StoryIndexPage",
    "StoryPage",
    "VideoIndexPage",
    "VideoPage",
]

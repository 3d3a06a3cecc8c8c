"""Models of the public site, each in its own module."""

from home.bilingual.same_words import SameWord
from home.campaigns.page import CampaignPage
from home.figures.models import Figure, FigureSet
from home.navigation.menu import SiteMenu
from home.pages import BasePage, ContentPage, HomePage
from home.search.models import SearchEntry
from home.videos.pages import VideoIndexPage, VideoPage

__all__ = [
    "BasePage",
    "CampaignPage",
    "ContentPage",
    "Figure",
    "FigureSet",
    "HomePage",
    "SameWord",
    "SearchEntry",
    "SiteMenu",
    "VideoIndexPage",
    "VideoPage",
]

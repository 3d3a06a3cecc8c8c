"""Models of the public site, each in its own module."""

from home.figures.models import Figure, FigureSet
from home.navigation import SiteMenu
from home.pages import BasePage, ContentPage, HomePage
from home.pages.campaigns import CampaignPage
from home.pages.videos import VideoIndexPage, VideoPage
from home.search.models import SearchEntry

__all__ = [
    "BasePage",
    "CampaignPage",
    "ContentPage",
    "Figure",
    "FigureSet",
    "HomePage",
    "SearchEntry",
    "SiteMenu",
    "VideoIndexPage",
    "VideoPage",
]

"""Page types of the public site; other apps build theirs on `BasePage`."""

from home.pages.base import BasePage
from home.pages.content_page import ContentPage
from home.pages.coverage import CoverageIndexPage
from home.pages.home_page import HomePage
from home.pages.stories import StoryIndexPage, StoryPage

__all__ = [
    "BasePage",
    "ContentPage",
    "CoverageIndexPage",
    "HomePage",
    "StoryIndexPage",
    "StoryPage",
]

"""What every page type is built on (`BasePage`), and the two types of no subject."""

from home.pages.base import BasePage
from home.pages.content_page import ContentPage
from home.pages.home_page import HomePage

__all__ = ["BasePage", "ContentPage", "HomePage"]

"""Which changes visitors can see, and so make cached pages out of date."""

from typing import Any

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.signals import post_delete, post_save
from modeltranslation.translator import translator
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Locale, Page, PageViewRestriction, Site, TranslatableMixin
from wagtail.signals import page_published, page_unpublished, post_page_move

from perspectief.cache_generation import start_new_generation

#: A save or delete of one of these shows; pages count when they are published, not when saved.
VISIBLE_KINDS = (
    AbstractDocument,
    AbstractImage,
    BaseGenericSetting,
    BaseSiteSetting,
    Locale,
    PageViewRestriction,
    Redirect,
    Site,
    TranslatableMixin,
)


def is_visible(model: type[models.Model]) -> bool:
    """Whether visitors see rows of this model: snippets, settings, lookup rows, redirects.

    A model of another kind says so itself, with `shown_to_visitors = True`.
    """
    if issubclass(model, Page | AbstractBaseSession):
        return False
    return (
        issubclass(model, VISIBLE_KINDS)
        or getattr(model, "shown_to_visitors", False)
        or model in translator.get_registered_models(abstract=False)
    )


def _row_changed(sender: type[models.Model], **kwargs: Any) -> None:
    if is_visible(sender):
        start_new_generation()


def _page_changed(sender: Any, **kwargs: Any) -> None:
    start_new_generation()


def connect() -> None:
    """Start a new generation whenever something that visitors see changes."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_page_changed, dispatch_uid="perspectief.page_changed")
    for signal in (post_save, post_delete):
        signal.connect(_row_changed, dispatch_uid="perspectief.row_changed")

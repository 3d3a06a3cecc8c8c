"""Makes a draft of the page with the figures of a year, once the registration desk releases them.

The page is there once, whatever editors do with it: its translation key follows from the year. Only
when it was deleted, releasing the figures again makes it anew.
"""

from typing import Any
from uuid import UUID, uuid5

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, Site

from home.bilingual.english import translate
from home.bilingual.streams import stream_json
from home.bilingual.texts import Text
from home.year_figures.sets import write_sets
from home.year_figures.words import YearPageWords, words_of
from registration.services import FiguresDraft, ReleasedFigures

NAMESPACE = UUID("0d0f5c52-6b0e-4f0c-8f6b-3f1f5f0f7a39")
#: Who wrote the translations, in their history.
TOOL = "figures of a year"


class NoFrontPageError(Exception):
    """The site has no Dutch front page, so there is nowhere to put a page."""


def figures_released(*, figures: ReleasedFigures, user: User, **kwargs: Any) -> FiguresDraft:
    """Make the draft, as the receiver of the signal of that name."""
    return make_year_page(figures, user)


def translation_key_of(year: int) -> UUID:
    """What all translations of the page for a year have in common."""
    return uuid5(NAMESPACE, str(year))


@transaction.atomic
def make_year_page(figures: ReleasedFigures, user: User) -> FiguresDraft:
    """Make the page for a year in both languages, unpublished, if it is not there.

    Args:
        user: who asked for it; the draft is theirs, in its history too.

    Raises:
        NoFrontPageError: see there.
        ValidationError: something that was released does not fit; nothing is made.
    """
    # Imported here: the page types need the figures.
    from home.models import ContentPage

    parent = _parent()
    page = _existing(figures.year)
    if page is not None:
        return _draft(page, user, was_there=True)
    words = words_of(figures, write_sets(figures))
    page = ContentPage(
        title=words.title.nl,
        slug=find_available_slug(parent, words.slug.nl),
        search_description=words.description.nl,
        intro=words.intro.nl,
        body=stream_json(f"{figures.year}/body", words.body, namespace=NAMESPACE),
        locale=parent.locale,
        translation_key=translation_key_of(figures.year),
        owner=user,
        live=False,
    )
    parent.add_child(instance=page)
    page.save_revision(user=user)
    _translate(page, words)
    return _draft(page, user, was_there=False)


def _translate(page: Page, words: YearPageWords) -> None:
    slug = Text(page.slug, words.slug.en)  # another page may have had the first choice
    translate(page, [*words.all_texts(), slug], tool=TOOL, publish=False)


def _existing(year: int) -> Page | None:
    """The page for a year; what is left of one in English only matters if visitors read it."""
    pages = Page.objects.filter(translation_key=translation_key_of(year))
    dutch = pages.filter(locale__language_code="nl").first()
    return dutch or pages.filter(live=True).first()


def _parent() -> Page:
    """The page below which drafts come: what editors chose, or else the front page.

    The row stays locked until the draft is there, so that two clicks at once make one. A page that
    has no English yet is passed over for the one above it: the English draft needs a place too.
    """
    # Imported here: the menus need the figures.
    from home.models import SiteMenu

    english = Locale.objects.get(language_code="en")
    menu = SiteMenu.objects.filter(locale__language_code="nl").select_related("figures_page")
    chosen = menu.values_list("figures_page", flat=True).first()
    page = _in_dutch(chosen) or _in_dutch(_front_page())
    while page is not None and not page.is_root():
        if page.has_translation(english):
            return Page.objects.select_for_update().get(pk=page.pk).specific
        page = page.get_parent()
    raise NoFrontPageError


def _front_page() -> int | None:
    return Site.objects.filter(is_default_site=True).values_list("root_page", flat=True).first()


def _in_dutch(pk: int | None) -> Page | None:
    page = Page.objects.filter(pk=pk).first()
    return page and page.get_translation_or_none(Locale.objects.get(language_code="nl"))


def _draft(page: Page, user: User, *, was_there: bool) -> FiguresDraft:
    may_edit = page.permissions_for_user(user).can_edit()
    return FiguresDraft(
        title=page.get_latest_revision_as_object().title,
        place=page.get_parent().title,
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else "",
        was_there=was_there,
    )

"""What a page is for; code finds a page by its role, and so knows no page type.

A page type says so itself, with an attribute `page_role`. There is one such page per language.
"""

from enum import StrEnum

from wagtail.models import Page, get_page_models

from perspectief.kept_values import kept


class PageRole(StrEnum):
    """The pages that other parts of the site lead to."""

    REGISTER = "register"
    QUESTION = "question"
    REFERRAL = "referral"
    PRIVACY = "privacy"
    OWN_REGISTRATION = "own_registration"
    NOT_YET = "not_yet"
    PAPER_FORM = "paper_form"


@kept
def page_url(role: PageRole, language: str) -> str:
    """Return the path of the live page with this role in `language`, or "" if there is none."""
    for page_type in get_page_models():
        if getattr(page_type, "page_role", None) == role:
            # What all pages have is enough for an address.
            pages = Page.objects.exact_type(page_type).live().defer_streamfields()
            page = pages.filter(locale__language_code=language).first()
            if page is not None:
                return page.url or ""
    return ""

"""Where the pages of this app are, found by type."""

from django.http import HttpRequest
from wagtail.models import Page, Site

from registration.models import (
    NotYetPage,
    OwnRegistrationPage,
    PaperFormPage,
    PrivacyPage,
    QuestionPage,
    ReferralPage,
    RegistrationPage,
)


def registration_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live registration page in `language`, or "" if there is none."""
    return _url(RegistrationPage, request_or_site, language)


def question_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live contact page in `language`, or "" if there is none."""
    return _url(QuestionPage, request_or_site, language)


def referral_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live page for referrals in `language`, or "" if there is none."""
    return _url(ReferralPage, request_or_site, language)


def privacy_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live privacy page in `language`, or "" if there is none."""
    return _url(PrivacyPage, request_or_site, language)


def own_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live page of one's own registration in `language`, or ""."""
    return _url(OwnRegistrationPage, request_or_site, language)


def not_yet_page_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live page for who is not sure yet in `language`, or ""."""
    return _url(NotYetPage, request_or_site, language)


def paper_form_url(request_or_site: HttpRequest | Site | None, language: str) -> str:
    """Return the path of the live form to print in `language`, or "" if there is none."""
    return _url(PaperFormPage, request_or_site, language)


def _url(page_type: type[Page], request_or_site: HttpRequest | Site | None, language: str) -> str:
    page = page_type.objects.live().filter(locale__language_code=language).first()
    if page is None:
        return ""
    if isinstance(request_or_site, Site):
        return page.get_url(current_site=request_or_site) or ""
    return page.get_url(request=request_or_site) or ""

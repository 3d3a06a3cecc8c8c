"""The page types of this app."""

from registration.public_pages.not_yet_page import NotYetPage
from registration.public_pages.own_registration_page import OwnRegistrationPage
from registration.public_pages.paper_form_page import PaperFormPage
from registration.public_pages.privacy_page import PrivacyPage
from registration.public_pages.question_page import QuestionPage
from registration.public_pages.referral_page import ReferralPage
from registration.public_pages.registration_page import RegistrationPage

__all__ = [
    "NotYetPage",
    "OwnRegistrationPage",
    "PaperFormPage",
    "PrivacyPage",
    "QuestionPage",
    "ReferralPage",
    "RegistrationPage",
]

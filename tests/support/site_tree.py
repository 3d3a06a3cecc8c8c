"""The smallest whole site: front page, the pages with a form, and privacy, in both languages."""

from dataclasses import dataclass

from wagtail.models import Page

from home.models import HomePage
from registration.public_pages.models import NotYetPage, PrivacyPage, QuestionPage, RegistrationPage
from tests.home.factories import add_english, plant_site
from tests.support.planted_rows import planted_once


@dataclass(frozen=True)
class SiteTree:
    """The Dutch pages of the site; `english` finds the other half."""

    home: HomePage
    registration: RegistrationPage
    privacy: PrivacyPage
    question: QuestionPage
    not_yet: NotYetPage

    def english(self, page: Page) -> Page:
        """Return the English page of a Dutch one."""
        return page.get_translations().get().specific


@planted_once
def plant_site_tree() -> SiteTree:
    """Make the pages in Dutch and English, live, at the addresses that the site really has."""
    home = plant_site()
    registration = home.add_child(
        instance=RegistrationPage(
            title="Aanmelden",
            slug="aanmelden",
            intro="Voor iedereen die iets ingrijpends heeft meegemaakt of gedaan.",
            what_happens="<p>We bellen je binnen drie dagen.</p>",
            what_we_ask="<p>Vier korte stappen.</p>",
            time_needed="Ongeveer vijf minuten.",
            costs="Het kost je niets.",
            phone_alternative="Liever bellen kan ook.",
            your_data="<p>Alleen wij lezen wat je schrijft.</p>",
        )
    )
    privacy = home.add_child(
        instance=PrivacyPage(title="Privacy", slug="privacy", intro="Wat we met gegevens doen.")
    )
    question = home.add_child(
        instance=QuestionPage(
            title="Contact",
            slug="contact",
            intro="Je mag ons alles vragen.",
            what_happens="<p>We geven je binnen drie dagen antwoord.</p>",
            what_we_ask="<p>Je vraag, en hoe we je veilig bereiken.</p>",
            costs="Het kost je niets.",
            phone_note="Je hoeft je naam niet te zeggen.",
        )
    )
    not_yet = home.add_child(
        instance=NotYetPage(
            title="Weet je het nog niet zeker?",
            slug="nog-niet-zeker",
            intro="Dat is goed.",
            story_later_text="Een naam is genoeg.",
            reminder_text="Je krijgt één bericht.",
            information_text="We bewaren niets.",
        )
    )
    add_english(home, "Perspectief", "home-en")
    add_english(registration, "Register", "register")
    add_english(privacy, "Privacy", "privacy")
    add_english(question, "Contact", "contact")
    add_english(not_yet, "Not sure yet?", "not-sure-yet")
    return SiteTree(
        home=home,
        registration=registration,
        privacy=privacy,
        question=question,
        not_yet=not_yet,
    )

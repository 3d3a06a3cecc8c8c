"""The first privacy statement tells of everything that is kept, and for how long."""

import re

import pytest

from perspectief.backup.keeping import BACKUPS_KEPT
from registration.installation.first_privacy_statement import INITIAL_PRIVACY_STATEMENT
from registration.models import RetentionSettings
from registration.reminder.dates import MOST_MONTHS
from registration.reminder.sending import KEPT_AFTER_DUE

KEPT = {
    "nl": [
        "een uur nadat je het laatst iets invulde",
        "Koos je voor later verder? Dan na zeven dagen.",
        "Trek je je aanmelding in? Dan wissen we je gegevens na veertien dagen.",
        "Kunnen we je niet bereiken? Dan wissen we je gegevens na negentig dagen.",
        "Dan wissen we je gegevens hier na dertig dagen.",
        "Wie je gegevens heeft bekeken, bewaren we twee jaar.",
        "je mailadres tot de dag die je koos, hoogstens zes maanden",
        "Is de herinnering verstuurd? Dan wissen we het adres.",
        "Lukt versturen een week lang niet? Dan wissen we het ook.",
        "Je krijgt een link of een code die één keer werkt.",
        "in een vorm die niemand kan teruglezen",
        "Laat je alles wissen? Dan doen we dat meteen.",
        "In onze reservekopieën staan je gegevens nog hoogstens dertig dagen.",
        "Vul je een formulier op papier in?",
        "Helpt iemand je? Dan bewaren we ook de naam van die persoon.",
    ],
    "en": [
        "one hour after you last filled something in",
        "If you chose to continue later: after seven days.",
        "You withdraw your registration: we delete your data after fourteen days.",
        "We cannot reach you: we delete your data after ninety days.",
        "we delete your data here after thirty days",
        "We keep a record of who looked at your data for two years.",
        "your e-mail address until the day that you chose, for six months at most",
        "Once the reminder is sent, we delete the address.",
        "If it cannot be sent for a week, we delete it too.",
        "You get a link or a code that works once.",
        "in a form that nobody can read back",
        "You ask us to delete everything: we do that straight away.",
        "Your data stays in our backups for thirty more days at most.",
        "If you fill in a form on paper",
        "If someone helps you, we also keep that person’s name.",
    ],
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_tells_of_everything_that_is_kept(language):
    text = re.sub(r"\s+", " ", INITIAL_PRIVACY_STATEMENT[f"body_{language}"])
    assert [words for words in KEPT[language] if words not in text] == []


def test_it_tells_the_periods_that_the_site_begins_with():
    periods = RetentionSettings()
    assert periods.idle_draft_minutes == 60
    assert periods.saved_draft_days == 7
    assert periods.withdrawn_days == 14
    assert periods.unreachable_days == 90
    assert periods.other_outcomes_days == 30
    assert periods.access_log_days == 2 * 365
    assert (MOST_MONTHS, KEPT_AFTER_DUE.days) == (6, 7)
    assert BACKUPS_KEPT.days == 30

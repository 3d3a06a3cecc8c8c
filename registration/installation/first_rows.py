"""The rows that every installation starts with: options, opening hours, mail wording.

Only missing rows are added, so what the coordinator edited stays as it is. The wording is ours;
the kinds of event and ways of hearing about us follow the annual report over 2024.
"""

from datetime import time
from typing import Any

from django.apps import AppConfig
from django.utils import translation
from wagtail.contrib.settings.models import BaseGenericSetting

from registration.installation.crisis_lines import INITIAL_LINES
from registration.installation.first_privacy_statement import INITIAL_PRIVACY_STATEMENT
from registration.installation.regions import add_regions
from registration.vocabulary import labelled_groups, person
from registration.words.mail_wording import INITIAL_WORDING

NOT_SAY = (person.NOT_SAY, "Dat zeg ik liever niet", "I would rather not say")

LOOKUP_OPTIONS: dict[str, list[tuple[str, str, str]]] = {
    "Role": [
        (
            "victim",
            "Mij is iets aangedaan of overkomen (slachtoffer)",
            "Someone did something to me, or something happened to me (victim)",
        ),
        (
            "bereaved",
            "Iemand die belangrijk voor me is, is daarbij overleden (nabestaande)",
            "Someone important to me died as a result (bereaved relative)",
        ),
        (
            "offender",
            "Ik heb een ander iets aangedaan (dader of pleger)",
            "I did something that harmed someone (offender)",
        ),
        (
            "suspect",
            "Ik word ergens van verdacht (verdachte)",
            "I am suspected of something (suspect)",
        ),
        (
            "accident_causer",
            "Ik heb een ongeval veroorzaakt (veroorzaker)",
            "I caused an accident",
        ),
        (
            "witness",
            "Ik heb het zien of horen gebeuren (getuige)",
            "I saw or heard it happen (witness)",
        ),
        (
            "relative",
            "Ik sta dicht bij iemand die erbij betrokken is (familie, partner, vriend of vriendin)",
            "I am close to someone involved (family, partner or friend)",
        ),
        (
            "organisation",
            "Ik meld me aan namens een organisatie",
            "I am registering on behalf of an organisation",
        ),
        (
            "other",
            "Iets anders, of ik weet het niet goed",
            "Something else, or I am not sure",
        ),
        NOT_SAY,
    ],
    "EventKind": [
        ("violence", "Geweld", "Violence"),
        (
            "sexual",
            "Iets seksueels wat iemand niet wilde",
            "Something sexual that someone did not want",
        ),
        ("traffic", "Een verkeersongeval", "A traffic accident"),
        ("theft_fraud", "Diefstal, inbraak of oplichting", "Theft, burglary or fraud"),
        (
            "online",
            "Iets online, zoals hacken of het delen van beelden",
            "Something online, such as hacking or sharing images",
        ),
        ("threat_stalking", "Bedreiging of stalking", "Threats or stalking"),
        ("other", "Iets anders", "Something else"),
        NOT_SAY,
    ],
    "TimeAgo": [
        ("ongoing", "Het gebeurt nog steeds", "It is still happening"),
        ("within_month", "Minder dan een maand geleden", "Less than a month ago"),
        ("within_year", "Een maand tot een jaar geleden", "Between a month and a year ago"),
        ("years_1_5", "Een tot vijf jaar geleden", "One to five years ago"),
        ("years_over_5", "Langer dan vijf jaar geleden", "More than five years ago"),
        NOT_SAY,
    ],
    "Province": [
        ("drenthe", "Drenthe", "Drenthe"),
        ("flevoland", "Flevoland", "Flevoland"),
        ("friesland", "Friesland", "Friesland"),
        ("gelderland", "Gelderland", "Gelderland"),
        ("groningen", "Groningen", "Groningen"),
        ("limburg", "Limburg", "Limburg"),
        ("noord_brabant", "Noord-Brabant", "North Brabant"),
        ("noord_holland", "Noord-Holland", "North Holland"),
        ("overijssel", "Overijssel", "Overijssel"),
        ("utrecht", "Utrecht", "Utrecht"),
        ("zeeland", "Zeeland", "Zeeland"),
        ("zuid_holland", "Zuid-Holland", "South Holland"),
        ("caribbean_nl", "Caribisch Nederland", "Caribbean Netherlands"),
        ("abroad", "In het buitenland", "In another country"),
        NOT_SAY,
    ],
    "Need": [
        ("interpreter", "Een tolk", "An interpreter"),
        ("sign_language", "Een gebarentolk", "A sign language interpreter"),
        ("reading_writing", "Hulp bij lezen of schrijven", "Help with reading or writing"),
        ("hearing", "Ik hoor niet goed", "I am hard of hearing"),
        ("other_need", "Iets anders, namelijk:", "Something else:"),
        ("none", "Nee, niets", "No, nothing"),
    ],
    "HeardFrom": [
        ("police", "Politie", "Police"),
        (
            "victim_support",
            "Slachtofferhulp Nederland",
            "Victim Support Netherlands (Slachtofferhulp)",
        ),
        (
            "prison_probation",
            "Gevangenis, tbs-kliniek of reclassering",
            "Prison, forensic clinic (TBS) or probation",
        ),
        ("gp", "Huisarts", "Family doctor (GP)"),
        ("psychologist", "Psycholoog of therapeut", "Psychologist or therapist"),
        (
            "sexual_violence_org",
            "Organisatie voor hulp na seksueel geweld",
            "Organisation that helps after sexual violence",
        ),
        ("insurer", "Verzekeraar", "Insurance company"),
        ("school", "School of opleiding", "School or college"),
        ("confidential_adviser", "Vertrouwenspersoon", "Confidential adviser"),
        (
            "family_friends",
            "Familie, vrienden of bekenden",
            "Family, friends or people I know",
        ),
        (
            "media",
            "Krant, tijdschrift, radio, tv of podcast",
            "Newspaper, magazine, radio, TV or podcast",
        ),
        ("social_media", "Sociale media", "Social media"),
        ("search_engine", "Zelf gezocht op internet", "I searched online"),
        ("other", "Op een andere manier", "Another way"),
    ],
    "OrganisationKind": [
        (
            "victim_support",
            "Slachtofferhulp Nederland",
            "Victim Support Netherlands (Slachtofferhulp)",
        ),
        ("police", "Politie", "Police"),
        (
            "judicial_institution",
            "Gevangenis, jeugdinrichting of tbs-kliniek",
            "Prison, youth prison or forensic clinic (TBS)",
        ),
        ("probation", "Reclassering", "Probation"),
        (
            "public_prosecution",
            "Openbaar Ministerie",
            "Public Prosecution Service (Openbaar Ministerie)",
        ),
        ("veilig_thuis", "Veilig Thuis", "Veilig Thuis (help with violence at home)"),
        (
            "sexual_assault_centre",
            "Centrum Seksueel Geweld",
            "Centrum Seksueel Geweld (help after sexual violence)",
        ),
        (
            "health_care",
            "Zorg, zoals een huisarts of psycholoog",
            "Health care, such as a GP or psychologist",
        ),
        ("school", "School of opleiding", "School or college"),
        ("insurer", "Verzekeraar", "Insurance company"),
        ("other", "Een andere organisatie", "Another organisation"),
    ],
}

# What professionals read about a client, where people would say "I".
CLIENT_LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "Role": {
        "victim": (
            "Mijn cliënt is iets aangedaan of overkomen (slachtoffer)",
            "Someone did something to my client, or something happened to my client (victim)",
        ),
        "bereaved": (
            "Iemand die belangrijk voor mijn cliënt is, is daarbij overleden (nabestaande)",
            "Someone important to my client died as a result (bereaved relative)",
        ),
        "offender": (
            "Mijn cliënt heeft een ander iets aangedaan (dader of pleger)",
            "My client did something that harmed someone (offender)",
        ),
        "suspect": (
            "Mijn cliënt wordt ergens van verdacht (verdachte)",
            "My client is suspected of something (suspect)",
        ),
        "accident_causer": (
            "Mijn cliënt heeft een ongeval veroorzaakt (veroorzaker)",
            "My client caused an accident",
        ),
        "witness": (
            "Mijn cliënt heeft het zien of horen gebeuren (getuige)",
            "My client saw or heard it happen (witness)",
        ),
        "relative": (
            "Mijn cliënt staat dicht bij iemand die erbij betrokken is (familie, partner, vriend "
            "of vriendin)",
            "My client is close to someone involved (family, partner or friend)",
        ),
        "organisation": (
            "Mijn cliënt is een organisatie",
            "My client is an organisation",
        ),
    },
    "Need": {"hearing": ("Mijn cliënt hoort niet goed", "My client is hard of hearing")},
}

MONDAY_TO_FRIDAY = range(5)


def add_missing_rows(sender: AppConfig, **kwargs) -> None:
    """Add what an installation needs and does not have yet; runs after every migrate.

    Args:
        sender: the registration app's configuration.
    """
    with translation.override("nl"):
        _add_lookup_options(sender)
        add_regions(sender)
        _add_client_labels(sender)
        _add_option_labels(sender)
        _add_opening_hours(sender)
        _add_mail_wording(sender)
        _add_privacy_statement(sender)
        _add_crisis_lines(sender)
        _add_settings(sender)


def _add_lookup_options(app: AppConfig) -> None:
    for model_name, options in LOOKUP_OPTIONS.items():
        model = app.get_model(model_name)
        present = set(model._default_manager.values_list("code", flat=True))
        model._default_manager.bulk_create(
            model(code=code, label_nl=dutch, label_en=english, sort_order=10 * position)
            for position, (code, dutch, english) in enumerate(options, start=1)
            if code not in present
        )


def _add_client_labels(app: AppConfig) -> None:
    # Filled in where empty: professionals would read "something was done to me" about a client.
    for model_name, labels in CLIENT_LABELS.items():
        rows = app.get_model(model_name)._default_manager.filter(code__in=labels)
        for row in rows.values("code", "client_label_nl", "client_label_en"):
            words = zip(("client_label_nl", "client_label_en"), labels[row["code"]], strict=True)
            missing = {field: text for field, text in words if not row[field]}
            if missing:
                rows.filter(code=row["code"]).update(**missing)


def _add_option_labels(app: AppConfig) -> None:
    model = app.get_model("OptionLabel")
    present = set(model._default_manager.values_list("group", "code"))
    model._default_manager.bulk_create(
        model(group=group, code=code)
        for group, choices in labelled_groups.LABELLED_GROUPS.items()
        for code in choices.values
        if (group, code) not in present
    )


def _add_opening_hours(app: AppConfig) -> None:
    manager = app.get_model("OpeningHours")._default_manager
    if not manager.exists():
        manager.bulk_create(
            manager.model(weekday=weekday, opens_at=time(9), closes_at=time(17))
            for weekday in MONDAY_TO_FRIDAY
        )


def _add_mail_wording(app: AppConfig) -> None:
    manager = app.get_model("MailWording")._default_manager
    manager.exclude(code__in=INITIAL_WORDING).delete()  # of mails that are sent no more
    present = set(manager.values_list("code", flat=True))
    manager.bulk_create(
        manager.model(code=code, **wording)
        for code, wording in INITIAL_WORDING.items()
        if code not in present
    )


def _add_privacy_statement(app: AppConfig) -> None:
    manager = app.get_model("PrivacyStatement")._default_manager
    if not manager.exists():
        manager.create(version=1, **INITIAL_PRIVACY_STATEMENT)


def _add_crisis_lines(app: AppConfig) -> None:
    # Only to an empty table: a line that staff renamed must not come back under its old name.
    manager = app.get_model("CrisisLine")._default_manager
    if not manager.exists():
        manager.bulk_create(
            manager.model(
                name=line.name,
                number=line.number,
                text_nl=line.dutch,
                text_en=line.english,
                audience=line.audience,
                sort_order=10 * position,
            )
            for position, line in enumerate(INITIAL_LINES, start=1)
        )


def _add_settings(app: AppConfig) -> None:
    # Else the first visitor's request writes them, and all that was kept for others is made again.
    settings: list[Any] = [m for m in app.get_models() if issubclass(m, BaseGenericSetting)]
    for setting in settings:
        setting.load()

"""Where staff log in, every word is ours, in the language of the reader."""

import re
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.http import int_to_base36
from wagtail.users.models import UserProfile

import perspectief
from perspectief.staff import starting
from tests.perspectief.staff.account_parts import choose_password, deliver, forget_mails, link_to
from tests.perspectief.staff.conftest import PASSWORD

pytestmark = pytest.mark.django_db

OURS = Path(perspectief.__file__).parent / "templates"
#: Of allauth, and never shown: nobody signs up, manages addresses or phones, or gets codes by mail.
NEVER_SHOWN = re.compile(
    r"account/(?:signup|email|phone|confirm|verif|request_login|password_set|base_confirm"
    r"|base_manage_(?:email|phone)|snippets/warn_no_email)"
    r"|account/messages/(?:cannot|email|login_code|password_set|phone|primary|unverified)"
    r"|mfa/(?:trust|webauthn/signup|email/)|account/email/"
)
#: What has no words in it, or is taken the place of where it would be shown.
WORDLESS = re.compile(
    r"base_\w+\.html|/base\.html|recovery_codes/download|snippets/(?:login_script|already_logged_in)"
)


def shown_templates() -> list[str]:
    folder = Path(allauth.__file__).parent / "templates"
    names = (
        path.relative_to(folder).as_posix()
        for part in ("account", "mfa")
        for path in (folder / part).rglob("*")
        if path.is_file()
    )
    return sorted(
        name for name in names if not NEVER_SHOWN.match(name) and not WORDLESS.search(name)
    )


@pytest.mark.parametrize("name", shown_templates())
def test_every_page_and_message_about_accounts_is_ours(name):
    assert Path(get_template(name).origin.name).is_relative_to(OURS)


@pytest.mark.parametrize("name", ["password_reset_key", "not_started", "base"])
def test_the_mails_about_passwords_are_ours(name):
    for part in ("message",) if name == "base" else ("message", "subject"):
        origin = get_template(f"account/email/{name}_{part}.txt").origin.name
        assert Path(origin).is_relative_to(OURS)


# --- Passwords that are refused -------------------------------------------------------------------

REFUSED = {
    "kort": ("te kort", "too short"),
    "robin@example.org": ("naam of e-mailadres", "name or e-mail address"),
    "password": ("makkelijk te raden", "easy to guess"),
    "8362946150273": ("alleen cijfers", "only digits"),
}


@pytest.mark.parametrize("number", [0, 1], ids=["nl", "en"])
@pytest.mark.parametrize("password", REFUSED)
def test_a_password_is_refused_in_the_language_of_the_reader(editor, password, number):
    with translation.override(("nl", "en")[number]), pytest.raises(ValidationError) as refused:
        validate_password(password, editor)

    assert any(REFUSED[password][number] in message for message in refused.value.messages)


def test_every_rule_for_passwords_is_said_in_both_languages():
    for rule in get_password_validators(settings.AUTH_PASSWORD_VALIDATORS):
        for say in (rule.get_error_message, rule.get_help_text):
            said = []
            for language in ("nl", "en"):
                with translation.override(language):
                    said.append(str(say()))
            assert said[0] != said[1], rule


def test_the_page_where_an_account_starts_says_it_in_dutch(make_staff):
    account = make_staff("noor")
    starting.send_link(account, None)

    page = choose_password(link_to("noor@example.org"), "kort").text

    assert "Dit wachtwoord is te kort. Kies er een van minstens 12 tekens." in page
    assert "too short" not in page


# --- A password that was forgotten ----------------------------------------------------------------


def ask(client: Client, email: str) -> Any:
    answer = client.post(reverse("account_reset_password"), {"email": email}, follow=True)
    deliver()
    return answer


def without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def new_account(username: str = "noor") -> Any:
    return get_user_model().objects.create_user(username, f"{username}@example.org")


def test_an_account_that_was_never_started_gets_no_password_in_this_way(client, editor):
    account = new_account()

    page = ask(client, account.email).text

    (message,) = mail.outbox
    assert message.to == [account.email]
    assert "/staff/password/" not in message.body
    assert "Vraag dan een nieuwe aan de collega die de accounts beheert." in message.body
    others = [ask(Client(), email).text for email in (editor.email, "nobody@example.org")]
    assert {without_token(each) for each in (page, *others)} == {without_token(page)}


def test_a_link_for_a_new_password_does_not_start_an_account_either(client):
    account = new_account()
    key = f"{int_to_base36(account.pk)}-{default_token_generator.make_token(account)}"

    page = client.get(reverse("account_reset_password_from_key", args=key.split("-", 1)))

    assert "Deze link werkt niet meer" in page.text
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_once_it_is_started_it_does(client, make_staff):
    account = new_account()
    starting.send_link(account, None)
    choose_password(link_to(account.email))
    forget_mails()

    ask(client, account.email)

    assert "/staff/password/reset/key/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("language", "subject", "sentence"),
    [
        ("nl", "Perspectief: kies een nieuw wachtwoord", "Heb je dit niet gevraagd?"),
        ("en", "Perspectief: choose a new password", "If you did not ask for this"),
    ],
)
def test_the_mail_is_in_the_language_of_its_reader(client, editor, language, subject, sentence):
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()

    ask(client, editor.email)

    (message,) = mail.outbox
    assert message.subject == subject
    assert sentence in message.body
    assert "Email" not in message.body


def in_language(client: Client, language: str) -> None:
    client.post("/staff/language/", {"language": language, "next": "/"})


STOCK = re.compile(
    r"verificatie|bad token|token|\bemail|e-mail adres|ingelegd|nogmaals|sign (?:in|out)"
    r"|contact us|afmelden|aanmelden bij",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "password/reset/",
        "password/reset/done/",
        "password/reset/key/1-abc/",
        "password/reset/key/done/",
        "inactive/",
        "login/",
    ],
)
def test_no_page_of_somebody_who_forgot_it_speaks_in_other_words(client, path, language):
    in_language(client, language)

    page = client.get(f"/staff/{path}")

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    shown = re.sub(r"<script.*?</script>|<[^>]*>", " ", page.text.split("<main")[1], flags=re.S)
    assert not STOCK.findall(shown), shown


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "path", ["password/change/", "logout/", "second-factor/", "second-factor/webauthn/"]
)
def test_nor_does_a_page_of_who_is_logged_in(client, editor, path, language):
    client.post("/staff/login/", {"login": "robin", "password": PASSWORD})
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()

    page = client.get(f"/staff/{path}")

    assert page.status_code == 200
    shown = re.sub(r"<script.*?</script>|<[^>]*>", " ", page.text.split("<main")[1], flags=re.S)
    assert not STOCK.findall(shown), shown


def test_a_wrong_password_is_said_in_one_way_whatever_was_typed(client, editor):
    pages = [
        client.post("/staff/login/", {"login": login, "password": "wrong"}).text
        for login in ("robin", "robin@example.org", "nobody", "nobody@example.org")
    ]

    said = "Deze gebruikersnaam of dit e-mailadres hoort niet bij dit wachtwoord."
    assert all(said in page for page in pages)


def test_after_too_many_guesses_it_says_when_to_try_again(client, editor):
    for _attempt in range(5):
        client.post("/staff/login/", {"login": "robin", "password": "wrong"})

    page = client.post("/staff/login/", {"login": "robin", "password": PASSWORD}).text

    assert "Dit is te vaak geprobeerd. Wacht 5 minuten" in page


def test_two_passwords_that_differ_are_said_once(client, editor):
    client.post("/staff/login/", {"login": "robin", "password": PASSWORD})
    page = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "een lange zin", "password2": "een andere zin"},
    ).text

    assert "De twee wachtwoorden zijn niet gelijk." in page or "niet hetzelfde" in page
    assert "You must type" not in page
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_every_error_that_somebody_can_get_is_ours():
    messages = get_adapter().error_messages
    for name in (
        *("account_inactive", "incorrect_password", "enter_current_password"),
        *("invalid_login", "email_password_mismatch", "username_password_mismatch"),
        *("invalid_password_reset", "incorrect_code"),
    ):
        with translation.override("nl"):
            dutch = str(messages[name])
        assert "e-mail adres" not in dutch
        assert dutch != str(type(get_adapter()).__mro__[1].error_messages[name])


# --- The demo -------------------------------------------------------------------------------------


def test_a_busy_day_leaves_the_accounts_of_the_demo_alone(settings):
    settings.DEMO_ACCOUNTS_ALLOWED = True
    call_command("create_demo_accounts", password=PASSWORD, verbosity=0)
    users = get_user_model().objects
    users.filter(username="redactie").update(first_name="Ik")
    users.get(username="beheer").delete()

    call_command("create_demo_accounts", password="another one", only_missing=True, verbosity=0)

    kept = users.get(username="redactie")
    assert kept.check_password(PASSWORD)
    assert kept.first_name == "Ik"
    assert users.get(username="beheer").check_password("another one")

"""The message catalogues: what is found in the sources, kept, refused and compiled."""

import os
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from perspectief.catalogues import (
    CatalogueFile,
    compile_catalogue,
    message_key,
    messages_of,
    problems,
    update,
)
from perspectief.message_extraction import extract_messages

PYTHON = '''
from django.utils.translation import gettext as _, ngettext, npgettext_lazy, pgettext_lazy

def greet(name, count):
    """Not "marked"."""
    # Translators: on the thank-you page
    print(_("Hello %(name)s") % {"name": name}, _("joined " "text"))
    print(ngettext("One callback", "%(count)s callbacks", count) % {"count": count})

MONTH = pgettext_lazy("month", "May")
DAYS = npgettext_lazy("promise", "%(n)d day", "%(n)d days", "n")
UNMARKED = "not found"
'''
TEMPLATE = """{% load i18n %}
<h1>{% translate "Register" %}</h1>
    {% blocktranslate trimmed with name=person.name %}
      Dear {{ name }},
      100% sure?
    {% endblocktranslate %}
{% blocktrans count c=n context "queue" %}{{ c }} call{% plural %}{{ c }} calls{% endblocktrans %}
{% include "x.html" with label=_("From a filter") %}{{ _("From a variable") }}
{# It's a comment with a stray ' quote #}
<p title='it"s'>isn't marked</p>
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "templates").mkdir(parents=True)
    (folder / "migrations").mkdir()
    (folder / "views.py").write_text(PYTHON)
    (folder / "templates" / "page.html").write_text(TEMPLATE)
    (folder / "templates" / "mail.txt").write_text('{% load i18n %}{% translate "From a mail" %}')
    (folder / "migrations" / "0001.py").write_text('_("from a migration")')
    return folder


@pytest.fixture
def dutch(tmp_path: Path) -> CatalogueFile:
    return CatalogueFile(tmp_path / "locales", "nl")


def test_finds_every_marked_message_and_nothing_else(package: Path):
    found = {message_key(message) for message in messages_of(extract_messages([package]))}
    assert found == {
        (None, "Hello %(name)s", None),
        (None, "joined text", None),
        (None, "One callback", "%(count)s callbacks"),
        ("month", "May", None),
        ("promise", "%(n)d day", "%(n)d days"),
        (None, "Register", None),
        (None, "Dear %(name)s, 100%% sure?", None),
        ("queue", "%(c)s call", "%(c)s calls"),
        (None, "From a filter", None),
        (None, "From a variable", None),
        (None, "From a mail", None),
    }


def test_a_translation_block_that_django_cannot_read_is_named(tmp_path: Path):
    (tmp_path / "bad.html").write_text(
        "{% blocktranslate %}{% if x %}no{% endif %}{% endblocktranslate %}"
    )
    with pytest.raises(SyntaxError, match=r"bad\.html"):
        extract_messages([tmp_path])


def test_update_keeps_translations_and_drops_what_is_no_longer_used(
    package: Path, dutch: CatalogueFile
):
    update(dutch, extract_messages([package]))
    text = dutch.source.read_text().replace('msgid "Register"\nmsgstr ""', REGISTER)
    dutch.source.write_text(text)
    (package / "views.py").write_text("")
    assert update(dutch, extract_messages([package])) is True
    after = dutch.source.read_text()
    assert REGISTER in after
    assert "Hello" not in after
    assert "#~" not in after
    assert "POT-Creation-Date" not in after
    assert update(dutch, extract_messages([package])) is False


REGISTER = 'msgid "Register"\nmsgstr "Aanmelden"'


def test_update_guesses_no_translation_for_a_message_that_looks_alike(
    package: Path, dutch: CatalogueFile
):
    update(dutch, extract_messages([package]))
    text = dutch.source.read_text().replace('msgid "Register"\nmsgstr ""', REGISTER)
    dutch.source.write_text(text)
    page = package / "templates" / "page.html"
    page.write_text(page.read_text().replace('"Register"', '"Register now"'))
    update(dutch, extract_messages([package]))
    assert 'msgid "Register now"\nmsgstr ""' in dutch.source.read_text()


def test_english_is_its_own_translation(package: Path, tmp_path: Path):
    english = CatalogueFile(tmp_path / "locales", "en")
    sources = extract_messages([package])
    update(english, sources)
    assert problems(english, sources) == []
    assert 'msgid "Register"\nmsgstr "Register"' in english.source.read_text()


def write_catalogue(file: CatalogueFile, *entries: str) -> None:
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    plural = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    file.source.parent.mkdir(parents=True, exist_ok=True)
    file.source.write_text("\n".join([header + plural, *entries]))


@pytest.mark.parametrize(
    ("source", "entry", "problem"),
    [
        ('_("New")', "", "nl: missing, run `make messages`: 'New'"),
        ("", 'msgid "Old"\nmsgstr "Oud"\n', "nl: no longer used, run `make messages`: 'Old'"),
        ('_("New")', 'msgid "New"\nmsgstr ""\n', "nl: not translated: 'New'"),
        ('_("New")', '#, fuzzy\nmsgid "New"\nmsgstr "Nieuw"\n', "nl: marked fuzzy: 'New'"),
        (
            '_("Hi %(name)s")',
            'msgid "Hi %(name)s"\nmsgstr "Dag %(naam)s"\n',
            "nl: placeholder %(name)s is missing in 'Dag %(naam)s'",
        ),
        (
            '_("Hi %(name)s")',
            'msgid "Hi %(name)s"\nmsgstr "Dag %(name)s en %(naam)s"\n',
            "nl: placeholder %(naam)s is unknown in 'Dag %(name)s en %(naam)s'",
        ),
        (
            '_("Hi {name}")',
            'msgid "Hi {name}"\nmsgstr "Dag"\n',
            "nl: placeholder {name} is missing in 'Dag'",
        ),
        (
            'ngettext("%(n)s call", "%(n)s calls", n)',
            'msgid "%(n)s call"\nmsgid_plural "%(n)s calls"\n'
            'msgstr[0] "%(n)s gesprek"\nmsgstr[1] "gesprekken"\n',
            "nl: placeholder %(n)s is missing in 'gesprekken'",
        ),
        (
            'ngettext("One call", "%(n)s calls", n)',
            'msgid "One call"\nmsgid_plural "%(n)s calls"\nmsgstr[0] "Een gesprek"\nmsgstr[1] ""\n',
            "nl: not translated: 'One call'",
        ),
    ],
)
def test_check_names_the_problem(
    tmp_path: Path, dutch: CatalogueFile, source: str, entry: str, problem: str
):
    package = tmp_path / "package"
    package.mkdir()
    (package / "views.py").write_text(source)
    write_catalogue(dutch, entry)
    assert problem in problems(dutch, extract_messages([package]))


def test_a_singular_may_leave_the_number_out(tmp_path: Path, dutch: CatalogueFile):
    package = tmp_path / "package"
    package.mkdir()
    (package / "views.py").write_text('ngettext("One call", "%(n)s calls", n)')
    sources = extract_messages([package])
    write_catalogue(
        dutch,
        'msgid "One call"\nmsgid_plural "%(n)s calls"\n'
        'msgstr[0] "Eén gesprek"\nmsgstr[1] "%(n)s gesprekken"\n',
    )
    update(dutch, sources)
    assert problems(dutch, sources) == []


def test_compiled_catalogue_translates_and_is_made_again_only_when_needed(dutch: CatalogueFile):
    write_catalogue(dutch, REGISTER, '#, fuzzy\nmsgid "Guess"\nmsgstr "Gok"\n')
    assert compile_catalogue(dutch) is True
    assert compile_catalogue(dutch) is False
    later = dutch.compiled.stat().st_mtime_ns + 10**9
    os.utime(dutch.source, ns=(later, later))
    assert compile_catalogue(dutch) is True
    with dutch.compiled.open("rb") as file:
        translations = GNUTranslations(file)
    assert translations.gettext("Register") == "Aanmelden"
    assert translations.gettext("Guess") == "Guess"


def test_check_command_fails_with_the_list(settings, tmp_path: Path):
    settings.LOCALE_PATHS = [tmp_path / "locales"]
    with pytest.raises(CommandError, match="nl: missing, run `make messages`: 'Website'"):
        call_command("messages", "check")


def test_catalogue_folders_are_those_of_the_site():
    for language, _name in settings.LANGUAGES:
        assert CatalogueFile(Path(settings.LOCALE_PATHS[0]), language).source.exists()

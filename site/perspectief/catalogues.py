"""Message catalogues without the gettext tools: merge, compile and check them.

Babel reads and writes the files, so that neither developers nor the build of a wheel need more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from os import replace
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from perspectief.invisible import invisible_in

SOURCE_LANGUAGE = "en"  # the language that message ids are written in
LINE_WIDTH = 98
# A percent sign that is doubled stands for itself.
_PLACEHOLDER = re.compile(r"%%|(%\(\w+\)[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]|\{\w*\}|%[sdifr])")

MessageKey = tuple[str | None, str, str | None]  # context, singular, plural


@dataclass(frozen=True)
class CatalogueFile:
    """The catalogue of one language below a folder of catalogues."""

    folder: Path
    language: str

    @property
    def source(self) -> Path:
        """The readable catalogue that translators edit."""
        return self.folder / self.language / "LC_MESSAGES" / "django.po"

    @property
    def compiled(self) -> Path:
        """The binary catalogue that the site reads."""
        return self.source.with_suffix(".mo")

    def read(self) -> Catalog:
        """Return the catalogue as it is on disk; an empty one when there is no file yet."""
        if not self.source.exists():
            return Catalog(locale=self.language)
        with self.source.open("rb") as file:
            return read_po(file, locale=self.language, abort_invalid=True)


def message_key(message: Message) -> MessageKey:
    """Return what makes `message` itself: context, singular and plural."""
    singular, plural = message.id if isinstance(message.id, (tuple, list)) else (message.id, None)
    return message.context, singular, plural


def translations_of(message: Message) -> list[str]:
    """Return the translations of `message`: one, or one for each plural form; "" where none is."""
    string = message.string or ""
    return [string] if isinstance(string, str) else [text or "" for text in string]


def messages_of(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of `catalogue` without the header, which has an empty id."""
    return (message for message in catalogue if message.id)


def updated_text(current: Catalog, sources: Catalog, language: str) -> str:
    """Return the text of a catalogue with exactly the messages of `sources`.

    Translations in `current` are kept for messages that did not change; nothing is guessed. In the
    source language an empty translation becomes the message itself.
    """
    known = {message_key(message): message for message in messages_of(current)}
    merged = Catalog(locale=language)
    for message in messages_of(sources):
        old = known.get(message_key(message))
        string = old.string if old else ""
        if language == SOURCE_LANGUAGE and not (old and all(translations_of(old))):
            string = message.id
        flags = {"fuzzy"} if old and old.fuzzy else set()
        merged.add(
            message.id,
            string,
            context=message.context,
            auto_comments=message.auto_comments,
            user_comments=old.user_comments if old else (),
            flags=flags,
        )
    body = BytesIO()
    write_po(body, merged, width=LINE_WIDTH, omit_header=True, no_location=True, sort_output=True)
    return f"{_header(merged, language)}\n{body.getvalue().decode().strip()}\n"


def _header(catalogue: Catalog, language: str) -> str:
    # No dates and no program versions: they would change without a change of the texts.
    lines = (
        "Project-Id-Version: perspectief-website",
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {catalogue.plural_forms}",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def update(file: CatalogueFile, sources: Catalog) -> bool:
    """Bring `file` up to date with `sources`; return whether it changed."""
    text = updated_text(file.read(), sources, file.language)
    if file.source.exists() and file.source.read_text(encoding="utf-8") == text:
        return False
    file.source.parent.mkdir(parents=True, exist_ok=True)
    _write(file.source, text.encode())
    return True


def compile_catalogue(file: CatalogueFile) -> bool:
    """Compile `file` if its source is newer than its compiled form; return whether it was."""
    source, target = file.source, file.compiled
    if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
        return False
    _write(target, compiled_form(file.read()))
    return True


def compiled_form(catalogue: Catalog) -> bytes:
    """Return the binary form of `catalogue`."""
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def _write(path: Path, content: bytes) -> None:
    """Write `path` in one step, so that a running site never reads half a catalogue."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    replace(new, path)


def problems(file: CatalogueFile, sources: Catalog) -> list[str]:
    """Return what is wrong with `file`, one line each; an empty list when all is well."""
    catalogue = file.read()
    found = {message_key(message) for message in messages_of(catalogue)}
    wanted = {message_key(message) for message in messages_of(sources)}
    lines = [f"missing, run `make messages`: {_shown(key)}" for key in wanted - found]
    lines += [f"no longer used, run `make messages`: {_shown(key)}" for key in found - wanted]
    lines += unfinished(catalogue)
    if not lines and file.source.read_text(encoding="utf-8") != updated_text(
        catalogue, sources, file.language
    ):
        lines.append("not written the way `make messages` writes it")
    return sorted(f"{file.language}: {line}" for line in lines)


def unfinished(catalogue: Catalog) -> list[str]:
    """Return which messages are not translated, in doubt or lack a placeholder, one line each."""
    return [
        line
        for message in messages_of(catalogue)
        for line in _problems_of(message, catalogue.num_plurals)
    ]


def _problems_of(message: Message, plural_forms: int) -> list[str]:
    shown = _shown(message_key(message))
    if message.fuzzy:
        return [f"marked fuzzy: {shown}"]
    strings = translations_of(message)
    if not all(strings):
        return [f"not translated: {shown}"]
    _context, singular, plural = message_key(message)
    if plural is None:
        always = possible = placeholders(singular)
    else:
        # "One callback" may leave the number out where "%(count)s callbacks" cannot.
        always = placeholders(singular) & placeholders(plural)
        possible = placeholders(singular) | placeholders(plural)
        if len(strings) != plural_forms:
            return [f"has {len(strings)} plural forms, not {plural_forms}: {shown}"]
    lines = []
    for string in strings:
        if mark := invisible_in(string):
            lines.append(f"an invisible character, {mark}, is in {string!r}")
        used = placeholders(string)
        lines += [f"placeholder {name} is missing in {string!r}" for name in always - used]
        lines += [f"placeholder {name} is unknown in {string!r}" for name in used - possible]
    return lines


def placeholders(text: str) -> frozenset[str]:
    """Return the placeholders that formatting `text` needs, such as `%(name)s` and `{name}`."""
    return frozenset(match for match in _PLACEHOLDER.findall(text) if match)


def _shown(key: MessageKey) -> str:
    context, singular, _plural = key
    return f"{singular!r}" + (f" (context {context!r})" if context else "")

"""Subject and text of a mail, from the coordinator's wording and a few named values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from registration.models import MailWording
from registration.words.mail_wording import INITIAL_WORDING

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class RenderedMail:
    """The words of a mail; the subject is one line."""

    subject: str
    body: str


def render(code: str, language: str, values: Mapping[str, str]) -> RenderedMail:
    """Return a mail in a language; a language that the site does not have becomes Dutch.

    Args:
        code: a code of `MailCode`.
        language: `nl` or `en`.
        values: what stands for each placeholder. None of them may come from a visitor.
    """
    subject, body = _wording(code, language)
    return RenderedMail(" ".join(fill_in(subject, values).split()), fill_in(body, values))


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Replace `{name}` by its value, and nothing else.

    Unlike `str.format` this reaches no attribute, and braces within a value stay as they are.
    """
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def _wording(code: str, language: str) -> tuple[str, str]:
    known = dict(settings.LANGUAGES)
    language = language if language in known else settings.LANGUAGE_CODE
    wording = MailWording.objects.filter(code=code).first()
    if wording is None:  # a missing row must not stop a registration
        initial = INITIAL_WORDING[code]
        return initial[f"subject_{language}"], initial[f"body_{language}"]
    with translation.override(language):
        return wording.subject, wording.body

"""Subject and text of a mail, from the coordinator's wording and a few named values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from perspectief.kept_values import kept
from registration.models import MailWording
from registration.rules.mail_wording import NAMELESS_CODES
from registration.rules.placeholders import fill_in
from registration.words.mail_wording import INITIAL_WORDING
from registration.words.reaching_us import how_to_reach_us

# What a placeholder leaves that stands on a line of its own and has nothing to say.
SEVERAL_EMPTY_LINES = re.compile(r"\n{3,}")


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
        values: what stands for each placeholder. None of them may come from a visitor. How to
            reach us is known, but where a mail does not say who we are.
    """
    if language not in dict(settings.LANGUAGES):
        language = settings.LANGUAGE_CODE
    if code not in NAMELESS_CODES:
        values = {**how_to_reach_us(language), **values}
    subject, body = _wording(code, language)
    text = SEVERAL_EMPTY_LINES.sub("\n\n", fill_in(body, values))
    return RenderedMail(" ".join(fill_in(subject, values).split()), text)


@kept
def _wording(code: str, language: str) -> tuple[str, str]:
    wording = MailWording.objects.filter(code=code).first()
    if wording is None:  # a missing row must not stop a registration
        initial = INITIAL_WORDING[code]
        return initial[f"subject_{language}"], initial[f"body_{language}"]
    with translation.override(language):
        return wording.subject, wording.body

"""Words that are the same in Dutch and English, such as names: the gate lets them pass.

Only a few words at a time: no Dutch sentence becomes English by being listed here.
"""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy, ngettext
from wagtail_localize.models import StringTranslation

MOST_WORDS = 3
LONGEST = 60


def is_short(text: str) -> bool:
    """Whether a text may be a name: a few words, and neither a sentence nor HTML."""
    return (
        len(text) <= LONGEST
        and 0 < len(text.split()) <= MOST_WORDS
        and text[-1] not in ".!?:"
        and "<" not in text
    )


def check_few_words(text: str) -> None:
    """Refuse what is no name.

    Raises:
        ValidationError: says how many words are allowed.
    """
    if not is_short(text):
        message = ngettext(
            "At most %(count)d word, and no sentence: write another text in English.",
            "At most %(count)d words, and no sentence: write another text in English.",
            MOST_WORDS,
        )
        raise ValidationError(message, params={"count": MOST_WORDS})


class SameWord(models.Model):
    """A word, or a few, that English readers read as Dutch ones do."""

    text = models.CharField(
        gettext_lazy("word or name"),
        max_length=LONGEST,
        unique=True,
        validators=[check_few_words],
        help_text=gettext_lazy(
            "Such as ‘Samenspraak’ or ‘Poster’, exactly as it stands on the page. After this, "
            "publish the English page again."
        ),
    )

    class Meta:
        app_label = "home"
        ordering = ["text"]
        verbose_name = gettext_lazy("word that is the same in English")
        verbose_name_plural = gettext_lazy("words that are the same in English")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        """Write spaces as pages have them."""
        self.text = " ".join(self.text.split())


def same_among(texts: Collection[str], locale: Any) -> set[str]:
    """Return which of `texts` are the same in another language: listed, or translated so before.

    Args:
        texts: as wagtail-localize keeps them.
        locale: of the other language.
    """
    short = [text for text in texts if is_short(text)]
    listed = SameWord.objects.filter(text__in=short).values_list("text", flat=True)
    translated = StringTranslation.objects.filter(
        locale=locale,
        has_error=False,
        translation_of__data__in=short,
        data=F("translation_of__data"),
    ).values_list("data", flat=True)
    return {*listed, *translated}

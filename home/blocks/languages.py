"""Text in a language that the site itself does not have."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.sections import TEXT_FEATURES, HeadingBlock, SectionValue

#: Code and own name; the same in every language of the site.
LANGUAGES = [("de", "Deutsch"), ("fr", "Français"), ("es", "Español"), ("pl", "Polski")]


class LanguageSectionValue(SectionValue):
    """A section that says which language it is in."""

    @property
    def language_name(self) -> str:
        """The language in that language itself."""
        return dict(LANGUAGES).get(self["language"], "")


class LanguageSectionBlock(blocks.StructBlock):
    """A heading and text in another language, marked as such for screen readers and browsers."""

    language = blocks.ChoiceBlock(label=_("Language"), choices=LANGUAGES)
    heading = HeadingBlock(help_text=_("In that language. Appears under ‘On this page’."))
    text = blocks.RichTextBlock(label=_("Text"), features=["h3", *TEXT_FEATURES])

    class Meta:
        icon = "globe"
        label = _("Text in another language")
        label_format = "{language}: {heading}"
        group = _("Explain")
        description = _("A short text in German, French, Spanish or Polish.")
        template = "home/blocks/language_section.html"
        value_class = LanguageSectionValue
        preview_value = {
            "language": "de",
            "heading": "Kontakt nach einem schweren Ereignis",
            "text": "<p>Eine Vermittlerin oder ein Vermittler hilft Ihnen dabei.</p>",
        }

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Nothing to translate: German is German on the English page too."""
        return []

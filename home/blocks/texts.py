"""Running text, notes, questions with answers."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.rich_text import RichTextWithFiguresBlock
from home.blocks.sections import TEXT_FEATURES, HeadingBlock, SectionValue


class TextBlock(blocks.StructBlock):
    """A piece of text with an optional heading."""

    heading = HeadingBlock(
        required=False,
        default="",
        help_text=_("The reader’s question, or our promise. Appears in ‘On this page’."),
    )
    text = RichTextWithFiguresBlock(
        label=_("Text"),
        features=["h3", *TEXT_FEATURES],
        help_text=_(
            "The list of figures shows how to refer to one here, such as [[set.figure.2024]]. "
            "[[phone]] and [[opening_hours]] say how to reach us."
        ),
    )

    class Meta:
        icon = "doc-full"
        label = _("Text")
        group = _("Explain")
        description = _("A heading and running text with lists and links.")
        template = "home/blocks/text.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Wat kan het je geven?",
            "text": "<p>Sommige mensen zoeken antwoorden. Anderen willen iets zeggen.</p>",
        }


class QuestionBlock(blocks.StructBlock):
    """One question and its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=160)
    answer = RichTextWithFiguresBlock(label=_("Answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{question}"


class FaqBlock(blocks.StructBlock):
    """Questions that open to show their answers."""

    heading = HeadingBlock()
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        group = _("Explain")
        description = _("Questions people ask; the answer opens below.")
        template = "home/blocks/faq.html"
        value_class = SectionValue
        preview_value = {
            "heading": "Vragen die mensen vaak hebben",
            "questions": [
                {
                    "question": "Moet ik de ander zien?",
                    "answer": "<p>Nee. Een brief kan ook.</p>",
                }
            ],
        }


class NoteBlock(blocks.StructBlock):
    """A short remark set apart from the text."""

    text = blocks.TextBlock(label=_("Text"), rows=3)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        group = _("Explain")
        description = _("Something the reader should not miss.")
        template = "home/blocks/note.html"
        preview_value = {"text": "Let op: dit deel gaat over geweld."}


class CrisisBlock(blocks.StructBlock):
    """Where to find help that cannot wait."""

    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        default="",
        max_length=80,
        help_text=_("If left empty, the usual title is used."),
    )
    lines = blocks.ListBlock(
        blocks.CharBlock(label=_("Line"), max_length=200),
        label=_("Lines"),
        default=[],
        help_text=_("If left empty, the usual numbers are shown, from 112 to the Kindertelefoon."),
    )
    audience = blocks.ChoiceBlock(
        label=_("Who it is for"),
        choices=[
            ("everyone", _("Everyone")),
            ("young", _("Young people")),
            ("abroad", _("People outside the Netherlands")),
        ],
        default="everyone",
        help_text=_(
            "The usual numbers are shown, with those for these people first. People outside the "
            "Netherlands see only what works there; for everyone else that is below them."
        ),
    )

    class Meta:
        icon = "warning"
        label = _("Help that cannot wait")
        group = _("People")
        description = _("The box with emergency numbers.")
        template = "home/blocks/crisis.html"
        preview_value = {"title": "", "lines": [], "audience": "everyone"}

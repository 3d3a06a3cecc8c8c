"""Reads blocks: the page types themselves say which there are and what each of them holds."""

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from home.blocks.languages import LanguageSectionBlock
from home.blocks.links import TARGETS, LinkBlock
from home.demo_content.reading.marked import Marked
from home.demo_content.reading.videos import read_video
from home.demo_content.reading.words import (
    Mentions,
    read_code,
    read_rich_text,
    read_text,
    read_yes_or_no,
)
from home.demo_content.texts import (
    DocumentsReference,
    FigureReference,
    FigureSetReference,
    PageReference,
    VideoReference,
)
from home.figures.models import Figure, FigureSet
from media_library.choosers import VideoChooserBlock

CHOSEN = {Figure: ("figure", FigureReference), FigureSet: ("set of figures", FigureSetReference)}


def read_stream(
    node: Marked, stream: blocks.StreamBlock, mentions: Mentions
) -> list[tuple[str, Any]]:
    """Return pairs of the name of a block and its value."""
    return [
        pair for item in node.items() if (pair := _read_block(item, stream, mentions)) is not None
    ]


def _read_block(
    node: Marked, stream: blocks.StreamBlock, mentions: Mentions
) -> tuple[str, Any] | None:
    # A block in which nothing is filled in is a word of its own.
    named = {node.word(): None} if node.is_word() else node.mapping()
    if len(named) != 1:
        node.fault("Each block begins with a dash of its own.")
        return None
    [(name, value)] = named.items()
    block = stream.child_blocks.get(name)
    if block is None:
        if name:
            node.fault(f"There is no block ‘{name}’; known are {', '.join(stream.child_blocks)}.")
        return None
    if value is None:
        if _is_needed(block):
            node.fault(f"The block ‘{name}’ has to be filled in.")
        return name, _empty(block)
    return name, read_value(value, block, mentions)


def read_value(node: Marked, block: blocks.Block, mentions: Mentions) -> Any:
    """Return what one block holds."""
    match block:
        case LanguageSectionBlock():
            return _read_other_language(node, block)
        case blocks.StructBlock():
            return _read_struct(node, block, mentions)
        case blocks.ListBlock(child_block=DocumentChooserBlock()):
            mentions.add(node, "document", node.word())
            return DocumentsReference(node.word())
        case blocks.ListBlock():
            return [read_value(item, block.child_block, mentions) for item in node.items()]
        case blocks.RichTextBlock():
            return read_rich_text(node, mentions)
        case blocks.PageChooserBlock():
            mentions.add(node, "page", node.word())
            return PageReference(node.word())
        case VideoChooserBlock():
            if not node.is_word():
                return read_video(node, mentions)
            mentions.add(node, "page with a video", node.word())
            return VideoReference(node.word())
        case SnippetChooserBlock() if block.target_model in CHOSEN:
            kind, reference = CHOSEN[block.target_model]
            mentions.add(node, kind, node.word())
            return reference(node.word())
        case blocks.ChoiceBlock():
            choices = [code for code, _label in block.field.choices if code]
            return read_code(node, choices, "choice")
        case blocks.BooleanBlock():
            return read_yes_or_no(node)
        case blocks.URLBlock():
            return node.word()
        case blocks.CharBlock() | blocks.TextBlock():
            return read_text(node, mentions, block.field.max_length)
    node.fault("The demo cannot fill this in from a file.")
    return None


def _read_struct(node: Marked, block: blocks.StructBlock, mentions: Mentions) -> dict[str, Any]:
    inner = block.child_blocks
    needed = [name for name, child in inner.items() if _is_needed(child)]
    record = node.record(needed, [name for name in inner if name not in needed])
    if isinstance(block, LinkBlock) and len(record.found.keys() & set(TARGETS)) != 1:
        node.fault(f"A link leads to one thing: {', '.join(TARGETS)}.")
    return {
        name: read_value(record.found[name], child, mentions)
        if name in record.found
        else _empty(child)
        for name, child in inner.items()
        if name in record.found or not _fills_itself(child)
    }


def _read_other_language(node: Marked, block: LanguageSectionBlock) -> dict[str, Any]:
    """Words that are the same on the Dutch and on the English page."""
    record = node.record(list(block.child_blocks))
    languages = dict(block.child_blocks["language"].field.choices)
    paragraphs = [item.word() for item in record.items("text")]
    return {
        "language": record.read(
            "language", lambda each: read_code(each, [*filter(None, languages)], "language"), ""
        ),
        "heading": record.read("heading", Marked.word, ""),
        "text": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
    }


def _is_needed(block: blocks.Block) -> bool:
    match block:
        case blocks.StructBlock():
            return any(_is_needed(child) for child in block.child_blocks.values())
        case blocks.ListBlock():
            return bool(block.meta.min_num) or bool(block.meta.default)
        case blocks.FieldBlock():
            return bool(block.required) and not _fills_itself(block)
    return False


def _fills_itself(block: blocks.Block) -> bool:
    """Whether Wagtail chooses something where nothing is chosen."""
    return isinstance(block, blocks.ChoiceBlock) and bool(block.meta.default)


def _empty(block: blocks.Block) -> Any:
    match block:
        case blocks.StructBlock():
            return {
                name: _empty(child)
                for name, child in block.child_blocks.items()
                if not _fills_itself(child)
            }
        case blocks.ListBlock():
            return []
        case blocks.StaticBlock() | blocks.ChooserBlock():
            return None
        case blocks.BooleanBlock():
            return False
    return ""

"""Reads the lists of documents and of what appeared in the media."""

from home.demo_content.coverage import DemoItem
from home.demo_content.documents import DemoDocument
from home.demo_content.reading.marked import Marked
from home.demo_content.reading.words import NO_TEXT, Mentions, read_code, read_number, read_text
from media_library.coverage import CoverageKind


def read_documents(node: Marked, mentions: Mentions) -> list[DemoDocument]:
    """Return the documents."""
    nodes = node.record(("documents",)).items("documents")
    return [_read_document(each, mentions) for each in nodes]


def _read_document(node: Marked, mentions: Mentions) -> DemoDocument:
    def page(each: Marked) -> str:
        mentions.add(each, "page", each.word())
        return each.word()

    record = node.record(("code", "page", "title"))
    return DemoDocument(
        key=record.read("code", Marked.word, ""),
        page_key=record.read("page", page, ""),
        title=record.read("title", lambda each: read_text(each, mentions), NO_TEXT),
    )


def read_coverage(node: Marked, mentions: Mentions) -> list[DemoItem]:
    """Return the items, all of one year."""
    record = node.record(("year", "items"))
    year = record.read("year", read_number, 0)
    return [_read_item(each, year, mentions) for each in record.items("items")]


def _read_item(node: Marked, year: int, mentions: Mentions) -> DemoItem:
    def kind(each: Marked) -> CoverageKind | None:
        code = read_code(each, CoverageKind.values, "kind")
        return CoverageKind(code) if code in CoverageKind.values else None

    record = node.record(("outlet", "kind", "title", "summary"), ("people",))
    return DemoItem(
        year=year,
        outlet=record.read("outlet", Marked.word, ""),
        kind=record.read("kind", kind, None) or CoverageKind.ARTICLE,
        title=record.read("title", lambda each: read_text(each, mentions), NO_TEXT),
        summary=record.read("summary", lambda each: read_text(each, mentions), NO_TEXT),
        people=record.read("people", lambda each: read_text(each, mentions), None),
    )

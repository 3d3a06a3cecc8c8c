"""Reads the sets of figures."""

from collections import Counter

from home.bilingual.texts import Text
from home.demo_content.figures import DemoFigure, DemoFigures, DemoSet
from home.demo_content.reading.marked import Marked
from home.demo_content.reading.words import (
    NO_TEXT,
    Mentions,
    read_code,
    read_number,
    read_text,
    read_yes_or_no,
)
from home.figures.models import Precision, Unit


def read_figures(node: Marked, mentions: Mentions) -> DemoFigures:
    """Return all sets with their figures."""
    record = node.record(("source", "sets"))
    sets = record.items("sets")
    return DemoFigures(
        source=record.read("source", lambda each: read_text(each, mentions), NO_TEXT),
        sets=tuple(_read_set(each, mentions) for each in sets),
    )


def _read_set(node: Marked, mentions: Mentions) -> DemoSet:
    def text(each: Marked) -> Text:
        return read_text(each, mentions)

    record = node.record(("code", "title", "figures"), ("base", "bars", "percent"))
    nodes = record.items("figures")
    figures = [_read_figure(each, mentions) for each in nodes]
    same = Counter((figure.code, figure.year) for figure in figures)
    for figure, each in zip(figures, nodes, strict=True):
        if same[figure.code, figure.year] > 1:
            each.fault(f"The figure ‘{figure.code}’ of {figure.year} is here twice.")
    return DemoSet(
        code=record.read("code", Marked.word, ""),
        title=record.read("title", text, NO_TEXT),
        figures=tuple(figures),
        base=record.read("base", text, None),
        percent=record.read("percent", read_yes_or_no, False),
        has_bars=record.read("bars", read_yes_or_no, False),
    )


def _read_figure(node: Marked, mentions: Mentions) -> DemoFigure:
    def text(each: Marked) -> Text:
        return read_text(each, mentions)

    def precision(each: Marked) -> str:
        return read_code(each, Precision.values, "precision")

    def unit(each: Marked) -> str:
        return read_code(each, Unit.values, "unit")

    record = node.record(("code", "year", "value", "label"), ("precision", "unit", "note", "base"))
    return DemoFigure(
        code=record.read("code", Marked.word, ""),
        value=record.read("value", read_number, 0),
        label=record.read("label", text, NO_TEXT),
        year=record.read("year", read_number, 0),
        precision=record.read("precision", precision, Precision.EXACT.value),
        unit=record.read("unit", unit, Unit.NUMBER.value),
        note=record.read("note", text, None),
        base=record.read("base", text, None),
    )

"""Reads what a video says."""

from home.bilingual.texts import Text
from home.demo_content.reading.marked import Marked
from home.demo_content.reading.words import NO_TEXT, Mentions, read_share, read_text
from home.demo_content.videos.files import MEDIA
from home.demo_content.videos.script import DemoVideo

OF_THE_PAGE = ("title", "description")


def read_video(
    node: Marked, mentions: Mentions, title: Text | None = None, description: Text | None = None
) -> DemoVideo:
    """Return the script of a video.

    Args:
        node: where it is written.
        mentions: gets the figures that it names.
        title: that of the page of the video, which the script then need not repeat.
        description: likewise.
    """

    def text(each: Marked) -> Text:
        return read_text(each, mentions)

    def paragraph(each: Marked) -> tuple[Text, ...]:
        lines = each.record(("lines",)).items("lines")
        return tuple(text(line) for line in lines)

    needed = ("clip", "overlap", "drop", "on_screen", "paragraphs")
    has_page = title is not None
    record = node.record(
        needed if has_page else (*needed, *OF_THE_PAGE), OF_THE_PAGE if has_page else ()
    )
    clip = record.read("clip", Marked.word, "")
    if clip and not (MEDIA / f"{clip}.mp4").exists():
        record.found["clip"].fault(f"There is no clip ‘{clip}’ in {MEDIA.name}/.")
    return DemoVideo(
        clip=clip,
        title=record.read("title", text, title or NO_TEXT),
        description=record.read("description", text, description or NO_TEXT),
        paragraphs=tuple(paragraph(each) for each in record.items("paragraphs")),
        overlap=record.read("overlap", read_share, 0.0),
        drop=record.read("drop", read_share, 0.0),
        on_screen=record.read("on_screen", text, NO_TEXT),
    )

"""A script in two languages, and what follows from it: captions, transcript and duration."""

from collections.abc import Iterator
from dataclasses import dataclass

from home.bilingual.texts import Text

#: A calm reader takes in about this many characters in a second.
READING_SPEED = 14
SHORTEST_LINE = 2.5  # seconds
SILENCE_AROUND = 1.0  # seconds before the first line and after the last


@dataclass(frozen=True)
class DemoVideo:
    """One video. Each text is a caption; those of one inner tuple are a paragraph.

    `clip` is the name of its files; `overlap` and `drop` (shares of a radius) are how its drawing
    ends, so that every video has its own. `on_screen` says what is seen.
    """

    clip: str
    title: Text
    description: Text
    paragraphs: tuple[tuple[Text, ...], ...]
    overlap: float
    drop: float
    on_screen: Text


def timed_lines(video: DemoVideo) -> Iterator[tuple[float, float, Text]]:
    """Start and end in seconds of every line; the same in both languages, as the clip is."""
    start = SILENCE_AROUND
    for paragraph in video.paragraphs:
        for line in paragraph:
            length = max(len(line.nl), len(line.en)) / READING_SPEED
            end = start + max(SHORTEST_LINE, round(length * 2) / 2)
            yield start, end, line
            start = end


def duration(video: DemoVideo) -> int:
    """Seconds that the clip takes."""
    *_lines, (_start, end, _line) = timed_lines(video)
    return round(end + SILENCE_AROUND)


def captions(video: DemoVideo, language: str) -> str:
    """The captions as a WebVTT file."""
    cues = [
        f"{_clock(start)} --> {_clock(end)}\n{getattr(line, language)}\n"
        for start, end, line in timed_lines(video)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def transcript(video: DemoVideo, language: str) -> str:
    """What is seen and said, as HTML."""
    seen = f"<p>{getattr(video.on_screen, language)}</p>"
    said = (
        " ".join(getattr(line, language) for line in paragraph) for paragraph in video.paragraphs
    )
    return seen + "".join(f"<p>{words}</p>" for words in said)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes):02}:{rest:06.3f}"

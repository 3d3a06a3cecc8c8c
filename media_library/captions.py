"""Captions of videos: files in the format WebVTT (https://www.w3.org/TR/webvtt1/)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

MAXIMUM_BYTES = 512 * 1024  # a film of two hours has some 100 kB of captions
NOT_CUES = ("NOTE", "STYLE", "REGION")
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?")


@dataclass(frozen=True)
class Cue:
    """What is shown from `start` to `end`, both in seconds."""

    start: float
    end: float
    text: str


def check_captions_file(file: File) -> None:
    """Refuse what a browser would not show as captions.

    Raises:
        ValidationError: says what is wrong, where it can with the line that is.
    """
    if getattr(file, "_committed", False):  # checked when it came
        return
    if file.size > MAXIMUM_BYTES:
        raise ValidationError(_("This file is too large to be captions."))
    file.seek(0)
    content = file.read()
    file.seek(0)  # for whoever stores it
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Save the captions as UTF-8 text.")) from error
    parse_captions(text)


def parse_captions(text: str) -> list[Cue]:
    """Return the cues of a WebVTT file.

    Raises:
        ValidationError: there is no cue, or one that cannot be shown.
    """
    blocks = list(_blocks(text))
    if not blocks or not re.fullmatch(r"WEBVTT([ \t].*)?", blocks[0][1][0]):
        raise ValidationError(_("These captions are not WebVTT: the first line must be ‘WEBVTT’."))
    cues = [
        _cue(number, lines)
        for number, lines in blocks[1:]
        if not lines[0].startswith(NOT_CUES) or "-->" in lines[0]
    ]
    if not cues:
        raise ValidationError(_("There is no text in these captions."))
    return cues


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines between empty ones, with the number of the first."""
    lines: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield number - len(lines), lines
            lines = []


def _cue(number: int, lines: list[str]) -> Cue:
    if "-->" not in lines[0]:  # a cue may have a name above its times
        number, lines = number + 1, lines[1:]
    timing = _TIMING.fullmatch(lines[0].strip()) if lines else None
    if timing is None:
        raise _wrong(_("Line %(line)d: write times as 00:01.000 --> 00:04.000."), number)
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if start >= end:
        raise _wrong(_("Line %(line)d: the end must be later than the start."), number)
    if len(lines) == 1:
        raise _wrong(_("Line %(line)d: there is no text below these times."), number)
    return Cue(start, end, "\n".join(lines[1:]))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _wrong(message: Any, number: int) -> ValidationError:
    return ValidationError(message, params={"line": number})

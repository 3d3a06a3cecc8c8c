"""Videos (MP4) without what phones and programs write beside picture and sound.

A phone notes where it filmed in `©xyz` or in Apple's keys, a camera on a bicycle keeps a whole
track of places, Adobe's programs add XMP. Each such box becomes free space of the same size, so all
the rest stays where the index says it is (ISO/IEC 14496-12).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

#: Boxes that play a video, by the box that they are in. What is not named here goes.
KEPT = {
    b"": {
        *(b"ftyp", b"moov", b"mdat", b"free"),
        *(b"moof", b"styp", b"sidx", b"ssix", b"mfra", b"prft"),
    },
    b"moov": {b"mvhd", b"trak", b"mvex", b"iods", b"free"},
    b"trak": {b"tkhd", b"edts", b"mdia", b"tapt", b"free"},
    b"mdia": {b"mdhd", b"hdlr", b"minf", b"elng", b"free"},
    b"minf": {b"vmhd", b"smhd", b"hdlr", b"dinf", b"stbl", b"free"},
    b"stbl": {
        *(b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stco", b"co64", b"free"),
        *(b"stss", b"stps", b"stsh", b"sdtp", b"stdp", b"padb", b"sgpd", b"sbgp", b"subs"),
    },
    b"moof": {b"mfhd", b"traf", b"free"},
    b"traf": {b"tfhd", b"tfdt", b"trun", b"sdtp", b"sgpd", b"sbgp", b"subs", b"free"},
}
#: Handlers of the tracks that one sees and hears.
SEEN_AND_HEARD = (b"vide", b"soun")
#: Boxes that begin with the moments at which they were made and changed.
DATED = (b"mvhd", b"tkhd", b"mdhd")
FREE = b"free"


class UnreadableVideoError(Exception):
    """Its boxes do not fit into each other, or its index is not that of an MP4 file."""


class Box(NamedTuple):
    """A box by the places of its kind, its content and its end, in bytes from the start."""

    kind: bytes
    start: int
    content: int
    end: int


@dataclass
class _Track:
    """`chunks` are begin and end of its pieces of the file; None where the index names none."""

    box: Box
    handler: bytes
    chunks: list[tuple[int, int]] | None


def without_traces(content: bytes) -> bytes:
    """Return a video of the same length, of which only picture and sound are left.

    Raises:
        UnreadableVideoError: see there.
    """
    video = bytearray(content)
    tracks: list[_Track] = []
    _clean(video, b"", 0, len(video), tracks)
    kept = [track for track in tracks if track.handler in SEEN_AND_HEARD]
    if not kept:
        raise UnreadableVideoError
    in_fragments = any(box.kind == b"moof" for box in _boxes(video, 0, len(video)))
    if in_fragments and len(kept) < len(tracks):
        raise UnreadableVideoError  # their parts lie mixed, each with an index of its own
    for track in tracks:
        if track not in kept:
            _free(video, track.box)
    if not in_fragments:
        _clear_between(video, sorted(chunk for track in kept for chunk in _pieces(track)))
    return bytes(video)


def _pieces(track: _Track) -> list[tuple[int, int]]:
    if track.chunks is None:
        raise UnreadableVideoError
    return track.chunks


def _clean(video: bytearray, parent: bytes, start: int, end: int, tracks: list[_Track]) -> None:
    for box in _boxes(video, start, end):
        if box.kind not in KEPT[parent]:
            _free(video, box)
        elif box.kind == FREE:
            _free(video, box)  # what is in it, too
        elif box.kind in DATED:
            length = 8 if video[box.content : box.content + 1] == b"\x01" else 4
            _clear(video, box.content + 4, min(box.content + 4 + 2 * length, box.end))
        elif box.kind == b"hdlr":
            _clear(video, box.content + 24, box.end)  # a name for people
        elif box.kind in KEPT:
            _clean(video, box.kind, box.content, box.end, tracks)
            if box.kind == b"trak":
                tracks.append(_Track(box, _handler(video, box), _chunks(video, box)))


def _boxes(video: bytearray, start: int, end: int) -> Iterator[Box]:
    while start < end:
        (size,) = _numbers(video, start, 1)
        kind = bytes(video[start + 4 : start + 8])
        content = start + 8
        if size == 1:  # the real size follows in 64 bits
            size, content = int.from_bytes(video[content : content + 8], "big"), content + 8
        elif size == 0:  # up to the end
            size = end - start
        if start + size > end or start + size < content:
            raise UnreadableVideoError
        yield Box(kind, start, content, start + size)
        start += size


def _find(video: bytearray, box: Box, *path: bytes) -> Box | None:
    for kind in path:
        found = [each for each in _boxes(video, box.content, box.end) if each.kind == kind]
        if not found:
            return None
        box = found[0]
    return box


def _handler(video: bytearray, track: Box) -> bytes:
    """What kind of track it is: four letters after version, flags and a number."""
    box = _find(video, track, b"mdia", b"hdlr")
    return bytes(video[box.content + 8 : box.content + 12]) if box else b""


def _chunks(video: bytearray, track: Box) -> list[tuple[int, int]] | None:
    """Begin and end of each piece of the file that belongs to a track (§8.7)."""
    sizes, runs, places, long_places = (
        _find(video, track, b"mdia", b"minf", b"stbl", kind)
        for kind in (b"stsz", b"stsc", b"stco", b"co64")
    )
    width, places = (8, long_places) if places is None else (4, places)
    if sizes is None or runs is None or places is None:
        return None
    (size_of_all,) = _numbers(video, sizes.content + 4, 1)
    size_of_each = [] if size_of_all else _table(video, sizes, sizes.content + 8)
    starts = _table(video, places, places.content + 4, width)
    steps = _table(video, runs, runs.content + 4, columns=3)
    found, first, step = [], 0, 0
    for number, start in enumerate(starts, start=1):
        while step + 3 < len(steps) and steps[step + 3] <= number:
            step += 3
        samples = steps[step + 1] if steps else 0
        length = size_of_all * samples or sum(size_of_each[first : first + samples])
        if start + length > len(video):
            raise UnreadableVideoError
        found.append((start, start + length))
        first += samples
    return found


def _table(
    video: bytearray, box: Box, place: int, width: int = 4, *, columns: int = 1
) -> list[int]:
    """The numbers of a table whose length stands at `place`."""
    (rows,) = _numbers(video, place, 1)
    start = place + 4
    if start + rows * width * columns > box.end:
        raise UnreadableVideoError
    return _numbers(video, start, rows * columns, width)


def _numbers(video: bytearray, start: int, count: int, width: int = 4) -> list[int]:
    return [
        int.from_bytes(video[place : place + width], "big")
        for place in range(start, start + count * width, width)
    ]


def _clear_between(video: bytearray, kept: list[tuple[int, int]]) -> None:
    """Clear what lies in the data of a video but belongs to no track that is kept."""
    for box in list(_boxes(video, 0, len(video))):
        if box.kind != b"mdat":
            continue
        place = box.content
        for start, end in kept:
            if start >= box.end or end <= place:
                continue
            _clear(video, place, start)
            place = max(place, min(end, box.end))
        _clear(video, place, box.end)


def _free(video: bytearray, box: Box) -> None:
    video[box.start + 4 : box.start + 8] = FREE
    _clear(video, box.content, box.end)


def _clear(video: bytearray, start: int, end: int) -> None:
    if end > start:
        video[start:end] = bytes(end - start)

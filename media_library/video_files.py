"""What may be uploaded as a video: MP4 with H.264, which every browser plays."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from media_library.video_traces import UnreadableVideoError, without_traces

#: The web server takes uploads of at most 25 MB, the rest of the form included.
MAXIMUM_BYTES = 24 * 1024 * 1024
MAXIMUM_INDEX_BYTES = 8 * 1024 * 1024
#: Names of H.264 in the index of a file (ISO/IEC 14496-15).
H264_NAMES = (b"avc1", b"avc3")


def check_video_file(file: File) -> None:
    """Refuse what is not an MP4 file with H.264, or is too large.

    Raises:
        ValidationError: says what to do about it.
    """
    if getattr(file, "_committed", False):  # checked when it came
        return
    if file.size > MAXIMUM_BYTES:
        raise ValidationError(
            _("This file is too large. A video may be 24 MB; make it smaller first.")
        )
    file.seek(0)
    index = _index_of(file)
    file.seek(0)
    content = file.read()
    file.seek(0)  # for whoever stores it
    if index is None:
        raise ValidationError(_("This is not an MP4 file. Save the video as MP4."))
    if not any(name in index for name in H264_NAMES):
        raise ValidationError(
            _("This MP4 file is not H.264, so not every browser plays it. Save it as H.264.")
        )
    try:
        without_traces(content)
    except UnreadableVideoError as error:
        raise ValidationError(
            _("This MP4 file is damaged. Save the video again, as MP4.")
        ) from error


def _index_of(stream: File) -> bytes | None:
    """The part of an MP4 file that lists its tracks, None for any other file."""
    for number, (kind, size) in enumerate(_boxes(stream)):
        if number == 0 and kind != b"ftyp":
            return None
        if kind == b"moov":
            return stream.read(min(size, MAXIMUM_INDEX_BYTES))
    return None


def _boxes(stream: File) -> Iterator[tuple[bytes, int]]:
    """Kind and content size of each box of an MP4 file (ISO/IEC 14496-12 §4.2)."""
    while len(header := stream.read(8)) == 8:
        start = stream.tell()
        size = int.from_bytes(header[:4], "big")
        length = size - 8
        if size == 1:  # the real size follows in 64 bits
            length = int.from_bytes(stream.read(8), "big") - 16
            start += 8
        elif size == 0:  # up to the end
            length = MAXIMUM_BYTES
        if length < 0:
            return
        yield header[4:], length
        stream.seek(start + length)

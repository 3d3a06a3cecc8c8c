"""Images, documents and videos to test with; give the test a MEDIA_ROOT of its own."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject

from media_library.models import ContentDocument, ContentImage, Video

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:04.000\n{}\n"


def box(kind: bytes, content: bytes) -> bytes:
    """One box of an MP4 file."""
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def mp4(
    codec: bytes = b"avc1",
    *,
    inside: Sequence[bytes] = (),
    frames: bytes = b"\x07" * 64,
    behind: bytes = b"",
) -> bytes:
    """An MP4 file of one chunk: enough to say what it is and where its picture lies.

    Args:
        codec: of its only track.
        inside: more boxes for its index.
        frames: the picture.
        behind: what lies beside it.
    """
    start = box(b"ftyp", b"isom") + box(b"free", b"")
    numbers = b"".join(
        [
            box(b"stsd", codec + b"\x00" * 20),
            box(b"stsz", _numbers(0, len(frames), 1)),
            box(b"stsc", _numbers(0, 1, 1, 1, 1)),
            box(b"stco", _numbers(0, 1, len(start) + 8)),
        ]
    )
    media = box(b"hdlr", _numbers(0, 0) + b"vide" + bytes(13)) + box(b"minf", box(b"stbl", numbers))
    index = box(b"trak", box(b"mdia", media)) + b"".join(inside)
    return start + box(b"mdat", frames + behind) + box(b"moov", index)


def _numbers(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(4, "big") for number in numbers)


def upload(name: str, content: bytes | str) -> ContentFile:
    """A file as a form hands it over."""
    return ContentFile(content if isinstance(content, bytes) else content.encode(), name=name)


def new_video(**changes: Any) -> Video:
    """A video that is complete but not stored."""
    fields = {
        "title_nl": "Hoe het gaat",
        "title_en": "How it goes",
        "description_nl": "Wat er gebeurt na je aanmelding.",
        "description_en": "What happens after you register.",
        "duration": 130,
        "file": upload("clip.mp4", mp4()),
        "captions_nl": upload("nl.vtt", CAPTIONS.format("Je meldt je aan.")),
        "captions_en": upload("en.vtt", CAPTIONS.format("You register.")),
        "transcript_nl": "<p>Je meldt je aan.</p>",
        "transcript_en": "<p>You register.</p>",
    }
    return Video(**{**fields, **changes})


def new_youtube_video(**changes: Any) -> Video:
    """A video that is only on YouTube; not stored."""
    own_files = {"file": "", "captions_nl": "", "captions_en": ""}
    return new_video(**{**own_files, "youtube_id": "abcdefgh-_1", **changes})


def make_video(**changes: Any) -> Video:
    """A stored video with its files; give the test a MEDIA_ROOT of its own."""
    video = new_video(**changes)
    video.full_clean()
    video.save()
    return video


def picture_file(name: str = "chairs.png", size: tuple[int, int] = (1600, 900)) -> ImageFile:
    """A real picture, in the format that its name says."""
    content = BytesIO()
    kind = {"jpg": "JPEG"}.get(name.rsplit(".", 1)[-1], name.rsplit(".", 1)[-1].upper())
    Image.new("RGB", size, "#54bbb1").save(content, kind)
    content.seek(0)
    return ImageFile(content, name)


def make_image(
    name: str = "chairs.png", size: tuple[int, int] = (1600, 900), **changes: Any
) -> ContentImage:
    """A stored image, described in both languages unless `changes` say otherwise."""
    fields = {
        "title": name,
        "file": changes.pop("file", None) or picture_file(name, size),
        "description_nl": "Twee lege stoelen",
        "description_en": "Two empty chairs",
    }
    return ContentImage.objects.create(**{**fields, **changes})


def pdf(*, tagged: bool = True, password: str = "") -> bytes:
    """A PDF of one empty page."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if tagged:
        root = writer.root_object
        root[NameObject("/MarkInfo")] = DictionaryObject(
            {NameObject("/Marked"): BooleanObject(True)}
        )
        root[NameObject("/StructTreeRoot")] = DictionaryObject()
    if password:
        writer.encrypt(password, algorithm="AES-256")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def make_document(name: str = "folder.pdf", **changes: Any) -> ContentDocument:
    """A stored document; Dutch unless `changes` say otherwise."""
    fields = {"title": "Folder", "language": "nl", "file": upload(name, pdf())}
    document = ContentDocument(**{**fields, **changes})
    document._set_document_file_metadata()
    document.full_clean()
    document.save()
    return document

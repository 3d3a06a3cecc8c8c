"""Documents in every way that programs write them: cleaned, or refused in words; never an error."""

import base64
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf._codecs._codecs import LzwCodec
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from wagtail.models import Collection

from media_library import document_process, office_traces, pdf_traces
from media_library.document_refusals import (
    RefusedDocumentError,
    TooMuchInDocumentError,
    UncleanablePartError,
    UncleanablePdfError,
    UnreadableDocumentError,
)
from media_library.document_traces import without_traces
from media_library.embedded_pictures import OtherPictureError, cleaned
from media_library.models import ContentDocument
from tests.media_library import planted
from tests.media_library.factories import box, upload

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "/ASCII85Decode": lambda content: base64.a85encode(content) + b"~>",
    "/ASCIIHexDecode": lambda content: content.hex().encode() + b">",
    "/FlateDecode": zlib.compress,
    "/LZWDecode": lambda content: LzwCodec().encode(content),
    "/RunLengthDecode": lambda content: (
        b"".join(
            bytes([len(run) - 1]) + run
            for run in (content[place : place + 128] for place in range(0, len(content), 128))
        )
        + b"\x80"
    ),
}


def jpeg_2000(*, boxed: bool = True) -> bytes:
    """A JPEG 2000 with a comment among its codes, XMP and another file behind it."""
    content = planted.written(planted.two_colours(), "JPEG2000", no_jp2=not boxed)
    place = content.index(b"\xff\x64")
    comment = b"\xff\x64" + struct.pack(">HH", 4 + len(planted.PLACE), 1) + planted.PLACE
    content = content[:place] + comment + content[place:]
    if not boxed:
        return content + planted.PLACE
    codes = content.index(b"jp2c") - 4
    content = content[:codes] + bytes(4) + content[codes + 4 :]  # its codes go on to the end
    notes = box(b"uuid", planted.XMP) + box(b"xml ", planted.XMP)
    return content[:codes] + notes + content[codes:]


def stream(content: bytes, **values: object) -> StreamObject:
    made = StreamObject()
    made._data = content
    for key, value in values.items():
        made[NameObject(f"/{key}")] = NameObject(value) if type(value) is str else value
    return made


def name_of_each(names: list[str]) -> ArrayObject:
    return ArrayObject(map(NameObject, names))


def a_pdf(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def pdf_with_picture(content: bytes, filters: list[str], *, is_list_apart: bool = False) -> bytes:
    def change(writer: PdfWriter) -> None:
        names = name_of_each(filters)
        picture = stream(content, Subtype="/Image", Type="/XObject")
        picture[NameObject("/Filter")] = writer._add_object(names) if is_list_apart else names
        writer.pages[0]["/Resources"][NameObject("/XObject")] = DictionaryObject(
            {NameObject("/Im0"): writer._add_object(picture)}
        )

    return a_pdf(change)


def picture_in(content: bytes) -> Image.Image:
    picture = PdfReader(BytesIO(content)).pages[0]["/Resources"]["/XObject"]["/Im0"]
    return Image.open(BytesIO(picture._data))


# --- PDF ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_list_apart", [False, True])
@pytest.mark.parametrize(
    "packings",
    [
        *([name] for name in PACKINGS),
        [],
        ["/ASCII85Decode", "/FlateDecode"],
        ["/ASCIIHexDecode", "/LZWDecode", "/RunLengthDecode"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("kind", "photo"),
    [
        ("/DCTDecode", planted.jpeg),
        ("/JPXDecode", jpeg_2000),
        ("/JPXDecode", lambda: jpeg_2000(boxed=False)),
    ],
    ids=["JPEG", "JPEG 2000", "codes of JPEG 2000"],
)
def test_no_packing_hides_what_a_camera_wrote(kind, photo, packings, is_list_apart):
    content = photo()
    for name in reversed(packings):
        content = PACKINGS[name](content)

    done = without_traces(
        "a.pdf", pdf_with_picture(content, [*packings, kind], is_list_apart=is_list_apart)
    )

    assert planted.PLACE not in done
    picture = picture_in(done)
    picture.load()
    assert picture.size == planted.SIZE
    assert not picture.getexif()


@pytest.mark.parametrize(
    "filters",
    [["/Crypt", "/DCTDecode"], ["/DCTDecode", "/FlateDecode"], ["/NewDecode"], ["/A85", "/DCT"]],
    ids=" ".join,
)
def test_a_packing_that_nobody_knows_is_refused(filters):
    with pytest.raises(UncleanablePdfError):
        without_traces("a.pdf", pdf_with_picture(planted.jpeg(), filters))


def test_a_picture_that_is_none_of_its_kind_is_refused():
    with pytest.raises(UncleanablePdfError):
        without_traces("a.pdf", pdf_with_picture(planted.PLACE, ["/DCTDecode"]))


def test_a_picture_among_what_is_drawn_is_refused():
    drawn = b"q BI /W 96 /H 64 /BPC 8 /CS /RGB /F /DCT ID " + planted.jpeg() + b" EI Q"

    def change(writer: PdfWriter) -> None:
        contents = DecodedStreamObject()
        contents.set_data(drawn)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(contents.flate_encode())

    with pytest.raises(UncleanablePdfError):
        without_traces("a.pdf", a_pdf(change))


def test_a_fax_of_two_colours_keeps_its_codes():
    """JBIG2: a part that explains, and one that goes on to the end."""
    note = struct.pack(">IBBBI", 0, 62, 0, 1, 4 + 11) + b"\0\0\0\0" + planted.PLACE
    region = struct.pack(">IBBBI", 1, 38, 0, 1, 0xFFFFFFFF) + b"\x07" * 9
    done = without_traces("a.pdf", pdf_with_picture(note + region, ["/JBIG2Decode"]))

    assert planted.PLACE not in done
    assert region in done
    with pytest.raises(UncleanablePdfError):
        without_traces("a.pdf", pdf_with_picture(note[:-1], ["/JBIG2Decode"]))


def entry(**values: object) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(value) if type(value) is str else value
            for key, value in values.items()
        }
    )


def text(value: str) -> TextStringObject:
    return TextStringObject(value)


def attached(writer: PdfWriter) -> DictionaryObject:
    """A file with its description, none of which is an object of its own but the file."""
    file = writer._add_object(stream(planted.PLACE, Type="/EmbeddedFile"))
    return entry(F=text("a.txt"), EF=entry(F=file, UF=file), RF=entry(F=ArrayObject([file])))


def program(writer: PdfWriter) -> DictionaryObject:
    return entry(S="/JavaScript", JS=text(planted.WORD))


def remark(subtype: str, **values: object) -> ArrayObject:
    rect = ArrayObject([NumberObject(0)] * 4)
    return ArrayObject([entry(Type="/Annot", Subtype=subtype, Rect=rect, **values)])


def on_page(make: Callable[[PdfWriter], DictionaryObject]) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        dict.update(writer.pages[0], make(writer))

    return change


def on_root(make: Callable[[PdfWriter], DictionaryObject]) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        dict.update(writer.root_object, make(writer))

    return change


def xmp(writer: PdfWriter) -> object:
    return writer._add_object(stream(planted.XMP, Type="/Metadata", Subtype="/XML"))


HIDDEN: dict[str, Callable[[PdfWriter], None]] = {
    "file in a remark": on_page(
        lambda writer: entry(Annots=remark("/FileAttachment", FS=attached(writer)))
    ),
    "file in a link": on_page(
        lambda writer: entry(Annots=remark("/Link", A=entry(S="/Launch", F=attached(writer))))
    ),
    "film": on_page(
        lambda writer: entry(
            Annots=remark(
                "/RichMedia",
                RichMediaContent=entry(
                    Assets=entry(Names=ArrayObject([text("a"), attached(writer)]))
                ),
            )
        )
    ),
    "sound": on_page(
        lambda writer: entry(
            Annots=remark("/Sound", Sound=writer._add_object(stream(planted.PLACE)))
        )
    ),
    "files that belong to a page": on_page(
        lambda writer: entry(AF=ArrayObject([attached(writer)]))
    ),
    "files by name": on_root(
        lambda writer: entry(
            Names=entry(
                EmbeddedFiles=entry(
                    Kids=ArrayObject(
                        [
                            writer._add_object(
                                entry(Names=ArrayObject([text("a"), attached(writer)]))
                            )
                        ]
                    )
                )
            )
        )
    ),
    "collection": on_root(lambda writer: entry(Collection=entry(D=text(planted.WORD)))),
    "file under a name of somebody’s own": on_page(
        lambda writer: entry(
            Mine=entry(
                Deep=ArrayObject([writer._add_object(stream(planted.PLACE, Type="/EmbeddedFile"))])
            )
        )
    ),
    "photo under a name of somebody’s own": on_page(
        lambda writer: entry(Mine=entry(Photo=writer._add_object(stream(planted.jpeg()))))
    ),
    "packed photo under a name of somebody’s own": on_page(
        lambda writer: entry(
            Mine=writer._add_object(stream(zlib.compress(planted.jpeg()), Filter="/FlateDecode"))
        )
    ),
    "XMP of a nested thing": on_page(lambda writer: entry(Mine=entry(Metadata=xmp(writer)))),
    "XMP under a name of somebody’s own": on_page(
        lambda writer: entry(Mine=writer._add_object(stream(planted.XMP)))
    ),
    "XMP of a font": on_page(
        lambda writer: entry(
            Resources=entry(Font=entry(F1=entry(Type="/Font", Metadata=xmp(writer))))
        )
    ),
    "program at the start": on_root(lambda writer: entry(OpenAction=program(writer))),
    "program after another": on_root(
        lambda writer: entry(
            OpenAction=entry(S="/GoTo", D=text("a"), Next=ArrayObject([program(writer)]))
        )
    ),
    "program by name": on_root(
        lambda writer: entry(
            Names=entry(
                JavaScript=entry(
                    Names=ArrayObject([text("a"), writer._add_object(program(writer))])
                )
            )
        )
    ),
    "program at a moment": on_page(lambda writer: entry(AA=entry(O=program(writer)))),
    "form of another kind": on_root(
        lambda writer: entry(AcroForm=entry(XFA=writer._add_object(stream(planted.PLACE))))
    ),
    "signature": on_root(
        lambda writer: entry(
            AcroForm=entry(
                Fields=ArrayObject(
                    [
                        entry(
                            FT="/Sig",
                            V=entry(ByteRange=ArrayObject(), Name=text(planted.WORD)),
                        )
                    ]
                )
            )
        )
    ),
    "thumbnail": on_page(lambda writer: entry(Thumb=writer._add_object(stream(planted.PLACE)))),
}


@pytest.mark.parametrize("change", HIDDEN.values(), ids=HIDDEN)
def test_nothing_is_hidden_in_a_pdf(change):
    content = a_pdf(change)
    assert planted.PLACE in content or zlib.compress(planted.jpeg())[:40] in content

    done = without_traces("a.pdf", content)

    assert planted.PLACE not in done
    reader = PdfReader(BytesIO(done))
    assert len(reader.pages) == 1
    assert not reader.attachments


def test_what_is_called_as_notes_are_stays():
    """A font may be named as anybody likes; a link to a page or another site is no program."""
    link = entry(S="/URI", URI=text("https://example.org/"))

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        fonts = DictionaryObject({NameObject("/AA"): entry(Type="/Font", BaseFont="/Courier")})
        page["/Resources"][NameObject("/Font")] = writer._add_object(fonts)
        page[NameObject("/Annots")] = remark("/Link", A=link)

    page = PdfReader(BytesIO(without_traces("a.pdf", a_pdf(change)))).pages[0]

    assert page["/Resources"]["/Font"]["/AA"]["/BaseFont"] == "/Courier"
    assert page["/Annots"][0]["/A"]["/URI"] == "https://example.org/"


@pytest.mark.parametrize("limit", ["MAXIMUM_OBJECTS", "MAXIMUM_NESTED", "MAXIMUM_UNPACKED"])
def test_a_pdf_is_read_as_far_as_is_said(limit, monkeypatch):
    """What bounds time and memory is how much is looked at, so that is what is counted."""
    content = planted.planted_pdf()
    monkeypatch.setattr(pdf_traces, limit, 3)

    with pytest.raises(TooMuchInDocumentError):
        without_traces("a.pdf", content)


# --- Office documents -----------------------------------------------------------------------------


def package(
    parts: dict[str, bytes | str], packing: int = ZIP_DEFLATED, **others: bytes | str
) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", packing) as packed:
        for name, part in {"word/document.xml": "<w>Hallo</w>", **parts, **others}.items():
            packed.writestr(name, part)
    return content.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def gif() -> bytes:
    """A GIF with a comment and XMP, and a tail."""
    content = planted.written(planted.two_colours(), "GIF", comment=planted.PLACE)
    xmp_block = b"\x21\xff\x0bXMP DataXMP" + bytes([len(planted.PLACE)]) + planted.PLACE + b"\0"
    return content[:-1] + xmp_block + b";" + planted.PLACE


CLEANED: dict[str, Callable[[], bytes]] = {
    "image1.jpg": planted.jpeg,
    "image1.png": planted.png,
    "image1.webp": lambda: planted.written(
        planted.two_colours(), "WEBP", exif=planted.exif(), xmp=planted.XMP
    ),
    "lossless.webp": lambda: (
        planted.written(planted.two_colours(), "WEBP", lossless=True, exif=planted.exif())
        + planted.PLACE
    ),
    "image1.gif": gif,
    "image1.bmp": lambda: planted.written(planted.two_colours(), "BMP") + planted.PLACE,
    "image1.jp2": jpeg_2000,
    "wrong.tif": planted.jpeg,  # programs look at what it is, not at its name
    "image1.svg": planted.drawing,
}


@pytest.mark.parametrize("folder", ["word/media", "xl/media", "ppt/media", "Pictures"])
@pytest.mark.parametrize("name", CLEANED)
def test_a_picture_in_a_document_loses_what_the_camera_wrote(folder, name):
    content = CLEANED[name]()
    assert planted.PLACE in content

    (part,) = [
        part
        for path, part in parts_of(
            without_traces("a.docx", package({f"{folder}/{name}": content}))
        ).items()
        if path == f"{folder}/{name}"
    ]

    assert planted.PLACE not in part
    if not name.endswith(".svg"):
        picture = Image.open(BytesIO(part))
        picture.load()
        assert picture.size == planted.SIZE
        assert not picture.getexif()


def tiff() -> bytes:
    return planted.written(planted.two_colours(), "TIFF", description=planted.WORD)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("word/media/image1.tif", tiff()),
        ("word/media/renamed.png", tiff()),
        ("word/media/image1.heic", box(b"ftyp", b"heic\0\0\0\0") + planted.PLACE),
        ("word/media/image1.avif", planted.PICTURES["photo.avif"]()),
        ("word/media/image1.emf", b"\1\0\0\0" + bytes(36) + b" EMF" + planted.PLACE),
        ("word/media/clip.mp4", planted.planted_video()),
        ("word/media/sound.wav", b"RIFF\x10\0\0\0WAVE" + planted.PLACE),
        ("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + planted.PLACE),
        ("word/embeddings/file.pdf", b"%PDF-1.7" + planted.PLACE),
        ("word/embeddings/other.zip", package({"a": planted.PLACE})),
        (
            "content.xml",
            f"<o:b xmlns:o='urn:o'><o:binary-data>{planted.WORD}</o:binary-data></o:b>",
        ),
        ("word/document2.xml", "<w><a/></w>".encode("utf-16")),
        ("word/broken.xml", "<"),
        ("word/media/image1.svg", b'<svg><image href="data:image/png;base64,AAAA"/></svg>'),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 40 else "",
)
def test_what_cannot_be_cleaned_is_refused_by_its_name(name, part):
    with pytest.raises(UncleanablePartError) as refused:
        without_traces("a.docx", package({name: part}))

    assert refused.value.part == name
    assert name in str(refused.value.advice % refused.value.params)


def test_a_document_in_a_document_is_cleaned_and_a_third_in_that_refused():
    inner = package({"docProps/core.xml": planted.ABOUT, "xl/media/1.jpg": planted.jpeg()})

    done = parts_of(without_traces("a.docx", package({"word/embeddings/sheet.xlsx": inner})))

    assert all(
        planted.PLACE not in part for part in parts_of(done["word/embeddings/sheet.xlsx"]).values()
    )
    third = package({"word/embeddings/a.xlsx": inner})
    with pytest.raises(RefusedDocumentError):
        without_traces("a.docx", package({"word/embeddings/b.docx": third}))


CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:title by='{planted.WORD}'>Folder<i>{planted.WORD}</i></dc:title>"
    f"<dc:creator>{planted.WORD}</dc:creator></c:coreProperties>"
)


@pytest.mark.parametrize(
    "name", ["docProps/core.xml", "DOCPROPS/CORE.XML", "package/services/metadata/1.psmdcp"]
)
def test_words_about_a_document_go_wherever_they_are(name):
    for encoding in ("utf-8", "utf-16"):
        part = parts_of(without_traces("a.docx", package({name: CORE.encode(encoding)})))[name]

        assert planted.PLACE not in part.replace(b"\0", b"")
        assert b"Folder" in part


WHO = {
    "word/document.xml": '<w:document xmlns:w="w"><w:ins w:id="1" w:author="{}" w:date="{}"/>{}',
    "word/comments.xml": '<w:comments xmlns:w="w"><w:comment w:initials="{}" w:author="{}"/>{}',
    "word/people.xml": '<a:people xmlns:a="a"><a:person a:author="{}"/><a:i a:userId="{}"/>{}',
    "xl/comments1.xml": "<comments><authors><author>{}</author><author>{}</author></authors>{}",
    "xl/persons/person.xml": '<personList><person displayName="{}" userId="{}"/>{}',
    "xl/workbook.xml": '<workbook xmlns:x="x"><x:absPath url="{}"/><s userName="{}"/>{}',
    "content.xml": (
        '<o:document-content xmlns:o="o" xmlns:dc="dc"><dc:creator>{}</dc:creator>'
        "<dc:date>{}</dc:date>{}"
    ),
}


@pytest.mark.parametrize("name", WHO)
def test_nobody_is_named_for_a_remark_or_a_change(name):
    part = WHO[name].format(planted.WORD, planted.WORD, "<t>Hallo</t>")
    root = part[1:].split(">")[0].split(" ")[0]

    done = parts_of(without_traces("a.docx", package({name: f"{part}</{root}>"})))[name]

    assert planted.PLACE not in done
    assert b"<t>Hallo</t>" in done


def test_printers_and_old_pictures_of_the_first_page_go():
    settings_part = (
        '<o:document-settings xmlns:o="o" '
        'xmlns:c="urn:oasis:names:tc:opendocument:xmlns:config:1.0">'
        f'<s><i c:name="PrinterName">{planted.WORD}</i><i c:name="Kept">yes</i></s>'
        "</o:document-settings>"
    )
    parts = {
        "settings.xml": settings_part,
        "xl/printerSettings/printerSettings1.bin": planted.PLACE,
        "docProps/thumbnail.emf": planted.PLACE,
        "ObjectReplacements/Object 1": planted.PLACE,
    }

    done = parts_of(without_traces("a.ods", package(parts)))

    assert all(planted.PLACE not in part for part in done.values())
    assert b"yes" in done["settings.xml"]


# --- Damaged, or too much -------------------------------------------------------------------------


def damaged(packing: int) -> bytes:
    content = bytearray(package({"docProps/core.xml": planted.ABOUT}, packing))
    place = content.index(b"docProps/core.xml") + len("docProps/core.xml") + 9
    content[place : place + 20] = b"\xff" * 20
    return bytes(content)


WHOLE: dict[str, bytes] = {
    **{
        f"{number}.{name.split('.')[-1]}": make()
        for number, (name, make) in enumerate(planted.DOCUMENTS.items())
    },
    "photo.pdf": pdf_with_picture(
        PACKINGS["/ASCII85Decode"](planted.jpeg()), ["/ASCII85Decode", "/DCTDecode"]
    ),
    "jpeg2000.pdf": pdf_with_picture(jpeg_2000(), ["/JPXDecode"]),
    **{f"hidden{number}.pdf": a_pdf(change) for number, change in enumerate(HIDDEN.values())},
    **{
        f"{name}.{suffix}": package(
            {
                "docProps/core.xml": planted.ABOUT,
                "settings.xml": "<a/>",
                **{f"word/media/{each}": make() for each, make in CLEANED.items()},
            },
            packing,
        )
        for name, packing, suffix in (
            ("stored", ZIP_STORED, "docx"),
            ("deflated", ZIP_DEFLATED, "xlsx"),
            ("bzip2", ZIP_BZIP2, "ods"),
            ("lzma", ZIP_LZMA, "odt"),
        )
    },
}


@given(
    name=st.sampled_from(sorted(WHOLE)),
    places=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8)),
        min_size=1,
        max_size=5,
    ),
    end=st.floats(0, 1) | st.just(1.0),
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_document_of_any_kind_is_cleaned_or_refused(name, places, end):
    content = bytearray(WHOLE[name])
    for place, removed, new in places:
        start = int(place * len(content))
        content[start : start + removed] = new
    del content[int(end * len(content)) :]

    with suppress(RefusedDocumentError):
        assert isinstance(without_traces(name, bytes(content)), bytes)


@given(
    name=st.sampled_from(sorted(CLEANED)),
    places=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), min_size=1, max_size=5),
    end=st.floats(0, 1) | st.just(1.0),
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_damaged_picture_in_a_document_ends_and_grows_no_larger(name, places, end):
    content = bytearray(CLEANED[name]())
    for place, new in places:
        start = int(place * len(content))
        content[start : start + len(new)] = new
    del content[int(end * len(content)) :]

    with suppress(OtherPictureError, IndexError):
        assert len(cleaned(bytes(content))) <= len(content) + 8


@pytest.mark.parametrize("packing", [ZIP_LZMA, ZIP_BZIP2])
def test_packings_that_no_office_program_writes_are_refused(packing):
    for content in (damaged(packing), package({}, packing)):
        with pytest.raises(UnreadableDocumentError):
            without_traces("a.docx", content)


@pytest.mark.parametrize(
    "part",
    [
        b"<a>" + b"<b/>" * office_traces.MAXIMUM_ELEMENTS_ABOUT + b"</a>",
        b"<a>" + b" " * office_traces.MAXIMUM_BYTES_ABOUT + b"</a>",
        b"<a>" * 20 + b"</a>" * 20,
    ],
    ids=["many", "large", "deep"],
)
@pytest.mark.parametrize("name", ["docProps/core.xml", "docProps/app.xml", "meta.xml"])
def test_words_about_a_document_are_counted_before_they_are_read(name, part, monkeypatch):
    """A tree takes a hundred times what its text does; none is built of more than is said."""
    monkeypatch.setattr(office_traces, "fromstring", pytest.fail)

    with pytest.raises(TooMuchInDocumentError):
        without_traces("a.docx", package({name: part}))


def test_as_many_words_about_a_document_as_are_allowed_are_read():
    part = b"<a>" + b"<b/>" * (office_traces.MAXIMUM_ELEMENTS_ABOUT - 1) + b"</a>"

    assert (
        b"<b"
        not in parts_of(without_traces("a.docx", package({"docProps/core.xml": part})))[
            "docProps/core.xml"
        ]
    )


@pytest.mark.parametrize("limit", ["MAXIMUM_UNPACKED", "MAXIMUM_PART", "MAXIMUM_FILES"])
def test_a_document_is_unpacked_as_far_as_is_said(limit, monkeypatch):
    monkeypatch.setattr(office_traces, limit, 1)
    monkeypatch.setattr(ZipFile, "read", pytest.fail)

    with pytest.raises(TooMuchInDocumentError):
        without_traces("a.docx", package({"a": b"12"}))


# --- A process of its own -------------------------------------------------------------------------


@pytest.mark.parametrize("name", planted.DOCUMENTS)
def test_another_process_does_the_same(name):
    content = planted.DOCUMENTS[name]()

    assert document_process.without_traces(name, content) == without_traces(name, content)


def test_another_process_says_why_it_refuses():
    with pytest.raises(UncleanablePartError, match=r"word/media/a\.tif"):
        document_process.without_traces("a.docx", package({"word/media/a.tif": tiff()}))


@pytest.mark.parametrize(
    ("limit", "value"), [("MAXIMUM_MEMORY", 200 * 1024 * 1024), ("MAXIMUM_SECONDS", 0.01)]
)
def test_a_process_takes_no_more_than_it_is_given(limit, value, monkeypatch):
    monkeypatch.setattr(document_process, limit, value)

    with pytest.raises(TooMuchInDocumentError):
        document_process.without_traces("a.docx", package({"a": b"<a/>" + bytes(90_000_000)}))


def test_a_process_that_breaks_is_a_document_that_cannot_be_opened(monkeypatch):
    monkeypatch.setattr(document_process, "__name__", "no_such_module")

    with pytest.raises(UnreadableDocumentError):
        document_process.without_traces("a.docx", b"")


def test_a_process_knows_no_secrets(monkeypatch):
    seen = {}

    def run(command: list[str], **options: object) -> object:
        seen.update(options["env"])
        raise document_process.subprocess.TimeoutExpired(command, 1)

    monkeypatch.setenv("SECRET_KEY", "hush")
    monkeypatch.setattr(document_process.subprocess, "run", run)
    with pytest.raises(TooMuchInDocumentError):
        document_process.without_traces("a.docx", b"")

    assert set(seen) <= {*document_process.KEPT_VARIABLES, "PYTHONPATH"}


# --- What an editor reads -------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", damaged(ZIP_LZMA), "gaat niet open"),
        ("a.docx", package({"word/media/a.tif": tiff()}), "word/media/a.tif"),
        ("a.pdf", pdf_with_picture(b"", ["/NewDecode"]), "nieuwe PDF"),
        ("a.docx", package({"meta.xml": "<a>" + "<b/>" * 9_999 + "</a>"}), "te veel"),
    ],
    ids=["damaged", "picture", "PDF", "too much"],
)
def test_an_editor_reads_what_to_do_on_both_screens(
    client: Client, settings, tmp_path, name, content, said
):
    settings.MEDIA_ROOT = tmp_path
    user = get_user_model().objects.create_user("editor", password="-")
    user.groups.add(Group.objects.get(name="Communicatie"))
    client.force_login(user)
    collection = Collection.get_first_root_node().pk

    one = client.post(
        reverse("wagtaildocs:add"),
        {
            "title": "a",
            "file": upload(name, content),
            "language": "nl",
            "collection": collection,
            "tags": "",
        },
    )
    several = client.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "a", "files[]": upload(name, content), "collection": collection},
    )

    assert one.status_code == several.status_code == 200
    assert said in " ".join(one.context["form"].errors["file"])
    assert said in several.json()["error_message"]
    assert not ContentDocument.objects.exists()

"""Files with something in them that nobody may get: where and by whom they were made.

The word that is planted stands for a place; in most corners of a file it can be found by its bytes.
"""

import base64
import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from PIL import ExifTags, Image, ImageCms, PngImagePlugin
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from tests.media_library.factories import box, mp4

PLACE = b"GEHEIMEPLEK"
WORD = PLACE.decode()
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>{WORD}</place></x:xmpmeta>'.encode()
SIZE = (96, 64)


def exif(orientation: int = 1, thumbnail: bytes = b"") -> bytes:
    """EXIF of a phone: where it was, which phone, and how it was held."""
    data = Image.Exif()
    data[ExifTags.Base.Orientation] = orientation
    data[ExifTags.Base.ImageDescription] = WORD
    data[ExifTags.Base.Model] = WORD
    data.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = PLACE
    places = data.get_ifd(ExifTags.IFD.GPSInfo)
    places[ExifTags.GPS.GPSLatitude] = (52.0, 5.0, 12.0)
    places[ExifTags.GPS.GPSAreaInformation] = WORD
    return data.tobytes() + thumbnail


def colour_profile() -> bytes:
    """The colours of a camera, with the name of its owner in the words about them."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    words = b"sRGB built-in"
    return profile.replace(words, PLACE + b" " * (len(words) - len(PLACE))).replace(
        words.decode().encode("utf-16-be"), f"{WORD}  ".encode("utf-16-be")
    )


def two_colours(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Red to the left and blue to the right, so that one sees how it is turned."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def written(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of a picture."""
    content = BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def jpeg(picture: Image.Image | None = None, orientation: int = 1) -> bytes:
    """A JPEG with EXIF, XMP, IPTC, a comment, a colour profile, notes of a maker and a tail."""
    content = written(
        picture or two_colours(),
        "JPEG",
        exif=exif(orientation),
        xmp=XMP,
        comment=PLACE,
        icc_profile=None if picture else colour_profile(),
    )
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(PLACE)) + PLACE
    notes = [(0xED, photoshop), (0xE5, b"Maker\0" + PLACE), (0xE2, b"MPF\0" + PLACE)]
    parts = b"".join(struct.pack(">BBH", 0xFF, kind, len(note) + 2) + note for kind, note in notes)
    return content[:2] + parts + content[2:] + b"MotionPhoto" + PLACE


def two_pictures_in_one() -> bytes:
    """A JPEG as phones make it with a second one behind it (MPF)."""
    second = two_colours()
    return written(
        two_colours(), "MPO", save_all=True, append_images=[second], exif=exif(), comment=PLACE
    )


def png(picture: Image.Image | None = None, **options: object) -> bytes:
    """A PNG with every sort of text, EXIF, and a tail."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", WORD)
    words.add_text("Packed", WORD, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode(), "nl", "plek")
    words.add(b"prVt", PLACE)
    content = written(
        picture or two_colours(), "PNG", pnginfo=words, exif=exif(), icc_profile=colour_profile()
    )
    return content + PLACE


def moving(kind: str) -> bytes:
    """Two pictures after each other, which may flash."""
    return written(
        two_colours(), kind, save_all=True, append_images=[Image.new("RGB", SIZE, "yellow")]
    )


def drawing(inner: str = "") -> bytes:
    """An SVG with notes of the program that made it, and a photo in it."""
    photo = base64.b64encode(jpeg()).decode()
    return (
        f'<!-- {WORD} --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64" '
        f'xmlns:k="http://www.inkscape.org/namespaces/inkscape" k:export-filename="/home/{WORD}">'
        f"<metadata>{XMP.decode()}</metadata><k:pgf>{WORD}</k:pgf>"
        f'<image width="9" height="9" href="data:image/jpeg;base64,{photo}"/>'
        f'<rect width="9" height="9"/>{inner}</svg>'
    ).encode()


def planted_pdf() -> bytes:
    """A PDF with an author, XMP, a remark, an attached file, a photo, and an older version."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": WORD, "/Title": "Folder", "/Keywords": WORD})
    notes = StreamObject()
    notes.set_data(XMP)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(notes)
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Word"): TextStringObject(WORD)})
    page[NameObject("/Annots")] = writer._add_object(
        _pdf_list(
            {
                "/Type": NameObject("/Annot"),
                "/Subtype": NameObject("/Text"),
                "/T": TextStringObject(WORD),
                "/Contents": TextStringObject("Let op"),
            }
        )
    )
    photo = StreamObject()
    photo._data = jpeg()
    for name, value in (("/Subtype", "/Image"), ("/Filter", "/DCTDecode")):
        photo[NameObject(name)] = NameObject(value)
    page["/Resources"][NameObject("/XObject")] = DictionaryObject(
        {NameObject("/Im0"): writer._add_object(photo)}
    )
    writer.add_attachment("foto.jpg", jpeg())
    left_over = StreamObject()  # as programs leave it that only add to the end of a file
    left_over.set_data(PLACE)
    writer._add_object(left_over)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


def _pdf_list(entry: dict[str, object]) -> ArrayObject:
    return ArrayObject(
        [DictionaryObject({NameObject(name): value for name, value in entry.items()})]
    )


ABOUT = (
    '<p:about xmlns:p="urn:about" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:title>Folder</dc:title><dc:creator>{WORD}</dc:creator></p:about>"
)


def office(picture: str, others: dict[str, str]) -> bytes:
    """An office document: a ZIP file with words about itself and a photo."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(picture, jpeg())
        for name, words in others.items():
            packed.writestr(name, words)
    return content.getvalue()


def docx() -> bytes:
    """A text of Word."""
    company = (
        f'<?xml version="1.0"?><Properties xmlns="urn:app"><Company>{WORD}</Company></Properties>'
    )
    return office(
        "word/media/image1.jpeg",
        {
            "docProps/core.xml": ABOUT,
            "docProps/app.xml": company,
            "word/document.xml": "<w>Hallo</w>",
        },
    )


def odt() -> bytes:
    """A text of LibreOffice."""
    others = {"meta.xml": f"<o>{ABOUT}</o>", "content.xml": "<w>Hallo</w>"}
    return office("Pictures/1.jpg", others)


def planted_video() -> bytes:
    """A video of a phone: places in four sorts of boxes, and in a track and the space beside it."""
    user_data = box(b"udta", box(b"\xa9xyz", PLACE) + box(b"meta", PLACE))
    keys = box(b"meta", b"\0\0\0\0com.apple.quicktime.location.ISO6709" + PLACE)
    adobe = box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + XMP)
    content = mp4(inside=[user_data, keys], frames=b"\x07" * 64)
    return content + adobe + box(b"free", PLACE) + box(b"mdat", PLACE)


PICTURES: dict[str, Callable[[], bytes]] = {
    "phone.jpg": jpeg,
    "turned.jpg": lambda: jpeg(orientation=6),
    "grey.jpg": lambda: jpeg(two_colours(mode="L")),
    "print.jpg": lambda: jpeg(two_colours(mode="CMYK")),
    "two.jpg": two_pictures_in_one,
    "screen.png": png,
    "palette.png": lambda: png(two_colours(mode="P")),
    "black.png": lambda: png(two_colours(mode="1")),
    "clear.png": lambda: png(two_colours(mode="RGBA")),
    "grey16.png": lambda: written(Image.new("I;16", SIZE, 40_000), "PNG", exif=exif()),
    "photo.webp": lambda: written(two_colours(), "WEBP", exif=exif(), xmp=XMP),
    "lossless.webp": lambda: written(two_colours(), "WEBP", lossless=True, exif=exif()),
    "photo.avif": lambda: written(two_colours(), "AVIF", exif=exif(6), xmp=XMP),
    "plan.svg": drawing,
}
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "folder.pdf": planted_pdf,
    "brief.docx": docx,
    "brief.odt": odt,
}

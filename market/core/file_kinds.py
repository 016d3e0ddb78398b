"""What kind of file was sent, told by its own first bytes: never by its name or by what the sender says. No I/O."""

from enum import StrEnum

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 60_000_000
MOST_PIXELS_AT_ONCE = 16_000_000
LONGEST_SIDE = 2400


class FileKind(StrEnum):
    """The kinds that are taken."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"

    @property
    def is_image(self) -> bool:
        return self is not FileKind.PDF

    @property
    def media_type(self) -> str:
        return "application/pdf" if self is FileKind.PDF else f"image/{self.value}"


def sniff(content: bytes) -> FileKind | None:
    """The kind of a file by its signature; None for any other, also for one that only claims to be one of these."""
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    return None


def most_pixels(kind: FileKind) -> int:
    """How large a picture of a kind may unpack. Asked before it is unpacked: a few kilobytes can hold a gigabyte.

    A JPEG is made smaller while it is read, so a telephone's largest is no matter. The others unpack whole, at four bytes a
    pixel and more than one copy: 59 million took 560 to 860 MB, from files of 7 to 230 KB.
    """
    return MOST_PIXELS if kind is FileKind.JPEG else MOST_PIXELS_AT_ONCE


def is_iphone_photograph(content: bytes) -> bool:
    """HEIC and HEIF, which telephones make and most browsers cannot show: refused with a sentence of its own."""
    return content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")

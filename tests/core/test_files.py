"""What is kept of a file that somebody sent: told by its bytes, within the size, an image with nothing in it but itself."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from market.core.file_kinds import MOST_BYTES, FileKind, sniff
from market.core.files import FileKindNotTaken, FileTooBig, cleaned

PDF = b"%PDF-1.7\n%%EOF"


def photograph(
    kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", *, turned: bool = False
) -> bytes:
    """A picture, red on its left half; a turned one says so in its EXIF, with a place and a telephone beside."""
    picture = Image.new(mode, size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0110] = "A telephone of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    picture.save(out, kind, **({"exif": exif} if kind == "JPEG" else {}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, FileKind.PDF),
        (photograph(), FileKind.JPEG),
        (photograph("PNG"), FileKind.PNG),
        (photograph("WEBP"), FileKind.WEBP),
        (b"<html><script>alert(1)</script>", None),
        (b"PK\x03\x04 a Word file", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content: bytes, kind: FileKind | None) -> None:
    assert sniff(content) is kind


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_image_is_drawn_anew_as_one_kind_with_nothing_written_in_it(kind: str) -> None:
    kept = cleaned(photograph(kind))
    assert kept.kind is FileKind.JPEG
    assert b"telephone" not in kept.content
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert not picture.getexif()


def test_a_picture_that_lies_on_its_side_is_set_upright() -> None:
    with Image.open(io.BytesIO(cleaned(photograph(turned=True)).content)) as picture:
        assert picture.size == (40, 60)


def test_a_large_picture_is_made_smaller_and_a_huge_one_is_refused_before_it_is_unpacked() -> None:
    with Image.open(io.BytesIO(cleaned(photograph(size=(3000, 1000))).content)) as picture:
        assert picture.size == (2400, 800)
    with pytest.raises(FileTooBig):
        cleaned(photograph("PNG", (9000, 9000), "1"))


def test_see_through_parts_become_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(io.BytesIO(cleaned(out.getvalue()).content)) as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_a_pdf_is_kept_as_it_is_unless_only_images_are_wanted() -> None:
    assert cleaned(PDF).content == PDF
    with pytest.raises(FileKindNotTaken):
        cleaned(PDF, images_only=True)


def test_what_only_begins_like_a_picture_is_refused() -> None:
    with pytest.raises(FileKindNotTaken):
        cleaned(photograph()[:60])
    with pytest.raises(FileKindNotTaken):
        cleaned(b"\x89PNG\r\n\x1a\n<script>")


def test_more_than_ten_megabytes_is_refused() -> None:
    with pytest.raises(FileTooBig):
        cleaned(PDF + b" " * MOST_BYTES)


def test_a_telephones_own_format_is_refused_by_name() -> None:
    with pytest.raises(FileKindNotTaken) as refused:
        cleaned(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20)
    assert refused.value.is_iphone


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP"]))
def test_rubbish_is_refused_and_never_breaks_anything(rubbish: bytes, start: bytes) -> None:
    if (start + rubbish).startswith(b"%PDF-"):
        return
    with pytest.raises(FileKindNotTaken):
        cleaned(start + rubbish)

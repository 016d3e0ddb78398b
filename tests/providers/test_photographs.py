"""A photograph is drawn anew: nothing but the picture is kept of it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from providers.photographs.errors import NotAPhotograph, PhotographTooLarge
from providers.photographs.folder import PictureFolder
from providers.photographs.rules import MOST_BYTES, SIDE, safe_photograph

_ORIENTATION, _MAKER, _GPS = 0x0112, 0x010F, 0x8825


def sent(kind: str = "JPEG", size: tuple[int, int] = (900, 600), *, turned: bool = False) -> bytes:
    """A picture, red at its top left; with a camera's notes beside it."""
    picture = Image.new("RGB", size, (20, 90, 60))
    picture.paste((220, 30, 30), (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[_MAKER] = "Telephone of Terry"
    exif.get_ifd(_GPS)[1] = "N"
    if turned:
        exif[_ORIENTATION] = 3
    out = BytesIO()
    picture.save(out, kind, exif=exif.tobytes(), comment=b"a secret") if kind == "JPEG" else picture.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_becomes_a_square_jpeg(kind: str) -> None:
    with Image.open(BytesIO(safe_photograph(sent(kind)))) as safe:
        assert (safe.format, safe.size) == ("JPEG", (SIDE, SIDE))


def test_nothing_that_the_camera_wrote_is_left() -> None:
    before = sent()
    assert b"Telephone of Terry" in before
    safe = safe_photograph(before)
    assert b"Telephone of Terry" not in safe
    assert b"a secret" not in safe
    with Image.open(BytesIO(safe)) as opened:
        assert not dict(opened.getexif())


def test_a_picture_taken_upside_down_is_shown_upright() -> None:
    with Image.open(BytesIO(safe_photograph(sent(size=(600, 600), turned=True)))) as safe:
        red, _, _ = safe.getpixel((SIDE - 5, SIDE - 5))  # type: ignore[misc]
        assert red > 150


@pytest.mark.parametrize("other", [b"", b"%PDF-1.7 not a picture", b"<svg onload='alert(1)'/>", b"GIF89a" + bytes(40)])
def test_what_is_no_photograph_is_refused_whatever_it_is_called(other: bytes) -> None:
    with pytest.raises(NotAPhotograph):
        safe_photograph(other)


def test_half_a_picture_is_refused() -> None:
    with pytest.raises(NotAPhotograph):
        safe_photograph(sent()[:2000])


def test_too_large_a_file_and_a_picture_that_unpacks_too_large_are_refused() -> None:
    with pytest.raises(PhotographTooLarge):
        safe_photograph(bytes(MOST_BYTES + 1))
    bomb = BytesIO()
    Image.new("1", (12_000, 9_000)).save(bomb, "PNG")
    with pytest.raises((PhotographTooLarge, NotAPhotograph)):
        safe_photograph(bomb.getvalue())


def test_pictures_lie_in_one_folder_and_nobody_walks_out_of_it(tmp_path: Path) -> None:
    folder = PictureFolder(tmp_path)
    (tmp_path / "secret.txt").write_bytes(b"not yours")
    name = folder.keep(b"a picture")
    assert folder.read(name) == b"a picture"
    assert folder.read("../secret.txt") is None
    folder.forget(name)
    folder.forget(name)
    assert folder.read(name) is None

"""A photograph is drawn anew: nothing but the picture is kept of it."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Barrier, Thread

import pytest
from PIL import Image, ImageFile
from sqlmodel import select

from market.core.database import Database
from market.core.file_kinds import MOST_BYTES
from market.core.files import FileKindNotTaken, FileTooBig, cleaned
from providers.changes.rules import Part
from providers.changes.service import change
from providers.listings.rules import ListingState
from providers.organisations.queries import provider
from providers.photographs.errors import NotAPhotograph, PhotographTooLarge
from providers.photographs.folder import PictureFolder
from providers.photographs.rules import SIDE, safe_photograph
from providers.photographs.service import keep_photograph, let_unused_go
from providers.photographs.tables import Photograph
from tests.factories.providers import a_listing, a_provider, as_

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


def unpacks_to(kind: str, width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("RGB" if kind == "JPEG" else "1" if kind == "PNG" else "RGBA", (width, height)).save(out, kind)
    return out.getvalue()


def test_too_large_a_file_is_refused() -> None:
    with pytest.raises(PhotographTooLarge):
        safe_photograph(bytes(MOST_BYTES + 1))


@pytest.mark.parametrize(
    ("kind", "width", "height"),
    [("PNG", 4100, 4000), ("WEBP", 4100, 4000), ("JPEG", 8000, 7600), ("PNG", 20_000, 9_500)],
)
def test_a_picture_that_unpacks_too_large_is_refused_before_it_is_unpacked(
    kind: str, width: int, height: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = unpacks_to(kind, width, height)
    assert len(bomb) < MOST_BYTES

    def unpacked(*_: object) -> None:
        raise AssertionError("it was unpacked")

    monkeypatch.setattr(ImageFile.ImageFile, "load", unpacked)
    for refuse, refusal in (
        (safe_photograph, (PhotographTooLarge, NotAPhotograph)),
        (cleaned, (FileTooBig, FileKindNotTaken)),
    ):
        with pytest.raises(refusal):
            refuse(bomb)


def test_a_telephones_largest_photograph_is_taken() -> None:
    assert safe_photograph(unpacks_to("JPEG", 8000, 6000))


def test_pictures_lie_in_one_folder_and_nobody_walks_out_of_it(tmp_path: Path) -> None:
    folder = PictureFolder(tmp_path)
    (tmp_path / "secret.txt").write_bytes(b"not yours")
    name = folder.keep(b"a picture")
    assert folder.read(name) == b"a picture"
    assert folder.read("../secret.txt") is None
    folder.forget(name)
    folder.forget(name)
    assert folder.read(name) is None


PICTURES_AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def left(database: Database, folder: PictureFolder, now: datetime) -> tuple[list[str], list[str]]:
    """Rows and files once the nightly round has been."""
    with database.write() as session:
        let_unused_go(session, folder, now)
    with database.read() as session:
        return list(session.exec(select(Photograph.file))), [name for name, _ in folder.kept()]


def test_two_photographs_sent_at_once_leave_one_and_no_file_without_a_row(database: Database, tmp_path: Path) -> None:
    folder, together = PictureFolder(tmp_path), Barrier(2)
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)

    def send(kind: str) -> None:
        picture = sent(kind)
        together.wait()
        with database.write() as session:
            me = as_(provider(session, owner.id))
            kept = keep_photograph(session, folder, owner.id, picture, by=me, now=PICTURES_AT)
            change(session, row.id, Part.PHOTO, {"photo": kept.id}, by=me, now=PICTURES_AT)

    both = [Thread(target=send, args=(kind,)) for kind in ("JPEG", "PNG")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    rows, files = left(database, folder, PICTURES_AT + timedelta(days=2))
    with database.read() as session:
        shown = session.get(Photograph, provider(session, owner.id).photo)
        assert shown is not None
    assert rows == files == [shown.file]


def test_a_file_whose_request_broke_off_is_swept_up_after_a_day_and_not_before(
    sqlite_database: Database, tmp_path: Path
) -> None:
    folder = PictureFolder(tmp_path)
    with sqlite_database.write() as session:
        owner = a_provider(session)
        keep_photograph(session, folder, owner.id, sent(), by=as_(owner), now=PICTURES_AT)
        session.rollback()
    (_, written) = next(folder.kept())
    assert len(left(sqlite_database, folder, written + timedelta(hours=23))[1]) == 1
    assert left(sqlite_database, folder, written + timedelta(hours=25)) == ([], [])

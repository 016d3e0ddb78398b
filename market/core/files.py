"""Keeping what people send: outside the web root, under names of chance, with nothing in an image but the image.

A file is written before the row that names it is committed: one that no row names is swept up later, and one is never
missing. Taking away goes the other way round: first the file, then the row says so; both may be done twice.
"""

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from PIL import Image, ImageOps, UnidentifiedImageError

from market.core.errors import NotFound, Refusal
from market.core.file_kinds import (
    LONGEST_SIDE,
    MOST_BYTES,
    FileKind,
    is_iphone_photograph,
    most_pixels,
    sniff,
)
from market.core.ids import new_id

_NAME = re.compile(r"^fil_[0-9a-z]{24}$")


@dataclass(eq=False)
class FileTooBig(Refusal):
    """More than a page takes. Both figures are bytes."""

    size: int
    most: int


@dataclass(eq=False)
class FileKindNotTaken(Refusal):
    """Neither a PDF nor a photograph that we can open. `is_iphone` where a telephone's own format is the reason."""

    is_iphone: bool = False


@dataclass(frozen=True)
class Cleaned:
    """A file fit to be kept: sniffed, within the size, an image drawn anew."""

    content: bytes
    kind: FileKind


class FileStore(Protocol):
    """Where files are kept. A name is given, never chosen, and tells nothing."""

    def put(self, content: bytes) -> str:
        """Keep a file; returns its name."""
        ...

    def get(self, name: str) -> bytes:
        """The file of this name. Raises `NotFound`."""
        ...

    def remove(self, name: str) -> None:
        """Take it away. Saying it twice, or of what is not there, changes nothing."""
        ...

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Every name there is, with when it was put."""
        ...


class FolderStore:
    """Files in one folder that only this program's user may read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = new_id("fil")
        unfinished = self._folder / f"{name}.part"
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(content)
        unfinished.rename(self._folder / name)
        return name

    def get(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            raise NotFound from None

    def remove(self, name: str) -> None:
        with suppress(NotFound):
            self._path(name).unlink(missing_ok=True)

    def kept(self) -> Iterator[tuple[str, datetime]]:
        if not self._folder.is_dir():
            return
        for path in sorted(self._folder.iterdir()):
            if _NAME.match(path.name):
                yield path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def _path(self, name: str) -> Path:
        """A name that we never gave leads nowhere: no way out of the folder by `../`."""
        if not _NAME.match(name):
            raise NotFound
        return self._folder / name


def cleaned(content: bytes, *, longest_side: int = LONGEST_SIDE, images_only: bool = False) -> Cleaned:
    """What may be kept of a file that was sent: a PDF as it is, an image drawn anew as JPEG, the right way up, without
    the place and the telephone that are written in it. Raises `FileTooBig` and `FileKindNotTaken`."""
    if len(content) > MOST_BYTES:
        raise FileTooBig(len(content), MOST_BYTES)
    kind = sniff(content)
    if kind is None or (images_only and not kind.is_image):
        raise FileKindNotTaken(is_iphone_photograph(content))
    return Cleaned(_drawn_anew(content, kind, longest_side), FileKind.JPEG) if kind.is_image else Cleaned(content, kind)


def _drawn_anew(content: bytes, kind: FileKind, longest_side: int) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture too large is refused below by its size, before it is unpacked
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > most_pixels(kind):
                    raise FileTooBig(picture.width * picture.height, most_pixels(kind))
                picture.draft("RGB", (longest_side, longest_side))
                upright = ImageOps.exif_transpose(picture)
                upright.thumbnail((longest_side, longest_side))
                out = io.BytesIO()
                _on_white(upright).save(out, "JPEG", quality=85, exif=b"")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise FileKindNotTaken from None
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """JPEG knows no see-through parts."""
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper

"""What was handed over: one file, a folder, a zip, or several files sent together. Read as streams, within bounds."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TextIO, cast

from providers.interchange.errors import FileUnreadable

MOST_FILES = 200
MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes. A zip that promises more is refused before anything is unpacked."""
_FIRST_BYTES = 4
Opens = Callable[[], BinaryIO]


@dataclass(frozen=True)
class Bundle:
    """Named files. `beside` are those in the same folder as the one that was named: dialects in several files look there."""

    name: str
    files: Mapping[str, Path]
    zipped: Opens | None = None
    members: tuple[str, ...] = ()
    main: str = ""
    _encodings: dict[str, str] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """Every file, the one that was named first."""
        every = self.members or tuple(self.files)
        return tuple(sorted(every, key=lambda name: (name != self.main, name)))

    def find(self, *wanted: str) -> str:
        """The file called one of these, whatever its folder and capitals; empty where there is none."""
        by_stem = {PurePosixPath(name).name.casefold(): name for name in reversed(self.names())}
        return next((by_stem[one.casefold()] for one in wanted if one.casefold() in by_stem), "")

    def content_hash(self) -> str:
        """SHA-256 of the file that was named; of a folder of tables, of all of them. The same content has the same."""
        if self.main or self.zipped:
            return _hash_of(self.zipped or _opens(self.files[self.main]))
        names = (f"{name} {_hash_of(_opens(self.files[name]))}" for name in self.names())
        return hashlib.sha256("\n".join(names).encode()).hexdigest()

    @contextmanager
    def opened(self, name: str) -> Iterator[TextIO]:
        """The text of one file: UTF-8, with or without a mark, else Windows-1252, as spreadsheets still write it."""
        encoding = self._encoding(name)
        with self._raw(name) as raw, io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="") as text:
            yield text

    @contextmanager
    def _raw(self, name: str) -> Iterator[BinaryIO]:
        if self.zipped is not None:
            with self.zipped() as packed, zipfile.ZipFile(packed) as archive, archive.open(name) as member:
                yield cast(BinaryIO, member)
            return
        with self.files[name].open("rb") as raw:
            yield raw

    def _encoding(self, name: str) -> str:
        if name not in self._encodings:
            with self._raw(name) as raw:
                start = raw.read(1 << 16)
            if start.startswith((b"\xff\xfe", b"\xfe\xff")):
                self._encodings[name] = "utf-16"
            else:
                self._encodings[name] = "utf-8-sig" if _is_utf8(start) else "cp1252"
        return self._encodings[name]


def _opens(path: Path) -> Opens:
    return lambda: path.open("rb")


def _hash_of(opens: Opens) -> str:
    found = hashlib.sha256()
    with opens() as raw:
        while piece := raw.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def _is_utf8(start: bytes) -> bool:
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as trouble:
        return trouble.start >= len(start) - 3  # a letter cut in two at the end of what was read
    return True


def bundle(path: Path, name: str = "") -> Bundle:
    """The files at a path. Raises `FileUnreadable` for what is not there, or a zip that is no zip or too large."""
    if path.is_dir():
        files = {one.name: one for one in sorted(path.iterdir()) if one.is_file() and not one.name.startswith(".")}
        if not files or len(files) > MOST_FILES:
            raise FileUnreadable(name or path.name, f"a folder with {len(files)} files in it")
        return Bundle(name or path.name, files)
    if not path.is_file():
        raise FileUnreadable(name or path.name, "there is no such file")
    with path.open("rb") as raw:
        packed = is_zip(raw.read(_FIRST_BYTES))
    if packed:
        return zipped(_opens(path), name or path.name)
    beside = {one.name: one for one in sorted(path.parent.iterdir())[:MOST_FILES] if one.is_file()}
    return Bundle(name or path.name, beside | {path.name: path}, main=path.name)


def is_zip(content: bytes) -> bool:
    """Whether this is, or begins like, a zip."""
    return content.startswith(b"PK\x03\x04")


def zipped(opens: Opens, name: str) -> Bundle:
    """The files of a zip. Raises `FileUnreadable`, and what opening it raises."""
    try:
        with opens() as packed, zipfile.ZipFile(packed) as archive:
            inside = [one for one in archive.infolist() if not one.is_dir() and "__MACOSX" not in one.filename]
    except zipfile.BadZipFile as trouble:
        raise FileUnreadable(name, "it begins like a zip and is not one") from trouble
    if not inside or len(inside) > MOST_FILES or sum(one.file_size for one in inside) > MOST_UNPACKED:
        raise FileUnreadable(name, "there is nothing in it, or too much")
    members = tuple(one.filename for one in inside)
    return Bundle(name, {}, opens, members, main=members[0] if len(members) == 1 else "")

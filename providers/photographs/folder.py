"""Where pictures lie: a folder outside the tree, each under a name of chance alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from market.core.ids import new_secret


class Pictures(Protocol):
    """Keeps the bytes of pictures. A fake stands in `tests/fakes`."""

    def keep(self, picture: bytes) -> str:
        """Keep it; gives the name to ask for it by."""
        ...

    def read(self, name: str) -> bytes | None:
        """The picture; None when it is no longer there."""
        ...

    def forget(self, name: str) -> None:
        """Delete it. Saying it twice changes nothing."""
        ...

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Every picture there is, with when it was kept."""
        ...


class PictureFolder:
    """Pictures as files. A name is used only if this folder made it: nobody can walk out of the folder by asking."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / "photographs"

    def keep(self, picture: bytes) -> str:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{new_secret()}.jpg"
        (self._folder / name).write_bytes(picture)
        return name

    def read(self, name: str) -> bytes | None:
        path = self._folder / Path(name).name
        return path.read_bytes() if path.is_file() else None

    def forget(self, name: str) -> None:
        (self._folder / Path(name).name).unlink(missing_ok=True)

    def kept(self) -> Iterator[tuple[str, datetime]]:
        if self._folder.is_dir():
            for path in sorted(self._folder.iterdir()):
                yield path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC)

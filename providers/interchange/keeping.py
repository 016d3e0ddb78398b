"""Files handed in for an import, kept outside the web root under names of our own until they are read."""

import re
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath

from market.core.errors import NotFound
from market.core.ids import new_secret

FOLDER = "imports"
KEPT_FOR = timedelta(days=30)
_NAME = re.compile(r"[^\w.-]+")


def keep(folder: Path, files: Iterable[tuple[str, bytes]], now: datetime) -> str:
    """Keep files together. Gives the name to find them by: chance, and nothing of what they were called.

    What was handed in long ago and never brought in is deleted on the way.
    """
    for old in (folder / FOLDER).glob("*"):
        if datetime.fromtimestamp(old.stat().st_mtime, UTC) < now - KEPT_FOR:
            shutil.rmtree(old, ignore_errors=True)
    kept_as = new_secret()
    place = folder / FOLDER / kept_as
    place.mkdir(parents=True, mode=0o700)
    for name, content in files:
        safe = _NAME.sub("_", PurePosixPath(name.replace("\\", "/")).name).lstrip(".")[-80:] or "file"
        (place / safe).write_bytes(content)
    return kept_as


def kept_path(folder: Path, kept_as: str) -> Path:
    """The one file, or the folder of several. Raises `NotFound` when it is there no more."""
    place = folder / FOLDER / kept_as
    if not kept_as or not place.is_dir():
        raise NotFound
    inside = list(place.iterdir())
    return inside[0] if len(inside) == 1 else place


def forget(folder: Path, kept_as: str) -> None:
    """Delete what was kept."""
    shutil.rmtree(folder / FOLDER / kept_as, ignore_errors=True)

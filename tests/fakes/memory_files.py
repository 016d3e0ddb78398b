"""A file store in memory, for tests whose rule is not about folders."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import BinaryIO

from market.core.errors import NotFound
from market.core.ids import new_id


class MemoryFiles:
    """Keeps files in a dict. `removed` names what was taken away."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[bytes, datetime]] = {}
        self.removed: list[str] = []

    def put(self, content: bytes) -> str:
        name = new_id("fil")
        self.files[name] = (content, datetime.now(UTC))
        return name

    def get(self, name: str) -> bytes:
        if name not in self.files:
            raise NotFound
        return self.files[name][0]

    def opened(self, name: str) -> BinaryIO:
        return BytesIO(self.get(name))

    def remove(self, name: str) -> None:
        if self.files.pop(name, None):
            self.removed.append(name)

    def kept(self) -> Iterator[tuple[str, datetime]]:
        return ((name, at) for name, (_, at) in sorted(self.files.items()))

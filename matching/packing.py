"""Offerings, and what was read of them, as bytes: a tenth of the room that objects take, and ready to be written to disk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import msgpack
import numpy as np
import numpy.typing as npt

from matching.offering import Offering, Point, Window


def packed_offering(one: Offering) -> bytes:
    """An offering as bytes."""
    packed: bytes = msgpack.packb(
        (
            (one.id, one.title, one.description, one.provider_name, one.arrangement),
            (one.kinds, one.skills, one.languages, one.worker_gender),
            [(point.easting, point.northing) for point in one.points],
            (one.travel_metres, one.price_pence, one.price_unit),
            [(window.weekdays, *_minutes(window)) for window in one.windows],
            (one.assurances, one.assurance_note, one.limits),
            (one.next_free.toordinal() if one.next_free else None, one.is_new),
        )
    )
    return packed


def _minutes(window: Window) -> tuple[int, int]:
    return window.start.hour * 60 + window.start.minute, window.end.hour * 60 + window.end.minute


def unpacked_offering(packed: bytes) -> Offering:
    """The offering that was packed. Seconds of a window are not kept: nothing here has any."""
    words, about, points, (travel, pence, unit), windows, shown, (free, new) = msgpack.unpackb(packed, use_list=False)
    fields: list[Any] = [
        *words,
        *about,
        tuple(Point(*point) for point in points),
        travel,
        pence,
        unit,
        tuple(Window(days, _clock(start), _clock(end)) for days, start, end in windows),
        *shown,
        date.fromordinal(free) if free else None,
        new,
    ]
    return Offering(*fields)


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


class Vocabulary:
    """Words by number. Only ever grows."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.words = list(words)
        self._numbers = {word: number for number, word in enumerate(self.words)}

    def find(self, word: str) -> int | None:
        """The number of a word; None where it has none."""
        return self._numbers.get(word)

    def number(self, word: str) -> int:
        """The number of a word, a new one where it has none yet."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.words)
            self.words.append(word)
        return found

    def numbers(self, words: Sequence[str]) -> list[int]:
        """The numbers of words."""
        return [self.number(word) for word in words]

    def spelt(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The words of numbers."""
        return tuple(self.words[number] for number in numbers)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pieces of bytes by slot: the settled ones end to end in one block, those since in a list."""

    block: npt.NDArray[np.uint8]
    starts: npt.NDArray[np.int64]
    since: list[bytes]
    instead: dict[int, bytes]
    """Pieces that took the place of others since."""

    @classmethod
    def empty(cls) -> "Shelf":
        """A shelf with nothing on it."""
        return cls(np.zeros(0, dtype=np.uint8), np.zeros(1, dtype=np.int64), [], {})

    def __len__(self) -> int:
        return len(self.starts) - 1 + len(self.since)

    def get(self, slot: int) -> bytes:
        """The piece of a slot."""
        found = self.instead.get(slot)
        if found is not None:
            return found
        settled = len(self.starts) - 1
        if slot >= settled:
            return self.since[slot - settled]
        return self.block[self.starts[slot] : self.starts[slot + 1]].tobytes()

    def settled(self, order: Sequence[int]) -> "Shelf":
        """One block of the pieces of these slots, in this order."""
        pieces = [self.get(slot) for slot in order]
        starts = np.cumsum([0, *map(len, pieces)]).astype(np.int64)
        return Shelf(np.frombuffer(b"".join(pieces), dtype=np.uint8), starts, [], {})


def pack(value: Any) -> bytes:
    """Plain values (lists, numbers, words) as bytes."""
    packed: bytes = msgpack.packb(value)
    return packed


def unpack(packed: bytes) -> Any:
    """Plain values from bytes; nothing in them is ever run."""
    return msgpack.unpackb(packed, use_list=False)

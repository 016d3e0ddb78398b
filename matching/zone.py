"""The slots that take part in one search: stretches of them, laid side by side.

Slots are numbers in the whole index; *places* are numbers among those taking part, from nought. Where everything
takes part the two are the same, and nothing is copied.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Slots = npt.NDArray[np.int32]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Zone:
    """Stretches of slots, from `starts` up to `ends`, in rising order and apart; `firsts` is where each begins here."""

    starts: Places
    ends: Places
    firsts: Places
    size: int

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> "Zone":
        """A zone of stretches in rising order; empty ones and seams are taken out."""
        joined: list[list[int]] = []
        for start, end in stretches:
            if joined and start == joined[-1][1]:
                joined[-1][1] = end
            elif start < end:
                joined.append([start, end])
        lengths = [end - start for start, end in joined]
        firsts = np.cumsum([0, *lengths])[:-1].astype(np.intp)
        bounds = np.array(joined, dtype=np.intp).reshape(-1, 2)
        return cls(bounds[:, 0].copy(), bounds[:, 1].copy(), firsts, sum(lengths))

    def gather(self, column: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
        """The column's values here: a view where there is one stretch."""
        parts = [column[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        if len(parts) == 1:
            return parts[0]
        return np.concatenate(parts) if parts else column[:0]

    def cut(self, slots: Slots) -> tuple[Places | Slots, Places | slice]:
        """Of slots in rising order, those here: their places, and which of the given they are."""
        if not len(slots) or not self.size:
            return slots[:0], slice(0, 0)
        if len(self.starts) == 1:
            low, high = np.searchsorted(slots, (self.starts[0], self.ends[0]))
            chosen = slice(int(low), int(high))
            return (slots[chosen] - self.starts[0] if self.starts[0] else slots[chosen]), chosen
        low, high = np.searchsorted(slots, self.starts), np.searchsorted(slots, self.ends)
        counts = high - low
        before = np.cumsum(counts) - counts
        which = np.repeat(low - before, counts) + np.arange(counts.sum())
        return slots[which] - np.repeat(self.starts - self.firsts, counts), which

    def slots(self, places: Places) -> Places:
        """The slots of places."""
        stretch = np.searchsorted(self.firsts, places, side="right") - 1
        found: Places = places + (self.starts - self.firsts)[stretch]
        return found

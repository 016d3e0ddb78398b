"""Rows of numbers that are nearly all nought, as texts are over the parts they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.postings import Floats

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Few:
    """The numbers that are not nought, row after row, with the column each stands in."""

    columns: Places
    values: Floats
    ends: Places
    """Where each row ends."""
    width: int

    @classmethod
    def of(cls, rows: Sequence[tuple[Sequence[int], Floats]], width: int) -> "Few":
        """From the columns and the numbers of each row."""
        columns = np.concatenate([np.asarray(columns, dtype=np.int64) for columns, _ in rows])
        values = np.concatenate([values for _, values in rows]).astype(np.float32)
        return cls(columns, values, np.cumsum([len(columns) for columns, _ in rows], dtype=np.int64), width)

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, chosen: Places | npt.NDArray[np.bool_]) -> "Few":
        """Some of the rows, by number or by mask."""
        numbers = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        starts = np.concatenate([[0], self.ends[:-1]])
        kept = [np.arange(starts[number], self.ends[number]) for number in numbers]
        where = np.concatenate(kept) if kept else np.zeros(0, dtype=np.int64)
        return Few(
            self.columns[where], self.values[where], np.cumsum([len(one) for one in kept], dtype=np.int64), self.width
        )

    def spoken(self, weights: Floats) -> Floats:
        """Each row with each row of `weights` (classes by width): rows by classes."""
        counted = weights.T[self.columns] * self.values[:, None]
        summed = np.concatenate([np.zeros((1, len(weights))), np.cumsum(counted, axis=0, dtype=np.float64)])
        spoken: Floats = np.diff(summed[np.concatenate([[0], self.ends])], axis=0).astype(np.float32)
        return spoken

    def gathered(self, wrong: Floats) -> Floats:
        """What each class has to answer for in each column: classes by width; `wrong` is rows by classes."""
        of_row = np.repeat(wrong, np.diff(self.ends, prepend=0), axis=0) * self.values[:, None]
        gathered = [np.bincount(self.columns, weights=column, minlength=self.width) for column in of_row.T]
        return np.stack(gathered).astype(np.float32)

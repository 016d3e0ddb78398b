"""Small numbers are not shown: a count of one or two in a small place may point at somebody. No I/O."""

from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 5  # the usual floor of council statistics: counts of 1 to 4 are kept back


@dataclass(frozen=True)
class Looked:
    """How often support was looked for in one district, and how often something was found."""

    district: str
    asked: int
    found: int

    @property
    def not_found(self) -> int:
        return self.asked - self.found


@dataclass(frozen=True)
class Shown:
    """A district as it may be shown. `found` and `not_found` are None together where one of them is small."""

    district: str
    asked: int
    found: int | None
    not_found: int | None


@dataclass(frozen=True)
class Gaps:
    """The districts that may be shown, most looked-for first, and how many are kept back. There is no total over all:
    with one district kept back it would give that district's count away."""

    districts: tuple[Shown, ...]
    kept_back: int


def gaps(rows: Iterable[Looked]) -> Gaps:
    """Districts with enough asked to be shown."""
    listed = list(rows)
    large = sorted((row for row in listed if row.asked >= FEWEST), key=lambda row: (-row.asked, row.district))
    return Gaps(tuple(_shown(row) for row in large), len(listed) - len(large))


def _shown(row: Looked) -> Shown:
    if 0 < row.found < FEWEST or 0 < row.not_found < FEWEST:
        return Shown(row.district, row.asked, None, None)
    return Shown(row.district, row.asked, row.found, row.not_found)

"""The report of an import: counts for the top, and every line for whoever goes through them."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlmodel import Session

from providers.interchange import queries
from providers.interchange.flags import WORDS, Flag, Flagged
from providers.interchange.rules import Outcome
from providers.interchange.tables import ImportLine

COLUMNS = ("line", "id in the source", "name", "outcome", "on show", "why", "to look at")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Summary:
    """How many rows ended how, how many are on show, and how many carry each flag, most first."""

    outcomes: dict[Outcome, int]
    shown: int
    flags: tuple[tuple[Flag, str, int], ...]

    @property
    def rows(self) -> int:
        return sum(self.outcomes.values())


def summary(session: Session, run_id: str) -> Summary:
    """The counts of one run, trial or not."""
    counted: Counter[Flag] = Counter()
    shown = 0
    for flags, is_shown, _ in queries.lines_with_flags(session, run_id):
        shown += is_shown
        counted.update({Flag(name) for name, _ in flags})
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return Summary(
        dict(queries.outcomes(session, run_id)), shown, tuple((flag, WORDS[flag], many) for flag, many in ordered)
    )


def flags_of(line: ImportLine) -> tuple[Flagged, ...]:
    """The flags of a line."""
    return tuple(Flagged(Flag(name), detail) for name, detail in line.flags)


def row_of(line: ImportLine) -> tuple[str, ...]:
    """A line of the report as cells."""
    is_shown = "yes" if line.shown else "no" if line.outcome in {Outcome.ADDED, Outcome.UPDATED} else ""
    to_look_at = "; ".join(one.words() for one in flags_of(line))
    return str(line.number), line.source_id, line.title, line.outcome.value, is_shown, line.why, to_look_at


def as_csv(lines: Iterable[ImportLine]) -> Iterator[str]:
    """The whole report as CSV, a line at a time. A cell that a spreadsheet would take for a formula gets a quote before it."""
    yield _csv_row(COLUMNS)
    for line in lines:
        yield _csv_row(row_of(line))


def _csv_row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()

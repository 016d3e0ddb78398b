"""A pot's ledger in plain words: what came in, what was spent, and what is set aside for visits to come. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from market.core.money import Pence
from market.ledger.rules import Kind
from market.ledger.tables import LedgerRow


@dataclass(frozen=True)
class VisitWords:
    """A visit as a statement names it."""

    title: str
    who: str
    day: date


@dataclass(frozen=True)
class Entry:
    """One line: when, what, and how much; minus is out."""

    at: datetime
    words: str
    pence: Pence
    kind_words: str = ""


@dataclass(frozen=True)
class SetAside:
    """Money held for visits of one kind by one person, until each is done."""

    words: str
    visits: int
    first: date | None
    pence: Pence


@dataclass(frozen=True)
class Statement:
    """One pot's account: newest entry first."""

    entries: tuple[Entry, ...]
    set_aside: tuple[SetAside, ...]


def statement(account: str, rows: Iterable[LedgerRow], visits: Mapping[str, VisitWords]) -> Statement:
    """The account in words. A hold that was let go says nothing: the money never left."""
    listed = list(rows)
    entries = [_entry(account, row, visits) for row in listed if row.kind in (Kind.TRANSFER, Kind.POST)]
    return Statement(tuple(reversed(entries)), _set_aside(listed, visits))


def _entry(account: str, row: LedgerRow, visits: Mapping[str, VisitWords]) -> Entry:
    sign = 1 if row.credit == account else -1
    if row.kind is Kind.TRANSFER:
        return Entry(row.at, "Money put in" if sign > 0 else "Money moved out", sign * row.amount_pence)
    visit = visits.get(row.cause)
    if visit is None:
        return Entry(row.at, "Visits before these weeks", sign * row.amount_pence)
    return Entry(row.at, visit.title, sign * row.amount_pence, _with(visit))


def _with(visit: VisitWords) -> str:
    day = f"{visit.day:%A} {visit.day.day} {visit.day:%B}"
    return f"{visit.who}, {day}" if visit.who else day


def _set_aside(rows: list[LedgerRow], visits: Mapping[str, VisitWords]) -> tuple[SetAside, ...]:
    open_holds = {row.id: row.amount_pence for row in rows if row.kind is Kind.HOLD}
    causes = {row.id: row.cause for row in rows if row.kind is Kind.HOLD}
    for row in rows:
        if row.hold_id in open_holds:
            open_holds[row.hold_id] -= row.amount_pence
    groups: dict[str, list[tuple[Pence, date | None]]] = {}
    for hold_id, pence in open_holds.items():
        if pence > 0:
            visit = visits.get(causes[hold_id])
            words = f"{visit.title}, {visit.who}" if visit and visit.who else visit.title if visit else "Set aside"
            groups.setdefault(words, []).append((pence, visit.day if visit else None))
    return tuple(
        SetAside(
            words,
            len(holds),
            min((day for _, day in holds if day), default=None),
            sum(pence for pence, _ in holds),
        )
        for words, holds in groups.items()
    )

"""Bringing a file in, a batch of rows in one transaction each, so that it can be watched, broken off and gone on with.

A trial does everything but write: the same outcomes stand in its report. The twins of a row are looked for among everything
we have and everything that came before it in the same file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from market.core.actor import Actor, System
from market.core.times import wall_day
from providers.interchange import queries, writing
from providers.interchange.entry import Entry
from providers.interchange.rules import Known, Outcome, organisation_key, outcome_of, why_down, why_refused
from providers.interchange.shaping import Given, Shaped, looks_of, shape
from providers.interchange.tables import ImportLine, ImportRun
from providers.interchange.twins import service as twins
from providers.interchange.twins.finding import Finder, Twin
from providers.interchange.twins.queries import every_look

BATCH = 250
_LINES = ImportLine.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Decided:
    """What becomes of one row, before anything is written."""

    number: int
    entry: Entry
    outcome: Outcome
    why: str = ""
    shaped: Shaped | None = None
    known: Known | None = None
    twin: Twin | None = None


class Importer:
    """One run in one process. Keeps what twins are looked for among, so that batches need not read it again."""

    def __init__(self, session: Session, run: ImportRun, now: datetime) -> None:
        received = datetime.combine(run.received_on, now.timetz()) if run.received_on != wall_day(now) else now
        self._given = Given(run.source, received, tuple(run.districts))
        self._finder = Finder(every_look(session))
        self._met: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        for line in _earlier(session, run.id):
            self._remember(line)

    def batch(
        self, session: Session, run: ImportRun, entries: Iterable[Entry], *, by: Actor | System, now: datetime
    ) -> int:
        """Take the next rows: decide, write unless it is a trial, and note how each ended. How many there were."""
        rows = list(entries)
        if not rows:
            run.ended_at = now
            session.add(run)
            return 0
        known = queries.known_rows(session, run.source, [row.source_id for row in rows])
        shut = queries.suspended_organisations(session, run.source, [organisation_key(row) for row in rows])
        numbered = enumerate(rows, start=run.rows_done + 1)
        decided = [self._decide(session, number, entry, known, shut, wall_day(now)) for number, entry in numbered]
        shown: set[int] = set() if run.is_trial else self._write(session, run, decided, by=by, now=now)
        session.flush()
        session.execute(sa.insert(_LINES), [self._line(run, one, one.number in shown) for one in decided])
        run.rows_done += len(rows)
        session.add(run)
        return len(rows)

    def _decide(
        self,
        session: Session,
        number: int,
        entry: Entry,
        known: Mapping[str, Known],
        shut: Collection[str],
        today: date,
    ) -> Decided:
        before = known.get(entry.source_id)
        if why := why_refused(entry, before, organisation_is_suspended=organisation_key(entry) in shut):
            return Decided(number, entry, Outcome.REFUSED, why, known=before)
        if first := self._met.get(entry.source_id):
            why = f"It has the same id as row {first} of this file. Only the first is looked at."
            return Decided(number, entry, Outcome.DUPLICATE, why, known=before)
        self._met[entry.source_id] = number
        shaped = shape(entry, self._given, today, before.given_kinds if before else ())
        outcome = outcome_of(before, shaped.fingerprint)
        if outcome is not Outcome.ADDED:
            return Decided(number, entry, outcome, _said(outcome, shaped, before), shaped, before)
        return self._new(session, number, entry, shaped)

    def _new(self, session: Session, number: int, entry: Entry, shaped: Shaped) -> Decided:
        key = writing.listing_id_of(self._given.source, entry.source_id)
        looks = looks_of(shaped, key)
        twin = next(
            iter(twins.not_kept_apart(session, self._finder.twins(looks), self._given.source, entry.source_id)), None
        )
        if twin is None:
            self._finder.add(looks)
            self._rows[key] = number
            return Decided(number, entry, Outcome.ADDED, _said(Outcome.ADDED, shaped, None), shaped)
        row = self._rows.get(twin.looks.key)
        why = f"Likely the same as {f'row {row} of this file, ' if row else ''}“{twin.looks.name}”"
        reasons = f": {', '.join(twin.likeness.why)}" if twin.likeness.why else ""
        return Decided(number, entry, Outcome.DUPLICATE, f"{why}{reasons}. A person decides.", shaped, twin=twin)

    def _write(
        self, session: Session, run: ImportRun, decided: Sequence[Decided], *, by: Actor | System, now: datetime
    ) -> set[int]:
        """Write what was decided; the new ones first, since what is likely the same as one of them points at it."""
        authority = (run.authority_id, run.authority_name)
        new = [(one.number, one.shaped) for one in decided if one.outcome is Outcome.ADDED and one.shaped]
        added = writing.add(
            session, [shaped for _, shaped in new], self._given, authority=authority, by=by, now=now, run_id=run.id
        )
        shown = {number for (number, _), is_shown in zip(new, added, strict=True) if is_shown}
        for one in decided:
            if one.outcome is Outcome.UPDATED and one.shaped and one.known:
                if writing.update(
                    session,
                    one.shaped,
                    self._given,
                    one.known.listing_id,
                    authority=authority,
                    by=by,
                    now=now,
                    run_id=run.id,
                ):
                    shown.add(one.number)
            elif one.outcome is Outcome.DUPLICATE and one.twin is not None:
                twins.ask_about_row(session, one.twin, one.entry, self._given, authority=authority, now=now)
        return shown

    def _line(self, run: ImportRun, decided: Decided, shown: bool) -> dict[str, Any]:
        shaped, flags = decided.shaped, decided.shaped.flags if decided.shaped else decided.entry.flags
        new = decided.outcome is Outcome.ADDED
        listing_id = (
            decided.known.listing_id if decided.known else writing.listing_id_of(run.source, decided.entry.source_id)
        )
        would = (
            run.is_trial
            and shaped is not None
            and not shaped.hidden
            and not (decided.known and decided.known.down)
            and decided.outcome in {Outcome.ADDED, Outcome.UPDATED}
        )
        return {
            "run_id": run.id,
            "number": decided.number,
            "source_id": decided.entry.source_id,
            "title": decided.entry.title[:200],
            "outcome": decided.outcome,
            "why": decided.why,
            "shown": shown or would,
            "flags": [[one.flag.value, one.detail] for one in flags],
            "listing_id": listing_id if decided.outcome in {Outcome.ADDED, Outcome.UPDATED, Outcome.UNCHANGED} else "",
            "other_id": decided.twin.looks.key if decided.twin else "",
            "looks": _kept_looks(looks_of(shaped, listing_id)) if new and shaped and run.is_trial else {},
        }

    def _remember(self, line: ImportLine) -> None:
        if line.outcome is not Outcome.REFUSED:
            self._met.setdefault(line.source_id, line.number)
        if line.outcome is Outcome.ADDED:
            self._rows[line.listing_id] = line.number
        if line.looks:
            self._finder.add(twins.looks_from(line.looks))


def _kept_looks(looks: Any) -> dict[str, Any]:
    return {"key": looks.key, "name": looks.name, "organisation": looks.organisation, "phone": looks.phone, "web": looks.web,
            "postcode": looks.postcode, "spot": list(looks.spot) if looks.spot else None, "text": looks.text}  # fmt: skip


def _earlier(session: Session, run_id: str) -> Iterator[ImportLine]:
    yield from queries.lines(session, run_id)


def _said(outcome: Outcome, shaped: Shaped, known: Known | None) -> str:
    if known and known.merged:
        return "It was merged with another listing, and stays so."
    if (down := why_down(known)) or outcome is Outcome.UNCHANGED:
        return down
    return f"Kept, not on show. {shaped.hidden}." if shaped.hidden else ""

"""The live index of one process: built from the candidates, and kept true by reading what has happened since.

No message passes between processes. Each notes the last event it has seen; before a search it asks for newer ones, and puts
again the listings of the providers they name. At the first search of a day everything is read anew, because checks lapse
and free days move at midnight with nobody doing anything; only what differs is put. In a large market with a thread that keeps it ready,
nobody waits for that: until the thread has read everything, what is about to be shown is read anew by itself.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any

from sqlmodel import Session, col, select

from market.bookings.queries import busy_by_provider
from market.core.log import log
from market.core.times import wall_day
from market.search.happened import Happened
from matching.index import Index
from matching.knowledge.library import shipped
from matching.offering import Offering
from matching.settling import settled
from matching.snapshot import SnapshotUnfit, load, save
from matching.vectors.hearing import Hearing
from providers.candidates import candidate, candidates
from providers.listings.queries import listings_of
from providers.listings.tables import Listing

MANY = 5_000
"""Listings that take longer to be read anew (a millisecond each) than anybody should wait at midnight."""
_AT_ONCE = 500

Hears = Callable[[], Hearing | None]


class LiveIndex:
    """Hand it a session and the time; it hands back an index that is true at this instant.

    With `snapshot`, a file, it starts from what was kept there. `hears` gives the encoder, where there is one: offerings
    without vectors are left to `encode`, which is for a thread of its own, and until they have them words alone count.
    """

    def __init__(self, snapshot: Path | None = None, hears: Hears = lambda: None) -> None:
        self._lock = RLock()
        self._snapshot, self._hears = snapshot, hears
        self._index: Index | None = None
        self._day: date | None = None
        self._happened = Happened()
        self._while_settling: set[str] | None = None
        self._while_turning: set[str] | None = None
        self.has_keeper = False
        """Whether a thread calls `turn_the_day`, so that nobody need wait for it."""
        self.kept = False
        """Whether this process has started from the snapshot or written it."""

    def __len__(self) -> int:
        return 0 if self._index is None else len(self._index)

    def fresh(self, session: Session, now: datetime) -> Index:
        """The index, brought up to date. One caller at a time may change it."""
        with self._lock:
            index = self._index
            if index is None:
                index = self._index = self._kept(session) or self._empty()
            moved = self._happened.since(session, now)
            waits = not (self.has_keeper and len(index) >= MANY)
            if moved is None or (self._day != wall_day(now) and waits):
                self._read_all(index, session, now)
                self._day = wall_day(now)
            elif moved:
                self._put_again(index, session, now, moved)
            return index

    def sure(self, session: Session, listing_ids: Iterable[str], now: datetime) -> Index:
        """The index, where these listings at least are as they are today."""
        index = self.fresh(session, now)
        if self._day != wall_day(now):
            rows = session.exec(select(Listing).where(col(Listing.id).in_(list(listing_ids)))).all()
            with self._lock:
                self._put_again(index, session, now, {row.provider_id for row in rows})
        return index

    def turn_the_day(self, session: Session, now: datetime) -> None:
        """Read everything anew where the day has turned, and put what differs, a little at a time."""
        with self._lock:
            index = self._index
            if index is None or self._day == wall_day(now):
                return
            self._while_turning = set()
        found = {offering.id: offering for offering in candidates(session, now, busy_by_provider(session, now))}
        ids = [*found, *(one for one in list(index.slot_by_id) if one not in found)]
        for start in range(0, len(ids), _AT_ONCE):
            with self._lock:
                for listing_id in ids[start : start + _AT_ONCE]:
                    if listing_id not in self._while_turning:
                        self._put(index, listing_id, found.get(listing_id))
        with self._lock:
            self._day, self._while_turning = wall_day(now), None

    def encode(self, most: int) -> int:
        """Give vectors to at most so many who lack them; how many. Searches go on meanwhile."""
        index = self._index
        if index is None or index.hearing is None:
            return 0
        index.hearing.prepare()
        return index.encode(most)

    @property
    def waits_for_settling(self) -> int:
        """How much has changed since the index was last laid out, in slots."""
        return 0 if self._index is None else self._index.since_settled

    def settle(self) -> None:
        """Lay the index out anew, and keep it in the snapshot where there is one. Searches go on meanwhile."""
        with self._lock:
            index, self._while_settling = self._index, set()
            facts = {"happened": self._happened.told()}
        if index is None:
            return
        laid = self.laid_out(index, facts)
        with self._lock:
            for listing_id in self._while_settling or ():
                offering = index.get(listing_id)
                laid.remove(listing_id) if offering is None else laid.note(offering)
            self._index, self._while_settling, self.kept = laid, None, True

    def laid_out(self, index: Index, facts: dict[str, Any]) -> Index:
        """The index settled, and kept where there is a file for it."""
        return settled(index) if self._snapshot is None else save(index, self._snapshot, facts)

    def _empty(self) -> Index:
        return Index(hearing=self._hears())

    def _kept(self, session: Session) -> Index | None:
        """The index of the snapshot; None where there is none that fits this program and this database.

        Its day is not taken up: what may be found is decided by more than the mark covers (checks, the law, a migration), so
        each listing is read once again after a start, as at midnight.
        """
        if self._snapshot is None:
            return None
        try:
            index, facts = load(self._snapshot, shipped(), self._hears())
        except FileNotFoundError:
            return None
        except (SnapshotUnfit, OSError) as why:
            log.info("search.snapshot_unfit", why=str(why) if isinstance(why, SnapshotUnfit) else type(why).__name__)
            return None
        if not self._happened.take_up(session, facts["happened"]):
            log.info("search.snapshot_unfit", why="of another database")
            return None
        self.kept = True
        return index

    def _read_all(self, index: Index, session: Session, now: datetime) -> None:
        found = {offering.id: offering for offering in candidates(session, now, busy_by_provider(session, now))}
        for listing_id in [*found, *(one for one in list(index.slot_by_id) if one not in found)]:
            self._put(index, listing_id, found.get(listing_id))

    def _put_again(self, index: Index, session: Session, now: datetime, provider_ids: Collection[str]) -> None:
        busy = busy_by_provider(session, now, provider_ids)
        for provider_id in sorted(provider_ids):
            for row in listings_of(session, provider_id):
                self._put(index, row.id, candidate(session, row.id, now, busy.get(provider_id, ())))
                if self._while_turning is not None:
                    self._while_turning.add(row.id)

    def _put(self, index: Index, listing_id: str, offering: Offering | None) -> None:
        """How a listing is now; None when it may not be found. One that is as it was is left alone."""
        if offering is None:
            changed = listing_id in index
            index.remove(listing_id)
        else:
            changed = index.note(offering)
        if changed and self._while_settling is not None:
            self._while_settling.add(listing_id)

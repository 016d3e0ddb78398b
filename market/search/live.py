"""The live index of one process: built from the candidates, and kept true by reading what has happened since.

No message passes between processes. Each notes the last event it has seen; before a search it asks for newer ones, and puts
again the listings of the providers they name. At the first search of a day everything is built anew, because checks lapse
and free days move at midnight with nobody doing anything.
"""

from datetime import date, datetime
from threading import Lock

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.bookings.queries import busy_by_provider
from market.core.tables import EventRow
from market.core.times import wall_day
from matching.index import Index
from providers.candidates import candidate, candidates
from providers.listings.queries import listings_of

MOVES_THE_MARKET = ("listing.", "evidence.", "booking.", "visit.", "provider.")


class LiveIndex:
    """Hand it a session and the time; it hands back an index that is true at this instant."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._index: Index | None = None
        self._day: date | None = None
        self._seen = 0

    def __len__(self) -> int:
        return 0 if self._index is None else len(self._index)

    def fresh(self, session: Session, now: datetime) -> Index:
        """The index, brought up to date. One caller at a time may change it."""
        with self._lock:
            newest = session.exec(select(sa.func.max(EventRow.id))).one() or 0
            if self._index is None or self._day != wall_day(now):
                self._index = Index.build(candidates(session, now, busy_by_provider(session, now)))
                self._day = wall_day(now)
            elif newest > self._seen:
                self._put_again(self._index, session, now)
            self._seen = newest
            return self._index

    def _put_again(self, index: Index, session: Session, now: datetime) -> None:
        moved = [col(EventRow.name).startswith(start) for start in MOVES_THE_MARKET]
        changed = select(EventRow.provider_id).where(
            col(EventRow.id) > self._seen, col(EventRow.provider_id).is_not(None), sa.or_(*moved)
        )
        provider_ids = set(session.exec(changed.distinct()))
        if not provider_ids:
            return
        busy = busy_by_provider(session, now)
        for provider_id in sorted(filter(None, provider_ids)):
            for row in listings_of(session, provider_id):
                offering = candidate(session, row.id, now, busy.get(provider_id, ()))
                if offering is None:
                    index.remove(row.id)
                else:
                    index.put(offering)

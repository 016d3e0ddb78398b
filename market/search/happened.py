"""Which providers have had something happen to them since last asked, by the rows of events.

Two things make "every row after the last one seen" too little. On PostgreSQL a number is given out before its transaction
commits, so a lower number may come to light after a higher one: numbers passed over are asked for again for a while. On
both, a search in a transaction that writes sees what may yet be taken back, and its number be given to something else: what
such a search saw counts as seen only once that transaction has committed.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from market.core.database import writes
from market.core.tables import EventRow

MOVES_THE_MARKET = ("listing.", "evidence.", "booking.", "visit.", "provider.")
AWAITED_FOR = timedelta(minutes=10)
"""How long a number that was passed over is asked for: no transaction of ours lasts so long."""
MOST_AWAITED = 1000
TOO_MUCH = 20_000
"""So many events later, reading everything is quicker than reading what they name."""


@dataclass(frozen=True)
class _Seen:
    """How far somebody has read."""

    number: int | None = None
    last: tuple[str, str] = ("", "")
    """What the last event was about, and when: in another database it is another."""
    awaited: dict[int, datetime] = field(default_factory=dict)
    """Numbers passed over, and when that was noticed."""


class Happened:
    """What one process has seen of the events."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen = _Seen()
        self._doubtful: set[str] = set()
        self._asked = 0

    def since(self, session: Session, now: datetime) -> set[str] | None:
        """Providers to be read again; None when everything has to be."""
        with self._lock:
            seen, newest = self._seen, session.exec(select(sa.func.max(EventRow.id))).one() or 0
            first = seen.number
            if first is None or newest - first > TOO_MUCH:
                self._note(session, _Seen(newest, _about(session.get(EventRow, newest))), set())
                return None
            if newest <= first and not seen.awaited and not self._doubtful:
                return set()
            reached, moved = _read_on(session, seen, first, now)
            moved |= self._doubtful
            self._note(session, reached, moved)
            return moved

    def _note(self, session: Session, reached: _Seen, moved: set[str]) -> None:
        self._asked += 1
        if not writes(session):
            self._seen, self._doubtful = reached, set()
            return
        mine, self._doubtful = self._asked, self._doubtful | moved

        def committed(_session: Session) -> None:
            with self._lock:
                if self._asked == mine:  # nobody has read on, or back, in between
                    self._seen, self._doubtful = reached, set()

        sa.event.listen(session, "after_commit", committed, once=True)

    def told(self) -> dict[str, Any]:
        """What to keep of this beside an index."""
        with self._lock:
            seen = self._seen
        awaited = [(number, when.isoformat()) for number, when in seen.awaited.items()]
        return {"number": seen.number or 0, "last": seen.last, "awaited": awaited}

    def take_up(self, session: Session, told: dict[str, Any]) -> bool:
        """Go on from what was kept. False when it was kept of another database than this."""
        if tuple(told["last"]) != _about(session.get(EventRow, told["number"])):
            return False
        awaited = {number: datetime.fromisoformat(when) for number, when in told["awaited"]}
        with self._lock:
            self._seen = _Seen(told["number"], tuple(told["last"]), awaited)
        return True


def _read_on(session: Session, seen: _Seen, first: int, now: datetime) -> tuple[_Seen, set[str]]:
    """How far reading on comes, and the providers named by events that are new or have come late.

    One statement for both: two would see two moments.
    """
    new = sa.or_(col(EventRow.id) > first, col(EventRow.id).in_(list(seen.awaited)))
    rows = session.exec(select(EventRow).where(new).order_by(col(EventRow.id))).all()
    came = {row.id for row in rows if row.id is not None}
    last = max(came | {first})
    passed_over = (number for number in range(first + 1, last) if number not in came)
    waiting = {**seen.awaited, **dict.fromkeys(passed_over, now)}
    young = [(n, when) for n, when in waiting.items() if n not in came and now - when < AWAITED_FOR]
    reached = _Seen(last, _about(rows[-1]) if last > first else seen.last, dict(young[-MOST_AWAITED:]))
    return reached, {row.provider_id for row in rows if row.provider_id and row.name.startswith(MOVES_THE_MARKET)}


def _about(row: EventRow | None) -> tuple[str, str]:
    return (row.subject, row.at.isoformat()) if row else ("", "")

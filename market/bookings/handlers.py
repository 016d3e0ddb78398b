"""Jobs of bookings: letting go of requests nobody answered, waking cascades."""

from datetime import datetime

from sqlmodel import Session

from market.bookings.answering import ask_renewal, lapse
from market.bookings.cascade import service as cascade
from market.bookings.cascade.answers import close_uncovered
from market.core.jobs import Handler, Outward, Payload


def _lapse(session: Session, payload: Payload, now: datetime) -> None:
    lapse(session, payload["booking_id"], now=now)


def _renewal(session: Session, payload: Payload, now: datetime) -> None:
    ask_renewal(session, payload["booking_id"], now=now)


def _wake(session: Session, payload: Payload, now: datetime) -> None:
    cascade.wake(session, payload["cascade_id"], now=now)


def _close_uncovered(session: Session, payload: Payload, now: datetime) -> None:
    close_uncovered(session, payload["cascade_id"], now=now)


HANDLERS: dict[str, Handler | Outward] = {
    "bookings.lapse": _lapse,
    "bookings.renewal": _renewal,
    "cascade.wake": _wake,
    "cascade.close": _close_uncovered,
}

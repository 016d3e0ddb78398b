"""Jobs of payments: looking at a visit's money, speaking to Stripe, the sweep and the nightly comparing."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.jobs import Handler, Outward, Payload
from market.core.settings import Settings
from market.core.tables import EventRow
from market.payments.accounts import ASK, PAGE, AccountPage, AskAccount
from market.payments.cards import Cards
from market.payments.charging import CHARGE, OPEN_PAGE
from market.payments.gateway import cards_from
from market.payments.hearing import HEAR, Hear
from market.payments.jobs import AskMove, AskPayment, Charge, ClosePage, ForgetCard, Move, OpenPage
from market.payments.paying import CLOSE_PAGE, ask_for_payment, begin_plan, visits_changed
from market.payments.reconciling.service import (
    ASK_MOVE,
    ASK_PAYMENT,
    KEY_REFUSED,
    LAPSE,
    RECONCILE,
    SWEEP,
    Reconcile,
    lapse,
    say_key_refused,
    sweep,
)
from market.payments.saved import FORGET
from market.payments.settling.service import MOVE, look
from market.payments.settling.waking import LOOK

BOOKING_EVENTS = ("booking.cancelled", "booking.declined", "booking.expired")
VISIT_EVENTS = ("visit.cancelled", "visit.completed", "visit.missed")


def _requested(settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    begin_plan(session, _event(session, payload).subject, fee_points=settings.platform_fee_points, now=now)


def _accepted(settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    ask_for_payment(session, _event(session, payload).subject, fee_points=settings.platform_fee_points, now=now)


def _booking_changed(_settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    visits_changed(session, bookings.visits_of(session, _event(session, payload).subject), now=now)


def _visit_changed(_settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    visits_changed(session, [bookings.visit(session, _event(session, payload).subject)], now=now)


def _hold_changed(_settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    """What was held for a visit was let go: in a search for cover, say. What was held while its provider thought about moving
    it is no visit's, and nobody's to pay."""
    visit_id = _event(session, payload).facts.get("visit")
    visits_changed(session, list(bookings.visits_by_id(session, [visit_id]).values()) if visit_id else [], now=now)


def _covered(_settings: Settings, session: Session, payload: Payload, now: datetime) -> None:
    """Somebody stands in: both visits' money is looked at."""
    event = _event(session, payload)
    ids = (event.subject, event.facts["substitute"])
    visits_changed(session, [bookings.visit(session, visit_id) for visit_id in ids], now=now)


def _event(session: Session, payload: Payload) -> EventRow:
    return session.get_one(EventRow, payload["event_id"])


Reaction = Callable[[Settings, Session, Payload, datetime], None]
REACTIONS: Mapping[str, Reaction] = {
    "booking.requested": _requested,
    "booking.accepted": _accepted,
    **dict.fromkeys(BOOKING_EVENTS, _booking_changed),
    **dict.fromkeys(VISIT_EVENTS, _visit_changed),
    "hold.released": _hold_changed,
    "visit.covered": _covered,
}


OUTWARD: Mapping[str, Callable[[Cards, Settings], Outward]] = {
    OPEN_PAGE: OpenPage,
    CLOSE_PAGE: ClosePage,
    CHARGE: Charge,
    MOVE: Move,
    ASK_PAYMENT: AskPayment,
    ASK_MOVE: AskMove,
    HEAR: Hear,
    FORGET: ForgetCard,
    PAGE: AccountPage,
    ASK: AskAccount,
    RECONCILE: Reconcile,
}


def handlers(settings: Settings, cards: Cards | None = None) -> dict[str, Handler | Outward]:
    """This feature's jobs. Where cards are not set up, those that would speak to Stripe do nothing: none is put then."""
    asked = cards or cards_from(settings)

    def looked(session: Session, payload: Payload, now: datetime) -> None:
        look(session, payload["visit_id"], fee_points=settings.platform_fee_points, now=now)

    kinds: dict[str, Handler | Outward] = {LOOK: looked, SWEEP: sweep, LAPSE: lapse, KEY_REFUSED: say_key_refused}
    kinds |= {f"payments.on.{event}": partial(reaction, settings) for event, reaction in REACTIONS.items()}
    if asked is None:
        return kinds | dict.fromkeys(OUTWARD, _nothing)
    return kinds | {kind: does(asked, settings) for kind, does in OUTWARD.items()}


def _nothing(_session: Session, _payload: Payload, _now: datetime) -> None:
    return None

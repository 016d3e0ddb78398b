"""What was asked for, where it stands, what happens next; and ending it before its time."""

from starlette.responses import Response

from market.bookings import queries
from market.bookings.ending import cancel_booking, look_at_ending
from market.bookings.rules import BookingStatus, terms_from
from market.core.money import Pence
from market.payments.paying import bill_for
from market.payments.queries import plan_of
from market.payments.rules import Way
from market.people.access import may, person_for
from market.people.rules import Scope
from market.people.tables import Account
from market.web import guards
from market.web.ask import Ask
from market.web.booking.agreements import agreement
from market.web.booking.around import called
from market.web.page import GET, POST, Page
from market.web.routes.week import VIEWERS
from market.wiring.terms_words import terms_words

WHY_NOT = (
    ("We have found somebody else.", "We have found somebody else"),
    ("Our plans have changed.", "Our plans have changed"),
    ("The times did not suit us after all.", "The times do not suit after all"),
    ("It came to more than we can spend.", "It costs more than we can spend"),
    ("", "I would rather not say"),
)
_OPEN = (BookingStatus.REQUESTED, BookingStatus.ACCEPTED)


def booking(ask: Ask) -> Response:
    """One booking: what was asked, held until when, what happens next, every visit of it."""
    row = queries.booking(ask.session, ask.path["booking_id"])
    person = person_for(ask.session, ask.me, row.person_id, Scope.SEE_VISITS, ask.now)
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    shown = agreement(ask.session, row, ask.now, sees_money=sees_money)
    asker = ask.session.get(Account, row.asked_by)
    return ask.page(
        "booking/booking.html",
        agreement=shown,
        person=person,
        whose="your week" if ask.me.person_id == person.id else f"{called(person)}’s week",
        asked_by="you" if row.asked_by == ask.me.account_id else asker.name if asker else "",
        can_end=shown.status in _OPEN and may(ask.session, ask.me, person, Scope.CANCEL, ask.now),
        to_pay=_to_pay(ask, row.id) if sees_money else None,
    )


def _to_pay(ask: Ask, booking_id: str) -> tuple[Pence, bool] | None:
    """What is to pay for a booking, and whether somebody has to choose how; None where no card or bank stands behind it."""
    if ask.me.role not in (guards.customer_or_helper.roles or ()) or plan_of(ask.session, booking_id) is None:
        return None
    bill = bill_for(ask.session, ask.me, booking_id, now=ask.now)
    chosen = bill.plan.way is Way.BANK or (bill.plan.way is Way.CARD_EACH and bill.plan.card_id is not None)
    return bill.in_all, not chosen


def bookings(ask: Ask) -> Response:
    """Everything that was asked for a person: what waits and runs first, then what is over."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_VISITS, ask.now)
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    rows = queries.bookings_of(ask.session, person.id)
    shown = [agreement(ask.session, row, ask.now, sees_money=sees_money) for row in rows]
    whose = "Your bookings" if ask.me.person_id == person.id else f"{called(person)}’s bookings"
    return ask.page(
        "booking/bookings.html",
        person=person,
        whose=whose,
        open=[one for one in shown if one.status in _OPEN],
        over=[one for one in shown if one.status not in _OPEN],
        may_book=may(ask.session, ask.me, person, Scope.BOOK, ask.now),
    )


def before_ending(ask: Ask) -> Response:
    """Which visits would be off, which stay, what it costs and what is free again."""
    ending = look_at_ending(ask.session, ask.me, ask.path["booking_id"], now=ask.now)
    person = person_for(ask.session, ask.me, ending.booking.person_id, Scope.CANCEL, ask.now)
    sees_money = may(ask.session, ask.me, person, Scope.SEE_MONEY, ask.now)
    shown = agreement(ask.session, ending.booking, ask.now, sees_money=sees_money)
    off = {visit.id for visit in ending.off}
    return ask.page(
        "booking/end_booking.html",
        agreement=shown,
        ending=ending,
        off=[visit for visit in shown.visits if visit.id in off],
        stay=[visit for visit in shown.visits if visit.id not in off and visit.stands],
        sees_money=sees_money,
        terms=terms_words(terms_from(ending.booking.cancel_terms)),
        nothing_left=shown.status not in _OPEN or not ending.off,
        reasons=WHY_NOT,
    )


def end(ask: Ask) -> Response:
    """End it at the charge that was seen."""
    typed = ask.typed("seen_pence")
    seen_charge = int(typed) if typed.isdigit() else -1
    why = ask.typed("why") if ask.typed("why") in dict(WHY_NOT) else ""
    ending = cancel_booking(ask.session, ask.me, ask.path["booking_id"], seen_charge, now=ask.now, why=why)
    return ask.go(f"/bookings/{ending.booking.id}", "The visits to come are cancelled. The other side is told.")


ROUTES = [
    Page("/bookings/{booking_id}", booking, VIEWERS, GET, name="booking"),
    Page("/bookings/{booking_id}/cancel", before_ending, VIEWERS, GET, name="before_ending"),
    Page("/bookings/{booking_id}/cancel", end, VIEWERS, POST, name="end_booking", again=before_ending),
    Page("/people/{person_id}/bookings", bookings, VIEWERS, GET, name="bookings"),
]

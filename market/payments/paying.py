"""What a payer can do: see what there is to pay, choose how, and begin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.bookings.errors import MoneyNotYours
from market.bookings.rules import BookingStatus
from market.bookings.tables import Booking, Visit
from market.budgets import queries as pots
from market.core.actor import Actor, System
from market.core.database import insert_once
from market.core.events import record
from market.core.jobs import put_job
from market.core.money import Pence
from market.payments import queries
from market.payments.charging import OPEN_PAGE, write_payment
from market.payments.errors import CardNotAgreed, NothingToPay, NotPaidByCard, ToPayChanged
from market.payments.learning import payment_not_taken
from market.payments.rules import (
    CARD_WORDS,
    CHARGED_AHEAD,
    UNDER_WAY,
    PaymentState,
    Way,
    is_paid_by_card,
)
from market.payments.settling.reading import money_of
from market.payments.settling.rules import VisitMoney
from market.payments.settling.waking import wake
from market.payments.tables import Payment, PayPlan
from market.people.access import may_commit_money, person_for, who_may
from market.people.rules import Scope
from market.people.tables import Person

BY = System("payments")
CLOSE_PAGE = "payments.close_page"


@dataclass(frozen=True)
class Due:
    """One visit and how its money stands. `on_page`: asked for on a page that is open, so still to be paid there."""

    visit: Visit
    money: VisitMoney
    on_page: Pence = 0

    @property
    def to_pay(self) -> Pence:
        """What the payer has to pay for it: an open page takes nothing off, a card being charged by itself does."""
        return replace(self.money, charging=self.money.charging - self.on_page).to_pay


@dataclass(frozen=True)
class Bill:
    """What there is to pay for one booking now: all of it, or the first of it where a card is kept for the rest.

    `doubted`: a bank looks into a payment of it, or took one back, so its kept card is not charged by itself.
    """

    booking: Booking
    plan: PayPlan
    visits: tuple[Due, ...]
    first: tuple[Due, ...]
    near: bool
    doubted: bool = False

    @property
    def pays_itself(self) -> bool:
        """Whether a card is kept that is charged by itself."""
        return self.plan.way is Way.CARD_EACH and self.plan.card_id is not None and not self.doubted

    @property
    def to_pay(self) -> tuple[Due, ...]:
        return tuple(due for due in self.visits if due.to_pay)

    @property
    def in_all(self) -> Pence:
        return sum(due.to_pay for due in self.visits)

    @property
    def at_first(self) -> Pence:
        return sum(due.to_pay for due in self.first)

    @property
    def waits_for_payer(self) -> bool:
        """Whether an agreed booking has something to pay that neither a kept card nor a bank transfer sees to."""
        by_itself = self.plan.way is Way.BANK or (self.pays_itself and not self.near)
        return bool(self.in_all) and self.booking.accepted_at is not None and not by_itself

    @property
    def is_series(self) -> bool:
        """Whether a card kept for later would be charged again: there is more to pay than the first."""
        return len(self.to_pay) > len(self.first)


def begin_plan(session: Session, booking_id: str, *, fee_points: int, now: datetime) -> PayPlan | None:
    """From now on this booking is to be paid by card or bank, and our fee is frozen into it as it is set now.

    None where a council's account pays, or it costs nothing.
    """
    booking = bookings.booking(session, booking_id)
    pot = pots.pot(session, booking.pot_id) if booking.pot_id else None
    if pot is None or not booking.total_pence or not is_paid_by_card(pot.kind):
        return None
    insert_once(
        session,
        PayPlan,
        booking_id=booking.id,
        person_id=booking.person_id,
        pot_id=pot.id,
        way=Way.UNCHOSEN,
        fee_points=fee_points,
        made_at=now,
    )
    return queries.plan_of(session, booking.id)


def ask_for_payment(session: Session, booking_id: str, *, fee_points: int, now: datetime) -> bool:
    """A booking was agreed: whoever pays is asked to. False where nothing is to be paid, or a way was chosen already."""
    plan = begin_plan(session, booking_id, fee_points=fee_points, now=now)
    if plan is None or plan.way is not Way.UNCHOSEN:
        return False
    booking = bookings.booking(session, booking_id)
    pence = sum(due.to_pay for due in _dues(session, booking))
    if not pence:
        return False
    about = {"person_id": booking.person_id, "provider_id": booking.provider_id}
    record(session, "payment.requested", at=now, by=BY, subject=booking.id, **about, pence=pence)
    return True


def payer_of(session: Session, actor: Actor, person_id: str, now: datetime) -> Person:
    """The person, for whoever may see their money, or may commit it. Raises `NotYourPerson`."""
    person = session.get(Person, person_id)
    commits = person is not None and may_commit_money(session, actor, person, now)
    return person_for(session, actor, person_id, Scope.BOOK if commits else Scope.SEE_MONEY, now)


def bill_for(session: Session, actor: Actor, booking_id: str, *, now: datetime) -> Bill:
    """What there is to pay for a booking. Raises `NotFound`, `NotYourPerson`, `NotPaidByCard`."""
    booking = bookings.booking(session, booking_id)
    payer_of(session, actor, booking.person_id, now)
    plan = queries.plan_of(session, booking.id)
    if plan is None:
        raise NotPaidByCard
    return _bill(session, booking, plan, now)


def _bill(session: Session, booking: Booking, plan: PayPlan, now: datetime) -> Bill:
    dues = _dues(session, booking)
    owing = [due for due in dues if due.to_pay]
    near = [due for due in owing if due.visit.starts_at <= now + CHARGED_AHEAD]
    doubted = queries.is_doubted(session, booking.id)
    return Bill(booking, plan, dues, tuple(near or owing[:1]), bool(near), doubted)


def _dues(session: Session, booking: Booking) -> tuple[Due, ...]:
    visits = bookings.visits_of(session, booking.id)
    return tuple(_due(session, visit) for visit in visits if visit.price_pence)


def _due(session: Session, visit: Visit) -> Due:
    asked = queries.lines_of_visit(session, visit.id)
    on_page = sum(line.pence for line, one in asked if one.state in UNDER_WAY and one.card_id is None)
    return Due(visit, money_of(session, visit), on_page)


def start_payment(
    session: Session, actor: Actor, booking_id: str, way: Way, seen_pence: Pence, *, agreed: bool, now: datetime
) -> Payment:
    """Begin to pay by card; a job opens the page. A second press, or another tab, gets the payment that is under way.

    The sum is worked out here; what the browser saw is only compared. Raises `NotFound`, `NotYourPerson`,
    `MoneyNotYours`, `NotPaidByCard`, `NothingToPay`, `ToPayChanged`, `CardNotAgreed`.
    """
    booking, plan = _payable(session, actor, booking_id, now)
    if way is Way.CARD_EACH and not agreed:
        raise CardNotAgreed
    bill = _bill(session, booking, plan, now)
    chosen = bill.first if way is Way.CARD_EACH else bill.to_pay
    lines = {due.visit.id: due.to_pay for due in chosen}
    if not lines:
        raise NothingToPay
    if sum(lines.values()) != seen_pence:
        raise ToPayChanged(seen_pence, sum(lines.values()))
    for running in _on_pages(session, booking.id):
        if running.way is way and {x.visit_id: x.pence for x in queries.lines_of(session, running.id)} == lines:
            return running
        _give_up(session, running, now)
    _choose(session, plan, way, actor, now)
    tries = len(queries.payments_of(session, booking.id))
    key, words = f"page:{booking.id}:{tries}", CARD_WORDS if way is Way.CARD_EACH else ""
    payment = write_payment(session, plan, lines, way, actor.account_id, key=key, by=actor, now=now, save_words=words)
    put_job(session, OPEN_PAGE, {"payment_id": payment.id}, run_at=now, key=f"{OPEN_PAGE}:{payment.id}")
    return payment


def choose_bank(session: Session, actor: Actor, booking_id: str, *, now: datetime) -> PayPlan:
    """Pay by bank transfer, after the visits. Raises as `start_payment`."""
    booking, plan = _payable(session, actor, booking_id, now)
    for running in _on_pages(session, booking.id):
        _give_up(session, running, now)
    _choose(session, plan, Way.BANK, actor, now)
    return plan


def _payable(session: Session, actor: Actor, booking_id: str, now: datetime) -> tuple[Booking, PayPlan]:
    """A booking whose money the actor may commit, its plan held."""
    booking = bookings.booking(session, booking_id)
    person = payer_of(session, actor, booking.person_id, now)
    if not may_commit_money(session, actor, person, now):
        raise MoneyNotYours(who_may(session, person, Scope.SPEND, now))
    plan = queries.locked_plan(session, booking.id)
    if plan is None:
        raise NotPaidByCard
    if bookings.status_of(booking, now) in (BookingStatus.DECLINED, BookingStatus.EXPIRED):
        raise NothingToPay
    return booking, plan


def _on_pages(session: Session, booking_id: str) -> list[Payment]:
    return [one for one in queries.under_way(session, booking_id) if one.card_id is None]


def _choose(session: Session, plan: PayPlan, way: Way, actor: Actor, now: datetime) -> None:
    plan.way, plan.chosen_by, plan.chosen_at = way, actor.account_id, now
    session.add(plan)
    session.flush()


def _give_up(session: Session, payment: Payment, now: datetime) -> None:
    """The payer has turned to another way: nobody shall pay on the old page. A card that comes all the same goes back.

    The plan is held: nothing is learnt of the payment meanwhile.
    """
    payment.state = PaymentState.LAPSED
    session.add(payment)
    payment_not_taken(session, payment, now=now)
    close_page_later(session, payment, now=now)


def close_page_later(session: Session, payment: Payment, *, now: datetime) -> None:
    """The job that closes a page at Stripe."""
    put_job(session, CLOSE_PAGE, {"payment_id": payment.id}, run_at=now, key=f"{CLOSE_PAGE}:{payment.id}")


def payment_for(session: Session, actor: Actor, payment_id: str, *, now: datetime) -> Payment:
    """One payment, for whoever may see the person's money. Raises `NotFound`, `NotYourPerson`."""
    payment = queries.payment(session, payment_id)
    payer_of(session, actor, payment.person_id, now)
    return payment


def visits_changed(session: Session, visits: Sequence[Visit], *, now: datetime) -> None:
    """Something happened to these visits: their money is looked at, where a card or bank stands behind it."""
    for visit in visits:
        if queries.plan_of(session, visit.booking_id) is not None:
            wake(session, visit.id, now)

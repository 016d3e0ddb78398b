"""One visit of a side that was paid by card: its payment, the card that is kept, a refund, a bank transfer."""

from datetime import date, time, timedelta

from sqlmodel import Session

from market.bookings.rules import slot_on
from market.bookings.tables import Booking, Visit
from market.budgets import service as budgets
from market.budgets.rules import PotKind
from market.core.actor import System
from market.ledger import service as ledger
from market.ledger.service import Money
from market.payments.charging import write_payment
from market.payments.rules import MoveKind, Way, payer_account, visit_account
from market.payments.tables import BankPromise, Dispute, MoneyMove, PayPlan, RefundAsked, SavedCard
from market.people.tables import Account, Person
from providers.listings.tables import Listing
from providers.organisations.tables import Provider

DAY = date(2026, 12, 4)
BY = System("test")


def paid_visit(
    session: Session, person: Person, provider: Provider, listing: Listing, payer: Account
) -> dict[str, str]:
    """The ids of what was written, by the name that stands for them in addresses."""
    at, slot = person.made_at, slot_on(DAY, time(9), time(10))
    pot = budgets.open_pot(
        session, person.id, PotKind.OWN_MONEY, starts_on=DAY, ends_on=DAY + timedelta(days=90), now=at
    )
    booking = Booking(
        key=f"paid:{person.id}", person_id=person.id, provider_id=provider.id, listing_id=listing.id, pot_id=pot.id,
        asked_by=payer.id, title="Company", kind="companionship", arrangement="community", first_day=DAY, until_day=DAY,
        wall_start=slot.wall_start, wall_end=slot.wall_end, total_pence=1700, asked_at=at,
        answer_by=at + timedelta(days=1), accepted_at=at, last_end=slot.ends_at,
    )  # fmt: skip
    session.add(booking)
    session.flush()
    visit = Visit(
        booking_id=booking.id, person_id=person.id, provider_id=provider.id, listing_id=listing.id, title="Company",
        day=DAY, wall_start=slot.wall_start, wall_end=slot.wall_end, starts_at=slot.starts_at, ends_at=slot.ends_at,
        pot_id=pot.id, price_pence=1700,
    )  # fmt: skip
    card = SavedCard(
        person_id=person.id, pot_id=pot.id, account_id=payer.id, customer_ref="cus_1", method_ref="pm_1", make="visa",
        last_four="4242", ends="08/2030", words="I agree.", agreed_at=at,
    )  # fmt: skip
    session.add_all([visit, card])
    session.flush()
    plan = PayPlan(booking_id=booking.id, person_id=person.id, pot_id=pot.id, made_at=at)
    session.add(plan)
    session.flush()
    payment = write_payment(
        session, plan, {visit.id: 1700}, Way.CARD_NOW, payer.id, key=f"walk:{person.id}", by=BY, now=at
    )
    return {"payment_id": payment.id, "card_id": card.id, **_around(session, visit, payment.id, payer)}


def _around(session: Session, visit: Visit, payment_id: str, payer: Account) -> dict[str, str]:
    at, pot_id = visit.starts_at, visit.pot_id or ""
    why = Money(visit.id, f"refund:walk:{visit.id}", visit.person_id, pot_id, at, BY)
    hold = ledger.place_hold(session, visit_account(visit.id), payer_account(pot_id), 100, why)
    move = MoneyMove(
        kind=MoveKind.REFUND, visit_id=visit.id, payment_id=payment_id, person_id=visit.person_id, pot_id=pot_id,
        pence=100, hold_id=hold.id, made_at=at,
    )  # fmt: skip
    asked = RefundAsked(
        visit_id=visit.id, person_id=visit.person_id, pence=100, reason="Late.", asked_by=payer.id, asked_at=at,
        needs_second=True,
    )  # fmt: skip
    promise = BankPromise(
        reference=f"AL{visit.id[-8:]}", booking_id=visit.booking_id, person_id=visit.person_id, pot_id=pot_id,
        provider_id=visit.provider_id or "", lines={visit.id: 100}, pence=100, made_at=at, made_by=payer.id,
    )  # fmt: skip
    dispute = Dispute(id=f"dp_{visit.id}", payment_id=payment_id, pence=100, opened_at=at)
    session.add_all([move, asked, promise, dispute])
    session.flush()
    return {"dispute_id": dispute.id, "move_id": move.id, "asked_id": asked.id, "promise_id": promise.id}

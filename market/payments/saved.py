"""Keeping a card somebody agreed to, and keeping it no longer."""

from datetime import datetime

from sqlmodel import Session

from market.bookings import queries as bookings
from market.core.actor import Actor
from market.core.events import record
from market.core.jobs import put_job
from market.payments import queries
from market.payments.cards import CardSeen
from market.payments.errors import NoSuchPayment
from market.payments.rules import Way
from market.payments.settling.waking import wake
from market.payments.tables import Payment, SavedCard
from market.people.access import person_for
from market.people.rules import Scope

FORGET = "payments.forget_card"


def keep_card(session: Session, payment: Payment, seen: CardSeen, *, now: datetime) -> SavedCard:
    """The card of a payment is kept for the visits of its booking, with the words that were agreed to."""
    row = SavedCard(
        person_id=payment.person_id,
        pot_id=payment.pot_id,
        account_id=payment.asked_by,
        customer_ref=seen.customer_ref,
        method_ref=seen.method_ref,
        make=seen.make,
        last_four=seen.last_four,
        ends=seen.ends,
        words=payment.save_words,
        agreed_at=now,
    )
    session.add(row)
    session.flush()
    plan = queries.locked_plan(session, payment.booking_id)
    if plan is not None:
        plan.card_id = row.id
        session.add(plan)
    for visit in bookings.visits_of(session, payment.booking_id):
        wake(session, visit.id, now)  # each puts the job for its own day
    return row


def stop_card(session: Session, actor: Actor, card_id: str, *, now: datetime) -> SavedCard:
    """Charge this card no more, from this moment, and have Stripe forget it. Said twice it is done once.

    Who agreed to it may stop it, and so may whoever may spend the person's money. Raises `NotFound`, `NotYourPerson`.
    """
    card = queries.card(session, card_id)
    if card.account_id != actor.account_id:
        person_for(session, actor, card.person_id, Scope.SPEND, now)
    if card.stopped_at is not None:
        return card
    card.stopped_at, card.stopped_by = now, actor.account_id
    session.add(card)
    for plan in queries.plans_by_card(session, card.id):
        held = queries.locked_plan(session, plan.booking_id)
        if held is None:
            raise NoSuchPayment
        held.card_id, held.way = None, Way.UNCHOSEN
        session.add(held)
    record(session, "payment.card_stopped", at=now, by=actor, subject=card.id, person_id=card.person_id)
    put_job(session, FORGET, {"card_id": card.id}, run_at=now, key=f"{FORGET}:{card.id}")
    return card

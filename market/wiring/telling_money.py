"""Who is told what about money: receipts, what is still to pay, what went back, what needs a person."""

from datetime import datetime

from sqlmodel import Session

from bot.messages import Button, Reply
from bot.phrases import saying
from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.core.actor import Role
from market.core.jobs import Handler, Payload
from market.core.times import wall_day
from market.payments import queries
from market.payments.rules import PaymentState
from market.payments.tables import BankPromise, MoneyMove, Payment, RefundAsked
from market.people.access import staff_accounts
from market.people.rules import Scope
from market.people.tables import Authority
from market.wiring import seen
from market.wiring.recipients import Telling, authority_of, provider_name

OFFICERS = (Role.DIRECT_PAYMENTS_OFFICER,)
_BANKS_TAKE = "Banks take up to ten days to show it."


def _link(words: str, url: str) -> Button:
    return Button(words, "link", url=url)


def visits_words(session: Session, visit_ids: list[str], now: datetime) -> str:
    """ "Thursday 3 December, 9am to 10am" for one visit; "the first of four visits is on …" for several."""
    visits = sorted((bookings.visit(session, visit_id) for visit_id in visit_ids), key=lambda one: one.starts_at)
    first = _at(visits[0], now)
    return f"the visit {first}" if len(visits) == 1 else f"{saying.count(len(visits), 'visit')}, the first {first}"


def _at(visit: Visit, now: datetime) -> str:
    return saying.at_slot(seen.slot(visit), wall_day(now))


def _lines(session: Session, payment: Payment) -> list[str]:
    return [line.visit_id for line in queries.lines_of(session, payment.id)]


def requested(session: Session, payload: Payload, now: datetime) -> None:
    """A booking was agreed and is to be paid: whoever may commit the money is shown the way."""
    said = Telling(session, payload, now)
    booking, pence = said.booking, said.event.facts["pence"]
    text = (
        f"{provider_name(session, booking)} has said yes. There is {saying.money(pence)} to pay for {booking.title}. "
        "On this page you choose how."
    )
    reply = Reply(text, (_link("How to pay", f"/bookings/{booking.id}/pay"),))
    said.to_circle(booking.person_id, "payment.requested", reply, booking.id, scope=Scope.BOOK, also=booking.asked_by)


def received(session: Session, payload: Payload, now: datetime) -> None:
    """The receipt, in words."""
    said = Telling(session, payload, now)
    payment = queries.payment(session, said.event.subject)
    what = visits_words(session, _lines(session, payment), now)
    day = saying.plain_date(wall_day(payment.paid_at or now))
    text = f"Paid, thank you. On {day} we took {saying.money(payment.pence)} from your card for {what}."
    reply = Reply(text, (_link("See the receipt", f"/payments/{payment.id}"),))
    said.to_circle(
        payment.person_id, "payment.received", reply, payment.id, scope=Scope.SEE_MONEY, also=payment.asked_by
    )


def came_late(session: Session, payload: Payload, now: datetime) -> None:
    """A card succeeded when there was nothing to pay any more: both hear that it goes back by itself."""
    said = Telling(session, payload, now)
    payment = queries.payment(session, said.event.subject)
    booking = bookings.booking(session, payment.booking_id)
    text = (
        f"Your card was charged {saying.money(payment.pence)}, but the visits it was for are not booked any more. "
        f"All of it goes back to your card by itself. You need do nothing. {_BANKS_TAKE}"
    )
    link = _link("See how it stands", f"/payments/{payment.id}")
    said.to_accounts([payment.asked_by], "payment.came_late", Reply(text, (link,)), payment.id)
    words = (
        "A payment came for a request of yours that had run out or was called off. No visit is booked. "
        "The money goes back to the payer. You need do nothing."
    )
    work = _link("Your work", "/work")
    said.to_provider(booking.provider_id, "payment.came_late", Reply(words, (work,)), payment.id)


def not_taken(session: Session, payload: Payload, now: datetime) -> None:
    """A saved card did not pay. A page that was only left alone is no news."""
    said = Telling(session, payload, now)
    payment = queries.payment(session, said.event.subject)
    if payment.card_id is None or said.event.facts["state"] == PaymentState.LAPSED:
        return
    pence, what = saying.money(payment.pence), visits_words(session, _lines(session, payment), now)
    if said.event.facts["state"] == PaymentState.NEEDS_PAYER:
        text = (
            f"Your bank wants to know that it is really you before it pays {pence} for {what}. Please pay on this page."
        )
    else:
        text = f"Your bank said no to {pence} for {what}. Nothing was taken. Please pay with another card on this page."
    text += " The visit still stands."
    reply = Reply(text, (_link("Pay now", f"/bookings/{payment.booking_id}/pay"),))
    said.to_circle(payment.person_id, "payment.not_taken", reply, payment.id, scope=Scope.BOOK, also=payment.asked_by)


def refunded(session: Session, payload: Payload, now: datetime) -> None:
    """Money is on its way back to the card."""
    said = Telling(session, payload, now)
    move = session.get_one(MoneyMove, said.event.subject)
    payment = queries.payment(session, move.payment_id)
    what = visits_words(session, [move.visit_id], now)
    text = f"{saying.money(move.pence)} is on its way back to your card, for {what}. {_BANKS_TAKE}"
    reply = Reply(text, (_link("See the receipt", f"/payments/{payment.id}"),))
    said.to_circle(move.person_id, "payment.refunded", reply, payment.id, scope=Scope.SEE_MONEY, also=payment.asked_by)


def bank_said(session: Session, payload: Payload, now: datetime) -> None:
    """One side of a bank transfer has spoken: the other is asked."""
    said = Telling(session, payload, now)
    event = said.event
    promise = session.get_one(BankPromise, event.subject)
    pence = saying.money(event.facts["pence"])
    if event.name == "payment.bank_said_paid":
        text = f"{pence} was paid to you by bank transfer, they say. The reference is {promise.reference}. " + (
            "You have said another sum. Please ring them." if promise.arrived_pence else "Has it arrived?"
        )
        said.to_provider(
            promise.provider_id, event.name, Reply(text, (_link("Your money", "/work/money"),)), promise.id
        )
        return
    text = f"{pence} has arrived by bank transfer, with the reference {promise.reference}."
    short = promise.pence - event.facts["pence"]
    if event.name == "payment.bank_said_arrived":
        text += (
            " You have said another sum. Please ring them."
            if promise.paid_pence
            else " Please say that you paid it, so that the books are right."
        )
    elif short:
        text += f" {saying.money(short)} is still to be paid."
    reply = Reply(text, (_link("See it", f"/bookings/{promise.booking_id}/pay"),))
    said.to_circle(promise.person_id, event.name, reply, promise.id, scope=Scope.SEE_MONEY)


def bank_taken_back(session: Session, payload: Payload, now: datetime) -> None:
    """One side of a bank transfer has taken its word back: the other hears, so that nobody waits for what is not coming."""
    said = Telling(session, payload, now)
    event = said.event
    promise = session.get_one(BankPromise, event.subject)
    pence = saying.money(event.facts["pence"])
    if event.name == "payment.bank_paid_taken_back":
        text = f"They said by mistake that {pence} was paid to you. It is still to be paid. The reference is {promise.reference}."
        said.to_provider(
            promise.provider_id, event.name, Reply(text, (_link("Your money", "/work/money"),)), promise.id
        )
        return
    text = (
        f"They said by mistake that {pence} had arrived, with the reference {promise.reference}. It has not. "
        "If you paid it, please ring them."
    )
    reply = Reply(text, (_link("See it", f"/bookings/{promise.booking_id}/pay"),))
    said.to_circle(promise.person_id, event.name, reply, promise.id, scope=Scope.SEE_MONEY)


def refund_asked(session: Session, payload: Payload, now: datetime) -> None:
    """A refund above the limit waits for a second officer."""
    said = Telling(session, payload, now)
    asked = session.get_one(RefundAsked, said.event.subject)
    if asked.needs_second:
        to_officers(said, session, asked.person_id, "A refund waits for a second person to agree.", "/money-desk")


def said_wrong(session: Session, payload: Payload, now: datetime) -> None:
    """Somebody says that a visit was not as agreed: officers and the provider hear. No words of it travel."""
    said = Telling(session, payload, now)
    visit = said.visit
    lines = queries.lines_of_visit(session, visit.id)
    page = f"/money-desk/{lines[-1][1].id}" if lines else "/money-desk"
    to_officers(said, session, visit.person_id, "Somebody says that a visit was not as agreed.", page)
    text = f"We hold the money for the visit {_at(visit, now)}: they say that something was not as agreed. Please ring them."
    reply = Reply(text, (_link("The visit", f"/work/{visit.id}"),))
    said.to_provider(visit.provider_id or "", "visit.said_wrong", reply, visit.id)


def difference(session: Session, payload: Payload, now: datetime) -> None:
    """Who stands in costs more than was paid: whoever may commit the money is shown the way to pay the rest."""
    said = Telling(session, payload, now)
    visit, pence = said.visit, saying.money(said.event.facts["pence"])
    text = (
        f"{visit.who_comes} stands in for the visit {_at(visit, now)}. What you paid goes to them. "
        f"It costs {pence} more. Please pay the rest on this page."
    )
    reply = Reply(text, (_link("Pay the rest", f"/bookings/{visit.booking_id}/pay"),))
    booking = bookings.booking(session, visit.booking_id)
    said.to_circle(visit.person_id, "payment.difference", reply, visit.id, scope=Scope.BOOK, also=booking.asked_by)


def key_refused(session: Session, payload: Payload, now: datetime) -> None:
    """Stripe does not take our key: nobody who pays can help it, and officers hear once a day."""
    said = Telling(session, payload, now)
    words = (
        "Stripe does not take our key. No card is charged and nothing is sent until that is put right. Nothing is lost. "
        "Please ask whoever runs this website to look at the Stripe key."
    )
    said.to_desk(None, "payment.key_refused", Reply(words, (_link("Payments", "/money-desk"),)), roles=OFFICERS)


def books_differ(session: Session, payload: Payload, now: datetime) -> None:
    """Stripe and our books did not say the same last night."""
    said = Telling(session, payload, now)
    words = "Stripe and our books did not agree last night. Please look at what differs."
    reply = Reply(words, (_link("See what differs", "/money-desk"),))
    said.to_desk(None, "payment.books", reply, roles=OFFICERS)


def to_officers(said: Telling, session: Session, person_id: str, words: str, page: str) -> None:
    authority: Authority | None = authority_of(session, person_id)
    reply = Reply(words, (_link("Look at it", page),))
    said.to_accounts(_officers(session, authority, said.now), "payment.officer", reply, said.event.subject)


def _officers(session: Session, authority: Authority | None, now: datetime) -> list[str]:
    return [one.id for one in staff_accounts(session, authority.id if authority else None, OFFICERS, now)]


REACTIONS: dict[str, Handler] = {
    "payment.requested": requested,
    "payment.received": received,
    "payment.came_late": came_late,
    "payment.not_taken": not_taken,
    "payment.refunded": refunded,
    "payment.difference": difference,
    "payment.key_refused": key_refused,
    "payment.bank_said_paid": bank_said,
    "payment.bank_said_arrived": bank_said,
    "payment.bank_settled": bank_said,
    "payment.bank_paid_taken_back": bank_taken_back,
    "payment.bank_arrived_taken_back": bank_taken_back,
    "payment.refund_asked": refund_asked,
    "payment.books_differ": books_differ,
    "visit.said_wrong": said_wrong,
}

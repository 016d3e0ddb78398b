"""Paying for a booking: what there is to pay, by which way, on which page, and the receipt."""

from datetime import timedelta

from starlette.responses import Response

from market.bookings import queries as bookings
from market.bookings.rules import terms_from
from market.budgets import queries as pots
from market.budgets.rules import PotKind
from market.budgets.service import name_of
from market.core.errors import Refusal
from market.core.money import read_pounds
from market.payments import bank, queries
from market.payments.errors import CardsNotSetUp
from market.payments.paying import Bill, bill_for, choose_bank, payment_for, start_payment
from market.payments.rules import CARD_WORDS, PaymentState, Way
from market.payments.saved import stop_card
from market.payments.visit_money import say_wrong
from market.people.access import may, may_commit_money, person_for, who_may
from market.people.rules import Scope
from market.people.tables import Person
from market.web import guards
from market.web.ask import Ask
from market.web.booking.around import called
from market.web.page import GET, POST, Page
from market.web.paying.shown import WAY_WORDS, card_words, coming, receipt, transfer, visit_words
from market.wiring.terms_words import terms_words
from providers.organisations.queries import provider as provider_by_id

PAYERS = guards.customer_or_helper
_WAYS = {way.value: way for way in (Way.CARD_NOW, Way.CARD_EACH, Way.BANK)}
PATIENCE = timedelta(seconds=30)
"""How long a page asks again by itself for what is being opened, before it says that this takes too long."""
_SHOWN = (PaymentState.PAID, PaymentState.DECLINED, PaymentState.NEEDS_PAYER)


def pay(ask: Ask) -> Response:
    """What there is to pay, and how one would like to. With a way chosen, what that means, before anything is done."""
    return _pay(ask, ask.path["booking_id"])


def _pay(ask: Ask, booking_id: str) -> Response:
    bill = bill_for(ask.session, ask.me, booking_id, now=ask.now)
    person = person_for(ask.session, ask.me, bill.booking.person_id, Scope.SEE_VISITS, ask.now)
    way = _WAYS.get(ask.typed("way") or ask.query("way"))
    if bill.plan.way is Way.BANK and way is None:
        way = Way.BANK
    commits = may_commit_money(ask.session, ask.me, person, ask.now)
    return ask.page(
        "paying/pay.html",
        bill=bill,
        person=person,
        whose="you" if ask.me.person_id == person.id else called(person),
        provider=provider_by_id(ask.session, bill.booking.provider_id),
        lines=[(visit_words(due.visit), due.to_pay) for due in bill.to_pay],
        firsts=[(visit_words(due.visit), due.to_pay) for due in bill.first],
        way=way,
        takes_cards=ask.settings.takes_cards,
        pretend=ask.settings.money_is_pretend,
        card_words=CARD_WORDS,
        terms=terms_words(terms_from(bill.booking.cancel_terms)),
        commits=commits,
        who_may=() if commits else who_may(ask.session, person, Scope.SPEND, ask.now),
        coming=coming(bill),
        card=card_words(queries.card(ask.session, bill.plan.card_id)) if bill.plan.card_id else "",
        chosen=WAY_WORDS[bill.plan.way],
        transfers=[transfer(row) for row in queries.promises_of(ask.session, bill.booking.id)],
        by_bank=_by_bank(ask, bill),
        names=_names(ask, bill),
        use=_card_to_use(ask, bill.plan.pot_id, person),
    )


def _by_bank(ask: Ask, bill: Bill) -> dict[str, int]:
    """What is to be paid by bank now, to each provider: cover may have come from another."""
    sums: dict[str, int] = {}
    for due in bank.to_pay_by_bank(ask.session, bill.plan) if bill.plan.way is Way.BANK else ():
        provider_id = due.visit.provider_id or ""
        sums[provider_id] = sums.get(provider_id, 0) + due.to_pay
    return sums


def _pot_words(ask: Ask, pot_id: str) -> str:
    """Which money this is: a council's card is used for what the council pays, and one's own for the rest."""
    pot = pots.pot(ask.session, pot_id)
    return "" if pot is None else name_of(pot)


def _card_to_use(ask: Ask, pot_id: str, person: Person) -> str:
    """Which card to take: the council's for what the council pays, and one's own for one's own money."""
    pot = pots.pot(ask.session, pot_id)
    if pot is None or pot.kind is PotKind.OWN_MONEY:
        return "Use your own card." if ask.me.person_id == person.id else f"This is {called(person)}’s own money."
    return f"Use the card of: {name_of(pot)}."


def _names(ask: Ask, bill: Bill) -> dict[str, str]:
    ids = {due.visit.provider_id for due in bill.visits if due.visit.provider_id}
    return {provider_id: provider_by_id(ask.session, provider_id).name for provider_id in ids}


def start(ask: Ask) -> Response | Refusal:
    """Begin to pay in the chosen way. The sum is worked out here; what the page showed is only compared."""
    booking_id, way = ask.path["booking_id"], _WAYS.get(ask.typed("way"))
    if way is Way.BANK:
        choose_bank(ask.session, ask.me, booking_id, now=ask.now)
        return ask.go(f"/bookings/{booking_id}/pay", "You pay by bank transfer. Nothing is due before a visit is done.")
    if way is None or not ask.settings.takes_cards:
        return CardsNotSetUp()
    typed = ask.typed("seen_pence")
    seen = int(typed) if typed.isdigit() else -1
    agreed = bool(ask.ticked("agree"))
    payment = start_payment(ask.session, ask.me, booking_id, way, seen, agreed=agreed, now=ask.now)
    return ask.go(f"/payments/{payment.id}?to=card")


def payment(ask: Ask) -> Response:
    """Where one payment stands: on the way to the card page, waiting for the bank, or the receipt."""
    row = payment_for(ask.session, ask.me, ask.path["payment_id"], now=ask.now)
    booking, slow = bookings.booking(ask.session, row.booking_id), ask.now > row.made_at + PATIENCE
    to_card = ask.query("to") == "card"
    shown = ask.page(
        "paying/payment.html",
        receipt=receipt(ask.session, row),
        booking=booking,
        provider=provider_by_id(ask.session, booking.provider_id),
        to_card=to_card,
        way=WAY_WORDS[row.way],
        slow=slow,
        pot=_pot_words(ask, row.pot_id),
    )
    if row.state is PaymentState.WANTED and not slow:
        shown.headers["refresh"] = "1"
    elif row.state is PaymentState.OPEN and to_card:
        shown.headers["refresh"] = f"0; url={row.page_address}"
    elif row.state is PaymentState.OPEN:
        shown.headers["refresh"] = "3"
    return shown


def payments(ask: Ask) -> Response:
    """What was charged, when, for which visits, what comes next, and the cards that are kept."""
    person = person_for(ask.session, ask.me, ask.path["person_id"], Scope.SEE_MONEY, ask.now)
    plans = queries.plans_of_person(ask.session, person.id)
    bills = [bill_for(ask.session, ask.me, plan.booking_id, now=ask.now) for plan in plans]
    rows = queries.payments_of_person(ask.session, person.id, _SHOWN)
    mine = ask.me.person_id == person.id
    return ask.page(
        "paying/payments.html",
        person=person,
        title="Your payments" if mine else f"{called(person)}’s payments",
        receipts=[receipt(ask.session, row) for row in rows],
        to_pay=[bill for bill in bills if bill.waits_for_payer],
        coming=sorted((one for bill in bills for one in coming(bill)), key=lambda one: one.on),
        cards=[(card, card_words(card)) for card in queries.cards_of(ask.session, person.id)],
        banks=[bill for bill in bills if bill.plan.way is Way.BANK],
        may_spend=may(ask.session, ask.me, person, Scope.SPEND, ask.now),
        me=ask.me.account_id,
    )


def before_stopping(ask: Ask) -> Response:
    """What stopping a card means, before it is done."""
    card = queries.card(ask.session, ask.path["card_id"])
    if card.account_id != ask.me.account_id:
        person_for(ask.session, ask.me, card.person_id, Scope.SPEND, ask.now)
    return ask.page("paying/stop_card.html", card=card, words=card_words(card), person_id=card.person_id)


def stop(ask: Ask) -> Response:
    """This card is charged no more."""
    card = stop_card(ask.session, ask.me, ask.path["card_id"], now=ask.now)
    words = "We keep this card no longer. It is not charged again. Visits stay as they are: please choose how to pay."
    return ask.go(f"/people/{card.person_id}/payments", words)


def promise(ask: Ask) -> Response:
    """The exact sum and reference for a bank transfer."""
    bill = bill_for(ask.session, ask.me, ask.path["booking_id"], now=ask.now)
    bank.promise(ask.session, bill.plan, ask.typed("provider"), by=ask.me, now=ask.now)
    return ask.go(f"/bookings/{bill.booking.id}/pay")


def promise_paid(ask: Ask) -> Response:
    """The payer says that the bank transfer was made."""
    pence = read_pounds(ask.typed("amount")) or 0 if ask.typed("amount") else None
    row = bank.say_paid(ask.session, ask.me, ask.path["promise_id"], pence, now=ask.now)
    words = "Thank you. Both of you say so: it is settled."
    if row.settled_at is None:
        words = "Thank you. They said another sum: ring them." if row.arrived_at else "Thank you. We have told them."
    return ask.go(f"/bookings/{row.booking_id}/pay", words)


def promise_not_paid(ask: Ask) -> Response:
    """The payer had not paid after all: what they said is taken back."""
    row = bank.take_back_paid(ask.session, ask.me, ask.path["promise_id"], now=ask.now)
    return ask.go(
        f"/bookings/{row.booking_id}/pay", "Taken back. It is still to be paid, and we have told them.", "calm"
    )


def pay_by_bank(ask: Ask) -> Response:
    """Back to the booking that a bank transfer is for."""
    return _pay(ask, queries.promise(ask.session, ask.path["promise_id"]).booking_id)


def wrong(ask: Ask) -> Response:
    """A visit was not as agreed: its money waits for a person."""
    visit = say_wrong(ask.session, ask.me, ask.path["visit_id"], now=ask.now)
    return ask.go(
        f"/visits/{visit.id}", "Thank you for telling us. We hold the money, and a person looks into it.", "wait"
    )


ROUTES = [
    Page("/bookings/{booking_id}/pay", pay, PAYERS, GET, name="pay"),
    Page("/bookings/{booking_id}/pay", start, PAYERS, POST, name="start_payment", again=pay),
    Page("/bookings/{booking_id}/bank", promise, PAYERS, POST, name="promise_bank", again=pay),
    Page("/payments/{payment_id}", payment, PAYERS, GET, name="payment"),
    Page("/people/{person_id}/payments", payments, PAYERS, GET, name="payments"),
    Page("/cards/{card_id}/stop", before_stopping, PAYERS, GET, name="before_stopping_card"),
    Page("/cards/{card_id}/stop", stop, PAYERS, POST, name="stop_card"),
    Page("/bank/{promise_id}/paid", promise_paid, PAYERS, POST, name="bank_paid", again=pay_by_bank),
    Page("/bank/{promise_id}/not-paid", promise_not_paid, PAYERS, POST, name="bank_not_paid", again=pay_by_bank),
    Page("/visits/{visit_id}/wrong", wrong, PAYERS, POST, name="visit_wrong"),
]

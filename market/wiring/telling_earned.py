"""What providers are told about their money: on its way, fetched back, held, lost, and whether they can be paid."""

from datetime import datetime

from sqlmodel import Session

from bot.messages import Button, Reply
from bot.phrases import saying
from market.bookings import queries as bookings
from market.core.jobs import Handler, Payload
from market.payments import queries
from market.payments.rules import Bearer, DisputeState, MoveKind
from market.payments.tables import MoneyMove
from market.people.access import staff_accounts
from market.wiring.recipients import Telling
from market.wiring.telling_money import OFFICERS, to_officers, visits_words
from providers.organisations.queries import provider as provider_by_id

_MONEY = (Button("Your money", "link", url="/work/money"),)


def sent_on(session: Session, payload: Payload, now: datetime) -> None:
    """The provider hears that money is on its way, or was fetched back."""
    said = Telling(session, payload, now)
    move = session.get_one(MoneyMove, said.event.subject)
    pence, what = saying.money(move.pence), visits_words(session, [move.visit_id], now)
    text = f"{pence} is on its way to your bank, for {what}."
    if move.kind is MoveKind.REVERSAL:
        text = f"{pence} was taken back from what you were paid, for {what}: the payer was given it back."
    said.to_provider(move.provider_id or "", f"payment.{move.kind}", Reply(text, _MONEY), move.id)


def move_failed(session: Session, payload: Payload, now: datetime) -> None:
    """A person has to look; and who was to give money back owes it."""
    said = Telling(session, payload, now)
    move = session.get_one(MoneyMove, said.event.subject)
    words = {
        MoveKind.REFUND: "A refund did not go through.",
        MoveKind.TRANSFER: "A provider could not be paid.",
        MoveKind.REVERSAL: "Money could not be fetched back from a provider. It is taken from what they earn next.",
    }[move.kind]
    to_officers(said, session, move.person_id, words, f"/money-desk/{move.payment_id}")
    if move.kind is MoveKind.REVERSAL:
        _not_fetched(said, session, move)


def _not_fetched(said: Telling, session: Session, move: MoneyMove) -> None:
    what = visits_words(session, [move.visit_id], said.now)
    text = (
        f"The payer was given {saying.money(move.pence)} back, for {what}. You had been paid it already, so you owe it. "
        "We take it off what you are paid next. You need do nothing."
    )
    said.to_provider(move.provider_id or "", "payment.owed", Reply(text, _MONEY), move.id)


def netted(session: Session, payload: Payload, now: datetime) -> None:
    """Something of what a provider earned went against what they owed."""
    said = Telling(session, payload, now)
    event = said.event
    what, left = visits_words(session, [event.subject], now), event.facts["left"]
    text = f"{saying.money(event.facts['pence'])} of what you earned, for {what}, went against what you owed. "
    text += f"You still owe {saying.money(left)}." if left else "You owe nothing more."
    said.to_provider(event.provider_id or "", "payment.netted", Reply(text, _MONEY), event.subject)


def disputed(session: Session, payload: Payload, now: datetime) -> None:
    """A payer's bank has taken money back: officers hear, and every provider whose visits it was for."""
    said = Telling(session, payload, now)
    payment = queries.payment(session, said.event.subject)
    to_desk, to_provider = _DISPUTE_WORDS[DisputeState(said.event.facts.get("state") or DisputeState.OPEN)]
    to_officers(said, session, payment.person_id, to_desk, f"/money-desk/{payment.id}")
    visits = [bookings.visit(session, line.visit_id) for line in queries.lines_of(session, payment.id) if line.here]
    for provider_id in dict.fromkeys(visit.provider_id for visit in visits if visit.provider_id):
        said.to_provider(provider_id, "payment.disputed", Reply(to_provider, _MONEY), payment.id)


_DISPUTE_WORDS = {
    DisputeState.OPEN: (
        "A payer’s bank has asked for a payment back. Nothing is sent on until it is settled. Please look at it.",
        "A payer’s bank has asked for a payment back. We hold the money until the bank has decided. You need do nothing.",
    ),
    DisputeState.WON: (
        "A payer’s bank has decided: the payment stands. What was held goes on. You need do nothing.",
        "The payer’s bank has decided: the payment stands. What we held is sent to you. You need do nothing.",
    ),
    DisputeState.LOST: (
        "A payer’s bank has taken a payment back for good. If a visit was done, please say who bears it.",
        "The payer’s bank has taken a payment back for good. For visits that were done, somebody from the payments desk "
        "rings you. If visits are still to come, ask them to pay again before you go.",
    ),
}


def loss_decided(session: Session, payload: Payload, now: datetime) -> None:
    """An officer has said who bears what a bank took back."""
    said = Telling(session, payload, now)
    event = said.event
    pence, what = saying.money(event.facts["pence"]), visits_words(session, [event.subject], now)
    text = f"The payer’s bank took back {pence}, for {what}. We pay you all the same. You need do nothing."
    if event.facts["bearer"] == Bearer.PROVIDER:
        text = f"The payer’s bank took back {pence}, for {what}. It is not paid to you. If that is not right, ring us."
    said.to_provider(event.provider_id or "", "payment.loss", Reply(text, _MONEY), event.subject)


def account_changed(session: Session, payload: Payload, now: datetime) -> None:
    """A provider hears that they can be paid, or that they cannot, and what to do."""
    said = Telling(session, payload, now)
    event = said.event
    words = {
        "provider.account_ready": "You can be paid now. What you have earned goes to your bank two days after each visit.",
        "provider.account_stopped": "Stripe has stopped paying you for now. It wants to know something more of you. "
        "Press the button on your money page.",
        "provider.payout_failed": "Your bank did not take a payment to you. The money is safe. Please check your bank "
        "details: press the button on your money page. It is sent again once they are right.",
        "provider.payout_arrived": "A payment has reached your bank again. All is well, and you need do nothing.",
    }[event.name]
    said.to_provider(event.provider_id or "", event.name, Reply(words, _MONEY), event.subject)
    if event.name == "provider.payout_failed" and event.provider_id:
        _to_their_officers(said, session, event.provider_id)


def _to_their_officers(said: Telling, session: Session, provider_id: str) -> None:
    provider = provider_by_id(session, provider_id)
    words = "A provider’s bank did not take a pay-out. We have told them to check their bank details."
    reply = Reply(words, (Button("Look at it", "link", url="/money-desk"),))
    officers = staff_accounts(session, provider.authority_id, OFFICERS, said.now)
    said.to_accounts([one.id for one in officers], "payment.officer", reply, said.event.subject)


REACTIONS: dict[str, Handler] = {
    "payment.sent_on": sent_on,
    "payment.fetched_back": sent_on,
    "payment.move_failed": move_failed,
    "payment.netted": netted,
    "payment.disputed": disputed,
    "payment.dispute_ended": disputed,
    "payment.loss_decided": loss_decided,
    "provider.account_ready": account_changed,
    "provider.account_stopped": account_changed,
    "provider.payout_failed": account_changed,
    "provider.payout_arrived": account_changed,
}

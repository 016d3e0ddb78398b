"""What differs between Stripe and our books, one sentence each. Values in, sentences out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from market.core.money import Pence, pounds
from market.payments.cards import Everything
from market.payments.rules import MoveKind, MoveState, PaymentState


@dataclass(frozen=True)
class OurPayment:
    """A payment as our rows have it, what the ledger took for it, and what it has of Stripe's own fee."""

    id: str
    state: PaymentState
    pence: Pence
    in_ledger: Pence
    cost: Pence = 0


@dataclass(frozen=True)
class OurMove:
    """A refund, transfer or reversal as our rows have it, and what the ledger has for it."""

    id: str
    kind: MoveKind
    state: MoveState
    pence: Pence
    in_ledger: Pence


@dataclass(frozen=True)
class Ours:
    """What we believe, by our own ids; of `disputes`, by Stripe's, what the ledger has of Stripe's fee for each."""

    payments: Mapping[str, OurPayment]
    moves: Mapping[str, OurMove]
    disputes: Mapping[str, Pence]


TRIAL = "smoke_"
"""How our keys begin of what `alongside stripe-smoke` makes, perhaps in a test account that others use too."""


def without_trials(theirs: Everything) -> Everything:
    """All of it but what a trial made: that is nobody's money and stands in no book."""
    trials = {seen.charge_ref for seen in theirs.payments if seen.key.startswith(TRIAL)}
    return Everything(
        [seen for seen in theirs.payments if not seen.key.startswith(TRIAL)],
        [seen for seen in theirs.moves if not seen.key.startswith(TRIAL)],
        [seen for seen in theirs.disputes if seen.charge_ref not in trials],
    )


KIND_WORDS = {MoveKind.REFUND: "refund", MoveKind.TRANSFER: "transfer", MoveKind.REVERSAL: "reversal"}


def differences(ours: Ours, theirs: Everything) -> tuple[str, ...]:
    """Every difference, in a fixed order. None: Stripe, our rows and the ledger say the same."""
    return (*_payments(ours, theirs), *_moves(ours, theirs), *_disputes(ours, theirs), *_books(ours))


def _payments(ours: Ours, theirs: Everything) -> Iterator[str]:
    paid = [seen for seen in theirs.payments if seen.state is PaymentState.PAID]
    for seen in paid:
        mine = ours.payments.get(seen.key)
        if mine is None:
            yield f"Stripe took {pounds(seen.pence)} ({seen.intent_ref}) and we know nothing of it."
        elif mine.state is not PaymentState.PAID:
            yield f"Stripe took {pounds(seen.pence)} for payment {mine.id}, which we have as {mine.state}."
        elif mine.pence != seen.pence:
            yield f"Stripe took {pounds(seen.pence)} for payment {mine.id}; we have {pounds(mine.pence)}."
        elif mine.cost != seen.cost:
            yield _cost(f"payment {mine.id}", seen.cost, mine.cost)
    known = {seen.key for seen in paid}
    for mine in ours.payments.values():
        if mine.state is PaymentState.PAID and mine.id not in known:
            yield f"We have payment {mine.id} of {pounds(mine.pence)} as paid, and Stripe has not."
    for key, times in _twice([seen.key for seen in paid if seen.key]):
        yield f"Stripe took payment {key} {times} times."


def _moves(ours: Ours, theirs: Everything) -> Iterator[str]:
    done = [seen for seen in theirs.moves if seen.state is not MoveState.FAILED]
    for seen in done:
        mine, what = ours.moves.get(seen.key), KIND_WORDS[seen.kind]
        if mine is None:
            yield f"Stripe made a {what} of {pounds(seen.pence)} ({seen.outside_ref}) that we know nothing of."
        elif mine.state in (MoveState.WANTED, MoveState.FAILED):
            yield f"Stripe made the {what} {mine.id} of {pounds(seen.pence)}, which we have as {mine.state}."
        elif mine.pence != seen.pence:
            yield f"Stripe made the {what} {mine.id} of {pounds(seen.pence)}; we have {pounds(mine.pence)}."
    known = {seen.key for seen in done}
    for mine in ours.moves.values():
        if mine.state in (MoveState.SENT, MoveState.DONE) and mine.id not in known:
            yield f"We have the {KIND_WORDS[mine.kind]} {mine.id} of {pounds(mine.pence)} as made, and Stripe has not."
    for key, times in _twice([seen.key for seen in done if seen.key]):
        yield f"Stripe made {key} {times} times."


def _disputes(ours: Ours, theirs: Everything) -> Iterator[str]:
    for seen in theirs.disputes:
        if seen.id not in ours.disputes:
            yield f"A bank disputes {pounds(seen.pence)} ({seen.id}) and we know nothing of it."
        elif ours.disputes[seen.id] != seen.cost:
            yield _cost(f"dispute {seen.id}", seen.cost, ours.disputes[seen.id])


STRIPES_FEE = "Stripe’s own fee"
"""How a difference begins that is about what Stripe takes for itself. It may work that out hours after a charge."""


def _cost(what: str, theirs: Pence, mine: Pence) -> str:
    return f"{STRIPES_FEE} for {what} is {pounds(theirs)}; the ledger has {pounds(mine)}."


def _books(ours: Ours) -> Iterator[str]:
    for payment in ours.payments.values():
        owed = payment.pence if payment.state is PaymentState.PAID else 0
        if payment.in_ledger != owed:
            yield f"The ledger has {pounds(payment.in_ledger)} for payment {payment.id}, and it should be {pounds(owed)}."
    for move in ours.moves.values():
        owed = move.pence if move.state is MoveState.DONE else 0
        if move.in_ledger != owed:
            what = KIND_WORDS[move.kind]
            yield f"The ledger has {pounds(move.in_ledger)} for {what} {move.id}, and it should be {pounds(owed)}."


def _twice(keys: Sequence[str]) -> Iterator[tuple[str, int]]:
    for key in dict.fromkeys(keys):
        if (times := keys.count(key)) > 1:
            yield key, times

"""How one visit stands, read from the ledger and from what stands around it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlmodel import Session, col, select

from market.bookings import queries as bookings
from market.bookings.once import queries as once
from market.bookings.tables import Visit
from market.core.money import Pence
from market.ledger import queries as ledger
from market.ledger.rules import Kind, pot_account, provider_account
from market.ledger.tables import LedgerRow
from market.payments import queries
from market.payments.rules import (
    FAILED_TO_CHARGE,
    FEES_ACCOUNT,
    LOSSES_ACCOUNT,
    AccountState,
    DisputeState,
    MoveKind,
    MoveState,
    owed_account,
    visit_account,
)
from market.payments.settling.rules import Around, VisitMoney
from market.payments.tables import MoneyMove, PayPlan


def money_of(session: Session, visit: Visit) -> VisitMoney:
    """The sums of a visit, from its rows alone."""
    held, spent = _owed(session, visit)
    ours = visit_account(visit.id)
    flows = _Flows(ours, ledger.rows_of(session, ours))
    return VisitMoney(
        held=held,
        spent=spent,
        charged=flows.done_from("payer:"),
        charging=flows.all_from("payer:") - flows.done_from("payer:"),
        refunded=flows.all_to("payer:"),
        withdrawn=flows.all_to("disputed:") - flows.all_from("disputed:"),
        sent=sum(flows.all_to(theirs) - flows.all_from(theirs) for theirs in ("sent:", "owed:")),
        fee=flows.all_to(FEES_ACCOUNT) - flows.all_from(FEES_ACCOUNT),
        lost=_lost(session, visit),
        borne=flows.all_from(LOSSES_ACCOUNT) - flows.all_to(LOSSES_ACCOUNT),
        carried=flows.all_from("visit:") - flows.all_to("visit:"),
        by_bank=flows.keyed("bank:in:"),
    )


def _lost(session: Session, visit: Visit) -> Pence:
    """What banks took back for good of what was paid for a visit."""
    rows = select(LedgerRow.amount_pence).where(
        LedgerRow.cause == visit.id,
        col(LedgerRow.debit).startswith("disputed:"),
        col(LedgerRow.credit).startswith("payer:"),
    )
    return sum(session.exec(rows))


def goes_on_to(session: Session, failed: Visit) -> tuple[tuple[Visit, Pence], ...]:
    """The visits that money left over of a failed one pays for now, and how much each: the one that took on what
    is paid once, and who stands in, who alone is then told of what is short. Those that want nothing are among them, at nought."""
    left, found = money_of(session, failed).to_give_back, list[tuple[Visit, Pence]]()
    for after, most in _after(session, failed):
        pence = min(left, most)
        left -= pence
        found.append((after, pence))
    return tuple(found)


def _after(session: Session, failed: Visit) -> Iterator[tuple[Visit, Pence]]:
    """Each of them with the most it can want."""
    later = once.took_on_once(session, failed.id)
    if later is not None:
        yield later, min(later.once_pence, money_of(session, later).to_pay)
    instead = bookings.substitute_of(session, failed.id)
    if instead is not None and instead.provider_id is not None:
        yield instead, money_of(session, instead).to_pay


class _Flows:
    """What came to an account and left it, by the other side's first letters. What is under way counts, unless voided."""

    def __init__(self, ours: str, rows: Iterable[LedgerRow]) -> None:
        self._ours = ours
        self._rows = list(rows)

    def _sum(self, *, other: str, coming: bool, kinds: tuple[Kind, ...]) -> Pence:
        return sum(
            row.amount_pence
            for row in self._rows
            if row.kind in kinds
            and (row.credit if coming else row.debit) == self._ours
            and (row.debit if coming else row.credit).startswith(other)
        )

    def keyed(self, first: str) -> Pence:
        """What came under keys that begin so."""
        return sum(row.amount_pence for row in self._rows if row.key.startswith(first) and row.credit == self._ours)

    def done_from(self, other: str) -> Pence:
        return self._sum(other=other, coming=True, kinds=(Kind.POST, Kind.TRANSFER))

    def all_from(self, other: str) -> Pence:
        return self._all(other, coming=True)

    def all_to(self, other: str) -> Pence:
        return self._all(other, coming=False)

    def _all(self, other: str, *, coming: bool) -> Pence:
        put = self._sum(other=other, coming=coming, kinds=(Kind.HOLD, Kind.TRANSFER))
        return put - self._sum(other=other, coming=coming, kinds=(Kind.VOID,))


def _owed(session: Session, visit: Visit) -> tuple[Pence, Pence]:
    """What the pot still holds for a visit and what was spent on it, less what an officer gave back."""
    state = ledger.hold_state(session, visit.hold_id) if visit.hold_id else None
    if state is None or visit.provider_id is None or visit.pot_id is None:
        return 0, 0
    given = select(LedgerRow.amount_pence).where(
        LedgerRow.cause == visit.id,
        LedgerRow.debit == provider_account(visit.provider_id),
        LedgerRow.credit == pot_account(visit.pot_id),
        LedgerRow.kind == Kind.TRANSFER,
    )
    return state.open, state.posted - sum(session.exec(given))


def spent_at(session: Session, visit: Visit) -> datetime | None:
    """When a visit's money was spent: it was done, or called off at a charge."""
    if visit.hold_id is None:
        return None
    posted = select(LedgerRow.at).where(LedgerRow.hold_id == visit.hold_id, LedgerRow.kind == Kind.POST)
    return session.exec(posted.order_by(col(LedgerRow.at))).first()


def owed_by(session: Session, provider_id: str) -> Pence:
    """What a provider was sent, should give back, and could not be fetched."""
    return max(0, -ledger.balance(session, owed_account(provider_id)).allocated)


def netted_of(session: Session, visit: Visit) -> Pence:
    """What of a visit's money went against what its provider owed."""
    ours = visit_account(visit.id)
    return sum(row.amount_pence for row in ledger.rows_of(session, ours) if row.key.startswith("netted:"))


def around(session: Session, visit: Visit, plan: PayPlan, fee_points: int) -> Around:
    """What the rule looks at beside the sums."""
    lines = queries.lines_of_visit(session, visit.id)
    moves = queries.moves_of_visit(session, visit.id)
    account = queries.account_of(session, visit.provider_id) if visit.provider_id else None
    tried = [payment for _, payment in lines if payment.card_id is not None and payment.card_id == plan.card_id]
    disputes = queries.disputes_of(session, [payment.id for _, payment in lines])
    return Around(
        way=plan.way,
        starts_at=visit.starts_at,
        fee_points=fee_points,
        spent_at=spent_at(session, visit),
        has_card=plan.card_id is not None,
        charge_failed=bool(tried) and tried[-1].state in FAILED_TO_CHARGE,
        card_doubted=queries.is_doubted(session, plan.booking_id),
        other_charging=_other_charging(session, visit),
        provider_ready=account is not None and account.state is AccountState.READY,
        provider_owes=owed_by(session, visit.provider_id) if visit.provider_id else 0,
        dispute_open=any(one.state is DisputeState.OPEN for one in disputes),
        said_wrong=visit.disputed_at is not None,
        refund_failed=_failed(moves, MoveKind.REFUND),
        sending_failed=_failed(moves, MoveKind.TRANSFER),
    )


def _other_charging(session: Session, visit: Visit) -> bool:
    """Whether the visit is being charged from which money comes to this one: whose place it takes, or whose sum paid once."""
    before = [one for one in (visit.instead_of, visit.once_from) if one is not None]
    return any(money_of(session, bookings.visit(session, one)).charging > 0 for one in before)


def _failed(moves: Iterable[MoneyMove], kind: MoveKind) -> bool:
    """Whether one failed that nobody has looked at: a person does, before it is tried again."""
    return any(m.kind is kind and m.state is MoveState.FAILED and m.looked_past_at is None for m in moves)

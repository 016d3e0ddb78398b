"""Two at once on one payment, one visit or one provider's debt: first the race with the lock off, then the lock that stops it.

SQLite takes one writer at a time, so the controls are seen on PostgreSQL alone; the rules hold on both.
"""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from market.bookings import queries as bookings
from market.bookings.tables import Visit
from market.bookings.visiting import cancel_visit
from market.core.errors import Refusal
from market.payments import queries
from market.payments.learning import payment_learnt
from market.payments.paying import bill_for, start_payment
from market.payments.refunding import agree_refund, ask_refund, refuse_refund
from market.payments.rules import DISPUTE_WINDOW, MoveKind, PaymentState, Way
from market.payments.settling.reading import owed_by
from market.payments.settling.service import look
from market.payments.tables import PaidAccount, Payment, PayPlan, RefundAsked
from tests.payments.conftest import pretend, stripe_cards, stripe_server, town  # noqa: F401  (fixtures)
from tests.payments.test_flows import check_books
from tests.payments.test_paying_out import give_back, owed, paid_and_sent
from tests.payments.town import Town

WAIT, PATIENCE = 1.0, 20.0
"""Seconds that one waits for the other: a moment where the other cannot come, longer in a control, where it comes late at most."""


class Meeting:
    """Where two transactions meet in the middle: both have looked before either goes on."""

    def __init__(self, *, locked: bool) -> None:
        self._both = threading.Barrier(2)
        self._patience = WAIT if locked else PATIENCE
        self.met = 0

    def __call__(self) -> None:
        try:
            self._both.wait(timeout=WAIT if self.met else self._patience)
            self.met += 1
        except threading.BrokenBarrierError:
            pass


def at_once(*acts: Callable[[], object]) -> list[Exception]:
    """All of these in threads of their own. What was refused."""
    refused: list[Exception] = []

    def run(act: Callable[[], object]) -> None:
        try:
            act()
        except Refusal as refusal:
            refused.append(refusal)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused


def lock_off(monkeypatch: pytest.MonkeyPatch, name: str, table: type[Any], meet: Callable[[], None]) -> None:
    """The row is looked at and not held, and both look before either goes on."""

    def looked(session: Session, row_id: str) -> Any:
        row = session.get(table, row_id, populate_existing=True)
        meet()
        return row

    monkeypatch.setattr(queries, name, looked)


def lock_on(monkeypatch: pytest.MonkeyPatch, name: str, meet: Callable[[], None]) -> None:
    """The row is held as it is meant to be; whoever holds it waits a moment for the other, who cannot come."""
    real = getattr(queries, name)

    def held(session: Session, row_id: str) -> Any:
        row = real(session, row_id)
        meet()
        return row

    monkeypatch.setattr(queries, name, held)


def race(town: Town, monkeypatch: pytest.MonkeyPatch, name: str, table: type[Any], *, locked: bool) -> Meeting:  # noqa: F811
    if not locked and town.database.is_sqlite:
        pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")
    meeting = Meeting(locked=locked)
    if locked:
        lock_on(monkeypatch, name, meeting)
    else:
        lock_off(monkeypatch, name, table, meeting)
    return meeting


def meet_again(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Both have read this too before either goes on."""
    meeting, real = Meeting(locked=False), getattr(queries, name)

    def looked(*args: Any) -> Any:
        rows = real(*args)
        meeting()
        return rows

    monkeypatch.setattr(queries, name, looked)


LOCKED = pytest.mark.parametrize("locked", [False, True], ids=["control", "locked"])


@LOCKED
def test_two_presses_at_once_make_one_payment(town: Town, monkeypatch: pytest.MonkeyPatch, locked: bool) -> None:  # noqa: F811
    booking, now = town.book(days=("TH",), weeks=1), town.clock.now()
    meeting = race(town, monkeypatch, "locked_plan", PayPlan, locked=locked)
    if not locked:
        meet_again(monkeypatch, "under_way")  # else one may have finished before the other looks at what is under way
    made: list[str] = []

    def press(way: Way) -> None:
        with town.database.write() as session:
            bill = bill_for(session, town.payer, booking.id, now=now)
            pence = bill.at_first if way is Way.CARD_EACH else bill.in_all
            made.append(start_payment(session, town.payer, booking.id, way, pence, agreed=True, now=now).id)

    broken = []

    def tab(way: Way) -> None:
        try:
            press(way)
        except Exception as trouble:
            if isinstance(trouble, Refusal):
                raise
            broken.append(trouble)

    at_once(lambda: tab(Way.CARD_NOW), lambda: tab(Way.CARD_EACH))
    with town.database.read() as session:
        rows = session.exec(select(Payment)).all()
    open_now = [row for row in rows if row.state is PaymentState.WANTED]
    if locked:
        assert len(open_now) == 1
        assert broken == []
    else:
        assert meeting.met == 2
        assert broken or len(open_now) == 2  # the key that both chose broke one of them, or both stand open


@LOCKED
def test_two_workers_at_one_visits_money_send_one_refund(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    booking, now = town.book(), town.clock.now()
    (visit,) = town.visits(booking)
    town.pay(booking)
    with town.database.write() as session:
        cancel_visit(session, town.payer, visit.id, 0, now=now)
    if not locked:
        if town.database.is_sqlite:
            pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")
        monkeypatch.setattr(queries, "locked_plan", lambda session, row_id: session.get(PayPlan, row_id))
        monkeypatch.setattr(bookings, "locked_visit", lambda session, row_id: session.get(Visit, row_id))
    meeting, real = Meeting(locked=locked), queries.disputes_of

    def looked(session: Session, payment_ids: list[str]) -> Any:
        meeting()  # the sums have been read by now, and nothing is written yet
        return real(session, payment_ids)

    monkeypatch.setattr(queries, "disputes_of", looked)

    def work() -> None:
        with town.database.write() as session:
            look(session, visit.id, fee_points=0, now=now)

    at_once(work, work)
    refunds = [one for one in town.moves() if one.kind is MoveKind.REFUND]
    assert len(refunds) == (1 if locked else 2)
    assert (
        meeting.met > 0
    ) is not locked  # both looked before either wrote; how often the sums are read does not matter


def let_visits_go(town: Town, monkeypatch: pytest.MonkeyPatch, *, locked: bool) -> None:  # noqa: F811
    """In the control a visit is looked at and not held."""
    if locked:
        return
    if town.database.is_sqlite:
        pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")
    monkeypatch.setattr(bookings, "locked_visit", lambda session, row_id: session.get(Visit, row_id))


@LOCKED
def test_two_officers_who_give_back_at_once_never_give_more_than_was_paid(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    now = town.clock.now()
    let_visits_go(town, monkeypatch, locked=locked)
    meeting, real = Meeting(locked=locked), queries.refunds_waiting

    def looked(session: Session, person_ids: list[str]) -> Any:
        meeting()  # what was paid is known by now, and nothing is written yet
        return real(session, person_ids)

    monkeypatch.setattr(queries, "refunds_waiting", looked)

    def give(number: int) -> None:
        with town.database.write() as session:
            ask_refund(session, town.officers[number], visit.id, 1000, "Late.", limit=5000, now=now)

    refused = at_once(lambda: give(0), lambda: give(1))
    given = -town.account_balance("provider:") + 1700
    if locked:
        assert len(refused) == 1
        assert given == 1000
        town.settle()
        assert [one.pence for one in town.moves() if one.kind is MoveKind.REFUND] == [1000]
        check_books(town)
    else:
        assert meeting.met == 2
        assert refused == []
        assert given == 2000  # more than was paid


def refund_waits(here: Town) -> RefundAsked:
    """A visit was paid and done, and an officer asks for a sum to go back that a second one must agree to."""
    booking = here.book()
    (visit,) = here.visits(booking)
    here.pay(booking)
    here.done(visit)
    with here.database.write() as session:
        return ask_refund(session, here.officers[0], visit.id, 1200, "Late.", limit=1000, now=here.clock.now())


@LOCKED
def test_one_refund_that_is_agreed_to_and_refused_at_once_is_one_or_the_other(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    asked = refund_waits(town)
    now = town.clock.now()
    meeting = race(town, monkeypatch, "refund_asked", RefundAsked, locked=locked)

    def agree() -> None:
        with town.database.write() as session:
            agree_refund(session, town.officers[1], asked.id, limit=1000, now=now)

    def refuse() -> None:
        with town.database.write() as session:
            refuse_refund(session, town.officers[0], asked.id, now=now)

    at_once(agree, refuse)
    monkeypatch.undo()
    with town.database.read() as session:
        row = session.get_one(RefundAsked, asked.id)
    if locked:
        assert (row.agreed_at is None) is not (row.refused_at is None)
        town.settle()
        assert [one.pence for one in town.moves()] == ([1200] if row.agreed_at else [])
        check_books(town)
    else:
        assert meeting.met == 2
        assert row.agreed_at is not None
        assert row.refused_at is not None  # both: the money goes back, and the books say that it was refused


@LOCKED
def test_one_refund_that_is_agreed_to_twice_at_once_goes_back_once(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    asked = refund_waits(town)
    now = town.clock.now()
    meeting = race(town, monkeypatch, "refund_asked", RefundAsked, locked=locked)
    let_visits_go(town, monkeypatch, locked=locked)
    broken = []

    def agree() -> None:
        try:
            with town.database.write() as session:
                agree_refund(session, town.officers[1], asked.id, limit=1000, now=now)
        except IntegrityError as trouble:
            broken.append(trouble)

    at_once(agree, agree)
    if locked:
        assert broken == []
        assert town.happened("payment.refund_agreed") == 1
        town.settle()
        assert [one.pence for one in town.moves()] == [1200]
        check_books(town)
    else:
        assert meeting.met == 2
        # Money has a key that makes it once, whatever is not held: one of the two breaks on it, or agrees a second time.
        assert broken or town.happened("payment.refund_agreed") == 2


@LOCKED
def test_what_a_provider_owes_is_netted_once_by_two_workers_at_two_visits(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    account = town.set_up_terry()
    first = paid_and_sent(town)
    town.served.pretend.bank.things[account]["_empty"] = True
    give_back(town, first, 1700)
    others = []
    for _ in range(2):
        booking = town.book()
        town.pay(booking)
        others.append(town.visits(booking)[0])
    for visit in others:
        town.done(visit)
    assert owed(town) == 1700
    town.clock.move(DISPUTE_WINDOW)
    now = town.clock.now()
    meeting = race(town, monkeypatch, "locked_account", PaidAccount, locked=locked)

    def work(visit: Visit) -> None:
        with town.database.write() as session:
            look(session, visit.id, fee_points=0, now=now)

    at_once(*(lambda visit=one: work(visit) for one in others))
    with town.database.read() as session:
        left = owed_by(session, town.terry.id)
    assert left == 0
    taken = town.account_balance("owed:")
    if locked:
        assert taken == 0
        town.settle()
        check_books(town)
    else:
        assert meeting.met == 2
        assert taken == 1700  # more was taken than they owed


@LOCKED
def test_a_card_that_pays_while_the_payer_turns_to_another_way_is_never_forgotten(
    town: Town,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    locked: bool,
) -> None:
    """The news of the page and the press of the button come at the same moment."""
    now = town.clock.now()
    booking = town.book(days=("TH",), weeks=1)
    payment = town.start(booking)
    assert payment.page_ref
    town.served.pretend.bank.pay_page(payment.page_ref, "accepted")
    seen = town.cards.payment(page_ref=payment.page_ref)
    if not locked:
        if town.database.is_sqlite:
            pytest.skip("SQLite takes one writer at a time, so the race cannot be had there")
        monkeypatch.setattr(queries, "locked_plan", lambda session, row_id: session.get(PayPlan, row_id))
    meeting, under_way, locked_payment = Meeting(locked=locked), queries.under_way, queries.locked_payment
    news_is_kept = threading.Event()

    def pressed(session: Session, booking_id: str) -> Any:
        found = under_way(session, booking_id)
        meeting()  # the page is still open as far as the payer's press knows
        if not locked:
            news_is_kept.wait(PATIENCE)  # the worse order of the two: the press writes last, from what it knew before
        return found

    def learnt(session: Session, payment_id: str) -> Any:
        row = locked_payment(session, payment_id)
        meeting()
        return row

    monkeypatch.setattr(queries, "under_way", pressed)
    monkeypatch.setattr(queries, "locked_payment", learnt)

    def press() -> None:
        with town.database.write() as session:
            bill = bill_for(session, town.payer, booking.id, now=now)
            start_payment(session, town.payer, booking.id, Way.CARD_EACH, bill.at_first, agreed=True, now=now)

    def learn() -> None:
        with town.database.write() as session:
            payment_learnt(session, seen, now=now)
        news_is_kept.set()

    at_once(press, learn)
    monkeypatch.undo()
    if not locked:
        assert meeting.met == 2
        assert town.payment(payment.id).state is PaymentState.LAPSED  # the card paid, and our row says that it did not
        return
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    assert sum(town.money(visit).kept for visit in town.visits(booking)) == 3400
    town.later(timedelta(hours=2))
    town.sweep()
    assert town.stripe_balance() == town.ledger_balance()

"""Bad input and attacks: forged, old and foreign webhooks, sums from the browser, other people's links, double presses."""

import json
from datetime import timedelta

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from market.app import create_app
from market.bookings.errors import MoneyNotYours
from market.core.actor import Role
from market.core.tables import JobRow
from market.payments.errors import MoreThanPaid, NotFromStripe, SecondPersonNeeded, ToPayChanged
from market.payments.paying import bill_for, payment_for, start_payment
from market.payments.pretend.server import signed
from market.payments.queries import cards_of
from market.payments.refunding import agree_refund, ask_refund
from market.payments.rules import PaymentState, Way
from market.payments.saved import stop_card
from market.payments.tables import HeardEvent, Payment
from market.people.errors import NotYourPerson
from market.people.rules import Scope
from tests.factories import county
from tests.payments.town import Town


@pytest.fixture
def caller(town: Town) -> TestClient:
    """Whoever calls the webhook's address."""
    return TestClient(create_app(town.settings, town.database, town.clock, raises=True))


def letter(name: str = "payment_intent.succeeded", **more: object) -> bytes:
    thing = {"id": "pi_1", "object": "payment_intent"}
    event = {"id": "evt_1", "object": "event", "type": name, "created": 1, "livemode": False, "data": {"object": thing}}
    return json.dumps(event | more).encode()


def call(caller: TestClient, body: bytes, signature: str) -> int:
    return caller.post("/stripe", content=body, headers={"stripe-signature": signature}).status_code


def kept(town: Town) -> tuple[int, int]:
    with town.database.read() as session:
        jobs = select(JobRow).where(JobRow.kind == "payments.hear")
        return len(session.exec(select(HeardEvent)).all()), len(session.exec(jobs).all())


def test_a_webhook_is_answered_at_once_and_kept_once_however_often_it_comes(town: Town, caller: TestClient) -> None:
    body = letter()
    signature = signed(body, town.clock.now().timestamp())
    assert [call(caller, body, signature) for _ in range(3)] == [200, 200, 200]
    assert kept(town) == (1, 1)


def test_a_forged_a_changed_an_old_and_an_early_webhook_are_told_nothing(town: Town, caller: TestClient) -> None:
    body, now = letter(), town.clock.now().timestamp()
    for bad in (
        "",
        "nonsense",
        "t=,v1=",
        signed(body, now, secret="whsec_somebody_elses"),
        signed(body + b" ", now),
        signed(body, now - 301),
        signed(body, now + 301),
    ):
        assert call(caller, body, bad) == 400
    assert kept(town) == (0, 0)


def test_a_webhook_of_real_money_is_not_taken_where_keys_are_for_trying(town: Town, caller: TestClient) -> None:
    body = letter(livemode=True)
    assert call(caller, body, signed(body, town.clock.now().timestamp())) == 400


def test_a_webhook_about_an_account_that_is_none_of_ours_is_not_kept(town: Town, caller: TestClient) -> None:
    body = letter("payout.failed", account="acct_of_another_platform")
    assert call(caller, body, signed(body, town.clock.now().timestamp())) == 200
    assert kept(town) == (0, 0)


def test_signed_words_that_are_no_event_are_not_understood(town: Town) -> None:
    for body in (b"", b"[]", b"{}", b'{"livemode": false}', b"\xff\xfe", b'{"livemode": false, "object": "event"}'):
        with pytest.raises(NotFromStripe):
            town.cards.read_webhook(body, signed(body, town.clock.now().timestamp()), town.clock.now())


def test_a_webhook_cannot_say_that_something_is_paid_which_stripe_does_not_have_as_paid(town: Town) -> None:
    payment = town.start(town.book())
    lie = {"id": payment.page_ref, "object": "checkout.session", "payment_status": "paid", "status": "complete"}
    town.served.pretend.bank.tell("checkout.session.completed", lie)
    town.settle()
    assert town.payment(payment.id).state is PaymentState.OPEN


def test_the_sum_is_worked_out_here_whatever_the_browser_says(town: Town) -> None:
    booking = town.book()
    for seen in (0, 1, 1699, -1700):
        with pytest.raises(ToPayChanged), town.database.write() as session:
            start_payment(session, town.payer, booking.id, Way.CARD_NOW, seen, agreed=True, now=town.clock.now())
    with town.database.read() as session:
        assert session.exec(select(Payment)).all() == []


def test_somebody_elses_booking_payment_and_card_are_not_theirs_to_see_or_use(town: Town) -> None:
    booking = town.book(days=("TH",))
    payment = town.pay(booking, way=Way.CARD_EACH)
    now = town.clock.now()
    with town.database.write() as session:
        other = county.person(session, "Walter Pym", now)
        stranger = county.actor(session, Role.CUSTOMER_SELF_FUNDER, "Walter Pym", now, person_id=other.id)
        helper = county.actor(session, Role.SUPPORTER, "Jean Pym", now)
        county.consent(session, other, helper, now)
    with town.database.read() as session:
        (card,) = cards_of(session, town.nell.id)
    for who in (stranger, helper):
        for attempt in (
            lambda s, a: bill_for(s, a, booking.id, now=now),
            lambda s, a: payment_for(s, a, payment.id, now=now),
            lambda s, a: stop_card(s, a, card.id, now=now),
            lambda s, a: start_payment(s, a, booking.id, Way.CARD_NOW, 1700, agreed=True, now=now),
        ):
            with pytest.raises(NotYourPerson), town.database.write() as session:
                attempt(session, who)


def test_a_supporter_pays_only_within_their_grant_and_all_three_stand_on_the_payment(town: Town) -> None:
    booking, now = town.book(), town.clock.now()
    with town.database.write() as session:
        watcher = county.actor(session, Role.SUPPORTER, "Only Looks", now)
        county.consent(session, town.nell, watcher, now, Scope.SEE_VISITS, Scope.SEE_MONEY)
        daughter = county.actor(session, Role.SUPPORTER, "Books For Her", now)
        county.consent(session, town.nell, daughter, now, Scope.SEE_VISITS, Scope.BOOK)
    with pytest.raises(MoneyNotYours), town.database.write() as session:
        start_payment(session, watcher, booking.id, Way.CARD_NOW, 1700, agreed=True, now=now)
    with town.database.write() as session:
        payment = start_payment(session, daughter, booking.id, Way.CARD_NOW, 1700, agreed=True, now=now)
    assert (payment.person_id, payment.asked_by, payment.pot_id) == (town.nell.id, daughter.account_id, town.pot.id)


def test_an_officer_cannot_give_back_more_than_was_paid_nor_cut_one_large_refund_into_small_ones(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    first, second = town.officers
    now = town.clock.now()
    with pytest.raises(MoreThanPaid), town.database.write() as session:
        ask_refund(session, first, visit.id, 1701, "All.", limit=5000, now=now)
    with town.database.write() as session:
        assert not ask_refund(session, first, visit.id, 600, "Part.", limit=1000, now=now).needs_second
        again = ask_refund(session, first, visit.id, 600, "More.", limit=1000, now=now)
        assert again.needs_second
    with pytest.raises(SecondPersonNeeded), town.database.write() as session:
        agree_refund(session, first, again.id, limit=1000, now=now)
    with pytest.raises(MoreThanPaid), town.database.write() as session:
        ask_refund(session, second, visit.id, 501, "And more.", limit=1000, now=now)


def test_an_officer_of_another_council_gives_nothing_back(town: Town) -> None:
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    now = town.clock.now()
    with town.database.write() as session:
        elsewhere = county.authority(session, "Another council", council_codes=["X"])
        officer = county.actor(session, Role.DIRECT_PAYMENTS_OFFICER, "Far Away", now, authority_id=elsewhere.id)
    with pytest.raises(NotYourPerson), town.database.write() as session:
        ask_refund(session, officer, visit.id, 100, "So.", limit=5000, now=now)


def test_an_event_that_came_before_its_payment_is_heard_again(town: Town) -> None:
    """A dispute can be told of before the answer to our own asking was written down."""
    payment = town.start(town.book())
    assert payment.page_ref
    town.served.pretend.bank.pay_page(payment.page_ref, "disputed")
    bank = town.served.pretend.bank
    first = [body for body in bank.waiting if b"charge.dispute" in body]
    rest = [body for body in bank.waiting if body not in first]
    bank.waiting = first
    town.settle()
    assert town.happened("payment.disputed") == 0
    bank.waiting = rest
    town.settle()
    assert town.payment(payment.id).state is PaymentState.PAID
    town.later(timedelta(minutes=5))
    town.sweep()
    assert town.happened("payment.disputed") == 1
    assert town.differences() == ()

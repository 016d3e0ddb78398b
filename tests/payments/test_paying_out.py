"""Pay-outs that fail and are made again, and what a provider owes: said in words, netted from what they earn next."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette

from market.bookings.tables import Visit
from market.payments import queries
from market.payments.refunding import ask_refund, try_again
from market.payments.rules import DISPUTE_WINDOW, MoveKind, MoveState
from market.payments.settling.reading import owed_by
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books
from tests.payments.town import Town


@pytest.fixture
def app(town: Town) -> Starlette:
    return town.open_door()


def paid_and_sent(town: Town) -> Visit:
    """A visit that was paid, done and sent on."""
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    return visit


def give_back(town: Town, visit: Visit, pence: int) -> None:
    with town.database.write() as session:
        ask_refund(session, town.officers[0], visit.id, pence, "He left early.", limit=5000, now=town.clock.now())
    town.settle()


def owed(town: Town) -> int:
    with town.database.read() as session:
        return owed_by(session, town.terry.id)


def sent_in_all(town: Town) -> int:
    return sum(int(str(one["amount"])) - int(str(one["amount_reversed"])) for one in town.at_stripe("transfer"))


def test_a_pay_out_that_failed_is_said_to_the_provider_and_to_staff_and_one_made_later_clears_it(
    town: Town, app: Starlette
) -> None:
    account = town.set_up_terry()
    paid_and_sent(town)
    town.behind(account, "fail_payout")
    provider, officer = browser_of(town, app, town.terry_signed_in), browser_of(town, app, town.officers[0])
    shown = provider.get("/work/money").text
    assert "Please check your bank details with Stripe" in shown
    assert "Check my bank details" in shown
    assert "The bank of Terry Holwill did not take a pay-out" in officer.get("/money-desk").text
    (letter,) = town.told("provider.payout_failed")
    assert "Please check your bank details" in letter.text
    assert len(town.told("payment.officer")) == 2
    town.later(timedelta(days=1))
    town.behind(account, "pay_out")
    assert "Your bank said no" not in provider.get("/work/money").text
    assert "did not take a pay-out" not in officer.get("/money-desk").text
    assert len(town.told("provider.payout_arrived")) == 1


def test_news_of_pay_outs_ends_the_same_in_whatever_order_it_comes(town: Town, app: Starlette) -> None:
    account = town.set_up_terry()
    bank = town.served.pretend.bank
    bank.pay_out(account, arrives=False)
    town.clock.move(timedelta(days=1))
    town.served.clock.set(town.clock.now())
    bank.pay_out(account)
    bank.waiting.reverse()
    bank.waiting += bank.waiting
    town.settle()
    with town.database.read() as session:
        row = queries.account_of(session, town.terry.id)
        assert row is not None
        assert row.payout_failed_at is None
    assert town.told("provider.payout_failed") == []


def test_what_cannot_be_fetched_back_is_owed_and_netted_from_the_next_visits(town: Town, app: Starlette) -> None:
    account = town.set_up_terry()
    first = paid_and_sent(town)
    town.served.pretend.bank.things[account]["_empty"] = True
    give_back(town, first, 1000)
    assert owed(town) == 1000
    check_books(town)
    shown = browser_of(town, app, town.terry_signed_in).get("/work/money").text
    assert "You owe £10" in shown
    assert "we take it off what you are paid next" in shown
    assert "so you owe it" in town.told("payment.owed")[0].text
    desk = browser_of(town, app, town.officers[0])
    assert "It is taken from what they earn next" in desk.get("/money-desk").text
    paid_and_sent(town)
    assert owed(town) == 0
    assert sent_in_all(town) == 1700 + 700  # what was earned in all: £7 of the first visit, and £17
    assert [one.kind for one in town.moves() if one.state is MoveState.DONE].count(MoveKind.REVERSAL) == 0
    shown = browser_of(town, app, town.terry_signed_in).get("/work/money").text
    assert "You owe" not in shown
    assert "£10 of it went against what you owed" in shown
    assert "You owe nothing more" in town.told("payment.netted")[0].text
    assert "These need a person" not in desk.get("/money-desk").text
    check_books(town)


def test_what_is_owed_may_take_several_visits_and_nothing_is_sent_before_it_is_made_good(
    town: Town, app: Starlette
) -> None:
    account = town.set_up_terry()
    first, second = paid_and_sent(town), paid_and_sent(town)
    town.served.pretend.bank.things[account]["_empty"] = True
    give_back(town, first, 1700)
    give_back(town, second, 1000)
    assert owed(town) == 2700
    paid_and_sent(town)
    assert owed(town) == 1000
    assert sent_in_all(town) == 3400
    assert "You still owe £10" in town.told("payment.netted")[0].text
    paid_and_sent(town)
    assert owed(town) == 0
    assert sent_in_all(town) == 3400 + 700
    check_books(town)


def test_an_officer_may_try_once_more_to_fetch_it_and_what_was_netted_meanwhile_is_not_fetched_twice(
    town: Town, app: Starlette
) -> None:
    account = town.set_up_terry()
    first, second = paid_and_sent(town), paid_and_sent(town)
    bank = town.served.pretend.bank
    bank.things[account]["_empty"] = True
    give_back(town, first, 1700)
    give_back(town, second, 1000)
    paid_and_sent(town)
    bank.things[account]["_empty"] = False
    failed = [one for one in town.moves() if one.state is MoveState.FAILED]
    for move in failed:
        with town.database.write() as session:
            try_again(session, town.officers[0], move.id, now=town.clock.now())
    town.settle()
    assert owed(town) == 0
    assert (
        sum(one.pence for one in town.moves() if one.kind is MoveKind.REVERSAL and one.state is MoveState.DONE) == 1000
    )
    assert sent_in_all(town) == 3400 - 1000
    check_books(town)

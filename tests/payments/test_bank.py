"""Bank transfers: straight to the provider, without a fee, settled when both sides say the same, in part where it was part."""

import pytest
from starlette.applications import Starlette

from market.bookings.tables import Booking, Visit
from market.core.actor import Role
from market.core.errors import NotFound
from market.payments import queries
from market.payments.bank import promise, say_arrived, say_paid, take_back_arrived, take_back_paid, to_pay_by_bank
from market.payments.errors import AlreadySettled, SumsDiffer
from market.payments.paying import choose_bank
from market.payments.tables import BankPromise
from market.people.errors import NotYourPerson
from market.people.rules import Scope
from tests.factories import county
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books, set_fee
from tests.payments.town import Town


@pytest.fixture
def app(town: Town) -> Starlette:
    return town.open_door()


def done_and_promised(town: Town, **run: object) -> tuple[Booking, list[Visit], BankPromise]:
    """Visits that are done and are paid by bank, with the sum and the reference."""
    booking = town.book(**run)  # type: ignore[arg-type]
    with town.database.write() as session:
        choose_bank(session, town.payer, booking.id, now=town.clock.now())
    visits = town.visits(booking)
    for visit in visits:
        town.done(visit)
    return booking, visits, promised(town, booking)


def promised(town: Town, booking: Booking) -> BankPromise:
    with town.database.write() as session:
        plan = queries.locked_plan(session, booking.id)
        assert plan is not None
        return promise(session, plan, town.terry.id, by=town.payer, now=town.clock.now())


def payer_says(town: Town, row: BankPromise, pence: int | None = None) -> None:
    with town.database.write() as session:
        say_paid(session, town.payer, row.id, pence, now=town.clock.now())
    town.settle()


def provider_says(town: Town, row: BankPromise, pence: int | None = None) -> None:
    with town.database.write() as session:
        say_arrived(session, town.terry_signed_in, row.id, pence, now=town.clock.now())
    town.settle()


def left_to_pay(town: Town, booking: Booking) -> int:
    with town.database.read() as session:
        plan = queries.plan_of(session, booking.id)
        assert plan is not None
        return sum(due.to_pay for due in to_pay_by_bank(session, plan))


def test_of_a_bank_transfer_no_fee_is_taken_and_payer_provider_and_staff_read_the_same_sum(
    town: Town, app: Starlette
) -> None:
    set_fee(town, 750)
    town.settings = town.settings.model_copy(update={"platform_fee_points": 750})
    booking, (visit,), row = done_and_promised(town)
    payer, provider, officer = (
        browser_of(town, app, one) for one in (town.payer, town.terry_signed_in, town.officers[0])
    )

    def pages() -> tuple[str, ...]:
        addresses = ((payer, f"/bookings/{booking.id}/pay"), (provider, "/work/money"), (officer, "/money-desk"))
        return tuple(browser.get(address).text for browser, address in addresses)

    for page in pages():
        assert row.reference in page
        assert "£17" in page
        assert "£15.72" not in page
    payer_says(town, row)
    provider_says(town, row)
    money = town.money(visit)
    assert (money.fee, money.sent, money.kept) == (0, 1700, 1700)
    for page in pages():
        assert "£17" in page
        assert "£15.72" not in page
        assert "£1.28" not in page
    assert town.moves() == []
    assert town.account_balance("fees:") == 0
    check_books(town)


@pytest.mark.parametrize("first", ["payer", "provider"])
def test_a_transfer_that_was_paid_in_part_is_settled_in_part_and_the_rest_stays_to_be_paid(
    town: Town, first: str
) -> None:
    booking, (one, two), row = done_and_promised(town, days=("TH",), weeks=1)
    assert row.pence == 3400
    sides = [payer_says, provider_says]
    for says in sides if first == "payer" else reversed(sides):
        assert town.money(one).kept == 0
        says(town, row, 2000)
    assert [town.money(visit).kept for visit in (one, two)] == [1700, 300]
    assert left_to_pay(town, booking) == 1400
    assert any("£14 is still to be paid" in letter.text for letter in town.told("payment.bank_settled"))
    rest = promised(town, booking)
    assert (rest.pence, rest.id != row.id, rest.reference != row.reference) == (1400, True, True)
    payer_says(town, rest)
    provider_says(town, rest)
    assert left_to_pay(town, booking) == 0
    assert [town.money(visit).sent for visit in (one, two)] == [1700, 1700]
    check_books(town)


def test_two_sums_that_differ_settle_nothing_until_one_side_says_the_others(town: Town, app: Starlette) -> None:
    booking, (visit,), row = done_and_promised(town)
    payer, provider = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    page = f"/bookings/{booking.id}/pay"
    payer.post(f"/bank/{row.id}/paid", seen_on=page)
    provider.post(f"/bank/{row.id}/arrived", {"amount": "10"}, seen_on="/work/money")
    town.settle()
    assert town.money(visit).kept == 0
    for shown in (payer.get(page).text, provider.get("/work/money").text):
        assert "The two sums differ" in shown
        assert "Please ring them" in shown
    assert "The sums differ" in browser_of(town, app, town.officers[0]).get("/money-desk").text
    payer.post(f"/bank/{row.id}/paid", {"amount": "£10"}, seen_on=page)
    town.settle()
    assert town.money(visit).kept == 1000
    assert "£7" in payer.get(page).text
    check_books(town)


@pytest.mark.parametrize("typed", ["0", "17.01", "much", "-3"])
def test_a_sum_that_cannot_be_is_asked_for_again_and_nothing_is_written(town: Town, app: Starlette, typed: str) -> None:
    booking, (visit,), row = done_and_promised(town)
    payer, provider = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    for browser, address, page in (
        (payer, f"/bank/{row.id}/paid", f"/bookings/{booking.id}/pay"),
        (provider, f"/bank/{row.id}/arrived", "/work/money"),
    ):
        answer = browser.post(address, {"amount": typed}, seen_on=page)
        assert answer.status_code == 422
        assert "at most £17" in answer.text
    assert town.money(visit).kept == 0
    with pytest.raises(SumsDiffer):
        payer_says(town, row, 1701)


def test_saying_it_twice_is_saying_it_once(town: Town) -> None:
    _, (visit,), row = done_and_promised(town)
    for _ in range(2):
        payer_says(town, row)
        provider_says(town, row)
    assert town.money(visit).charged == 1700
    assert len(town.told("payment.bank_said_paid")) == 1


def test_a_payer_who_said_paid_by_mistake_takes_it_back_and_the_provider_hears(town: Town, app: Starlette) -> None:
    booking, (visit,), row = done_and_promised(town)
    payer, provider = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    page = f"/bookings/{booking.id}/pay"
    payer.post(f"/bank/{row.id}/paid", seen_on=page)
    assert "I have not paid it after all" in payer.get(page).text
    for _ in range(2):
        payer.post(f"/bank/{row.id}/not-paid", seen_on=page)
    town.settle()
    assert "You said on" not in payer.get(page).text
    assert row.reference in payer.get(page).text  # the same sum and the same reference wait again
    assert "They have not said yet that they paid it" in provider.get("/work/money").text
    assert [
        letter.text.startswith("They said by mistake that £17") for letter in town.told("payment.bank_paid_taken_back")
    ] == [True]
    assert len(town.told("payment.bank_said_paid")) == 1
    provider_says(town, row)
    assert town.money(visit).kept == 0  # what was taken back does not settle it
    payer_says(town, row)
    assert town.money(visit).kept == 1700
    check_books(town)


def test_a_provider_who_said_arrived_by_mistake_takes_it_back_and_the_payer_hears(town: Town, app: Starlette) -> None:
    booking, (visit,), row = done_and_promised(town)
    payer, provider = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    provider.post(f"/bank/{row.id}/arrived", {"amount": "10"}, seen_on="/work/money")
    assert "It has not arrived after all" in provider.get("/work/money").text
    provider.post(f"/bank/{row.id}/not-arrived", seen_on="/work/money")
    town.settle()
    assert "has arrived. Please say so too" not in payer.get(f"/bookings/{booking.id}/pay").text
    assert "If you paid it, please ring them" in town.told("payment.bank_arrived_taken_back")[0].text
    payer_says(town, row, 1000)
    assert town.money(visit).kept == 0
    check_books(town)


def test_what_both_have_said_neither_takes_back_alone(town: Town, app: Starlette) -> None:
    booking, (visit,), row = done_and_promised(town)
    payer_says(town, row)
    provider_says(town, row)
    for take_back, who in ((take_back_paid, town.payer), (take_back_arrived, town.terry_signed_in)):
        with pytest.raises(AlreadySettled), town.database.write() as session:
            take_back(session, who, row.id, now=town.clock.now())
    payer = browser_of(town, app, town.payer)
    answer = payer.post(f"/bank/{row.id}/not-paid", seen_on=f"/bookings/{booking.id}/pay")
    assert answer.status_code == 409
    assert "It is settled" in answer.text
    assert town.money(visit).kept == 1700
    check_books(town)


def test_nobody_takes_back_what_another_said(town: Town) -> None:
    _, _, row = done_and_promised(town)
    payer_says(town, row)
    with town.database.write() as session:
        other = county.provider(session, "Gill Vane", town.clock.now(), email="gill@example.org")
        gill = county.actor(session, Role.PA, "Gill Vane", town.clock.now(), provider_id=other.id)
        watcher = county.actor(session, Role.SUPPORTER, "Only Looks", town.clock.now())
        county.consent(session, town.nell, watcher, town.clock.now(), Scope.SEE_VISITS, Scope.SEE_MONEY)
    with pytest.raises(NotFound), town.database.write() as session:
        take_back_arrived(session, gill, row.id, now=town.clock.now())
    with pytest.raises(NotYourPerson), town.database.write() as session:
        take_back_paid(session, watcher, row.id, now=town.clock.now())

"""What went wrong with money, in a real browser: held, lost, owed, a pay-out refused, sums that differ, a page that is slow."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from market.app import create_app
from market.core.actor import Actor
from market.core.clock import StandingClock
from market.core.database import Database
from market.payments.gateway import StripeCards
from market.payments.paying import choose_bank
from market.payments.pretend.faults import Fault
from market.payments.rules import DISPUTE_WINDOW, PaymentState
from market.people.signing_in import make_link
from market.people.tables import Account
from tests.browser.conftest import SCREENSHOTS
from tests.browser.looking import look_at, opened
from tests.browser.test_paying import press
from tests.payments.conftest import Served, pretend, stripe_cards, stripe_server  # noqa: F401  (fixtures)
from tests.payments.test_bank import payer_says, promised, provider_says
from tests.payments.test_paying_out import give_back, paid_and_sent
from tests.payments.town import Town, make_town

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture
def served_town(
    sqlite_database: Database,
    clock: StandingClock,
    pretend: Served,  # noqa: F811
    stripe_cards: StripeCards,  # noqa: F811
) -> Iterator[tuple[Town, str]]:
    """A town and the address at which its pages are."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    town = make_town(sqlite_database, clock, pretend, stripe_cards, public_address=address, platform_fee_points=250)
    app = create_app(town.settings, town.database, town.clock)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", access_log=False))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield town, address
    server.should_exit = True
    thread.join(timeout=10)


def signed_in(chromium: Browser, town: Town, address: str, actor: Actor) -> Page:
    with town.database.write() as session:
        account = session.get_one(Account, actor.account_id)
        path = make_link(session, account, town.clock.now(), lasts=timedelta(hours=1))
    return opened(chromium, address + path)


def troubled(town: Town) -> str:
    """A debt, a pay-out that failed, a dispute that is open and one that is lost. The payment that was lost."""
    bank, account = town.served.pretend.bank, town.set_up_terry()
    first = paid_and_sent(town)
    bank.things[account]["_empty"] = True
    give_back(town, first, 1000)
    lost, looked_into = town.book(), town.book()
    payments = [town.pay(booking) for booking in (lost, looked_into)]
    for booking in (lost, looked_into):
        town.done(town.visits(booking)[0])
    disputes = [bank.dispute(str(payment.charge_ref)) for payment in payments]
    town.settle()
    bank.end_dispute(disputes[0]["id"], won=False)
    bank.pay_out(account, arrives=False)
    town.settle()
    town.later(DISPUTE_WINDOW)
    return payments[0].id


def test_the_pages_of_provider_and_staff_when_much_went_wrong(chromium: Browser, served_town: tuple[Town, str]) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    town, address = served_town
    payment = troubled(town)
    provider = signed_in(chromium, town, address, town.terry_signed_in)
    provider.goto(f"{address}/work/money")
    expect(provider.get_by_text("You owe £9.75", exact=False).first).to_be_visible()
    look_at(provider, "paying-troubles-provider")
    officer = signed_in(chromium, town, address, town.officers[0])
    officer.goto(f"{address}/money-desk")
    look_at(officer, "paying-troubles-desk")
    officer.get_by_label("Find a payment").fill("nell")
    press(officer, "Find")
    assert "nell" not in officer.url
    look_at(officer, "paying-troubles-found")
    officer.goto(f"{address}/money-desk/{payment}")
    look_at(officer, "paying-troubles-story")
    press(officer, "We bear it")
    expect(officer.get_by_text("Settled. The provider is paid all the same.")).to_be_visible()


def test_a_bank_transfer_of_which_two_sums_are_said(chromium: Browser, served_town: tuple[Town, str]) -> None:
    town, address = served_town
    booking = town.book()
    with town.database.write() as session:
        choose_bank(session, town.payer, booking.id, now=town.clock.now())
    town.done(town.visits(booking)[0])
    row = promised(town, booking)
    provider_says(town, row, 1000)
    payer = signed_in(chromium, town, address, town.payer)
    payer.goto(f"{address}/bookings/{booking.id}/pay")
    look_at(payer, "paying-bank-part")
    payer_says(town, row)
    payer.reload()
    look_at(payer, "paying-bank-differs")
    provider = signed_in(chromium, town, address, town.terry_signed_in)
    provider.goto(f"{address}/work/money")
    look_at(provider, "paying-bank-differs-provider")
    payer.bring_to_front()
    press(payer, "Yes, I paid £10")
    expect(payer.get_by_text("it is settled", exact=False)).to_be_visible()
    look_at(payer, "paying-bank-settled-in-part")


def test_a_card_page_that_cannot_be_opened(chromium: Browser, served_town: tuple[Town, str]) -> None:
    town, address = served_town
    booking = town.book()
    town.served.pretend.faults.always = Fault.WRONG_KEY
    payment = town.start(booking)
    assert payment.state is PaymentState.WANTED
    town.clock.move(timedelta(minutes=1))
    payer = signed_in(chromium, town, address, town.payer)
    payer.goto(f"{address}/payments/{payment.id}?to=card")
    expect(payer.get_by_text("Nothing was taken", exact=False)).to_be_visible()
    look_at(payer, "paying-slow")
    town.served.pretend.faults.none_any_more()

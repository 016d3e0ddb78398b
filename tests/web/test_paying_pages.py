"""The pages of money as people meet them: pay, wait, receipt, stop the card; earn; search, tell the story, give back."""

import re
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.core.actor import Actor
from market.payments import queries
from market.payments.paying import choose_bank
from market.payments.rules import PaymentState
from market.payments.tables import BankPromise, Payment
from market.people.tables import Account
from tests.payments.conftest import Served, pretend, stripe_cards, stripe_server, town  # noqa: F401  (fixtures)
from tests.payments.town import Town
from tests.web.browser import Browser, browser_on


@pytest.fixture
def database(sqlite_database):  # type: ignore[no-untyped-def]
    """Pages do not turn on the kind of database."""
    return sqlite_database


@pytest.fixture
def app(town: Town) -> Starlette:  # noqa: F811
    return create_app(town.settings, town.database, town.clock, raises=True)


def browser_of(town: Town, app: Starlette, actor: Actor) -> Browser:  # noqa: F811
    browser = browser_on(app, town.database, town.clock)
    with town.database.read() as session:
        account = session.get_one(Account, actor.account_id)
    browser.sign_in(account)
    return browser


def test_a_payer_sees_the_sum_with_fees_first_pays_and_has_a_receipt(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    browser = browser_of(town, app, town.payer)
    shown = browser.get(f"/bookings/{booking.id}/pay").text
    assert "£17" in shown
    assert "Fees are in the price" in shown
    chosen = browser.get(f"/bookings/{booking.id}/pay?way=card_now").text
    assert "until 24 hours before it" in chosen
    pressed = browser.post(
        f"/bookings/{booking.id}/pay",
        {"way": "card_now", "seen_pence": "1700"},
        seen_on=f"/bookings/{booking.id}/pay?way=card_now",
    )
    waiting = browser.get(pressed.headers["location"])
    assert waiting.headers["refresh"] == "1"
    town.run()
    on = browser.get(pressed.headers["location"])
    assert on.headers["refresh"].startswith("0; url=http://127.0.0.1:")
    page = on.headers["refresh"].rsplit("/", 1)[1]
    town.served.pretend.bank.pay_page(page, "accepted")
    town.settle()
    receipt = browser.get(pressed.headers["location"].split("?")[0])
    assert "Paid, thank you" in receipt.text
    assert "refresh" not in receipt.headers
    assert "£17" in browser.get(f"/people/{town.nell.id}/payments").text


def test_every_page_says_that_the_money_is_pretend(town: Town, app: Starlette) -> None:  # noqa: F811
    browser = browser_on(app, town.database, town.clock)
    for path in ("/", "/find", "/sign-in", "/terms/people", "/nowhere-at-all"):
        assert "Cards are pretend money" in browser.get(path).text, path


@pytest.mark.parametrize("state", [PaymentState.DECLINED, PaymentState.NEEDS_PAYER, PaymentState.LAPSED])
def test_each_payment_that_failed_leads_on_with_one_button(town: Town, app: Starlette, state: PaymentState) -> None:  # noqa: F811
    booking = town.book()
    payment = town.start(booking)
    with town.database.write() as session:
        row = queries.locked_payment(session, payment.id)
        row.state = state
        session.add(row)
    shown = browser_of(town, app, town.payer).get(f"/payments/{payment.id}").text
    assert shown.count("button--big") == 1
    assert "Pay now" in shown
    assert f'href="/bookings/{booking.id}/pay"' in shown
    assert "othing was taken" in shown or "Your bank wants to know" in shown


def test_who_left_the_banks_question_alone_may_go_on_answering_it_or_pay_another_way(
    town: Town,  # noqa: F811
    app: Starlette,
) -> None:
    payment = town.start(town.book())
    assert payment.page_ref
    assert town.served.pretend.bank.pay_page(payment.page_ref, "challenged") == "challenge"
    shown = browser_of(town, app, town.payer).get(f"/payments/{payment.id}").text
    assert shown.count("button--big") == 1
    assert payment.page_address in shown
    assert "Pay another way" in shown


def test_a_sum_that_changed_is_said_and_nothing_is_taken(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    browser = browser_of(town, app, town.payer)
    answer = browser.post(f"/bookings/{booking.id}/pay", {"way": "card_now", "seen_pence": "1"}, seen_on="/account")
    assert answer.status_code == 409
    assert "Nothing was taken" in answer.text
    assert town.at_stripe("checkout.session") == []


def test_a_card_is_kept_only_with_a_tick_and_stopped_by_its_owner(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book(days=("TH",), weeks=1)
    browser, address = browser_of(town, app, town.payer), f"/bookings/{booking.id}/pay"
    fields = {"way": "card_each", "seen_pence": "1700"}
    without = browser.post(address, fields, seen_on="/account")
    assert without.status_code == 422
    assert "Tick the box" in without.text
    browser.post(address, fields | {"agree": "yes"}, seen_on="/account")
    town.run()
    (page,) = town.at_stripe("checkout.session")
    town.served.pretend.bank.pay_page(str(page["id"]), "accepted")
    town.settle()
    payments = browser.get(f"/people/{town.nell.id}/payments").text
    assert "Visa card ending 4242" in payments
    assert "What comes next" in payments
    stop = re.search(r"/cards/(\w+)/stop", payments)
    assert stop
    assert "We charge it no more" in browser.get(stop.group()).text
    browser.post(stop.group(), seen_on=stop.group())
    assert "ending 4242" not in browser.get(f"/people/{town.nell.id}/payments").text


def test_cancelling_shows_that_the_money_goes_back_before_any_job_has_run(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    browser = browser_of(town, app, town.payer)
    browser.post(f"/visits/{visit.id}/cancel", {"seen_pence": "0"}, seen_on=f"/visits/{visit.id}/cancel")
    shown = browser.get(f"/visits/{visit.id}").text
    assert "£17 goes back to the card" in shown
    assert "The others stay" not in shown
    town.settle()
    assert "Given back" in browser.get(f"/people/{town.nell.id}/payments").text


def test_a_provider_sees_what_is_on_its_way_held_and_paid_and_why(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    browser = browser_of(town, app, town.terry_signed_in)
    assert "On its way: sent" in browser.get("/work/money").text
    town.later(timedelta(days=3))
    assert "say first where you are to be paid" in browser.get("/work/money").text
    town.set_up_terry()
    shown = browser.get("/work/money").text
    assert "Paid to you on" in shown
    assert "All set" in shown


def test_an_officer_finds_a_payment_reads_its_story_and_gives_part_of_it_back(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    (visit,) = town.visits(booking)
    payment = town.pay(booking)
    town.done(visit)
    browser = browser_of(town, app, town.officers[0])
    for q in ("nell", "17", payment.id, payment.intent_ref or ""):
        assert payment.id in browser.post("/money-desk/by-words", {"q": q}, seen_on="/money-desk").text, q
    assert (
        "No payment found" in browser.post("/money-desk/by-words", {"q": "somebody else"}, seen_on="/money-desk").text
    )
    story = browser.get(f"/money-desk/{payment.id}").text
    for words in ("was asked for", "The card paid", "came from the payer", "A visit was done"):
        assert words in story
    address = f"/money-desk/{payment.id}/refund"
    refused = browser.post(
        address, {"visit": visit.id, "amount": "5", "reason": ""}, seen_on=f"/money-desk/{payment.id}"
    )
    assert refused.status_code == 422
    assert 'value="5"' in refused.text
    browser.post(
        address, {"visit": visit.id, "amount": "5", "reason": "He left early."}, seen_on=f"/money-desk/{payment.id}"
    )
    town.settle()
    assert "£5 went back to the payer" in browser.get(f"/money-desk/{payment.id}").text


def test_a_name_that_staff_search_for_stands_in_no_address_and_is_sent_only_with_the_token(
    town: Town,  # noqa: F811
    app: Starlette,
) -> None:
    payment = town.pay(town.book())
    browser = browser_of(town, app, town.officers[0])
    shown = browser.get("/money-desk").text
    assert 'method="get"' not in shown
    assert 'action="/money-desk/by-words"' in shown
    assert payment.id in browser.get("/money-desk?q=somebody+else").text  # an address says nothing of whom
    assert browser.client.post("/money-desk/by-words", data={"q": "nell"}).status_code == 403


def test_without_keys_a_bank_transfer_has_its_exact_sum_and_reference_and_is_settled_by_both(
    town: Town,  # noqa: F811
) -> None:
    settings = town.settings.model_copy(update={"stripe_key": type(town.settings.stripe_key)("")})
    app = create_app(settings, town.database, town.clock, raises=True)
    booking = town.book()
    (visit,) = town.visits(booking)
    payer, terry = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    address = f"/bookings/{booking.id}/pay"
    shown = payer.get(address).text
    assert "Card payment is not set up here" in shown
    assert "By card" not in shown
    refused = payer.post(address, {"way": "card_now", "seen_pence": "1700"}, seen_on=address)
    assert refused.status_code == 409
    payer.post(address, {"way": "bank"}, seen_on=address)
    assert "Nothing is due now" in payer.get(address).text
    town.done(visit)
    payer.post(f"/bookings/{booking.id}/bank", {"provider": town.terry.id}, seen_on=address)
    page = payer.get(address).text
    (promise,) = _promises(town, booking.id)
    assert promise.reference in page
    assert "£17" in page
    payer.post(f"/bank/{promise.id}/paid", seen_on=address)
    assert promise.reference in terry.get("/work/money").text
    assert town.money(visit).kept == 0
    terry.post(f"/bank/{promise.id}/arrived", seen_on="/work/money")
    assert town.money(visit).kept == town.money(visit).sent == 1700
    assert "Paid to you by bank transfer" in terry.get("/work/money").text


def _promises(town: Town, booking_id: str) -> list[BankPromise]:  # noqa: F811
    with town.database.read() as session:
        return list(queries.promises_of(session, booking_id))


def test_a_bank_transfer_is_settled_whichever_side_speaks_first_and_only_by_both(town: Town, app: Starlette) -> None:  # noqa: F811
    booking = town.book()
    (visit,) = town.visits(booking)
    with town.database.write() as session:
        choose_bank(session, town.payer, booking.id, now=town.clock.now())
    town.done(visit)
    payer, terry = browser_of(town, app, town.payer), browser_of(town, app, town.terry_signed_in)
    address = f"/bookings/{booking.id}/pay"
    payer.post(f"/bookings/{booking.id}/bank", {"provider": town.terry.id}, seen_on=address)
    (promise,) = _promises(town, booking.id)
    terry.post(f"/bank/{promise.id}/arrived", seen_on="/work/money")
    terry.post(f"/bank/{promise.id}/arrived", seen_on="/work/money")
    assert town.money(visit).kept == 0
    assert terry.post(f"/bank/{promise.id}/paid", seen_on="/work/money").status_code == 403
    payer.post(f"/bank/{promise.id}/paid", seen_on=address)
    assert town.money(visit).kept == 1700
    assert PaymentState.PAID not in {row.state for row in _payments(town, booking.id)}


def _payments(town: Town, booking_id: str) -> list[Payment]:  # noqa: F811
    with town.database.read() as session:
        return list(queries.payments_of(session, booking_id))

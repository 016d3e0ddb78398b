"""Our fee is told the truth about, by the setting, wherever a provider reads of money: terms, requests, cover, visits, earnings."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette

from market.app import create_app
from market.bookings.cascade import queries as cascades
from market.payments.fees import after_fee, fees_kept
from market.payments.paying import choose_bank
from market.payments.refunding import ask_refund
from market.payments.rules import DISPUTE_WINDOW
from market.wiring.seen import cover_question
from tests.payments.test_cover import gill_in, terry_cannot_come
from tests.payments.test_disputes import browser_of
from tests.payments.test_flows import check_books, set_fee
from tests.payments.town import Town
from tests.web.browser import browser_on


def with_fee(town: Town, points: int) -> Starlette:
    """The whole installation takes this fee, in hundredths of a percent."""
    set_fee(town, points)
    town.settings = town.settings.model_copy(update={"platform_fee_points": points})
    return create_app(town.settings, town.database, town.clock, raises=True)


def words_of(page: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize(
    ("points", "said", "of_100"), [(250, "2.5%", "£97.50"), (1000, "10%", "£90"), (75, "0.75%", "£99.25")]
)
def test_the_terms_say_what_we_keep_and_no_page_says_that_we_keep_nothing(
    town: Town, points: int, said: str, of_100: str
) -> None:
    browser = browser_on(with_fee(town, points), town.database, town.clock)
    terms = words_of(browser.get("/terms/providers").text)
    assert f"We keep {said} of what people pay by card" in terms
    assert f"Of £100 paid by card you get {of_100}" in terms
    assert "no fee" not in terms
    assert "keep nothing of what people pay" not in terms
    assert f"we keep {said}" in words_of(browser.get("/offer-support").text)


def test_without_a_fee_the_terms_say_so_and_no_page_speaks_of_one(town: Town) -> None:
    app = with_fee(town, 0)
    booking = town.book(accepted=False)
    browser = browser_on(app, town.database, town.clock)
    assert "We keep nothing of what people pay for your visits" in words_of(browser.get("/terms/providers").text)
    terry = browser_of(town, app, town.terry_signed_in)
    for page in ("/offer-support", "/work", "/work/money", f"/requests/{booking.id}"):
        assert "ur fee" not in words_of(terry.get(page).text), page


def test_what_a_provider_reads_before_saying_yes_is_what_they_are_paid(town: Town) -> None:
    app = with_fee(town, 250)
    town.set_up_terry()
    booking = town.book(accepted=False)
    terry = browser_of(town, app, town.terry_signed_in)
    request = words_of(terry.get(f"/requests/{booking.id}").text)
    assert "Our fee, if paid by card £0.43" in request
    assert "You then get £16.57" in request
    terry.post(f"/requests/{booking.id}/accept", seen_on=f"/requests/{booking.id}")
    (visit,) = town.visits(booking)
    assert "You then get £16.57" in words_of(terry.get(f"/work/{visit.id}").text)
    town.run()
    town.pay(booking)
    town.done(visit)
    town.later(DISPUTE_WINDOW)
    assert [one.pence for one in town.moves()] == [1657]
    earned = words_of(terry.get("/work/money").text)
    assert "Paid to you £16.57" in earned
    assert "After our fee of £0.43" in earned
    assert "Our fee is 2.5% of what is paid by card" in earned
    assert "Earned £16.57" in words_of(terry.get("/work").text)
    check_books(town)


def test_by_bank_transfer_nothing_is_kept_and_no_fee_is_told_of(town: Town) -> None:
    app = with_fee(town, 250)
    booking = town.book()
    with town.database.write() as session:
        choose_bank(session, town.payer, booking.id, now=town.clock.now())
    (visit,) = town.visits(booking)
    shown = words_of(browser_of(town, app, town.terry_signed_in).get(f"/work/{visit.id}").text)
    assert "You earn £17" in shown
    assert "Our fee" not in shown


def test_who_is_asked_to_stand_in_is_told_what_they_would_be_paid(town: Town) -> None:
    with_fee(town, 250)
    gill_in(town, 1600)
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    terry_cannot_come(town, visit)
    with town.database.read() as session:
        cascade = cascades.cascade_of_visit(session, visit.id)
        assert cascade is not None
        (question,) = cascades.questions_of(session, cascade.id)
        assert cover_question(session, question).pay_pence == 1560
        assert after_fee(session, booking.id, 1600) == 1560


def test_a_fee_that_is_given_up_with_a_refund_is_not_counted_as_kept(town: Town) -> None:
    with_fee(town, 250)
    town.set_up_terry()
    booking = town.book()
    (visit,) = town.visits(booking)
    town.pay(booking)
    town.done(visit)
    since, until = visit.starts_at.replace(day=1), town.clock.now() + DISPUTE_WINDOW
    with town.database.read() as session:
        assert fees_kept(session, town.terry.id, since, until) == 43
    with town.database.write() as session:
        ask_refund(session, town.officers[0], visit.id, 1700, "All.", limit=5000, now=town.clock.now())
    town.settle()
    with town.database.read() as session:
        assert fees_kept(session, town.terry.id, since, until) == 0
    check_books(town)

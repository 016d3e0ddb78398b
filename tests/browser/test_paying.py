"""Paying in a real browser: declined, challenged, paid, refunded; each page read by a machine that checks accessibility."""

import re
from datetime import time, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from market.bookings import queries as bookings
from market.bookings.answering import accept
from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.rules import Wish
from market.bookings.tables import Booking
from market.budgets.queries import pots_of
from market.budgets.rules import PotKind
from market.chat.queries import holders
from market.core.actor import Actor, Role
from market.people.queries import as_actor
from tests.browser.conftest import SCREENSHOTS, Site
from tests.browser.looking import look_at, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
LISTING = "lst_terry-allotment-and-garden"


def actor_in(site: Site, role: Role) -> Actor:
    with site.database.read() as session:
        return as_actor(*holders(session, role, site.clock.now())[0])


def booked(site: Site, hour: int, days: tuple[str, ...] = ()) -> Booking:
    """Who pays for themself has visits agreed with Terry, some days from now."""
    payer, terry, now = actor_in(site, Role.CUSTOMER_SELF_FUNDER), actor_in(site, Role.PA), site.clock.now()
    first = now.date() + timedelta(days=(7 - now.weekday()) % 7 + 7)
    with site.database.write() as session:
        assert payer.person_id
        pot = next(one for one in pots_of(session, payer.person_id) if one.kind is PotKind.OWN_MONEY)
        until = first + timedelta(days=8) if days else None
        wish = Wish(first, time(hour), time(hour + 1), days, until)
        wanted = Wanted(LISTING, wish, kind="gardening", pot_id=pot.id)
        run = quote_run(session, payer, payer.person_id, wanted, now=now)
        booking = ask_for(
            session, payer, payer.person_id, wanted, seen_pence=run.total, leave_out_taken=True, key=f"browser:{hour}",
            now=now, start_sooner=True,
        )  # fmt: skip
        return accept(session, terry, booking.id, now=now)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).click()


def to_stripe(page: Page, site: Site, booking: Booking) -> None:
    page.goto(f"{site.address}/bookings/{booking.id}/pay?way=card_now")
    look_at(page, "paying-check")
    press(page, "Pay £")
    page.wait_for_url("**/pretend/pay/**", timeout=60_000)


def test_a_declined_then_a_challenged_card_and_money_back(chromium: Browser, site: Site) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    booking = booked(site, 12)
    page = signed_in(chromium, site, Role.CUSTOMER_SELF_FUNDER)
    page.goto(f"{site.address}/bookings/{booking.id}/pay")
    look_at(page, "paying-ways")
    to_stripe(page, site, booking)
    look_at(page, "paying-pretend-page")
    page.get_by_label("The bank says no", exact=False).first.check()
    press(page, "Pay £")
    expect(page.get_by_role("alert")).to_contain_text("Your bank said no")
    look_at(page, "paying-declined")
    page.get_by_label("whether it is really you").check()
    press(page, "Pay £")
    look_at(page, "paying-challenged")
    press(page, "Yes, it is me")
    expect(page.get_by_role("heading", level=1)).to_have_text("Paid, thank you", timeout=60_000)
    look_at(page, "paying-receipt")
    with site.database.read() as session:
        visit = bookings.visits_of(session, booking.id)[0]
    page.goto(f"{site.address}/visits/{visit.id}/cancel")
    press(page, "Cancel this visit")
    expect(page.get_by_text(re.compile("goes back to the card"))).to_be_visible()
    look_at(page, "paying-goes-back")
    page.goto(f"{site.address}/people/{booking.person_id}/payments")
    for _ in range(20):
        if page.get_by_text("went back to your card").count():
            break
        page.wait_for_timeout(300)
        page.reload()
    expect(page.get_by_text("went back to your card").first).to_be_visible()
    look_at(page, "paying-refunded")


def test_a_card_is_kept_with_consent_and_stopped(chromium: Browser, site: Site) -> None:
    booking = booked(site, 13, ("MO", "TH"))
    page = signed_in(chromium, site, Role.CUSTOMER_SELF_FUNDER)
    page.goto(f"{site.address}/bookings/{booking.id}/pay")
    press(page, "Go on")
    look_at(page, "paying-consent")
    press(page, "and keep my card")
    expect(page.get_by_role("alert")).to_contain_text("Tick the box")
    look_at(page, "paying-consent-missing")
    page.get_by_label("I agree that Alongside keeps this card").check()
    press(page, "and keep my card")
    page.wait_for_url("**/pretend/pay/**", timeout=60_000)
    press(page, "Pay £")
    expect(page.get_by_role("heading", level=1)).to_have_text("Paid, thank you", timeout=60_000)
    page.goto(f"{site.address}/people/{booking.person_id}/payments")
    look_at(page, "paying-payments")
    page.get_by_role("link", name="Stop using my card").click()
    look_at(page, "paying-stop-card")
    press(page, "Stop using it")
    expect(page.get_by_text("We keep this card no longer")).to_be_visible()


def test_a_provider_says_where_they_are_paid_and_an_officer_reads_the_story(chromium: Browser, site: Site) -> None:
    page = signed_in(chromium, site, Role.PA)
    page.goto(f"{site.address}/work/money")
    look_at(page, "paying-earnings")
    press(page, "Say where I am paid")
    page.wait_for_url("**/pretend/account/**", timeout=60_000)
    look_at(page, "paying-pretend-account")
    press(page, "Say that it is all filled in")
    page.wait_for_url("**/work/money")
    expect(page.get_by_role("heading", level=1)).to_have_text("My money")
    officer = signed_in(chromium, site, Role.DIRECT_PAYMENTS_OFFICER)
    officer.goto(f"{site.address}/money-desk")
    look_at(officer, "paying-desk")
    officer.locator("ul.lines a").first.click()
    look_at(officer, "paying-story")

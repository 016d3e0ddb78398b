"""Whoever was asked and not chosen hears it, kindly: why, and how many others there were; on every way it can come about."""

import re
from datetime import date, time, timedelta

import pytest

from market.bookings.asking import Wanted, ask_for, quote_run
from market.bookings.rules import Wish
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.tables import OutboxRow
from tests.journeys.sides import ARTHUR, ARTHURS_POT, JOANNE, TERRY, TERRYS_LISTING, WRENFIELD, Sides, county_on

OUTINGS = "lst_wrenfield-company-and-outings"


@pytest.fixture
def sides(county: Database, clock: StandingClock) -> Sides:
    return county_on(county, clock)


@pytest.fixture
def both(sides: Sides) -> tuple[str, str]:
    """Joanne asks Terry and an agency for the same morning in the garden."""
    asked = ask(sides, TERRYS_LISTING), ask(sides, OUTINGS)
    sides.run()
    return asked


def ask(sides: Sides, listing_id: str) -> str:
    account, _ = sides._who(JOANNE, Role.SUPPORTER)
    joanne = Actor(account.id, account.name, Role.SUPPORTER)
    wanted = Wanted(listing_id, Wish(date(2026, 12, 1), time(9), time(10)), kind="gardening", pot_id=ARTHURS_POT)
    with sides.database.write() as session:
        run, now = quote_run(session, joanne, ARTHUR, wanted, now=sides.clock.now()), sides.clock.now()
        return ask_for(
            session, joanne, ARTHUR, wanted, seen_pence=run.total, leave_out_taken=False, key=listing_id, now=now
        ).id


def take_back(sides: Sides, booking_id: str, why: str = "") -> None:
    joanne, page = sides.browser(JOANNE), f"/bookings/{booking_id}/cancel"
    seen = re.search(r'name="seen_pence" value="(\d+)"', joanne.get(page).text)
    assert seen is not None
    joanne.post(page, {"seen_pence": seen.group(1), "why": why}, seen_on=page)
    sides.run()


def told(sides: Sides, name: str = "Terry Holwill") -> OutboxRow:
    (letter,) = sides.letters(name, "booking.not_chosen")
    assert "Arthur" not in letter.text
    assert "Westcott" not in letter.text
    return letter


def test_another_said_yes_the_asker_is_shown_the_way_and_the_first_hears_that_somebody_else_comes(
    sides: Sides, both: tuple[str, str]
) -> None:
    terrys, agencys = both
    sides.browser(WRENFIELD).post(f"/requests/{agencys}/accept", seen_on=f"/requests/{agencys}")
    sides.run()
    (shown,) = sides.letters("Joanne Westcott-Bray", "booking.asked_twice")
    assert f"/bookings/{terrys}/cancel" in str(shown.buttons)
    assert sides.letters("Terry Holwill", "booking.not_chosen") == [], "it is never taken back by itself"
    take_back(sides, terrys)
    text = told(sides).text
    assert "Thank you for being there to be asked." in text
    assert "Somebody else comes at that time." in text
    assert "1 other had been asked as well." in text
    assert "It says nothing about you or your work." in text


def test_nobody_answered_in_time_each_hears_it_with_how_many_others(sides: Sides, both: tuple[str, str]) -> None:
    sides.clock.move(timedelta(days=2))
    sides.run()
    text = told(sides).text
    assert "The time to answer this request has run out" in text
    assert "1 other had been asked as well." in text
    assert "1 other had been asked as well." in sides.letters("Carol Stuckey", "booking.not_chosen")[0].text


def test_another_said_yes_and_the_asker_did_nothing_it_runs_out_and_is_told_once(
    sides: Sides, both: tuple[str, str]
) -> None:
    sides.browser(WRENFIELD).post(f"/requests/{both[1]}/accept", seen_on=f"/requests/{both[1]}")
    sides.run()
    sides.clock.move(timedelta(days=2))
    sides.run()
    sides.run()
    assert "run out" in told(sides).text


def test_the_person_withdrew_with_no_word_and_with_one(sides: Sides, both: tuple[str, str]) -> None:
    take_back(sides, both[0])
    assert "They gave no reason." in told(sides).text
    take_back(sides, both[1], "Our plans have changed.")
    assert "Our plans have changed." in sides.letters("Carol Stuckey", "booking.not_chosen")[0].text


def test_who_said_no_themself_is_not_told_that_they_were_not_chosen(sides: Sides, both: tuple[str, str]) -> None:
    sides.browser(TERRY).post(
        f"/requests/{both[0]}/decline", {"why": "I am not free then."}, seen_on=f"/requests/{both[0]}/no"
    )
    sides.run()
    assert sides.letters("Terry Holwill", "booking.not_chosen") == []

"""Somebody employed: asked their age because the wage turns on it, told before a rise, and found until their last day."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from market.bookings.asking import Wanted, quote_run
from market.bookings.rules import Wish
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.core.times import LONDON
from providers.arrangement.rules import Arrangement
from providers.handlers import plan_night
from providers.listings import low_pay
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.organisations.queries import provider
from providers.organisations.rules import AgeBand
from providers.wages import reference
from providers.wages.rules import Wage
from tests.journeys.sides import ARTHUR, ARTHURS_POT, JOANNE, TERRY, TERRYS_LISTING, TUESDAY, Sides, county_on
from tests.journeys.test_a_pa_is_found import answer, listing_now, next_of, signed_up
from tests.web.finding.asking import plain

RUTH = "ruth.chidgey@example.org"


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return county_on(county, clock, Settings(demo=True, data_folder=tmp_path, _env_file=None))


def until(day: str) -> dict[str, str]:
    year, month, number = day.split("-")
    return {"until-day": number, "until-month": month, "until-year": year}


def test_who_is_employed_is_asked_their_age_before_the_price_and_the_desk_is_told_to_look_at_proof(
    sides: Sides,
) -> None:
    wendy = signed_up(sides, "employed_pa")
    answer(sides, wendy, "how", arrangement="employed_pa")
    answer(sides, wendy, "name", name="Wendy Ashworth", phone="")
    answer(sides, wendy, "what", kinds=["companionship"])
    answer(sides, wendy, "place", where="their_home")
    answer(sides, wendy, "care", care="no")
    answer(sides, wendy, "area", postcode="EX9 6JN", reach="miles", miles="6")
    assert next_of(answer(sides, wendy, "times", days=["0"], start="09:00", end="16:00")) == "age"
    refused = answer(sides, wendy, "age", age_band="18_to_20")
    assert refused.status_code == 422
    assert "Type the day of your 21st birthday" in plain(refused.text)
    too_far = answer(sides, wendy, "age", age_band="under_18", **until("2029-12-01"))
    assert "your 18th birthday lies within the next 2 years" in plain(too_far.text)
    assert next_of(answer(sides, wendy, "age", age_band="18_to_20", **until("2028-02-10"))) == "prices"
    assert next_of(answer(sides, wendy, "prices", unit="hour", when="any", amount="11")) == "languages"
    row = listing_now(sides)
    with sides.database.read() as session:
        owner = provider(session, row.provider_id)
    assert (owner.age_band, owner.age_band_until) == (AgeBand.FROM_18_TO_20, date(2028, 2, 10))
    desk = plain(sides.browser(RUTH).get(f"/accreditation/listings/{row.id}").text)
    assert "Look at proof of age before you say yes" in desk


def test_who_works_for_themself_is_not_asked_how_old_they_are(sides: Sides) -> None:
    wendy = signed_up(sides)
    answer(sides, wendy, "how", arrangement="sole_self_employed")
    page = plain(wendy.get(f"/listing/{listing_now(sides).id}/about/times").text)
    assert "of 12" in page


def test_a_coming_wage_is_told_to_provider_and_officer_before_its_day_and_stands_on_the_page(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = (*reference.wages(), Wage(date(2027, 4, 1), AgeBand.FROM_21, 1900, "The Regulations of 2027"))
    monkeypatch.setattr(low_pay, "wages", lambda: known)
    with sides.database.write() as session:
        provider(session, "prv_terry-holwill").arrangement = Arrangement.EMPLOYED_PA
        plan_night(session, sides.clock.now())
    sides.clock.set(sides.clock.now() + timedelta(days=1))
    sides.run()
    (told,) = sides.letters("Terry Holwill", "listing.low_pay")
    for words in ("From 1 April 2027 the minimum wage is £19 an hour", "£18.50", "The Regulations of 2027"):
        assert words in told.text
    (desk,) = [
        one for one in sides.letters("Ruth Chidgey", "listing.low_pay_desk") if TERRYS_LISTING in str(one.buttons)
    ]
    assert "They have been told" in desk.text
    assert "A price is too low" in plain(sides.browser(TERRY).get("/listing").text)
    assert "From 1 April 2027" in plain(sides.browser(RUTH).get(f"/accreditation/listings/{TERRYS_LISTING}").text)


def test_a_last_day_is_set_by_page_hides_at_midnight_and_is_offered_again(sides: Sides) -> None:
    terry, page = sides.browser(TERRY), f"/listing/{TERRYS_LISTING}/availability"
    gone = terry.post(f"{page}/last-day", until("2026-11-01"), seen_on=page)
    assert gone.status_code == 422
    terry.post(f"{page}/last-day", until("2026-12-05"), seen_on=page)
    assert "Until 5 December 2026" in plain(terry.get("/listing").text)
    with sides.database.write() as session:
        plan_night(session, datetime(2026, 12, 5, 12, tzinfo=LONDON))
    sides.clock.set(datetime(2026, 12, 5, 23, 59, tzinfo=LONDON))
    assert sides.browser().get(f"/listings/{TERRYS_LISTING}").status_code == 200
    sides.clock.set(datetime(2026, 12, 6, 0, 6, tzinfo=LONDON))
    assert sides.browser().get(f"/listings/{TERRYS_LISTING}").status_code == 410
    sides.run()
    assert sides.letters("Terry Holwill", "listing.expired")
    again = sides.browser(TERRY)
    shown = plain(again.get("/listing").text)
    assert "Its last day was 5 December 2026." in shown
    assert "Alongside, by its rules" in shown
    again.post(f"/listing/{TERRYS_LISTING}/again", seen_on="/listing")
    with sides.database.read() as session:
        assert listing(session, TERRYS_LISTING).state is ListingState.SUBMITTED


def test_visits_after_the_last_day_cannot_be_asked_for_and_each_says_so(sides: Sides) -> None:
    terry, page = sides.browser(TERRY), f"/listing/{TERRYS_LISTING}/availability"
    terry.post(f"{page}/last-day", until("2026-12-03"), seen_on=page)
    account, _ = sides._who(JOANNE, Role.SUPPORTER)
    wish = Wish(TUESDAY, time(9), time(10), ("TU", "TH"), date(2026, 12, 10))
    wanted = Wanted(TERRYS_LISTING, wish, kind="gardening", pot_id=ARTHURS_POT)
    with sides.database.read() as session:
        joanne = Actor(account.id, account.name, Role.SUPPORTER)
        run = quote_run(session, joanne, ARTHUR, wanted, now=sides.clock.now())
    assert [(one.slot.day.day, one.why) for one in run.taken] == [(8, "last_day"), (10, "last_day")]
    assert [one.slot.day.day for one in run.slots] == [1, 3]

"""Journey, step 5: what cannot be asked for is said kindly, with what was typed still there and a way on."""

from datetime import date, datetime, time

import pytest
from sqlmodel import select
from starlette.applications import Starlette

from market.app import create_app
from market.bookings import queries
from market.bookings.asking import Wanted, ask_for
from market.bookings.rules import Wish
from market.budgets.rules import PotKind
from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.settings import Settings
from market.people.rules import Basis, Scope
from market.people.tables import Account, Consent
from providers.listings.rules import ListingState
from providers.pricing.rules import Unit
from providers.pricing.tables import RateRow
from tests.factories import county
from tests.factories.county import SmallCounty
from tests.journeys.asker import TUESDAYS_AND_THURSDAYS, Asker, words
from tests.web.browser import Browser, browser_on

ALL = {"kind": {"kind": "gardening"}} | TUESDAYS_AND_THURSDAYS
NOTE = "He likes to see the beans first."


@pytest.fixture
def app(database: Database, clock: StandingClock) -> Starlette:
    return create_app(Settings(demo=False, _env_file=None), database, clock, raises=True)


def jean(app: Starlette, database: Database, clock: StandingClock, who: Actor) -> Browser:
    browser = browser_on(app, database, clock)
    with database.read() as session:
        account = session.get_one(Account, who.account_id)
    browser.sign_in(account)
    return browser


@pytest.fixture
def here(database: Database, now: datetime) -> SmallCounty:
    with database.write() as session:
        return county.small_county(session, now, pot_pence=50_000)


@pytest.fixture
def asker(app: Starlette, database: Database, clock: StandingClock, here: SmallCounty) -> Asker:
    return Asker(jean(app, database, clock, here.daughter), here.aleds_listing.id)


def taken_by_another(database: Database, here: SmallCounty, wish: Wish, now: datetime) -> None:
    """Somebody else asks for the same times, a moment before."""
    with database.write() as session:
        other = county.person(session, "Nell Frost", now, here.council)
        county.pot(session, other, 500_000, now)
        sister = county.actor(session, Role.SUPPORTER, "Ada Frost", now)
        county.consent(session, other, sister, now)
        wanted = Wanted(here.aleds_listing.id, wish)
        many = max(1, len(wish.dates))
        ask_for(session, sister, other.id, wanted, seen_pence=1700 * many, leave_out_taken=False, key="other", now=now)


def booked(database: Database, here: SmallCounty) -> int:
    with database.read() as session:
        rows = queries.bookings_of(session, here.walter.id)
        return sum(len(queries.visits_of(session, row.id)) for row in rows)


def test_a_slot_just_taken_is_named_and_the_rest_is_offered(
    asker: Asker, database: Database, here: SmallCounty, now: datetime
) -> None:
    page = asker.fill_in(ALL)
    taken_by_another(database, here, Wish(date(2026, 12, 8), time(9), time(10)), now)
    refused = asker.confirm(page)
    assert refused.status_code == 409
    said = words(refused)
    assert "Tuesday 8 December is taken. Shall we ask for the other nine?" in said
    assert "They are booked then:" in said
    assert NOTE in said
    assert booked(database, here) == 0
    assert asker.confirm(refused).status_code == 303
    assert booked(database, here) == 9


def test_taken_times_are_said_before_asking_too(
    asker: Asker, database: Database, here: SmallCounty, now: datetime
) -> None:
    dates = (date(2026, 12, 8), date(2026, 12, 10))
    taken_by_another(database, here, Wish(dates[0], time(9), time(10), dates=dates), now)
    page = asker.fill_in(ALL)
    assert "Two of the days are taken. Shall we ask for the other eight?" in words(page)
    assert asker.confirm(page).status_code == 303


def test_when_nothing_is_free_the_days_can_be_changed(asker: Asker) -> None:
    page = asker.fill_in(ALL | {"times": {"start": "22:00", "end": "23:00"}})
    assert page.status_code == 409
    said = words(page)
    assert "They do not work then:" in said
    assert "Aled Morgan is usually free: Every day, 7am to 9pm." in said
    assert NOTE in said
    assert "Change the time" in said


def test_over_budget_says_how_much_is_short_and_what_would_fit(
    app: Starlette, database: Database, clock: StandingClock, now: datetime
) -> None:
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=5_200)
    asker = Asker(jean(app, database, clock, here.daughter), here.aleds_listing.id)
    page = asker.fill_in(ALL)
    assert page.status_code == 409
    said = words(page)
    assert "This costs £170" in said
    assert "£118 short" in said
    assert "Ask for the first 3, until Tuesday 8 December" in said
    assert NOTE in said
    fitting = {"from-day": "30", "from-month": "11", "from-year": "2026",
               "until-day": "8", "until-month": "12", "until-year": "2026"}  # fmt: skip
    page = asker.answer(page, "when", fitting)
    assert "3 visits at £17 each" in words(page)
    assert asker.confirm(page).status_code == 303


def test_a_task_they_are_not_cleared_for(
    app: Starlette, database: Database, clock: StandingClock, here: SmallCounty, now: datetime
) -> None:
    with database.write() as session:
        listing = county.listing(session, here.aled, now, title="Up and dressed", kinds=["companionship", "personal_care"],
                                 tiers=["goes_into_home"])  # fmt: skip
    asker = Asker(jean(app, database, clock, here.daughter), listing.id)
    assert "They have not shown us all that is needed for this." in words(asker.browser.get(asker.address))
    page = asker.fill_in(ALL | {"kind": {"kind": "personal_care"}})
    assert page.status_code == 409
    assert "They are not cleared for that" in words(page)
    assert NOTE in words(page)
    assert "Change the kind of help" in words(page)
    page = asker.answer(page, "kind", {"kind": "companionship"})
    assert page.status_code == 200
    assert "Check before you ask" in words(page)


def test_a_day_that_has_gone_is_said_at_its_field_with_the_rest_kept(asker: Asker) -> None:
    gone = dict(ALL["when"]) | {"from-day": "2", "from-month": "11"}
    page = asker.fill_in(ALL | {"when": gone})
    assert page.status_code == 422
    assert "Monday 2 November has gone. Choose a day that is still to come." in words(page)
    assert 'name="from-day" type="text" value="2"' in page.text
    assert "Days: Tuesday and Thursday" in words(page)


def test_an_hour_of_today_that_has_gone(asker: Asker) -> None:
    today = {"often": {"often": "dates"}, "times": {"start": "8:00", "end": "9am"},
             "dates": {"on1-day": "23", "on1-month": "11", "on1-year": "26"}}  # fmt: skip
    page = asker.fill_in(ALL | today)
    assert "Monday 23 November has gone" in words(page)
    assert 'value="23"' in page.text


def test_outside_the_budget_year_offers_what_lies_inside(asker: Asker, database: Database, here: SmallCounty) -> None:
    with database.write() as session:
        pot = session.merge(here.walters_pot)
        pot.ends_on = date(2026, 12, 10)
        session.add(pot)
    page = asker.fill_in(ALL)
    assert page.status_code == 409
    assert "That money is for other dates" in words(page)
    assert "Ask for the first 4, until Thursday 10 December" in words(page)


def test_somebody_who_may_not_spend_is_told_at_once_who_may(
    app: Starlette, database: Database, clock: StandingClock, here: SmallCounty, now: datetime
) -> None:
    with database.write() as session:
        son = county.actor(session, Role.ATTORNEY, "Tom Pym", now)
        power = county.consent(session, here.walter, son, now, Scope.SEE_VISITS, Scope.BOOK)
        power.basis = Basis.LPA_HEALTH_WELFARE
        session.add(power)
    page = jean(app, database, clock, son).get(f"/ask/{here.aleds_listing.id}?person={here.walter.id}")
    assert page.status_code == 403
    assert "Somebody else decides about the money" in words(page)
    assert "Jean Pym" in words(page)


def test_somebody_they_do_not_want(asker: Asker, database: Database, here: SmallCounty) -> None:
    page = asker.fill_in(ALL)
    with database.write() as session:
        walter = session.merge(here.walter)
        walter.wants = {"exclusions": [here.aled.id]}
        session.add(walter)
    refused = asker.confirm(page)
    assert refused.status_code == 409
    assert "does not want visits from Aled Morgan" in words(refused)
    assert NOTE in words(refused)


def test_a_price_that_changed_is_shown_again_before_anything_is_asked(
    asker: Asker, database: Database, here: SmallCounty
) -> None:
    page = asker.fill_in(ALL)
    with database.write() as session:
        rate = session.exec(select(RateRow).where(RateRow.listing_id == here.aleds_listing.id)).one()
        rate.pence = 1900
        session.add(rate)
    refused = asker.confirm(page)
    assert refused.status_code == 409
    assert "You saw £170. It is £190 now" in words(refused)
    assert NOTE in words(refused)
    assert booked(database, here) == 0
    assert asker.confirm(refused).status_code == 303


def test_a_listing_that_was_paused_meanwhile(asker: Asker, database: Database, here: SmallCounty) -> None:
    page = asker.fill_in(ALL)
    with database.write() as session:
        listing = session.merge(here.aleds_listing)
        listing.state = ListingState.PAUSED
        session.add(listing)
    refused = asker.confirm(page)
    assert refused.status_code == 409
    assert "takes no bookings here now" in words(refused)
    assert NOTE in words(refused)
    assert asker.browser.get(asker.address).status_code == 409


def test_a_price_by_the_mile_alone_is_said_kindly(
    app: Starlette, database: Database, clock: StandingClock, here: SmallCounty, now: datetime
) -> None:
    with database.write() as session:
        listing = county.listing(session, here.aled, now, title="Lifts")
        rate = session.exec(select(RateRow).where(RateRow.listing_id == listing.id)).one()
        rate.unit, rate.pence = Unit.MILE, 45
        session.add(rate)
    page = Asker(jean(app, database, clock, here.daughter), listing.id).fill_in(ALL)
    assert page.status_code == 409
    assert "This price depends on the miles" in words(page)
    assert "Ring them" in words(page)


def test_who_may_not_see_the_money_sees_no_sums_of_the_pot(asker: Asker, database: Database, here: SmallCounty) -> None:
    with database.write() as session:
        consent = session.exec(select(Consent).where(Consent.person_id == here.walter.id)).one()
        consent.scopes = [Scope.SEE_VISITS, Scope.BOOK]
        session.add(consent)
    said = words(asker.fill_in(ALL))
    assert "There is enough in the pot" in said
    assert "£500" not in said
    assert "£330" not in said


def test_a_self_funder_asks_to_start_before_the_fourteen_days_are_over(
    app: Starlette, database: Database, clock: StandingClock, now: datetime
) -> None:
    with database.write() as session:
        here = county.small_county(session, now)
        nell = county.person(session, "Nell Frost", now)
        county.pot(session, nell, 0, now, PotKind.OWN_MONEY)
        herself = county.actor(session, Role.CUSTOMER_SELF_FUNDER, "Nell Frost", now, person_id=nell.id)
    asker = Asker(jean(app, database, clock, herself), here.aleds_listing.id)
    page = asker.fill_in(ALL)
    assert "14 days" in words(page)
    refused = asker.confirm(page)
    assert refused.status_code == 422
    assert "Tick the box to ask for that" in words(refused)
    assert asker.confirm(refused, start_sooner="yes").status_code == 303


def test_a_stranger_is_told_nothing(
    app: Starlette, database: Database, clock: StandingClock, here: SmallCounty, now: datetime
) -> None:
    with database.write() as session:
        stranger = county.actor(session, Role.SUPPORTER, "Somebody Else", now)
    page = jean(app, database, clock, stranger).get(f"/ask/{here.aleds_listing.id}?person={here.walter.id}")
    assert page.status_code == 403
    assert "Walter" not in words(page)

"""Journey, steps 3 and 4: a supporter picks somebody, asks for visits, sees price and pot first; all see the week."""

from datetime import datetime, time, timedelta

import pytest
from sqlmodel import Session, select
from starlette.applications import Starlette

from market.app import create_app
from market.bookings import queries
from market.bookings.answering import accept
from market.bookings.cascade.answers import answer as answer_cascade
from market.bookings.cascade.queries import cascade_of_visit, questions_of
from market.bookings.handlers import HANDLERS as BOOKING_JOBS
from market.bookings.tables import Booking
from market.budgets import queries as pots
from market.core.actor import Role, System
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.jobs import Worker
from market.core.settings import Settings
from market.core.times import at_wall
from market.people.queries import actors_of
from market.people.tables import Account, RoleGrant
from market.wiring import HANDLERS as REACTIONS
from market.wiring import connect
from tests.journeys.asker import TUESDAYS_AND_THURSDAYS, Asker, words
from tests.web.browser import Browser, browser_on

TERRY = "lst_terry-allotment-and-garden"
ARTHUR = "per_arthur-westcott"
GARDENING = {"kind": {"kind": "gardening"}}
WEEK = f"/people/{ARTHUR}/week?monday=2026-11-30"


@pytest.fixture
def database(county_database: Database) -> Database:
    """The demo county, on each database."""
    return county_database


@pytest.fixture
def app(database: Database, clock: StandingClock) -> Starlette:
    """The demo county, on each database."""
    connect()
    return create_app(Settings(demo=False, _env_file=None), database, clock, raises=True)


def signed_in(app: Starlette, database: Database, clock: StandingClock, name: str, role: Role) -> Browser:
    browser = browser_on(app, database, clock)
    with database.read() as session:
        held = select(Account, RoleGrant).join(RoleGrant).where(Account.name == name, RoleGrant.role == role)
        account, grant = session.exec(held).one()
    browser.sign_in(account, grant_id=grant.id)
    return browser


@pytest.fixture
def joanne(app: Starlette, database: Database, clock: StandingClock) -> Browser:
    return signed_in(app, database, clock, "Joanne Westcott-Bray", Role.SUPPORTER)


def bookings_of_terry(session: Session) -> list[Booking]:
    return [row for row in queries.bookings_of(session, ARTHUR) if row.listing_id == TERRY]


def terry_says_yes(database: Database, now: datetime) -> Booking:
    with database.write() as session:
        terry = next(one for account in session.exec(select(Account).where(Account.name == "Terry Holwill"))
                     for one in actors_of(session, account.id, now))  # fmt: skip
        (row,) = bookings_of_terry(session)
        return accept(session, terry, row.id, now=now)


def asked(joanne: Browser) -> str:
    """Ask for Tuesdays and Thursdays; the address of the booking."""
    asker = Asker(joanne, TERRY)
    page = asker.fill_in(GARDENING | TUESDAYS_AND_THURSDAYS)
    return asker.confirm(page).headers["location"]


def test_a_visitor_signs_in_first_and_comes_back(app: Starlette, database: Database, clock: StandingClock) -> None:
    answer = browser_on(app, database, clock).get(f"/ask/{TERRY}?person={ARTHUR}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/sign-in?next=%2Fask%2F{TERRY}%3Fperson%3D{ARTHUR}"


def test_from_asking_to_a_week_that_everyone_sees(
    app: Starlette, joanne: Browser, database: Database, clock: StandingClock
) -> None:
    asker = Asker(joanne, TERRY)
    page = asker.fill_in(GARDENING | TUESDAYS_AND_THURSDAYS)
    shown = words(page)
    assert "Tuesday and Thursday" in shown
    assert "10 visits at £18.50 each" in shown
    assert "In all £185" in shown
    assert "after asking" in shown
    assert "You may become their employer" in shown
    assert "24 hours before it" in shown
    with database.read() as session:
        assert bookings_of_terry(session) == []
        pot = pots.pots_of(session, ARTHUR)[0]
        free = pots.balance_of(session, pot.id).free
    answer = asker.confirm(page)
    assert answer.headers["location"].startswith("/bookings/bkg_")
    booking = words(asker.follow(answer))
    assert "Terry Holwill has until Tuesday 24 November at 9:15am to answer" in booking
    assert "He likes to see the beans first." in booking
    with database.read() as session:
        assert pots.balance_of(session, pot.id).free == free - 18_500
    assert "Asked, waiting for an answer" in words(joanne.get(WEEK))
    terry_says_yes(database, clock.now())
    _everyone_sees(app, joanne, database, clock)


def _everyone_sees(app: Starlette, joanne: Browser, database: Database, clock: StandingClock) -> None:
    arthur = signed_in(app, database, clock, "Arthur Westcott", Role.CUSTOMER_DIRECT_PAYMENT)
    for browser, title in ((joanne, "Arthur’s week"), (arthur, "Your week")):
        assert browser.get("/week").headers["location"] == f"/people/{ARTHUR}/week"
        week = words(browser.get(WEEK))
        assert title in week
        assert "9am to 10am TH Terry Holwill Garden and allotment company, I drive you there Planned" in week
        assert "waiting for an answer" not in week
    terry = signed_in(app, database, clock, "Terry Holwill", Role.PA)
    assert terry.get("/week").headers["location"] == "/work"
    assert terry.get(WEEK).status_code == 403


def test_two_posts_with_the_same_key_book_once(joanne: Browser, database: Database) -> None:
    asker = Asker(joanne, TERRY)
    page = asker.fill_in(GARDENING | TUESDAYS_AND_THURSDAYS)
    first, second = asker.confirm(page), asker.confirm(page)
    assert first.headers["location"] == second.headers["location"]
    with database.read() as session:
        assert len(bookings_of_terry(session)) == 1


def test_what_was_said_is_kept_when_one_goes_away_and_comes_back(joanne: Browser) -> None:
    asker = Asker(joanne, TERRY)
    asker.fill_in(GARDENING | {"often": {"often": "weekly"}, "days": {"days": ["TU"]}})
    page = joanne.get(asker.address)
    assert "What time of day?" in words(page)
    assert "Days: Tuesday" in words(page)


def test_cancelling_one_visit_says_what_it_costs_first(
    joanne: Browser, database: Database, clock: StandingClock
) -> None:
    asked(joanne)
    booking = terry_says_yes(database, clock.now())
    with database.read() as session:
        visit = queries.visits_of(session, booking.id)[0]
    page = f"/visits/{visit.id}/cancel"
    assert "It costs you Nothing" in words(joanne.get(page))
    answer = joanne.post(page, {"seen_pence": "0"}, seen_on=page)
    assert "This visit is cancelled" in words(joanne.get(answer.headers["location"]))
    assert "Cancelled" in words(joanne.get(f"/visits/{visit.id}"))
    clock.set(second_visit_starts(database, booking) - timedelta(hours=3))
    with database.read() as session:
        later = queries.visits_of(session, booking.id)[1]
    late = f"/visits/{later.id}/cancel"
    assert "It costs you £18.50" in words(joanne.get(late))
    refused = joanne.post(late, {"seen_pence": "0"}, seen_on=late)
    assert refused.status_code == 409
    assert "It is £18.50 now" in words(refused)


def test_moving_one_visit_shows_price_and_what_stays_and_the_provider_says_yes(
    joanne: Browser, app: Starlette, database: Database, clock: StandingClock
) -> None:
    asked(joanne)
    booking = terry_says_yes(database, clock.now())
    with database.read() as session:
        visit = queries.visits_of(session, booking.id)[0]
    assert "Move this visit" in words(joanne.get(f"/visits/{visit.id}"))
    page = f"/visits/{visit.id}/move"
    day = {"day-day": "1", "day-month": "12", "day-year": "2026"}
    nonsense = joanne.post(page, {**day, "start": "late", "end": ""}, seen_on=page)
    assert nonsense.status_code == 422
    assert 'value="late"' in nonsense.text  # nothing typed is lost
    same = joanne.post(page, {**day, "start": "09:00", "end": "10:00"}, seen_on=page)
    assert "Choose another day, time or length" in words(same)
    his_day_off = {**day, "day-day": "2", "start": "09:00", "end": "10:00"}
    assert "They cannot come then: they do not work then. The visit stays as it is." in words(
        joanne.post(page, his_day_off, seen_on=page)
    )
    longer = {**day, "start": "09:00", "end": "11:00"}
    looked = joanne.post(page, longer, seen_on=page)
    assert "£37, £18.50 more" in words(looked)
    assert "stays as it is until" in words(looked)
    told = joanne.post(f"{page}/ask", {**longer, "seen_pence": "3700", "key": "k"}, seen_on=page)
    shown = words(joanne.get(told.headers["location"]))
    assert "They were asked to move it to" in shown
    assert "Move this visit" not in shown
    terry = signed_in(app, database, clock, "Terry Holwill", Role.PA)
    assert "asks to move a visit" in words(terry.get("/requests"))
    with database.read() as session:
        (waiting,) = session.exec(select(Booking).where(Booking.moves_visit_id == visit.id)).all()
    terry.post(f"/requests/{waiting.id}/accept", {}, seen_on=f"/requests/{waiting.id}")
    week = words(joanne.get(WEEK))
    assert "Moved to" in words(joanne.get(f"/visits/{visit.id}"))
    assert "9am to 11am" in week


def second_visit_starts(database: Database, booking: Booking) -> datetime:
    """When the second visit begins."""
    with database.read() as session:
        return queries.visits_of(session, booking.id)[1].starts_at


def test_ending_a_booking_says_which_visits_are_off_and_frees_the_money(
    joanne: Browser, database: Database, clock: StandingClock
) -> None:
    address = asked(joanne)
    terry_says_yes(database, clock.now())
    page = words(joanne.get(f"{address}/cancel"))
    assert "Visits that are off 10 visits" in page
    assert "Free again in the pot £185" in page
    answer = joanne.post(f"{address}/cancel", {"seen_pence": "0"}, seen_on=f"{address}/cancel")
    assert "Cancelled" in words(joanne.get(answer.headers["location"]))
    assert "Terry" not in words(joanne.get(WEEK))
    assert "Over, or not to be" in words(joanne.get(f"/people/{ARTHUR}/bookings"))
    again = joanne.post(f"{address}/cancel", {"seen_pence": "0"}, seen_on="/help-now")
    assert again.status_code == 303


def test_nobody_has_come_shows_who_was_told_and_who_is_asked(
    joanne: Browser, database: Database, clock: StandingClock
) -> None:
    asked(joanne)
    booking = terry_says_yes(database, clock.now())
    with database.read() as session:
        visit = queries.visits_of(session, booking.id)[0]
    clock.set(at_wall(visit.day, time(9, 20)))
    page = f"/visits/{visit.id}"
    assert "Has nobody come?" in words(joanne.get(page))
    assert joanne.post(f"{page}/nobody-came", seen_on=page).status_code == 303
    Worker(database, clock, {**BOOKING_JOBS, **REACTIONS}).run_due()
    told = words(joanne.get(page))
    for said in (
        "The out-of-hours desk was told",
        "Terry Holwill is told, too",
        "Doreen Pym was asked",
        "What happens next",
    ):
        assert said in told
    assert "We are asking the backup contacts" in words(joanne.get(WEEK))
    with database.write() as session:
        cascade = cascade_of_visit(session, visit.id)
        assert cascade is not None
        doreen = questions_of(session, cascade.id)[0]
        answer_cascade(session, doreen.id, True, by=System("test"), now=clock.now())
    covered = words(joanne.get(WEEK))
    assert "Doreen Pym" in covered
    assert "Covered" in covered
    assert "Instead of Terry Holwill" in covered
    assert "Doreen Pym comes instead" in words(joanne.get(page))

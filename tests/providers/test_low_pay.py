"""An employed rate that was lawful when it was checked, and is not on the day that the wage rises or a birthday comes."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from market.bookings import lawful as bookings
from market.bookings.pricing import PricedSlot, price_one
from market.bookings.rules import Slot
from market.core.database import Database
from market.core.tables import EventRow, JobRow
from market.core.times import at_wall
from providers.arrangement.rules import Arrangement
from providers.candidates import candidate
from providers.listings import low_pay
from providers.listings.low_pay import look_for_low_pay, low_pay_of, note_low_pay
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.rules import AgeBand, ProviderState, age_band_on
from providers.organisations.tables import Provider
from providers.pricing.queries import rate_rows
from providers.wages import reference
from providers.wages.errors import BelowMinimumWage
from providers.wages.rules import Wage
from tests.factories.providers import a_listing, a_provider, seen

APRIL = date(2027, 4, 1)
NEW = Wage(APRIL, AgeBand.FROM_21, 1320, "The Regulations of 2027")
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
CHECKED = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def new_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wage of next April is known."""
    known = (*reference.wages(), NEW)
    for module in (low_pay, bookings):
        monkeypatch.setattr(module, "wages", lambda: known)


def employed(session: Session, pence: int = 1300, **facts: Any) -> tuple[Provider, Listing]:
    owner = a_provider(session, arrangement=Arrangement.EMPLOYED_PA, **facts)
    row = a_listing(session, owner, checked_at=CHECKED)
    rate_rows(session, row.id)[0].pence = pence
    return owner, row


def priced(session: Session, row: Listing, day: date) -> PricedSlot:
    begins = at_wall(day, time(9))
    slot = Slot(day, begins.time(), (begins + timedelta(hours=1)).time(), begins, begins + timedelta(hours=1))
    return price_one(session, row.id, slot)


@pytest.mark.usefixtures("new_rate")
def test_a_visit_before_the_rise_is_had_and_one_from_its_day_on_is_refused_with_figure_and_source(
    database: Database,
) -> None:
    with database.write() as session:
        owner, row = employed(session)
        assert bookings.check_wages(owner, (priced(session, row, APRIL - timedelta(days=1)),)) == ()
        with pytest.raises(BelowMinimumWage) as refused:
            bookings.check_wages(owner, (priced(session, row, APRIL),))
        assert (refused.value.pence_per_hour, refused.value.least_pence) == (1300, 1320)
        assert (refused.value.on, refused.value.source) == (APRIL, "The Regulations of 2027")


@pytest.mark.usefixtures("new_rate")
def test_a_card_under_the_coming_wage_is_flagged_with_its_day_and_one_with_a_new_price_is_not(
    database: Database,
) -> None:
    with database.write() as session:
        owner, row = employed(session)
        low = low_pay_of(session, row, owner, NOW.date())
        assert low is not None
        assert (low.on, low.least_pence) == (APRIL, 1320)
        first = rate_rows(session, row.id)[0]
        first.ends_on = date(2027, 3, 31)
        session.add(type(first)(listing_id=row.id, unit=first.unit, pence=1350, starts_on=APRIL, place=1))
        session.flush()
        assert low_pay_of(session, row, owner, NOW.date()) is None


@pytest.mark.usefixtures("new_rate")
def test_who_is_not_employed_or_not_on_show_is_not_flagged(database: Database) -> None:
    with database.write() as session:
        a_listing(session, a_provider(session))
        for state in (ProviderState.SUSPENDED, ProviderState.APPLIED):
            employed(session, state=state)
        _, draft = employed(session)
        draft.state = ListingState.DRAFT
        assert look_for_low_pay(session, NOW) == 0


@pytest.mark.usefixtures("new_rate")
def test_it_is_told_when_it_is_known_then_at_90_30_and_7_days_and_on_the_day_once_each(database: Database) -> None:
    with database.write() as session:
        employed(session, 1290)
        day = NOW
        while day.date() <= APRIL + timedelta(days=3):
            look_for_low_pay(session, day)
            day += timedelta(days=1)
        told = [row.run_at.date() for row in session.exec(select(JobRow)) if row.kind == low_pay.NOTE]
    assert [(APRIL - one).days for one in told] == [121, 90, 30, 7, 0]


@pytest.mark.usefixtures("new_rate")
def test_a_price_put_right_meanwhile_is_not_told(database: Database) -> None:
    with database.write() as session:
        _, row = employed(session)
        note_low_pay(session, {"listing_id": row.id}, NOW)
        rate_rows(session, row.id)[0].pence = 1400
        note_low_pay(session, {"listing_id": row.id}, NOW)
        events = [one for one in session.exec(select(EventRow)) if one.name == "listing.low_pay"]
    assert [one.facts["least"] for one in events] == [1320]


def test_a_listing_that_could_not_lawfully_be_paid_today_is_not_found(database: Database) -> None:
    with database.write() as session:
        owner, row = employed(session, 1271)
        seen(session, owner, "identity", "right_to_work", "references", "public_liability")
        assert candidate(session, row.id, NOW) is not None
        rate_rows(session, row.id)[0].pence = 1270
        session.flush()
        assert candidate(session, row.id, NOW) is None


def test_the_band_moves_up_on_the_birthday_and_with_it_the_wage(database: Database) -> None:
    with database.write() as session:
        birthday = date(2027, 2, 10)
        owner, row = employed(session, 1100, age_band=AgeBand.FROM_18_TO_20, age_band_until=birthday)
        low = low_pay_of(session, row, owner, NOW.date())
        assert low is not None
        assert (low.on, low.least_pence, low.age_band) == (birthday, 1271, AgeBand.FROM_21)
        assert bookings.check_wages(owner, (priced(session, row, birthday - timedelta(days=1)),)) == ()
        with pytest.raises(BelowMinimumWage):
            bookings.check_wages(owner, (priced(session, row, birthday),))


@pytest.mark.parametrize(
    ("band", "until", "on", "becomes"),
    [
        (None, None, date(2030, 1, 1), None),
        (AgeBand.FROM_21, None, date(2030, 1, 1), AgeBand.FROM_21),
        (AgeBand.UNDER_18, date(2027, 2, 10), date(2027, 2, 9), AgeBand.UNDER_18),
        (AgeBand.UNDER_18, date(2027, 2, 10), date(2027, 2, 10), AgeBand.FROM_18_TO_20),
        (AgeBand.UNDER_18, date(2027, 2, 10), date(2030, 2, 9), AgeBand.FROM_18_TO_20),
        (AgeBand.UNDER_18, date(2027, 2, 10), date(2030, 2, 10), AgeBand.FROM_21),
        (AgeBand.FROM_18_TO_20, date(2028, 2, 29), date(2028, 2, 28), AgeBand.FROM_18_TO_20),
        (AgeBand.FROM_18_TO_20, date(2028, 2, 29), date(2028, 2, 29), AgeBand.FROM_21),
    ],
)
def test_who_was_in_a_band_is_in_the_next_from_the_day_of_their_birthday(
    band: AgeBand | None, until: date | None, on: date, becomes: AgeBand | None
) -> None:
    assert age_band_on(band, until, on) == becomes

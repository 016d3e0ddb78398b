"""Lapsed evidence hides what it covered, at midnight of the right day and not before; people with visits are told."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from market.bookings.queries import visits_of
from market.bookings.tables import Booking
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.tables import OutboxRow
from market.core.times import LONDON
from providers.accreditation.rules import DbsLevel
from providers.accreditation.tables import EvidenceRow
from providers.handlers import plan_night
from providers.listings.queries import listing
from tests.journeys.papers import sides_with_a_folder
from tests.journeys.sides import Sides

LAST_DAY = date(2026, 11, 23)
LAST_MINUTE = datetime.combine(LAST_DAY, time(23, 59), LONDON)
MIDNIGHT = datetime.combine(date(2026, 11, 24), time(0), LONDON)
AFTER_THE_ROUND = datetime.combine(date(2026, 11, 24), time(0, 6), LONDON)


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return sides_with_a_folder(county, clock, tmp_path / "data")


@pytest.fixture
def booking(sides: Sides) -> Booking:
    """An agreed run of personal care by one PA whose enhanced check ends today; a basic one goes on."""
    with sides.database.write() as session:
        found = of_personal_care(session)
        rows = select(EvidenceRow).where(EvidenceRow.provider_id == found.provider_id, EvidenceRow.kind == "dbs")
        for row in session.exec(rows):
            row.expires_on, row.trusted_until = None, LAST_DAY
            session.add(row)
        basic = EvidenceRow(
            provider_id=found.provider_id, kind="dbs", level=DbsLevel.BASIC, issued_on=date(2026, 1, 5),
            seen_at=sides.clock.now(),
        )  # fmt: skip
        session.add(basic)
        plan_night(session, sides.clock.now())
    return found


def of_personal_care(session: Session) -> Booking:
    rows = select(Booking).where(Booking.kind == "personal_care", col(Booking.accepted_at).is_not(None))
    return next(
        row
        for row in session.exec(rows.order_by(col(Booking.id)))
        if row.arrangement == "sole_self_employed"
        and "companionship" in listing(session, row.listing_id).kinds
        and any(visit.starts_at > AFTER_THE_ROUND and visit.let_go_at is None for visit in visits_of(session, row.id))
    )


def told(sides: Sides, kind: str) -> list[OutboxRow]:
    with sides.database.read() as session:
        return list(session.exec(select(OutboxRow).where(OutboxRow.kind == kind)))


def test_a_lapsed_dbs_check_hides_personal_care_at_midnight_of_the_right_day_and_nothing_else(
    sides: Sides, booking: Booking
) -> None:
    page, visitor = f"/listings/{booking.listing_id}", sides.browser()
    sides.clock.set(LAST_MINUTE)
    assert "because a check has run out" not in visitor.get(page).text
    sides.clock.set(MIDNIGHT)
    shown = visitor.get(page)
    assert shown.status_code == 200, "company is still offered"
    assert "because a check has run out: Personal care." in shown.text
    assert "DBS check: last checked on" in shown.text


def test_people_with_visits_to_come_are_told_once_after_midnight_and_the_visits_stay(
    sides: Sides, booking: Booking
) -> None:
    with sides.database.read() as session:
        before = [(visit.id, visit.starts_at, visit.cancelled_at) for visit in visits_of(session, booking.id)]
    sides.clock.set(LAST_MINUTE)
    sides.run()
    assert told(sides, "visit.check_lapsed") == []
    sides.clock.set(AFTER_THE_ROUND)
    sides.run()
    letters = told(sides, "visit.check_lapsed")
    assert booking.id in {letter.about for letter in letters}
    assert all("DBS check" in letter.text and "stay as they are" in letter.text for letter in letters)
    assert len({(letter.about, letter.account_id) for letter in letters}) == len(letters)
    assert all("DBS" not in letter.subject for letter in letters)
    assert [letter for letter in told(sides, "checks.lapsed") if "DBS check is out of date" in letter.text]
    with sides.database.read() as session:
        after = [(visit.id, visit.starts_at, visit.cancelled_at) for visit in visits_of(session, booking.id)]
    assert after == before

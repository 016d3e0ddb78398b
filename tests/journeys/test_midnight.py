"""A check is good until London's midnight of its last day: in winter, in summer, and on the days when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from market.core.clock import StandingClock
from market.core.database import Database
from market.core.times import LONDON, at_wall
from providers.accreditation.rules import DbsLevel
from providers.accreditation.tables import EvidenceRow
from providers.listings.queries import listing
from tests.journeys.papers import sides_with_a_folder
from tests.journeys.sides import Sides
from tests.journeys.test_checks_that_lapse import of_personal_care
from tests.web.finding.asking import plain

GONE = "because a check has run out: Personal care."


@pytest.fixture
def sides(county: Database, clock: StandingClock, tmp_path: Path) -> Sides:
    return sides_with_a_folder(county, clock, tmp_path / "data")


def lapses_on(sides: Sides, last_day: date) -> str:
    """A listing of which only the enhanced check ends, on this day, and which is fresh until long after."""
    with sides.database.write() as session:
        row = listing(session, of_personal_care(session).listing_id)
        row.checked_at = datetime.combine(last_day - timedelta(days=30), time(12), UTC)
        for evidence in session.exec(select(EvidenceRow).where(EvidenceRow.provider_id == row.provider_id)):
            evidence.issued_on, evidence.expires_on, evidence.trusted_until = date(2026, 1, 5), None, None
            if evidence.kind == "dbs":
                evidence.trusted_until = last_day
        basic = EvidenceRow(
            provider_id=row.provider_id, kind="dbs", level=DbsLevel.BASIC, issued_on=date(2026, 1, 5),
            seen_at=sides.clock.now(),
        )  # fmt: skip
        session.add(basic)
        return f"/listings/{row.id}"


@pytest.mark.parametrize(
    ("last_day", "midnight"),
    [
        pytest.param(date(2026, 12, 10), datetime(2026, 12, 11, 0, tzinfo=UTC), id="winter"),
        pytest.param(date(2027, 3, 27), datetime(2027, 3, 28, 0, tzinfo=UTC), id="the eve of summer time"),
        pytest.param(date(2027, 3, 28), datetime(2027, 3, 28, 23, tzinfo=UTC), id="the day it begins, 23 hours long"),
        pytest.param(date(2027, 6, 30), datetime(2027, 6, 30, 23, tzinfo=UTC), id="summer"),
        pytest.param(date(2027, 10, 30), datetime(2027, 10, 30, 23, tzinfo=UTC), id="the eve of winter time"),
        pytest.param(date(2027, 10, 31), datetime(2027, 11, 1, 0, tzinfo=UTC), id="the day it begins, 25 hours long"),
    ],
)
def test_personal_care_is_there_until_the_last_second_and_gone_at_londons_midnight(
    sides: Sides, last_day: date, midnight: datetime
) -> None:
    assert midnight == at_wall(last_day + timedelta(days=1), time()), "what is held against is London's midnight"
    page, visitor = lapses_on(sides, last_day), sides.browser()
    sides.clock.set(midnight - timedelta(seconds=1))
    shown = visitor.get(page)
    assert shown.status_code == 200
    assert GONE not in plain(shown.text)
    sides.clock.set(midnight)
    shown = visitor.get(page)
    assert shown.status_code == 200, "the rest is still offered"
    assert GONE in plain(shown.text)
    assert midnight.astimezone(LONDON).time() == time()

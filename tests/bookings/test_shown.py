"""The word a visit is shown with, and how much of a run a pot can pay for."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from market.bookings.asking import Wanted, look_at_run, quote_run
from market.bookings.rules import BookingStatus, Coming, VisitStatus, Wish, shown_as, starts_within_cooling_off
from market.budgets.errors import BudgetExceeded
from market.core.database import Database
from tests.factories import county

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
TEN = NINE + timedelta(hours=1)
PLANNED, ACCEPTED = VisitStatus.PLANNED, BookingStatus.ACCEPTED


@pytest.mark.parametrize(
    ("minutes", "word"),
    [
        (-180, "planned"),
        (-60, "soon"),
        (0, "soon"),
        (14, "soon"),
        (15, "overdue"),
        (59, "overdue"),
        (60, "unconfirmed"),
    ],
)
def test_a_planned_visit_is_said_by_the_clock(minutes: int, word: str) -> None:
    assert shown_as(PLANNED, ACCEPTED, Coming(NINE, TEN), NINE + timedelta(minutes=minutes)) == word


def test_somebody_who_said_they_are_late_is_not_overdue_before_then() -> None:
    late = Coming(NINE, TEN, minutes_late=20)
    assert shown_as(VisitStatus.CHANGED, ACCEPTED, late, NINE + timedelta(minutes=30)) == "changed"
    assert shown_as(VisitStatus.CHANGED, ACCEPTED, late, NINE + timedelta(minutes=35)) == "overdue"


def test_a_request_nobody_answered_is_shown_as_asked_and_then_as_unanswered() -> None:
    before = NINE - timedelta(days=2)
    assert shown_as(PLANNED, BookingStatus.REQUESTED, Coming(NINE, TEN), before) == "requested"
    assert shown_as(PLANNED, BookingStatus.EXPIRED, Coming(NINE, TEN), NINE) == "expired"


def test_cover_is_shown_as_cover_until_it_begins() -> None:
    cover = Coming(NINE, TEN, is_cover=True)
    assert shown_as(PLANNED, ACCEPTED, cover, NINE - timedelta(days=1)) == "covered"
    assert shown_as(VisitStatus.STARTED, ACCEPTED, cover, NINE) == "started"


def test_a_visit_in_the_next_fourteen_days_starts_before_a_change_of_mind_is_over() -> None:
    assert starts_within_cooling_off(NINE, NINE - timedelta(days=13))
    assert not starts_within_cooling_off(NINE, NINE - timedelta(days=14))


def test_what_would_fit_in_the_pot_is_said_beside_what_would_not(database: Database, now: datetime) -> None:
    wish = Wish(date(2026, 12, 1), time(9), time(10), weekdays=("TU", "TH"), until=date(2026, 12, 31))
    with database.write() as session:
        here = county.small_county(session, now, pot_pence=5_200)
        wanted = Wanted(here.aleds_listing.id, wish)
        with pytest.raises(BudgetExceeded):
            quote_run(session, here.daughter, here.walter.id, wanted, now=now)
        run = look_at_run(session, here.daughter, here.walter.id, wanted, now=now)
        assert [one.slot.day.day for one in run.fits] == [1, 3, 8]
        assert run.left == 5_200 - 17_000

"""What search may find."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from market.core.database import Database
from market.core.errors import NotFound
from matching.offering import Point, Window
from providers.arrangement.rules import Arrangement
from providers.candidates import candidate, candidates
from providers.listings.rules import ListingState, Where
from providers.organisations.rules import ProviderState, WorkerGender
from providers.pricing.rules import Unit
from tests.factories.providers import (
    EVERY_DAY,
    a_listing,
    a_provider,
    a_rate,
    all_seen_for_personal_care,
    away,
    personal_care,
    seen,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = NOW.date()


def test_an_offering_says_what_the_listing_says(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, worker_gender=WorkerGender.MALE)
        seen(session, provider, "identity", "right_to_work", "references", "public_liability", "dbs")
        row = a_listing(session, provider, limits=["no lifting"], skills=["dogs welcome"], notice_hours=24)
        (found,) = candidates(session, NOW, {})
    assert (found.id, found.provider_name, found.arrangement) == (row.id, "Terry Holwill", "sole_self_employed")
    assert found.kinds == ("gardening", "companionship")
    assert (found.limits, found.skills, found.languages) == (("no lifting",), ("dogs welcome",), ("English",))
    assert found.worker_gender == "male"
    assert (found.points, found.travel_metres) == ((Point(306_500, 81_800),), 12_000)
    assert (found.price_pence, found.price_unit) == (1850, "hour")
    assert found.windows == (Window(tuple(EVERY_DAY), time(9), time(17)),)
    assert "basic_dbs" in found.assurances
    assert found.assurance_note == "Basic DBS certificate seen in March 2026"
    assert found.next_free == TODAY + timedelta(days=1)


def test_one_listing_alone_is_the_same_as_among_all(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        rows = [a_listing(session, provider), a_listing(session, provider, title="Another")]
        away(session, provider, TODAY, TODAY + timedelta(days=2))
        away(session, provider, TODAY, TODAY + timedelta(days=4), rows[0])
        busy = [(NOW + timedelta(days=3), NOW + timedelta(days=4))]
        together = {one.id: one for one in candidates(session, NOW, {provider.id: busy})}
        for row in rows:
            assert candidate(session, row.id, NOW, busy) == together[row.id]
    assert [together[row.id].next_free for row in rows] == [date(2026, 11, 29), date(2026, 11, 28)]


@pytest.mark.parametrize("state", [one for one in ListingState if one is not ListingState.LIVE])
def test_only_what_is_live_is_found(database: Database, state: ListingState) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session), state=state)
        assert candidates(session, NOW, {}) == []
        assert candidate(session, row.id, NOW) is None


def test_nothing_of_a_suspended_provider_is_found(database: Database) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session, state=ProviderState.SUSPENDED))
        assert candidates(session, NOW, {}) == []
        assert candidate(session, row.id, NOW) is None


def test_a_stale_listing_is_not_found(database: Database) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session))
        later = NOW + timedelta(days=400)
        assert candidates(session, later, {}) == []
        assert candidate(session, row.id, later) is None


def test_a_lapsed_check_hides_personal_care_at_midnight_and_leaves_company(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        all_seen_for_personal_care(session, provider, dbs_until=TODAY)
        seen(session, provider, "dbs")
        row = a_listing(session, provider, **personal_care())
        last_minute = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)
        kinds_then = [one.kinds for one in candidates(session, last_minute, {})]
        after = candidate(session, row.id, last_minute + timedelta(minutes=1))
    assert kinds_then == [("personal_care", "companionship")]
    assert after is not None
    assert after.kinds == ("companionship",)
    assert "enhanced_dbs" not in after.assurances


def test_a_listing_with_nothing_left_is_not_found(database: Database) -> None:
    with database.write() as session:
        care = {**personal_care(), "kinds": ["personal_care"]}
        a_listing(session, a_provider(session), **care)
        assert candidates(session, NOW, {}) == []


def test_personal_care_on_no_lawful_basis_is_never_found_however_it_got_there(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.MICRO_ENTERPRISE)
        all_seen_for_personal_care(session, provider)
        a_listing(session, provider, **personal_care())
        (found,) = candidates(session, NOW, {})
    assert found.kinds == ("companionship",)


def test_an_area_of_districts_reaches_to_its_edges(database: Database) -> None:
    with database.write() as session:
        a_listing(session, a_provider(session), districts=["EX8", "EX9"], radius_metres=None)
        (found,) = candidates(session, NOW, {})
    assert len(found.points) == 2
    assert found.reaches([Point(306_500, 81_800)])
    assert not found.reaches([Point(292_000, 92_500)])  # Exeter


@pytest.mark.parametrize("facts", [{"everywhere": True}, {"where": Where.PHONE_ONLINE}])
def test_what_comes_by_phone_or_everywhere_has_no_edge(database: Database, facts: dict[str, object]) -> None:
    with database.write() as session:
        a_listing(session, a_provider(session), **facts)
        (found,) = candidates(session, NOW, {})
    assert found.travel_metres is None


def test_the_first_price_in_force_is_on_the_card_and_mileage_never(database: Database) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session))
        a_rate(session, row, 45, Unit.MILE, place=-2)
        a_rate(session, row, 900, Unit.VISIT, place=-1, starts_on=TODAY + timedelta(days=1))
        today = candidate(session, row.id, NOW)
        tomorrow = candidate(session, row.id, NOW + timedelta(days=1))
    assert today is not None
    assert tomorrow is not None
    assert (today.price_pence, tomorrow.price_pence) == (1850, 900)


def test_a_full_group_has_no_next_free_day(database: Database) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session), capacity=14, spaces=0)
        found = candidate(session, row.id, NOW)
    assert found is not None
    assert found.next_free is None


def test_a_group_is_not_full_because_one_person_comes(database: Database) -> None:
    busy = [(NOW - timedelta(hours=9), NOW + timedelta(days=30))]
    with database.write() as session:
        provider = a_provider(session)
        group = a_listing(session, provider, capacity=14)
        alone = a_listing(session, provider)
        found = {one.id: one.next_free for one in candidates(session, NOW, {provider.id: busy})}
    assert found[group.id] == TODAY
    assert found[alone.id] is None


def test_a_listing_that_does_not_exist_is_said_so(database: Database) -> None:
    with database.write() as session, pytest.raises(NotFound):
        candidate(session, "lst_none", NOW)


@pytest.mark.parametrize(("joined", "new"), [(timedelta(days=89), True), (timedelta(days=91), False)])
def test_who_joined_in_the_last_three_months_counts_as_a_newcomer(
    database: Database, joined: timedelta, new: bool
) -> None:
    with database.write() as session:
        provider = a_provider(session)
        provider.made_at = NOW - joined
        a_listing(session, provider)
        session.flush()
        (found,) = candidates(session, NOW, {})
    assert found.is_new is new

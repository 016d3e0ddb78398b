"""Putting a listing up and taking it down."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from market.core.actor import System
from market.core.database import Database
from market.core.errors import NotFound
from market.core.tables import EventRow
from providers.arrangement.rules import Arrangement, Basis
from providers.listings import freshness, service
from providers.listings.errors import (
    CannotMove,
    CqcNumberMissing,
    NoLawfulBasis,
    NothingOffered,
    NotOnRegister,
    NotYourListing,
    NotYourOwnDecision,
    ProviderNotListed,
)
from providers.listings.queries import decisions_on, listing, live_listings
from providers.listings.rules import MOVES, ListingState, Where, is_due_a_question, state_now
from providers.organisations.errors import NotYourDecision
from providers.organisations.queries import lock_provider
from providers.organisations.rules import ProviderState
from providers.registers.rules import Registration, Standing
from providers.wages.errors import BelowMinimumWage
from tests.factories.providers import (
    CHECKED,
    OFFICER,
    OFFICER_ELSEWHERE,
    a_listing,
    a_provider,
    a_rate,
    as_,
    personal_care,
)

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DRAFT = {"state": ListingState.DRAFT, "checked_at": None}
SEED = System("seed")


class Register:
    """A register that holds what it is given."""

    def __init__(self, *known: Registration) -> None:
        self._known = {one.location_id: one for one in known}

    def look_up(self, number: str) -> Registration | None:
        return self._known.get(number)


def names(session: Session) -> list[str]:
    return [event.name for event in session.exec(select(EventRow))]


def test_from_draft_to_found(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider, **DRAFT)
        assert live_listings(session, NOW) == []
        service.submit(session, row.id, by=as_(provider), now=NOW)
        service.publish(session, row.id, by=OFFICER, now=NOW)
        assert [found.id for found in live_listings(session, NOW)] == [row.id]
        assert names(session) == ["listing.submitted", "listing.published"]
        assert [(one.was, one.became, one.by) for one in decisions_on(session, row.id)] == [
            (ListingState.DRAFT, ListingState.SUBMITTED, as_(provider).account_id),
            (ListingState.SUBMITTED, ListingState.LIVE, OFFICER.account_id),
        ]


def test_nobody_publishes_their_own_listing(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider, state=ListingState.SUBMITTED)
        with pytest.raises(NotYourOwnDecision):
            service.publish(session, row.id, by=as_(provider), now=NOW)


def test_another_provider_and_another_authoritys_officer_may_not_touch_it(database: Database) -> None:
    with database.write() as session:
        provider, other = a_provider(session), a_provider(session, name="Somebody Else")
        row = a_listing(session, provider)
        for stranger in (as_(other), OFFICER_ELSEWHERE):
            with pytest.raises(NotYourListing):
                service.pause(session, row.id, by=stranger, now=NOW)


def test_personal_care_without_a_lawful_basis_cannot_be_submitted(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.MICRO_ENTERPRISE, cqc_number="1-DEMO-1")
        for basis in (None, Basis.SOLE_SELF_EMPLOYED):
            row = a_listing(session, provider, **{**DRAFT, **personal_care(), "basis": basis})
            with pytest.raises(NoLawfulBasis) as refused:
                service.submit(session, row.id, by=as_(provider), now=NOW)
            assert refused.value.needed is Basis.REGISTERED


def test_personal_care_among_the_kinds_counts_even_where_the_box_was_not_ticked(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.COMMUNITY)
        row = a_listing(session, provider, **DRAFT, kinds=["personal_care"])
        with pytest.raises(NoLawfulBasis) as refused:
            service.submit(session, row.id, by=as_(provider), now=NOW)
        assert refused.value.needed is None


def test_an_agency_without_its_cqc_number_is_refused(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.REGISTERED_AGENCY)
        row = a_listing(session, provider, **DRAFT)
        with pytest.raises(CqcNumberMissing):
            service.submit(session, row.id, by=as_(provider), now=NOW)


@pytest.mark.parametrize(
    ("registration", "why"),
    [
        (None, "no such number"),
        (Registration("1-DEMO-1", "1-P", "Wren", Standing.DORMANT, frozenset({"Personal care"})), "dormant"),
        (Registration("1-DEMO-1", "1-P", "Wren", Standing.REGISTERED, frozenset({"Nursing care"})), "not for personal"),
    ],
)
def test_a_number_the_register_does_not_bear_out_is_refused(
    database: Database, registration: Registration | None, why: str
) -> None:
    register = Register(registration) if registration else Register()
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.REGISTERED_AGENCY, cqc_number="1-DEMO-1")
        care = {**personal_care(), "basis": Basis.REGISTERED}
        row = a_listing(session, provider, **care, state=ListingState.SUBMITTED)
        with pytest.raises(NotOnRegister) as refused:
            service.publish(session, row.id, by=OFFICER, now=NOW, register=register)
        assert why in refused.value.why


def test_a_number_the_register_bears_out_is_published(database: Database) -> None:
    register = Register(Registration("1-DEMO-1", "1-P", "Wren", Standing.REGISTERED, frozenset({"Personal care"})))
    with database.write() as session:
        provider = a_provider(session, arrangement=Arrangement.REGISTERED_AGENCY, cqc_number="1-DEMO-1")
        care = {**personal_care(), "basis": Basis.REGISTERED}
        row = a_listing(session, provider, **care, state=ListingState.SUBMITTED)
        published = service.publish(session, row.id, by=OFFICER, now=NOW, register=register)
        assert published.state is ListingState.LIVE


def test_an_employed_rate_below_the_wage_is_refused_and_a_self_employed_one_flagged(database: Database) -> None:
    with database.write() as session:
        employed = a_provider(session, arrangement=Arrangement.EMPLOYED_PA)
        alone = a_provider(session)
        low = a_listing(session, employed, **DRAFT)
        a_rate(session, low, pence=1100)
        with pytest.raises(BelowMinimumWage):
            service.submit(session, low.id, by=as_(employed), now=NOW)
        flagged = a_listing(session, alone, **DRAFT)
        a_rate(session, flagged, pence=1100)
        (flag,) = service.submit(session, flagged.id, by=as_(alone), now=NOW)
        assert flag.pence_per_hour == 1100


def test_a_listing_nobody_could_ask_for_says_what_is_missing(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider, **DRAFT, kinds=[], radius_metres=None)
        with pytest.raises(NothingOffered) as refused:
            service.submit(session, row.id, by=as_(provider), now=NOW)
        assert refused.value.missing == ("kinds", "area")
        row.kinds, row.where = ["advice_info"], Where.PHONE_ONLINE
        service.submit(session, row.id, by=as_(provider), now=NOW)


def test_a_provider_who_has_shown_nothing_yet_cannot_be_published(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session, state=ProviderState.APPLIED)
        row = a_listing(session, provider, state=ListingState.SUBMITTED)
        with pytest.raises(ProviderNotListed):
            service.publish(session, row.id, by=OFFICER, now=NOW)


def test_pausing_takes_a_listing_out_and_resuming_brings_it_back(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider)
        service.pause(session, row.id, by=as_(provider), now=NOW, why="holiday")
        assert live_listings(session, NOW) == []
        with pytest.raises(CannotMove):
            service.pause(session, row.id, by=as_(provider), now=NOW)
        service.resume(session, row.id, by=as_(provider), now=NOW)
        assert len(live_listings(session, NOW)) == 1


def test_suspending_a_provider_takes_everything_down_and_only_the_desk_may(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        rows = [a_listing(session, provider) for _ in range(2)]
        with pytest.raises(NotYourDecision):
            service.suspend_provider(session, provider.id, by=as_(provider), now=NOW, why="")
        service.suspend_provider(session, provider.id, by=OFFICER, now=NOW, why="A concern is being looked into.")
        assert live_listings(session, NOW) == []
        assert names(session) == ["provider.suspended", "listing.suspended", "listing.suspended"]
        assert decisions_on(session, rows[0].id)[0].why == "A concern is being looked into."
        with pytest.raises(CannotMove):
            service.resume(session, rows[0].id, by=as_(provider), now=NOW)


def test_a_provider_suspended_directly_is_not_found_either(database: Database) -> None:
    with database.write() as session:
        a_listing(session, a_provider(session, state=ProviderState.SUSPENDED))
        assert live_listings(session, NOW) == []


def test_nobody_lifts_their_own_suspension_by_saying_still_right(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider, state=ListingState.SUSPENDED)
        with pytest.raises(CannotMove):
            freshness.confirm_still_right(session, row.id, by=as_(provider), now=NOW)


def test_a_year_without_a_word_takes_a_listing_out_of_search_by_itself(database: Database) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider)
        almost = CHECKED + timedelta(days=365)
        assert len(live_listings(session, almost)) == 1
        later = almost + timedelta(seconds=1)
        assert live_listings(session, later) == []
        assert state_now(row.state, checked_at=CHECKED, expires_on=None, now=later) is ListingState.STALE
        freshness.mark_stale(session, later)
        freshness.mark_stale(session, later)
        assert names(session) == ["listing.stale"]


@pytest.mark.parametrize("told", [True, False])
def test_still_right_brings_a_stale_listing_back_whether_or_not_it_was_told(database: Database, told: bool) -> None:
    with database.write() as session:
        provider = a_provider(session)
        row = a_listing(session, provider, spaces=3)
        later = CHECKED + timedelta(days=400)
        if told:
            freshness.mark_stale(session, later)
        freshness.confirm_still_right(session, row.id, by=as_(provider), now=later, spaces=0)
        assert [(found.id, found.spaces) for found in live_listings(session, later)] == [(row.id, 0)]
        assert names(session)[-1] == "listing.published"


def test_after_six_months_the_question_is_due() -> None:
    assert not is_due_a_question(CHECKED, CHECKED + timedelta(days=183))
    assert is_due_a_question(CHECKED, CHECKED + timedelta(days=184))


def test_an_expired_listing_is_gone_the_day_after_its_last(database: Database) -> None:
    with database.write() as session:
        a_listing(session, a_provider(session), expires_on=NOW.date())
        assert len(live_listings(session, NOW)) == 1
        assert live_listings(session, NOW + timedelta(days=1)) == []


def test_nothing_leaves_removed_and_every_state_has_its_moves() -> None:
    assert set(MOVES) == set(ListingState)
    assert MOVES[ListingState.REMOVED] == frozenset()


def test_what_does_not_exist_is_said_so(database: Database) -> None:
    with database.write() as session:
        for ask in (lambda: listing(session, "lst_none"), lambda: lock_provider(session, "prv_none")):
            with pytest.raises(NotFound):
                ask()


def test_the_product_itself_may_publish_what_it_seeds(database: Database) -> None:
    with database.write() as session:
        row = a_listing(session, a_provider(session), state=ListingState.SUBMITTED)
        assert service.publish(session, row.id, by=SEED, now=NOW).checked_at == NOW

"""How somebody works is true of everything they offer: another arrangement or number is held against all their listings."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session

from market.core.database import Database
from providers.arrangement.rules import Arrangement, Basis
from providers.changes import deciding, service
from providers.changes.errors import OfAnotherListing
from providers.changes.parts import read_part
from providers.changes.rules import Part
from providers.changes.service import Became
from providers.listings.errors import CqcNumberMissing, NoLawfulBasis
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.tables import Provider
from providers.pricing.queries import rate_rows
from providers.pricing.rules import When
from providers.wages.errors import BelowMinimumWage
from tests.factories.providers import OFFICER, a_listing, a_provider, a_rate, as_, personal_care

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def how(arrangement: Arrangement, number: str = "") -> dict[str, Any]:
    return {"arrangement": arrangement.value, "cqc_number": number}


def two(session: Session, **other: Any) -> tuple[Provider, Listing, Listing]:
    """A self-employed man with two listings: company, and another."""
    owner = a_provider(session)
    return owner, a_listing(session, owner), a_listing(session, owner, title="Help at home", **other)


def test_who_becomes_employed_may_have_no_listing_under_the_wage(database: Database) -> None:
    with database.write() as session:
        owner, edited, other = two(session)
        rate_rows(session, other.id)[0].pence = 1200
        with pytest.raises(OfAnotherListing) as refused:
            service.change(session, edited.id, Part.ARRANGEMENT, how(Arrangement.EMPLOYED_PA), by=as_(owner), now=NOW)
        assert refused.value.title == "Help at home"
        assert isinstance(refused.value.because, BelowMinimumWage)
        assert owner.arrangement is Arrangement.SOLE_SELF_EMPLOYED


def test_who_becomes_a_club_may_not_give_personal_care_on_any_listing(database: Database) -> None:
    with database.write() as session:
        owner, edited, other = two(session, **personal_care())
        with pytest.raises(OfAnotherListing) as refused:
            service.change(session, edited.id, Part.ARRANGEMENT, how(Arrangement.COMMUNITY), by=as_(owner), now=NOW)
        assert isinstance(refused.value.because, NoLawfulBasis)
        assert other.basis is Basis.SOLE_SELF_EMPLOYED


def test_a_business_that_takes_its_number_away_is_held_to_its_other_listing(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session, arrangement=Arrangement.MICRO_ENTERPRISE, cqc_number="1-100001")
        edited = a_listing(session, owner)
        a_listing(session, owner, **personal_care() | {"basis": Basis.REGISTERED})
        with pytest.raises(OfAnotherListing) as refused:
            service.change(
                session, edited.id, Part.ARRANGEMENT, how(Arrangement.MICRO_ENTERPRISE), by=as_(owner), now=NOW
            )
        assert isinstance(refused.value.because, CqcNumberMissing)


def test_the_others_follow_when_the_desk_says_yes_and_those_sent_meanwhile_are_looked_at_again(
    database: Database,
) -> None:
    with database.write() as session:
        owner, edited, other = two(session, **personal_care())
        wish = how(Arrangement.MICRO_ENTERPRISE, "1-100001")
        assert service.change(session, edited.id, Part.ARRANGEMENT, wish, by=as_(owner), now=NOW)[0] is Became.WAITS
        seen = deciding.mark_of_changes(session, edited, owner)
        deciding.accept_changes(session, edited.id, seen=seen, by=OFFICER, now=NOW)
        assert other.basis is Basis.REGISTERED


def test_the_desks_yes_is_held_against_a_listing_that_went_up_since(database: Database) -> None:
    with database.write() as session:
        owner, edited, other = two(session, state=ListingState.DRAFT)
        service.change(session, edited.id, Part.ARRANGEMENT, how(Arrangement.EMPLOYED_PA), by=as_(owner), now=NOW)
        rate_rows(session, other.id)[0].pence = 1200
        other.state = ListingState.LIVE
        seen = deciding.mark_of_changes(session, edited, owner)
        with pytest.raises(OfAnotherListing):
            deciding.accept_changes(session, edited.id, seen=seen, by=OFFICER, now=NOW)


def test_a_listing_that_nobody_sees_does_not_hold_the_change_up(database: Database) -> None:
    with database.write() as session:
        owner, edited, other = two(session, state=ListingState.DRAFT)
        rate_rows(session, other.id)[0].pence = 1200
        wish = how(Arrangement.EMPLOYED_PA)
        assert service.change(session, edited.id, Part.ARRANGEMENT, wish, by=as_(owner), now=NOW)[0] is Became.WAITS


def test_when_the_wage_has_risen_each_price_is_put_right_on_its_own(database: Database) -> None:
    def card(*lines: tuple[str, int]) -> dict[str, Any]:
        more = {"unit": "hour", "note": "", "starts_on": "", "ends_on": ""}
        return {"rates": [{"when": when, "pence": pence} | more for when, pence in lines]}

    with database.write() as session:
        owner = a_provider(session, arrangement=Arrangement.EMPLOYED_PA)
        row, other = a_listing(session, owner), a_listing(session, owner, title="Help at home")
        rate_rows(session, row.id)[0].pence = 1200
        a_rate(session, row, 1250, when=When.WEEKEND, place=1)
        rate_rows(session, other.id)[0].pence = 1200
        me = as_(owner)
        times = read_part(session, Part.TIMES, row, owner) | {"notice_hours": 24}
        service.change(session, row.id, Part.TIMES, times, by=me, now=NOW)
        service.change(session, row.id, Part.PRICES, card(("any", 1300), ("weekend", 1250)), by=me, now=NOW)
        seen = deciding.mark_of_changes(session, row, owner)
        deciding.accept_changes(session, row.id, seen=seen, by=OFFICER, now=NOW)
        assert [rate.pence for rate in rate_rows(session, row.id)] == [1300, 1250]
        with pytest.raises(BelowMinimumWage):
            service.change(session, row.id, Part.PRICES, card(("any", 1300), ("weekend", 1240)), by=me, now=NOW)

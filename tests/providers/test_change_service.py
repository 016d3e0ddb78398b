"""Changing a listing: what is public stays public until the desk has said yes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from market.core.actor import Actor, Role
from market.core.database import Database
from market.core.tables import EventRow
from providers.arrangement.rules import Arrangement, Basis
from providers.changes import deciding, service
from providers.changes.errors import NothingWaits, NotToBeChanged
from providers.changes.parts import read_part
from providers.changes.queries import changes_of, changes_that_wait, listings_with_changes
from providers.changes.rules import Part
from providers.changes.service import Became
from providers.listings import service as listings
from providers.listings.errors import CqcNumberMissing, NoLawfulBasis, NotYourListing, NotYourOwnDecision
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.tables import Listing
from providers.organisations.queries import provider
from providers.organisations.tables import Provider
from providers.pricing.queries import rates_of
from providers.wages.errors import BelowMinimumWage
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_listing, a_provider, as_

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def rates(*pence: int) -> dict[str, Any]:
    line = {"unit": "hour", "when": "any", "note": "", "starts_on": "", "ends_on": ""}
    return {"rates": [line | {"pence": one} for one in pence]}


def hourly(session: Session, row: Listing) -> int:
    return rates_of(session, row.id)[0].pence


def names(session: Session) -> list[str]:
    return [event.name for event in session.exec(select(EventRow))]


def mark(session: Session, row: Listing) -> str:
    """The officer has looked at what waits now."""
    return deciding.mark_of_changes(session, row, provider(session, row.provider_id))


def live(session: Session, **facts: Any) -> tuple[Provider, Listing]:
    owner = a_provider(session, **facts)
    return owner, a_listing(session, owner)


def test_a_rise_waits_and_people_see_the_old_price_until_the_desk_says_yes(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        became, _ = service.change(session, row.id, Part.PRICES, rates(1950), by=as_(owner), now=NOW)
        assert (became, hourly(session, row)) == (Became.WAITS, 1850)
        assert [one.id for one in listings_with_changes(session, [owner.id])] == [row.id]
        (waiting,) = changes_that_wait(session, row.id)
        assert "£18.50" in waiting.weighed
        deciding.accept_changes(session, row.id, seen=mark(session, row), by=OFFICER, now=NOW)
        assert hourly(session, row) == 1950
        assert changes_that_wait(session, row.id) == []
        assert names(session) == ["listing.change_waits", "listing.change_accepted"]


def test_a_no_leaves_the_old_words_and_says_why(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        service.change(session, row.id, Part.PRICES, rates(1950), by=as_(owner), now=NOW)
        deciding.refuse_changes(
            session, row.id, seen=mark(session, row), by=OFFICER, now=NOW, why="Tell your customers first."
        )
        assert hourly(session, row) == 1850
        assert (changes_of(session, row.id)[0].accepted, changes_of(session, row.id)[0].why) == (
            False,
            "Tell your customers first.",
        )
        with pytest.raises(NothingWaits):
            deciding.accept_changes(session, row.id, seen=mark(session, row), by=OFFICER, now=NOW)


def test_a_lower_price_goes_live_and_is_written_down(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        became, _ = service.change(session, row.id, Part.PRICES, rates(1700), by=as_(owner), now=NOW)
        assert (became, hourly(session, row)) == (Became.LIVE, 1700)
        (logged,) = changes_of(session, row.id)
        assert (logged.waits, logged.was["rates"][0]["pence"], logged.by) == (False, 1850, as_(owner).account_id)
        assert names(session) == ["listing.changed"]


def test_what_waits_is_replaced_by_a_newer_wish_and_gone_when_put_back(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        before = read_part(session, Part.PRICES, row, owner)
        service.change(session, row.id, Part.PRICES, rates(1950), by=as_(owner), now=NOW)
        service.change(session, row.id, Part.PRICES, rates(2000), by=as_(owner), now=NOW)
        (waiting,) = changes_that_wait(session, row.id)
        assert waiting.becomes["rates"][0]["pence"] == 2000
        assert service.change(session, row.id, Part.PRICES, before, by=as_(owner), now=NOW)[0] is Became.NOTHING
        assert changes_that_wait(session, row.id) == []


def test_a_small_change_goes_live_while_a_large_one_waits(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        service.change(session, row.id, Part.PRICES, rates(1950), by=as_(owner), now=NOW)
        times = read_part(session, Part.TIMES, row, owner) | {"notice_hours": 48}
        assert service.change(session, row.id, Part.TIMES, times, by=as_(owner), now=NOW)[0] is Became.LIVE
        deciding.accept_changes(session, row.id, seen=mark(session, row), by=OFFICER, now=NOW)
        assert (hourly(session, row), listing(session, row.id).notice_hours) == (1950, 48)


def test_an_employed_rate_under_the_wage_is_refused_and_nothing_changes(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session, arrangement=Arrangement.EMPLOYED_PA)
        with pytest.raises(BelowMinimumWage) as refused:
            service.change(session, row.id, Part.PRICES, rates(1200), by=as_(owner), now=NOW)
        assert refused.value.least_pence == 1271
        assert hourly(session, row) == 1850
        assert changes_of(session, row.id) == []


def test_an_employed_rate_that_begins_later_is_held_against_its_first_day(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session, arrangement=Arrangement.EMPLOYED_PA)
        later = rates(1850, 1200)
        later["rates"][0]["ends_on"] = "2027-01-31"
        later["rates"][1]["starts_on"] = "2027-02-01"
        with pytest.raises(BelowMinimumWage):
            service.change(session, row.id, Part.PRICES, later, by=as_(owner), now=NOW)


def test_a_self_employed_rate_under_the_wage_is_flagged_and_kept(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        became, flags = service.change(session, row.id, Part.PRICES, rates(1200), by=as_(owner), now=NOW)
        assert (became, hourly(session, row)) == (Became.LIVE, 1200)
        assert [flag.least_pence for flag in flags] == [1271]


def test_personal_care_without_a_basis_is_refused_at_once(database: Database) -> None:
    care = {"kinds": ["personal_care"], "includes_personal_care": True}
    with database.write() as session:
        owner, row = live(session, arrangement=Arrangement.COMMUNITY)
        with pytest.raises(NoLawfulBasis):
            service.change(session, row.id, Part.KINDS, care, by=as_(owner), now=NOW)
        business, listed = live(session, name="Two Sisters", arrangement=Arrangement.MICRO_ENTERPRISE)
        with pytest.raises(CqcNumberMissing):
            service.change(session, listed.id, Part.KINDS, care, by=as_(business), now=NOW)
        assert listing(session, listed.id).includes_personal_care is False


def test_personal_care_waits_and_brings_its_basis_and_its_tier_when_it_comes(database: Database) -> None:
    care = {"kinds": ["personal_care", "companionship"], "includes_personal_care": True}
    with database.write() as session:
        owner, row = live(session)
        assert service.change(session, row.id, Part.KINDS, care, by=as_(owner), now=NOW)[0] is Became.WAITS
        assert "personal_care" not in listing(session, row.id).tiers
        deciding.accept_changes(session, row.id, seen=mark(session, row), by=OFFICER, now=NOW)
        assert (row.basis, row.tiers) == (Basis.SOLE_SELF_EMPLOYED, ["goes_into_home", "personal_care"])


def test_a_draft_is_filled_in_and_waits_for_nobody(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)
        became, _ = service.change(session, row.id, Part.PRICES, rates(9900), by=as_(owner), now=NOW, question="prices")
        assert became is Became.DRAFTED
        assert (hourly(session, row), row.answered) == (9900, ["prices"])


def test_what_was_taken_down_cannot_be_changed(database: Database) -> None:
    with database.write() as session:
        owner = a_provider(session)
        row = a_listing(session, owner, state=ListingState.SUSPENDED)
        with pytest.raises(NotToBeChanged):
            service.change(session, row.id, Part.PRICES, rates(1700), by=as_(owner), now=NOW)


def test_nobody_decides_on_their_own_change_or_on_another_councils(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        other = a_provider(session, name="Somebody Else")
        service.change(session, row.id, Part.PRICES, rates(1950), by=as_(owner), now=NOW)
        with pytest.raises(NotYourOwnDecision):
            deciding.accept_changes(session, row.id, seen=mark(session, row), by=as_(owner), now=NOW)
        for stranger in (as_(other), OFFICER_ELSEWHERE):
            with pytest.raises(NotYourListing):
                deciding.refuse_changes(session, row.id, seen=mark(session, row), by=stranger, now=NOW, why="No.")


def test_who_is_an_officer_too_decides_neither_on_their_own_listing_nor_on_their_own_change(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        me = as_(owner)
        also_officer = Actor(me.account_id, me.name, Role.ACCREDITATION_OFFICER, authority_id=OFFICER.authority_id)
        service.change(session, row.id, Part.PRICES, rates(1950), by=me, now=NOW)
        with pytest.raises(NotYourOwnDecision):
            deciding.accept_changes(session, row.id, seen=mark(session, row), by=also_officer, now=NOW)
        other = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)
        listings.submit(session, other.id, by=me, now=NOW)
        for decide in (listings.approve, listings.publish):
            with pytest.raises(NotYourOwnDecision):
                decide(session, other.id, by=also_officer, now=NOW)


def test_a_second_draft_is_no_way_round_the_desk_for_what_belongs_to_the_whole_provider(database: Database) -> None:
    with database.write() as session:
        owner, row = live(session)
        draft = a_listing(session, owner, state=ListingState.DRAFT, checked_at=None)
        name = {"name": "Doctor Terry", "phone": "", "workers": 1}
        became, _ = service.change(session, draft.id, Part.NAME, name, by=as_(owner), now=NOW, question="name")
        assert (became, owner.name, draft.answered) == (Became.WAITS, "Terry Holwill", ["name"])
        assert [one.part for one in changes_that_wait(session, row.id)] == [Part.NAME]
        how = {"arrangement": "micro_enterprise", "cqc_number": ""}
        service.change(session, draft.id, Part.ARRANGEMENT, how, by=as_(owner), now=NOW)
        assert owner.arrangement is Arrangement.SOLE_SELF_EMPLOYED

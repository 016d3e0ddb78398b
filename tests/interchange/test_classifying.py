"""A person says what kind of support a row is: it goes on show if nothing else keeps it back, and it stays said."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session

from market.core.database import Database
from market.core.errors import NotFound
from providers.candidates import candidates
from providers.interchange.classifying import MOST_KINDS, give_kinds, kinds_to_give
from providers.interchange.entry import Entry
from providers.interchange.errors import KindNotGiven, NotWaitingForAKind
from providers.interchange.queries import waiting_for_a_kind
from providers.interchange.rules import Outcome
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from tests.factories.providers import OFFICER, OFFICER_ELSEWHERE, a_listing, a_provider
from tests.interchange.conftest import bring_in
from tests.interchange.rows import a_row

DEVON = ("aut_devon", "Devon demo council")


def nameless(**facts: object) -> Entry:
    return a_row("z", "Zyx", **{"terms": (), "description": "Zyx."} | facts)


def held(session: Session, now: datetime, **facts: object) -> str:
    (line,) = bring_in(session, [nameless(**facts)], now, authority=DEVON)
    assert not line.shown
    return line.listing_id


def test_it_goes_on_show_and_the_same_file_leaves_it_so(database: Database, now: datetime) -> None:
    with database.write() as session:
        row = held(session, now)
        assert [one.id for one, _ in waiting_for_a_kind(session, "aut_devon")] == [row]
        assert waiting_for_a_kind(session, "aut_torbay") == []
        assert give_kinds(session, row, ["meals"], by=OFFICER, now=now) == (True, "")
        assert waiting_for_a_kind(session, "aut_devon") == []
        assert [offering.id for offering in candidates(session, now, {})] == [row]
    with database.write() as session:
        (again,) = bring_in(session, [nameless()], now + timedelta(days=1), authority=DEVON)
        assert again.outcome is Outcome.UNCHANGED
        assert listing(session, row).kinds == ["meals"]


def test_it_stays_said_when_the_source_changes_other_words_and_gives_way_when_the_source_says_it_itself(
    database: Database, now: datetime
) -> None:
    with database.write() as session:
        row = held(session, now)
        give_kinds(session, row, ["meals"], by=OFFICER, now=now)
        (changed,) = bring_in(session, [nameless(description="Zyx, at noon.")], now, authority=DEVON)
        assert (changed.outcome, changed.shown, listing(session, row).kinds) == (Outcome.UPDATED, True, ["meals"])
        (same,) = bring_in(session, [nameless(description="Zyx, at noon.")], now, authority=DEVON)
        assert same.outcome is Outcome.UNCHANGED
        bring_in(session, [nameless(terms=("Yoga",))], now, authority=DEVON)
        assert listing(session, row).kinds != ["meals"]


def test_what_else_keeps_it_back_still_does_and_is_said(database: Database, now: datetime) -> None:
    with database.write() as session:
        row = held(session, now, dated_on=date(2025, 6, 1))
        shown, why = give_kinds(session, row, ["meals"], by=OFFICER, now=now)
        assert not shown
        assert why == "The source last looked at it more than a year ago: “1 June 2025”"
        assert listing(session, row).state is ListingState.DRAFT
        assert listing(session, row).kinds == ["meals"]


def test_it_is_said_once_by_the_council_whose_it_is_of_an_entry_that_waits(database: Database, now: datetime) -> None:
    with database.write() as session:
        row = held(session, now)
        with pytest.raises(NotFound):
            give_kinds(session, row, ["meals"], by=OFFICER_ELSEWHERE, now=now)
        for kinds in ([], ["personal_care"], ["nonsense"], kinds_to_give()[: MOST_KINDS + 1]):
            with pytest.raises(KindNotGiven):
                give_kinds(session, row, kinds, by=OFFICER, now=now)
        give_kinds(session, row, ["meals"], by=OFFICER, now=now)
        with pytest.raises(NotWaitingForAKind):
            give_kinds(session, row, ["transport"], by=OFFICER, now=now)
        own = a_listing(session, a_provider(session))
        with pytest.raises(NotFound):
            give_kinds(session, own.id, ["transport"], by=OFFICER, now=now)

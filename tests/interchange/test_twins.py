"""Likely doubles: found, put to a person, done as they said, and not asked again."""

import random
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import select

from market.core.actor import Actor, Role
from market.core.clock import StandingClock
from market.core.database import Database
from market.core.errors import NotFound
from market.core.jobs import Worker
from market.core.settings import Settings
from market.wiring import connect
from providers.interchange.dialects import hounslow
from providers.interchange.dialects.bundle import bundle
from providers.interchange.errors import PairDecided
from providers.interchange.handlers import handlers
from providers.interchange.looks import Looks, phone_digits, web_key
from providers.interchange.reading.places import placed
from providers.interchange.rules import Outcome
from providers.interchange.twins import service
from providers.interchange.twins.finding import Finder
from providers.interchange.twins.queries import pairs_waiting
from providers.interchange.twins.rules import likeness
from providers.interchange.twins.tables import LikelyPair
from providers.listings.queries import listing
from providers.listings.rules import ListingState
from providers.listings.service import submit
from tests.factories.damaged import KEPT_BACK, TUNED, a_phone, measured, precision_and_recall
from tests.factories.providers import a_listing, a_provider, as_
from tests.interchange.conftest import bring_in
from tests.interchange.rows import a_row

RUTH = Actor("acc_ruth", "Ruth", Role.ACCREDITATION_OFFICER, authority_id="aut_devon")
TOM = Actor("acc_tom", "Tom", Role.ACCREDITATION_OFFICER, authority_id="aut_torbay")
DEVON = ("aut_devon", "Devon demo council")


def originals(shared: Path) -> list[Looks]:
    """The Hounslow rows as they are compared, with telephones made up."""
    chance, found = random.Random(7), []
    for entry in hounslow.read(bundle(shared / "data" / "hounslow-services"), {}):
        at = placed(entry.place)
        spot = (at.spot.easting, at.spot.northing) if at.spot else None
        found.append(Looks(entry.source_id, entry.title, entry.organisation, a_phone(chance), web_key(entry.url), at.postcode, spot,
                           entry.description[:400]))  # fmt: skip
    return found


def test_damaged_rows_are_found_again_and_little_else(shared: Path) -> None:
    """A fifth of the rows, all kinds of damage: the floor. `tests/bench/test_twins_bench.py` measures the whole."""
    some = originals(shared)[::5]
    precision, recall = precision_and_recall(measured(some, dict(TUNED) | dict(KEPT_BACK)))
    assert recall >= 0.98
    assert precision >= 0.98


@pytest.mark.parametrize(
    ("one", "other", "likely"),
    [
        (Looks("a", "Jazz Ensemble", "School", postcode="IP4 3DF"), Looks("b", "Guitar Ensemble", "School", postcode="IP4 3DF"), False),
        (Looks("a", "Brentford Library", postcode="TW8 8DW"), Looks("b", "Chiswick Library", postcode="W4 2AB"), False),
        (Looks("a", "Friends of the Park"), Looks("b", "The FRIENDS of the Park Ltd"), True),
        (Looks("a", "Club 60"), Looks("b", "Club 50"), False),
        (Looks("a", "Seaside Singers", phone="946001234"), Looks("b", "Seaside Singers Choir", phone="946001234"), True),
        (Looks("a", "", ""), Looks("b", "", ""), False),
    ],
)  # fmt: skip
def test_two_are_alike_by_what_tells_and_not_by_what_everybody_has(one: Looks, other: Looks, likely: bool) -> None:
    assert likeness(one, other, lambda _: 1.0).is_likely is likely
    assert likeness(other, one, lambda _: 1.0).is_likely is likely


def test_numbers_and_addresses_are_compared_without_how_they_are_written() -> None:
    assert phone_digits("+44 (0)1392 123456") == phone_digits("01392 123 456") == "392123456"
    assert phone_digits("999") == ""
    assert web_key("http://www.X.example/a/") == web_key("https://x.example/a") == "x.example/a"
    assert web_key("https://facebook.com/") == ""


def test_one_taken_out_is_found_no_more() -> None:
    finder = Finder([Looks("a", "Seaside Singers")])
    finder.drop("a")
    assert finder.twins(Looks("b", "Seaside Singers")) == []
    assert len(finder) == 0


def test_a_row_kept_apart_comes_in_and_is_not_asked_about_again(database: Database, now: datetime) -> None:
    rows = [a_row("1"), a_row("2", "Exmouth Lunch Club", description="Another one altogether.")]
    with database.write() as session:
        bring_in(session, rows, now, authority=DEVON)
        (pair,) = pairs_waiting(session, "aut_devon")
        service.keep_apart(session, pair.id, by=RUTH, now=now)
    with database.write() as session:
        again = bring_in(session, rows, now, authority=DEVON)
        assert [line.outcome for line in again] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
        assert pairs_waiting(session, "aut_devon") == []
        assert listing(session, again[1].listing_id).state is ListingState.LIVE


def test_a_row_merged_stays_merged_and_no_later_file_makes_or_changes_a_listing_of_it(
    database: Database, now: datetime
) -> None:
    rows = [a_row("1"), a_row("2", "Exmouth Lunch Club")]
    with database.write() as session:
        first, _ = bring_in(session, rows, now, authority=DEVON)
        (pair,) = pairs_waiting(session, "aut_devon")
        service.merge(session, pair.id, by=RUTH, now=now)
    with database.write() as session:
        again = bring_in(
            session, [rows[0], a_row("2", "Exmouth Lunch Club", description="Changed.")], now, authority=DEVON
        )
        assert [line.outcome for line in again] == [Outcome.UNCHANGED, Outcome.UNCHANGED]
        assert listing(session, first.listing_id).description == "A hot lunch together every week."
        assert "merged" in again[1].why


def test_a_decision_is_made_once_and_by_the_council_whose_it_is(database: Database, now: datetime) -> None:
    with database.write() as session:
        bring_in(session, [a_row("1"), a_row("2", "Exmouth Lunch Club")], now, authority=DEVON)
        (pair,) = pairs_waiting(session, "aut_devon")
        with pytest.raises(NotFound):
            service.merge(session, pair.id, by=TOM, now=now)
        service.merge(session, pair.id, by=RUTH, now=now)
        with pytest.raises(PairDecided):
            service.keep_apart(session, pair.id, by=RUTH, now=now)


def test_a_listing_sent_for_checking_is_held_against_what_is_there(database: Database, now: datetime) -> None:
    connect()
    with database.write() as session:
        there = a_listing(
            session, a_provider(session, name="Sea Singers"), title="Sea Singers of Exmouth", postcode="EX8 1QB"
        )
        writer = a_provider(session, name="Anne Other")
        draft = a_listing(session, writer, title="Sea Singers of Exmuoth", postcode="EX8 1QB", state=ListingState.DRAFT)
        a_listing(session, writer, title="Sea Singers of Exmouth, again", state=ListingState.DRAFT)
        submit(session, draft.id, by=as_(writer), now=now)
    Worker(database, StandingClock(now), handlers(Settings(_env_file=None))).run_due()
    with database.write() as session:
        (pair,) = session.exec(select(LikelyPair)).all()
        assert {pair.listing_id, pair.other_listing_id} == {there.id, draft.id}
        service.merge(session, pair.id, by=RUTH, now=now, keep=there.id)
        assert listing(session, draft.id).state is ListingState.REMOVED
        assert listing(session, there.id).state is ListingState.LIVE
